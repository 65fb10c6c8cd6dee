# SPDX-FileCopyrightText: 2026 Baton contributors
# SPDX-License-Identifier: Apache-2.0
"""The Python SDK's worker on the task types given: pyworker.py URL SLOTS TYPE..."""
import signal
import sys
import threading

from conductor.client.automator.task_handler import TaskHandler
from conductor.client.configuration.configuration import Configuration
from conductor.client.http.models.task import Task
from conductor.client.http.models.task_result import TaskResult
from conductor.client.http.models.task_result_status import TaskResultStatus
from conductor.client.worker.worker import Worker


def work(task: Task) -> TaskResult:
    result = TaskResult(task_id=task.task_id, workflow_instance_id=task.workflow_instance_id, worker_id="bench")
    result.status = TaskResultStatus.COMPLETED
    result.output_data = {"done": True}
    return result


def main() -> None:
    url, slots, types = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    workers = [Worker(task_definition_name=name, execute_function=work, poll_interval=100, thread_count=slots)
               for name in types]
    handler = TaskHandler(workers=workers, configuration=Configuration(server_api_url=url), scan_for_annotated_workers=False)
    handler.start_processes()
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    stop.wait()
    handler.stop_processes()


if __name__ == "__main__":
    main()
