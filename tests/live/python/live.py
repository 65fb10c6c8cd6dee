# SPDX-FileCopyrightText: 2026 Baton contributors
# SPDX-License-Identifier: Apache-2.0
"""conductor-python: definitions, starts, workers (in processes of their own, as the SDK has it), operations. CONDUCTOR_SERVER_URL."""
import logging
import sys
import time
import uuid

from conductor.client.automator.task_handler import TaskHandler
from conductor.client.configuration.configuration import Configuration
from conductor.client.http.models import StartWorkflowRequest, TaskDef, WorkflowDef, WorkflowTask
from conductor.client.orkes_clients import OrkesClients
from conductor.client.worker.exception import NonRetryableException
from conductor.client.worker.worker_task import worker_task

logging.disable(logging.WARNING)
RUN = "live_py_" + uuid.uuid4().hex[:8]
COUNT = 25
checks = 0


def check(condition, what):
    global checks
    if not condition:
        sys.exit(f"failed: {what}")
    checks += 1


@worker_task(task_definition_name="live_py_double", thread_count=5, poll_interval_millis=50)
def double(number: int) -> dict:
    return {"doubled": number * 2}


@worker_task(task_definition_name="live_py_flaky", thread_count=5, poll_interval_millis=50)
def flaky(number: int, again: bool = False) -> dict:
    if number == 13 and not again:
        raise NonRetryableException("thirteen")
    return {"ok": True, "number": number}


def wait_for(client, workflow_id, seconds=60):
    for _ in range(seconds * 10):
        workflow = client.get_workflow(workflow_id, include_tasks=True)
        if workflow.status not in ("RUNNING", "PAUSED"):
            return workflow
        time.sleep(0.1)
    sys.exit(f"failed: {workflow_id} is still {workflow.status}")


def main():
    configuration = Configuration()
    clients = OrkesClients(configuration=configuration)
    metadata, workflows, tasks = clients.get_metadata_client(), clients.get_workflow_client(), clients.get_task_client()

    for name in ("live_py_double", "live_py_flaky"):
        metadata.register_task_def(TaskDef(name=name, retry_count=2, retry_delay_seconds=0, owner_email="a@b.c",
                                           timeout_seconds=60, response_timeout_seconds=30))
    check(metadata.get_task_def("live_py_double") is not None, "task definition is read back")
    definition = WorkflowDef(name=RUN, version=1, owner_email="a@b.c", schema_version=2, timeout_seconds=0, tasks=[
        WorkflowTask(name="live_py_double", task_reference_name="double", type="SIMPLE", input_parameters={"number": "${workflow.input.number}"}),
        WorkflowTask(name="live_py_flaky", task_reference_name="flaky", type="SIMPLE", input_parameters={"number": "${workflow.input.number}"}),
    ], output_parameters={"doubled": "${double.output.doubled}", "number": "${flaky.output.number}"})
    metadata.register_workflow_def(definition, overwrite=True)
    check(metadata.get_workflow_def(RUN).version == 1, "workflow definition is read back")

    handler = TaskHandler(configuration=configuration, scan_for_annotated_workers=True)
    handler.start_processes()
    try:
        ids = [workflows.start_workflow(StartWorkflowRequest(name=RUN, version=1, input={"number": i}, correlation_id=RUN)) for i in range(COUNT)]
        check(len(set(ids)) == COUNT, "every start gives an id of its own")
        for i, workflow_id in enumerate(ids):
            workflow = wait_for(workflows, workflow_id)
            if i == 13:
                check(workflow.status == "FAILED" and "thirteen" in workflow.reason_for_incompletion, "a terminal failure ends its workflow")
            else:
                check(workflow.status == "COMPLETED" and workflow.output["doubled"] == 2 * i, f"workflow {i} completes")
        ran = workflows.execute_workflow(StartWorkflowRequest(name=RUN, version=1, input={"number": 5}), request_id=str(uuid.uuid4()),
                                         wait_for_seconds=10)
        check(ran.output.get("doubled") == 10, "execute waits for the end")
        found = workflows.search(query=f"workflowType={RUN} AND status=COMPLETED", size=100)
        check(len(found.results) >= COUNT - 1, "search finds them")
    finally:
        handler.stop_processes()

    paused = workflows.start_workflow(StartWorkflowRequest(name=RUN, version=1, input={"number": 1}))
    workflows.pause_workflow(paused)
    check(workflows.get_workflow(paused, False).status == "PAUSED", "pause")
    workflows.resume_workflow(paused)
    workflows.terminate_workflow(paused, reason="enough")
    ended = workflows.get_workflow(paused, True)
    check(ended.status == "TERMINATED" and ended.reason_for_incompletion == "enough", "terminate")
    workflows.restart_workflow(paused)
    check(workflows.get_workflow(paused, False).status == "RUNNING", "restart")
    polled = tasks.poll_task("live_py_double", "by hand")
    check(polled is not None and polled.workflow_instance_id == paused, "poll by hand")
    tasks.add_task_log(polled.task_id, "a line")
    check(tasks.get_task_logs(polled.task_id)[0].log == "a line", "task log")
    tasks.update_task_by_ref_name(paused, "double", "COMPLETED", {"doubled": 2})
    check(workflows.get_workflow(paused, True).tasks[0].status == "COMPLETED", "update by reference name")
    workflows.terminate_workflow(paused)
    workflows.delete_workflow(paused)
    metadata.unregister_workflow_def(RUN, 1)
    print(f"python: {checks} checks passed")


if __name__ == "__main__":
    main()
