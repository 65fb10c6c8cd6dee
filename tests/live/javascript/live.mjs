// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
// @io-orkes/conductor-javascript: definitions, starts, workers, operations. CONDUCTOR_SERVER_URL.
import { OrkesClients, TaskHandler, NonRetryableException, noopLogger } from "@io-orkes/conductor-javascript";

const run = "live_js_" + Math.random().toString(16).slice(2, 10);
const count = 25;
let checks = 0;

function check(condition, what) {
  if (!condition) {
    console.error("failed: " + what);
    process.exit(1);
  }
  checks += 1;
}

const clients = await OrkesClients.from({ serverUrl: process.env.CONDUCTOR_SERVER_URL, logger: noopLogger });
const metadata = clients.getMetadataClient();
const workflows = clients.getWorkflowClient();

async function waitFor(id) {
  for (let i = 0; i < 600; ++i) {
    const workflow = await workflows.getWorkflow(id, true);
    if (workflow.status !== "RUNNING" && workflow.status !== "PAUSED") return workflow;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  check(false, id + " ends");
}

const simple = (name, ref) => ({ name, taskReferenceName: ref, type: "SIMPLE", inputParameters: { number: "${workflow.input.number}" } });
await metadata.registerTasks(["live_js_double", "live_js_flaky"].map((name) =>
  ({ name, retryCount: 2, retryDelaySeconds: 0, ownerEmail: "a@b.c", timeoutSeconds: 60, responseTimeoutSeconds: 30 })));
check((await metadata.getTask("live_js_double")).retryCount === 2, "task definition is read back");
await metadata.registerWorkflowDef({ name: run, version: 1, schemaVersion: 2, ownerEmail: "a@b.c", timeoutSeconds: 0, inputParameters: [],
  tasks: [simple("live_js_double", "double"), simple("live_js_flaky", "flaky")], outputParameters: { doubled: "${double.output.doubled}" } }, true);
check((await metadata.getWorkflowDef(run)).version === 1, "workflow definition is read back");

const workers = [
  { taskDefName: "live_js_double", concurrency: 5, pollInterval: 20,
    execute: async (task) => ({ status: "COMPLETED", outputData: { doubled: task.inputData.number * 2 } }) },
  { taskDefName: "live_js_flaky", concurrency: 5, pollInterval: 20, execute: async (task) => {
    if (task.inputData.number === 13) throw new NonRetryableException("thirteen");
    if (task.retryCount === 0 && task.inputData.number === 7) throw new Error("seven, once");
    return { status: "COMPLETED", outputData: { ok: true } };
  } },
];
const handler = new TaskHandler({ client: clients.getClient(), workers, scanForDecorated: false, logger: noopLogger });
await handler.startWorkers();
const ids = [];
for (let i = 0; i < count; ++i) ids.push(await workflows.startWorkflow({ name: run, version: 1, input: { number: i } }));
check(new Set(ids).size === count, "every start gives an id of its own");
for (let i = 0; i < count; ++i) {
  const workflow = await waitFor(ids[i]);
  if (i === 13) check(workflow.status === "FAILED", "a terminal failure ends its workflow");
  else check(workflow.status === "COMPLETED" && workflow.output.doubled === 2 * i, `workflow ${i} completes`);
  if (i === 7) check(workflow.tasks.length === 3, "a failure is retried");
}
const ran = await workflows.executeWorkflow({ name: run, version: 1, input: { number: 5 } }, run, 1, "request-" + run);
check(ran.output.doubled === 10, "execute waits for the end");
const found = await workflows.search(0, 100, `workflowType=${run} AND status=COMPLETED`, "*");
check(found.results.length >= count - 1, "search finds them");
await handler.stopWorkers();

const id = await workflows.startWorkflow({ name: run, version: 1, input: { number: 1 } });
await workflows.pause(id);
check((await workflows.getWorkflow(id, false)).status === "PAUSED", "pause");
await workflows.resume(id);
await workflows.terminate(id, "enough");
check((await workflows.getWorkflow(id, false)).reasonForIncompletion === "enough", "terminate");
await workflows.restart(id, false);
check((await workflows.getWorkflowStatus(id, false, false)).status === "RUNNING", "restart");
await workflows.updateTaskByRefName("double", id, "COMPLETED", { doubled: 2 });
check((await workflows.getWorkflow(id, true)).tasks[0].status === "COMPLETED", "update by reference name");
await workflows.terminate(id, "done");
await workflows.deleteWorkflow(id);
console.log(`javascript: ${checks} checks passed`);
process.exit(0);
