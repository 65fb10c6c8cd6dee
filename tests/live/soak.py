#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Baton contributors
# SPDX-License-Identifier: Apache-2.0
"""A worker at a steady rate for a long time: memory flat, nothing lost.

soak.py --server URL/api --server-pid PID --worker 'build/release/bin/bench_worker {url} {slots} {types}' [--minutes 60] [--rate 5]

Every minute one line; at the end the slope of the worker's memory over the second half, and what became of every workflow.
Fails when a workflow is missing, a task was run twice, or the memory grows by more than --slope MB an hour.
"""
import argparse
import collections
import json
import os
import shlex
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "bench", "workers"))
from compare import Api, cpu_of, define, memory_of, quantile, start  # noqa: E402


def slope(points):
    """Of a straight line through (seconds, MB), in MB an hour."""
    count = len(points)
    if count < 2:
        return 0.0
    mean_x = sum(x for x, _ in points) / count
    mean_y = sum(y for _, y in points) / count
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / spread * 3600 if spread else 0.0


def settle(api, ids, tally, waits, patience):
    """Looks at workflows that should have ended, and forgets them there so that the server stays small too."""
    left = []
    for workflow in ids:
        found = api.get(f"/workflow/{workflow}?includeTasks=true")
        if found["status"] == "RUNNING" and time.monotonic() < patience:
            left.append(workflow)
            continue
        tally[found["status"]] += 1
        tally["tasks"] += sum(1 for task in found["tasks"] if task["status"] == "COMPLETED")
        tally["retried"] += sum(1 for task in found["tasks"] if task["retryCount"] > 0)
        waits.extend(task["startTime"] - task["scheduledTime"] for task in found["tasks"])
        api.call("DELETE", f"/workflow/{workflow}/remove?archiveWorkflow=false")
    return left


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--server", required=True)
    parser.add_argument("--server-pid", type=int, default=0)
    parser.add_argument("--worker", required=True)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--rate", type=float, default=5, help="workflows of five tasks a second")
    parser.add_argument("--slots", type=int, default=10)
    parser.add_argument("--slope", type=float, default=4.0, help="MB an hour that the worker may grow")
    parser.add_argument("--json", help="where to write the report")
    options = parser.parse_args()
    api = Api(options.server)
    name = f"soak_{int(time.time())}"
    types = define(api, name)
    worker = subprocess.Popen(shlex.split(options.worker.format(url=options.server, slots=options.slots, types=" ".join(types))))
    tally, waits, points, server_points, open_ids = collections.Counter(), [], [], [], []
    began = time.monotonic()
    end = began + options.minutes * 60
    used = cpu_of(worker.pid)
    try:
        started, minute = 0, 0
        while time.monotonic() < end:
            open_ids.append(start(api, name, started))
            started += 1
            if len(open_ids) >= 100 or time.monotonic() - began > (minute + 1) * 60:
                open_ids = open_ids[-20:] + settle(api, open_ids[:-20], tally, waits, time.monotonic() + 3600)
            if time.monotonic() - began > (minute + 1) * 60:
                minute += 1
                points.append((time.monotonic() - began, memory_of(worker.pid)))
                if options.server_pid:
                    server_points.append((time.monotonic() - began, memory_of(options.server_pid)))
                print(f"minute {minute}: {started} started, {tally['COMPLETED']} completed, worker {points[-1][1]:.1f} MB"
                      + (f", server {server_points[-1][1]:.1f} MB" if server_points else ""), flush=True)
            time.sleep(max(0.0, began + started / options.rate - time.monotonic()))
        patience = time.monotonic() + 60
        while open_ids and time.monotonic() < patience + 5:
            open_ids = settle(api, open_ids, tally, waits, patience)
            time.sleep(0.2)
        used = cpu_of(worker.pid) - used
    finally:
        worker.terminate()
        worker.wait(60)
    half = points[len(points) // 2:]
    report = {"minutes": options.minutes, "workflows": started, "completed": tally["COMPLETED"], "tasks": tally["tasks"],
              "tasks_wanted": started * len(types), "retried": tally["retried"], "cpu_us_per_task": used / max(1, tally["tasks"]) * 1e6,
              "schedule_to_start_p50_ms": quantile(waits, 0.5), "schedule_to_start_p99_ms": quantile(waits, 0.99),
              "worker_mb_first": points[0][1] if points else 0, "worker_mb_last": points[-1][1] if points else 0,
              "worker_mb_per_hour": slope(half), "server_mb_per_hour": slope(server_points[len(server_points) // 2:])}
    print(json.dumps(report, indent=2))
    if options.json:
        with open(options.json, "w", encoding="utf-8") as out:
            json.dump(report, out, indent=2)
    fine = report["completed"] == started and report["tasks"] == report["tasks_wanted"] and report["worker_mb_per_hour"] <= options.slope
    print("nothing lost, memory flat" if fine else "NOT as it should be")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
