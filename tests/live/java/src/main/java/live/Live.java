// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
package live;

import com.netflix.conductor.client.automator.TaskRunnerConfigurer;
import com.netflix.conductor.client.http.ConductorClient;
import com.netflix.conductor.client.http.MetadataClient;
import com.netflix.conductor.client.http.TaskClient;
import com.netflix.conductor.client.http.WorkflowClient;
import com.netflix.conductor.client.worker.Worker;
import com.netflix.conductor.common.metadata.tasks.Task;
import com.netflix.conductor.common.metadata.tasks.TaskDef;
import com.netflix.conductor.common.metadata.tasks.TaskResult;
import com.netflix.conductor.common.metadata.workflow.StartWorkflowRequest;
import com.netflix.conductor.common.metadata.workflow.WorkflowDef;
import com.netflix.conductor.common.metadata.workflow.WorkflowTask;
import com.netflix.conductor.common.run.Workflow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** conductor-client: definitions, starts, workers, operations. CONDUCTOR_SERVER_URL. */
public final class Live {
    private static final int COUNT = 25;
    private static int checks = 0;

    private Live() {}

    private static void check(boolean condition, String what) {
        if (!condition) {
            System.err.println("failed: " + what);
            System.exit(1);
        }
        ++checks;
    }

    private static int number(Task task) {
        return ((Number) task.getInputData().get("number")).intValue();
    }

    private static Worker doubling() {
        return Worker.create("live_java_double", task -> {
            TaskResult result = new TaskResult(task);
            result.setStatus(TaskResult.Status.COMPLETED);
            result.addOutputData("doubled", number(task) * 2);
            return result;
        });
    }

    private static Worker flaky() {
        return Worker.create("live_java_flaky", task -> {
            if (number(task) == 7 && task.getRetryCount() == 0) {
                throw new IllegalStateException("seven, once");
            }
            TaskResult result = new TaskResult(task);
            result.setStatus(number(task) == 13 ? TaskResult.Status.FAILED_WITH_TERMINAL_ERROR : TaskResult.Status.COMPLETED);
            return result;
        });
    }

    private static WorkflowTask simple(String name, String reference) {
        WorkflowTask task = new WorkflowTask();
        task.setName(name);
        task.setTaskReferenceName(reference);
        task.setType("SIMPLE");
        task.setInputParameters(Map.of("number", "${workflow.input.number}"));
        return task;
    }

    private static TaskDef taskDef(String name) {
        TaskDef definition = new TaskDef(name);
        definition.setRetryCount(2);
        definition.setRetryDelaySeconds(0);
        definition.setOwnerEmail("a@b.c");
        definition.setTimeoutSeconds(60);
        definition.setResponseTimeoutSeconds(30);
        return definition;
    }

    private static Workflow waitFor(WorkflowClient workflows, String id) throws InterruptedException {
        for (int i = 0; i < 600; ++i) {
            Workflow workflow = workflows.getWorkflow(id, true);
            if (workflow.getStatus().isTerminal()) {
                return workflow;
            }
            Thread.sleep(100);
        }
        check(false, id + " ends");
        return null;
    }

    private static StartWorkflowRequest request(String name, int number) {
        StartWorkflowRequest request = new StartWorkflowRequest();
        request.setName(name);
        request.setVersion(1);
        request.setInput(Map.of("number", number));
        return request;
    }

    public static void main(String[] arguments) throws InterruptedException {
        ConductorClient client = new ConductorClient(System.getenv("CONDUCTOR_SERVER_URL"));
        MetadataClient metadata = new MetadataClient(client);
        WorkflowClient workflows = new WorkflowClient(client);
        TaskClient tasks = new TaskClient(client);
        String run = "live_java_" + UUID.randomUUID().toString().substring(0, 8);

        metadata.registerTaskDefs(List.of(taskDef("live_java_double"), taskDef("live_java_flaky")));
        check(metadata.getTaskDef("live_java_double").getRetryCount() == 2, "task definition is read back");
        WorkflowDef definition = new WorkflowDef();
        definition.setName(run);
        definition.setVersion(1);
        definition.setOwnerEmail("a@b.c");
        definition.setTimeoutSeconds(0);
        definition.setTasks(List.of(simple("live_java_double", "double"), simple("live_java_flaky", "flaky")));
        definition.setOutputParameters(Map.of("doubled", "${double.output.doubled}"));
        metadata.registerWorkflowDef(definition);
        check(metadata.getWorkflowDef(run, 1).getTasks().size() == 2, "workflow definition is read back");

        TaskRunnerConfigurer runner = new TaskRunnerConfigurer.Builder(tasks, List.of(doubling(), flaky())).withThreadCount(5).build();
        runner.init();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < COUNT; ++i) {
            ids.add(workflows.startWorkflow(request(run, i)));
        }
        check(new HashSet<>(ids).size() == COUNT, "every start gives an id of its own");
        for (int i = 0; i < COUNT; ++i) {
            Workflow workflow = waitFor(workflows, ids.get(i));
            if (i == 13) {
                check(workflow.getStatus() == Workflow.WorkflowStatus.FAILED, "a terminal failure ends its workflow");
            } else {
                check(workflow.getStatus() == Workflow.WorkflowStatus.COMPLETED
                    && ((Number) workflow.getOutput().get("doubled")).intValue() == 2 * i, "workflow " + i + " completes");
            }
            if (i == 7) {
                check(workflow.getTasks().size() == 3, "a failure is retried");
            }
        }
        check(workflows.search("workflowType=" + run + " AND status=COMPLETED").getTotalHits() >= COUNT - 1, "search finds them");
        runner.shutdown();

        String id = workflows.startWorkflow(request(run, 1));
        workflows.pauseWorkflow(id);
        check(workflows.getWorkflow(id, false).getStatus() == Workflow.WorkflowStatus.PAUSED, "pause");
        workflows.resumeWorkflow(id);
        workflows.terminateWorkflow(id, "enough");
        check("enough".equals(workflows.getWorkflow(id, false).getReasonForIncompletion()), "terminate");
        workflows.restart(id, false);
        Task polled = tasks.pollTask("live_java_double", "by hand", null);
        check(polled != null && polled.getWorkflowInstanceId().equals(id), "poll by hand");
        tasks.logMessageForTask(polled.getTaskId(), "a line");
        check(tasks.getTaskLogs(polled.getTaskId()).get(0).getLog().equals("a line"), "task log");
        workflows.terminateWorkflow(id, "done");
        workflows.deleteWorkflow(id, false);
        metadata.unregisterWorkflowDef(run, 1);
        System.out.println("java: " + checks + " checks passed");
        System.exit(0);
    }
}
