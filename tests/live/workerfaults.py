#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Baton contributors
# SPDX-License-Identifier: Apache-2.0
"""Workflows to their end in spite of everything: a proxy that drops, delays, cuts off and corrupts, workers and server killed.

workerfaults.py --baton build/dev/bin/baton --worker build/dev/bin/bench_worker [--workflows 60] [--share 0.1] [--kills 3]

The oracle: every workflow ends COMPLETED, every task had its effect exactly once by its idempotency key (workflow and
reference name), and the journals hold no result that was neither delivered nor superseded.
"""
import argparse
import asyncio
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, "..", "support"), os.path.join(HERE, "..", "bench", "workers")]
from chaosproxy import ChaosProxy  # noqa: E402
from compare import Api  # noqa: E402

TASKS = 3


class Server:
    def __init__(self, binary, folder):
        self.command = [binary, "serve", "--db", os.path.join(folder, "server.db")]
        self.port, self.process = 0, None

    def start(self):
        self.process = subprocess.Popen(self.command + ["--port", str(self.port)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        line = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
        if not found:
            raise RuntimeError("the server did not start: " + line)
        self.port = int(found.group(1))

    def kill(self):
        self.process.kill()
        self.process.wait()


def define(api, prefix):
    types = [f"{prefix}_{i}" for i in range(TASKS)]
    api.call("POST", "/metadata/taskdefs", [
        {"name": name, "ownerEmail": "live@example.com", "retryCount": 20, "retryDelaySeconds": 1, "timeoutSeconds": 600,
         "responseTimeoutSeconds": 20, "timeoutPolicy": "RETRY"} for name in types])
    api.call("PUT", "/metadata/workflow", [{
        "name": prefix, "version": 1, "schemaVersion": 2, "ownerEmail": "live@example.com", "timeoutSeconds": 0,
        "tasks": [{"name": name, "taskReferenceName": name, "type": "SIMPLE", "inputParameters": {"id": "${workflow.input.id}"}}
                  for name in types]}])
    return types


def start_worker(options, url, types, folder):
    environment = dict(os.environ, BATON_BENCH_JOURNAL=os.path.join(folder, "results.db"), BATON_BENCH_DELAY_MS="40",
                       BATON_BENCH_EFFECTS=os.path.join(folder, "effects"))
    log = open(os.path.join(folder, "worker.log"), "a", encoding="utf-8")
    return subprocess.Popen([options.worker, url, "4", *types], env=environment, stderr=log, stdout=log)


async def statuses(api_url, ids):
    def ask():
        api = Api(api_url)
        return [api.get(f"/workflow/{one}?includeTasks=false")["status"] for one in ids]
    return await asyncio.to_thread(ask)


async def disturb(options, chance, server, restart_worker):
    """Kills workers and, once, the server while work is going on."""
    for kill in range(options.kills):
        await asyncio.sleep(chance.uniform(1.0, 2.5))
        restart_worker()
        if kill == options.kills // 2:
            server.kill()
            await asyncio.sleep(1.0)
            server.start()


async def run(options, folder):
    os.mkdir(os.path.join(folder, "effects"))
    chance = random.Random(options.seed)
    server = Server(options.baton, folder)
    server.start()
    direct = f"http://127.0.0.1:{server.port}/api"
    proxy = ChaosProxy(server.port, options.share, options.seed, hold_seconds=3.0)
    url = f"http://127.0.0.1:{await proxy.start()}/api"
    api = Api(direct)
    types = define(api, "faults")
    ids = [api.call("POST", "/workflow/faults", {"id": number}) for number in range(options.workflows)]
    worker = [start_worker(options, url, types, folder)]

    def restart_worker():
        worker[0].send_signal(signal.SIGKILL)
        worker[0].wait()
        worker[0] = start_worker(options, url, types, folder)

    try:
        await disturb(options, chance, server, restart_worker)
        end = time.monotonic() + options.limit
        left = ids
        while left and time.monotonic() < end:
            await asyncio.sleep(1.0)
            now = await statuses(direct, left)
            left = [one for one, status in zip(left, now) if status == "RUNNING"]
        # What is on its way has a moment to arrive: an answer that was lost is a delivery still to come.
        await asyncio.sleep(3.0)
        worker[0].terminate()
        await asyncio.to_thread(worker[0].wait, 60)
        return await judge(direct, ids, folder, proxy)
    finally:
        worker[0].kill()
        server.kill()


async def judge(direct, ids, folder, proxy):
    ended = await statuses(direct, ids)
    effects = set(os.listdir(os.path.join(folder, "effects")))
    wanted = {f"{workflow}.faults_{number}" for workflow in ids for number in range(TASKS)}
    journal = sqlite3.connect(os.path.join(folder, "results.db"))
    states = dict(journal.execute("SELECT state, count(*) FROM result GROUP BY state"))
    with open(os.path.join(folder, "worker.log"), encoding="utf-8") as log:
        lines = log.read().splitlines()
    report = {"workflows": len(ids), "completed": ended.count("COMPLETED"), "effects": len(effects), "effects_wanted": len(wanted),
              "runs_again": sum(1 for line in lines if line.startswith("again")),
              "journal": {name: states.get(state, 0) for state, name in enumerate(("pending", "delivered", "dead", "ignored"))},
              "harms": dict(proxy.counts), "drain": [line for line in lines if line.startswith("drained")][-1:]}
    print(json.dumps(report, indent=2))
    fine = report["completed"] == len(ids) and effects == wanted and report["journal"]["pending"] == 0 and report["journal"]["dead"] == 0
    print("every workflow ended, every effect once, every result accounted for" if fine else "NOT as it should be")
    return 0 if fine else 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--baton", required=True)
    parser.add_argument("--worker", required=True, help="bench_worker")
    parser.add_argument("--workflows", type=int, default=60)
    parser.add_argument("--share", type=float, default=0.1, help="of requests and answers that are harmed")
    parser.add_argument("--kills", type=int, default=3, help="of the worker with -9; in the middle the server's too")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=float, default=240, help="seconds until everything must have ended")
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="baton-faults-")
    try:
        return asyncio.run(run(options, folder))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
