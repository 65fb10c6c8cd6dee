// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

// The Go SDK's worker on the task types given: goworker URL SLOTS TYPE...
package main

import (
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	"github.com/conductor-sdk/conductor-go/sdk/client"
	"github.com/conductor-sdk/conductor-go/sdk/model"
	"github.com/conductor-sdk/conductor-go/sdk/settings"
	"github.com/conductor-sdk/conductor-go/sdk/worker"
	"github.com/sirupsen/logrus"
)

func work(task *model.Task) (interface{}, error) {
	return map[string]interface{}{"done": true}, nil
}

func main() {
	logrus.SetLevel(logrus.ErrorLevel)
	slots, err := strconv.Atoi(os.Args[2])
	if err != nil {
		panic(err)
	}
	api := client.NewAPIClient(nil, settings.NewHttpSettings(os.Args[1]))
	runner := worker.NewTaskRunnerWithApiClient(api)
	for _, taskType := range os.Args[3:] {
		if err := runner.StartWorker(taskType, work, slots, 100*time.Millisecond); err != nil {
			panic(err)
		}
	}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM, syscall.SIGINT)
	<-stop
}
