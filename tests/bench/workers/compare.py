#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Baton contributors
# SPDX-License-Identifier: Apache-2.0
"""Workers side by side on one server: tasks/s, CPU per task, schedule-to-start.

compare.py --server URL --worker baton='build/release/bin/bench_worker {url} {slots} {types}' --worker go='...' [options]

{url} is the API (with /api), {slots} the tasks a type may run at once, {types} the task types. All figures come from outside
the workers: CPU from /proc, times from the server's own tasks. First a backlog (throughput), then a steady rate (latency).
"""
import argparse
import http.client
import json
import os
import shlex
import signal
import statistics
import subprocess
import sys
import time
import urllib.parse

TASKS = 5
TICKS = os.sysconf("SC_CLK_TCK")


class Api:
    def __init__(self, url):
        parts = urllib.parse.urlsplit(url)
        self.base = parts.path.rstrip("/")
        self.connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=60)

    def call(self, method, path, body=None):
        text = None if body is None else json.dumps(body)
        self.connection.request(method, self.base + path, text, {"Content-Type": "application/json", "Accept": "*/*"})
        answer = self.connection.getresponse()
        data = answer.read().decode()
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path}: {answer.status} {data}")
        return data

    def get(self, path):
        return json.loads(self.call("GET", path))


def cpu_of(root):
    """Seconds of CPU of a process and all its descendants, the ended ones too."""
    parents, times = {}, {}
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            with open(f"/proc/{name}/stat", encoding="utf-8") as stat:
                fields = stat.read().rsplit(")", 1)[1].split()
        except OSError:
            continue
        parents[int(name)] = int(fields[1])
        times[int(name)] = sum(int(fields[i]) for i in (11, 12, 13, 14)) / TICKS
    total = 0.0
    for pid, seconds in times.items():
        while pid not in (root, 0, 1) and pid in parents:
            pid = parents[pid]
        total += seconds if pid == root else 0
    return total


def memory_of(root):
    with open(f"/proc/{root}/status", encoding="utf-8") as status:
        return next((int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS")), 0.0)


def define(api, prefix):
    types = [f"{prefix}_{i}" for i in range(TASKS)]
    api.call("POST", "/metadata/taskdefs", [
        {"name": name, "ownerEmail": "bench@example.com", "retryCount": 3, "timeoutSeconds": 600,
         "responseTimeoutSeconds": 300, "timeoutPolicy": "TIME_OUT_WF"} for name in types])
    api.call("PUT", "/metadata/workflow", [{
        "name": prefix, "version": 1, "schemaVersion": 2, "ownerEmail": "bench@example.com", "timeoutSeconds": 0,
        "tasks": [{"name": name, "taskReferenceName": name, "type": "SIMPLE",
                   "inputParameters": {"id": "${workflow.input.id}"}} for name in types]}])
    return types


def start(api, name, number):
    return api.call("POST", f"/workflow/{name}", {"id": number})


def wait_for(api, ids, limit):
    """Waits until the last have ended; the figures come later, from the tasks themselves."""
    end = time.monotonic() + limit
    left = list(ids)
    while left and time.monotonic() < end:
        if api.get(f"/workflow/{left[-1]}?includeTasks=false")["status"] == "RUNNING":
            time.sleep(0.05)
        else:
            left.pop()
    return len(left)


def quantile(values, q):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(q * len(ordered)))] if ordered else 0


def tasks_of(api, ids):
    for workflow in ids:
        yield from api.get(f"/workflow/{workflow}?includeTasks=true")["tasks"]


def phase(api, name, pid, count, rate):
    """`rate` workflows a second, or all of them first while the worker is stopped."""
    backlog = rate == 0
    if backlog:
        os.kill(pid, signal.SIGSTOP)
    used = cpu_of(pid)
    began = time.monotonic()
    ids = []
    for number in range(count):
        ids.append(start(api, name, number))
        if not backlog:
            time.sleep(max(0.0, began + (number + 1) / rate - time.monotonic()))
    if backlog:
        used = cpu_of(pid)
        os.kill(pid, signal.SIGCONT)
    resumed = time.time() * 1000
    missing = wait_for(api, ids, 300)
    used = cpu_of(pid) - used
    tasks = list(tasks_of(api, ids))
    done = [task for task in tasks if task["status"] == "COMPLETED"]
    if not done:
        return {"missing": missing}
    first = resumed if backlog else min(task["scheduledTime"] for task in done)
    seconds = max(0.001, (max(task["endTime"] for task in done) - first) / 1000)
    waits = [task["startTime"] - task["scheduledTime"] for task in done]
    return {"tasks": len(done), "missing": missing, "retried": sum(1 for task in tasks if task["retryCount"] > 0),
            "tasks_per_second": len(done) / seconds, "cpu_us_per_task": used / len(done) * 1e6, "cpu_seconds": used,
            "schedule_to_start_p50_ms": quantile(waits, 0.5), "schedule_to_start_p99_ms": quantile(waits, 0.99)}


def measure(options, api, label, command, turn):
    prefix = f"bench_{label}_{turn}_{int(time.time())}"
    types = define(api, prefix)
    line = command.format(url=options.server, slots=options.slots, types=" ".join(types))
    worker = subprocess.Popen(shlex.split(line), stdout=subprocess.DEVNULL,
                              stderr=None if options.verbose else subprocess.DEVNULL, start_new_session=True)
    try:
        wait_for(api, [start(api, prefix, i) for i in range(50)], 60)   # warm
        figures = {"backlog": phase(api, prefix, worker.pid, options.workflows, 0),
                   "steady": phase(api, prefix, worker.pid, int(options.rate * options.seconds), options.rate),
                   "memory_mb": memory_of(worker.pid)}
        idle = cpu_of(worker.pid)
        time.sleep(5)
        figures["idle_cpu_percent"] = (cpu_of(worker.pid) - idle) / 5 * 100
        return figures
    finally:
        worker.terminate()
        try:
            worker.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(worker.pid, signal.SIGKILL)
            worker.wait()


def show(label, runs):
    def middle(part, key):
        return statistics.median(run[part].get(key, 0) for run in runs)
    print(f"{label:>8} | {middle('backlog', 'tasks_per_second'):8.0f} | {middle('backlog', 'cpu_us_per_task'):8.0f} | "
          f"{middle('backlog', 'schedule_to_start_p50_ms'):8.0f} {middle('backlog', 'schedule_to_start_p99_ms'):8.0f} | "
          f"{middle('steady', 'cpu_us_per_task'):8.0f} | "
          f"{middle('steady', 'schedule_to_start_p50_ms'):6.0f} {middle('steady', 'schedule_to_start_p99_ms'):6.0f} | "
          f"{statistics.median(run['idle_cpu_percent'] for run in runs):5.1f} | "
          f"{statistics.median(run['memory_mb'] for run in runs):6.0f} | "
          f"{sum(run[part].get('missing', 0) for run in runs for part in ('backlog', 'steady'))}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--server", required=True, help="the API, with /api")
    parser.add_argument("--worker", action="append", required=True, metavar="NAME=COMMAND")
    parser.add_argument("--workflows", type=int, default=600, help="of five tasks each, in the backlog")
    parser.add_argument("--rate", type=float, default=20, help="workflows a second in the steady phase")
    parser.add_argument("--seconds", type=float, default=10, help="of the steady phase")
    parser.add_argument("--slots", type=int, default=10, help="tasks of a type at once")
    parser.add_argument("--turns", type=int, default=3, help="every worker has so many, in turn; the median is shown")
    parser.add_argument("--json", help="where to write every figure")
    parser.add_argument("--verbose", action="store_true", help="show what workers write on standard error")
    options = parser.parse_args()
    api = Api(options.server)
    runs = {}
    for turn in range(options.turns):
        for given in options.worker:
            label, command = given.split("=", 1)
            runs.setdefault(label, []).append(measure(options, api, label, command, turn))
            print(f"{label}, turn {turn + 1}: {json.dumps(runs[label][-1])}", file=sys.stderr)
    print("  worker | tasks/s  | CPU us/t | backlog p50, p99 ms | steady us | steady ms p50 p99 | idle% | RSS MB | missing")
    for label, each in runs.items():
        show(label, each)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as out:
            json.dump(runs, out, indent=2)
    return 0


if __name__ == "__main__":
    sys.exit(main())
