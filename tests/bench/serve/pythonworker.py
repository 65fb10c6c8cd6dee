# SPDX-FileCopyrightText: 2026 Baton contributors
# SPDX-License-Identifier: Apache-2.0
"""The worker of the throughput bench, made with conductor-python: answers at once."""
import logging
import time

from conductor.client.automator.task_handler import TaskHandler
from conductor.client.configuration.configuration import Configuration
from conductor.client.worker.worker_task import worker_task

logging.disable(logging.WARNING)


def answer() -> dict:
    return {"decision": "APPROVED", "credit_score": 720}


for name in ("credit_check", "income_verification", "risk_assessment", "underwriting_decision", "update_application_state"):
    worker_task(task_definition_name=name, thread_count=10, poll_interval_millis=10)(answer)

if __name__ == "__main__":
    handler = TaskHandler(configuration=Configuration(), scan_for_annotated_workers=True)
    handler.start_processes()
    while True:
        time.sleep(60)
