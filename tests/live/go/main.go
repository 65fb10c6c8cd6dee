// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

// conductor-go: definitions, starts, workers, operations. CONDUCTOR_SERVER_URL.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/conductor-sdk/conductor-go/sdk/client"
	"github.com/conductor-sdk/conductor-go/sdk/model"
	"github.com/conductor-sdk/conductor-go/sdk/worker"
	"github.com/conductor-sdk/conductor-go/sdk/workflow/executor"
	log "github.com/sirupsen/logrus"
)

const count = 25

var checks = 0

func check(condition bool, what string) {
	if !condition {
		fmt.Fprintln(os.Stderr, "failed: "+what)
		os.Exit(1)
	}
	checks++
}

func must(err error, what string) { check(err == nil, fmt.Sprintf("%s: %v", what, err)) }

func number(task *model.Task) int {
	value, _ := task.InputData["number"].(float64)
	return int(value)
}

func double(task *model.Task) (interface{}, error) {
	return map[string]interface{}{"doubled": number(task) * 2}, nil
}

func flaky(task *model.Task) (interface{}, error) {
	if number(task) == 13 {
		return nil, model.NewNonRetryableError(errors.New("thirteen"))
	}
	if number(task) == 7 && task.RetryCount == 0 {
		return nil, errors.New("seven, once")
	}
	return map[string]interface{}{"ok": true}, nil
}

func waitFor(workflows *executor.WorkflowExecutor, id string) *model.Workflow {
	for i := 0; i < 600; i++ {
		found, err := workflows.GetWorkflow(id, true)
		must(err, "get workflow")
		checks--
		if found.Status != model.RunningWorkflow && found.Status != model.PausedWorkflow {
			return found
		}
		time.Sleep(100 * time.Millisecond)
	}
	check(false, id+" ends")
	return nil
}

func simple(name, reference string) model.WorkflowTask {
	return model.WorkflowTask{Name: name, TaskReferenceName: reference, Type_: "SIMPLE",
		InputParameters: map[string]interface{}{"number": "${workflow.input.number}"}}
}

func main() {
	log.SetOutput(io.Discard)
	ctx := context.Background()
	api := client.NewAPIClientFromEnv()
	metadata := client.NewMetadataClient(api)
	workflows := executor.NewWorkflowExecutor(api)
	run := fmt.Sprintf("live_go_%x", time.Now().UnixNano())

	var definitions []model.TaskDef
	for _, name := range []string{"live_go_double", "live_go_flaky"} {
		definitions = append(definitions, model.TaskDef{Name: name, RetryCount: 2, OwnerEmail: "a@b.c", TimeoutSeconds: 60, ResponseTimeoutSeconds: 30})
	}
	_, err := metadata.RegisterTaskDef(ctx, definitions)
	must(err, "register task definitions")
	definition, _, err := metadata.GetTaskDef(ctx, "live_go_double")
	must(err, "get task definition")
	check(definition.RetryCount == 2, "task definition is read back")
	must(workflows.RegisterWorkflow(true, &model.WorkflowDef{Name: run, Version: 1, SchemaVersion: 2, OwnerEmail: "a@b.c",
		Tasks:            []model.WorkflowTask{simple("live_go_double", "double"), simple("live_go_flaky", "flaky")},
		OutputParameters: map[string]interface{}{"doubled": "${double.output.doubled}"}}), "register workflow")

	runner := worker.NewTaskRunnerWithApiClient(api)
	must(runner.StartWorker("live_go_double", double, 5, 20*time.Millisecond), "start worker")
	must(runner.StartWorker("live_go_flaky", flaky, 5, 20*time.Millisecond), "start worker")
	var ids []string
	for i := 0; i < count; i++ {
		id, err := workflows.StartWorkflow(&model.StartWorkflowRequest{Name: run, Version: 1, Input: map[string]interface{}{"number": i}, CorrelationId: run})
		must(err, "start")
		checks--
		ids = append(ids, id)
	}
	for i, id := range ids {
		found := waitFor(workflows, id)
		if i == 13 {
			check(found.Status == model.FailedWorkflow, "a terminal failure ends its workflow")
			continue
		}
		check(found.Status == model.CompletedWorkflow && found.Output["doubled"] == float64(2*i), fmt.Sprintf("workflow %d completes", i))
		if i == 7 {
			check(len(found.Tasks) == 3, "a failure is retried")
		}
	}
	ran, err := workflows.ExecuteWorkflow(&model.StartWorkflowRequest{Name: run, Version: 1, Input: map[string]interface{}{"number": 5}}, "")
	must(err, "execute")
	check(ran.Output["doubled"] == float64(10), "execute waits for the end")
	found, err := workflows.Search(0, 100, "workflowType="+run+" AND status=COMPLETED", "*")
	must(err, "search")
	check(len(found) >= count-1, "search finds them")
	runner.Pause("live_go_double")
	runner.Pause("live_go_flaky")
	time.Sleep(200 * time.Millisecond)

	id, err := workflows.StartWorkflow(&model.StartWorkflowRequest{Name: run, Version: 1, Input: map[string]interface{}{"number": 1}})
	must(err, "start")
	must(workflows.Pause(id), "pause")
	status, err := workflows.GetWorkflow(id, false)
	must(err, "get")
	check(status.Status == model.PausedWorkflow, "it is paused")
	must(workflows.Resume(id), "resume")
	must(workflows.Terminate(id, "enough"), "terminate")
	status, err = workflows.GetWorkflow(id, false)
	must(err, "get")
	check(status.ReasonForIncompletion == "enough", "the reason is kept")
	must(workflows.Restart(id, false), "restart")
	must(workflows.UpdateTaskByRefName("double", id, model.CompletedTask, map[string]interface{}{"doubled": 2}), "update by reference name")
	must(workflows.Terminate(id, "done"), "terminate again")
	must(workflows.RemoveWorkflow(id), "remove")
	fmt.Printf("go: %d checks passed\n", checks)
}
