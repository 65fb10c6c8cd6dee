// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

// The worker of the throughput bench, made with conductor-go: answers at once.
package main

import (
	"io"
	"time"

	"github.com/conductor-sdk/conductor-go/sdk/client"
	"github.com/conductor-sdk/conductor-go/sdk/model"
	"github.com/conductor-sdk/conductor-go/sdk/worker"
	log "github.com/sirupsen/logrus"
)

func answer(*model.Task) (interface{}, error) {
	return map[string]interface{}{"decision": "APPROVED", "credit_score": 720}, nil
}

func main() {
	log.SetOutput(io.Discard)
	runner := worker.NewTaskRunnerWithApiClient(client.NewAPIClientFromEnv())
	for _, name := range []string{"credit_check", "income_verification", "risk_assessment", "underwriting_decision", "update_application_state"} {
		if err := runner.StartWorker(name, answer, 50, 5*time.Millisecond); err != nil {
			panic(err)
		}
	}
	runner.WaitWorkers()
}
