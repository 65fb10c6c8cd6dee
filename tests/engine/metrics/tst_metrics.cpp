// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/metrics/metrics.h"

#include <QTest>

#include <thread>

using namespace baton;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<VirtualClock> clockAt(EpochMs now)
{
    return std::make_shared<VirtualClock>(now);
}

bool has(const std::string& text, std::string_view line)
{
    return text.find(line) != std::string::npos;
}

void countEverything(TaskMeter& meter)
{
    meter.polled();
    meter.pollTook(3ms, true);
    meter.pollFailed("TIMEOUT");
    meter.started();
    meter.executed(30ms, true);
    meter.executed(300ms, false);
    meter.executeFailed("UW_001");
    meter.updateTook(7ms, true);
    meter.updateFailed("UNAVAILABLE");
    meter.queueFull();
    meter.paused();
    meter.restarted();
    meter.resultSize(1500);
    meter.setActive(2);
    meter.scheduledToStarted(12ms);
    meter.setSlots(10, 4);
    meter.lease(TaskMeter::Lease::Lost);
}

}  // namespace

class TestMetrics : public QObject {
    Q_OBJECT
private slots:
    void spellsNamesLabelsAndBucketsAsTheSdksDo();
    void showsAMetricOnlyOnceItCounts();
    void snapshotsWhatTheExpositionShows();
    void namesTheFailoverState();
    void refusesAnotherKindOfTheSameName();
    void escapesLabels();
    void countsFromManyThreads();
};

void TestMetrics::spellsNamesLabelsAndBucketsAsTheSdksDo()
{
    Metrics metrics(clockAt(1));
    countEverything(metrics.task("credit_check"));
    metrics.httpRequest("POST", "/tasks", 200, 2ms);
    metrics.httpRequest("GET", "/tasks/poll/batch/{tasktype}", 0, 2ms);
    metrics.uncaught("bad_alloc");
    metrics.workflowStartFailed("loan", "CONFLICT");
    metrics.workflowInputSize("loan", "", 10);
    metrics.externalPayloadUsed("credit_check", "READ", "TASK_INPUT");
    const std::string text = metrics.exposition();
    for (const char* line : {
             "# TYPE task_poll_total counter\ntask_poll_total{taskType=\"credit_check\"} 1\n",
             "task_execution_started_total{taskType=\"credit_check\"} 1\n",
             "task_poll_error_total{exception=\"TIMEOUT\",taskType=\"credit_check\"} 1\n",
             "task_execute_error_total{exception=\"UW_001\",taskType=\"credit_check\"} 1\n",
             "task_update_error_total{exception=\"UNAVAILABLE\",taskType=\"credit_check\"} 1\n",
             "task_execution_queue_full_total{taskType=\"credit_check\"} 1\n",
             "task_paused_total{taskType=\"credit_check\"} 1\n",
             "worker_restart_total{taskType=\"credit_check\"} 1\n",
             "thread_uncaught_exceptions_total{exception=\"bad_alloc\"} 1\n",
             "workflow_start_error_total{exception=\"CONFLICT\",workflowType=\"loan\"} 1\n",
             "external_payload_used_total{entityName=\"credit_check\",operation=\"READ\",payloadType=\"TASK_INPUT\"} 1\n",
             "# TYPE task_poll_time_seconds histogram\n",
             "task_poll_time_seconds_bucket{status=\"SUCCESS\",taskType=\"credit_check\",le=\"0.001\"} 0\n",
             "task_poll_time_seconds_bucket{status=\"SUCCESS\",taskType=\"credit_check\",le=\"0.005\"} 1\n",
             "task_execute_time_seconds_bucket{status=\"SUCCESS\",taskType=\"credit_check\",le=\"0.05\"} 1\n",
             "task_execute_time_seconds_bucket{status=\"FAILURE\",taskType=\"credit_check\",le=\"0.5\"} 1\n",
             "task_execute_time_seconds_bucket{status=\"FAILURE\",taskType=\"credit_check\",le=\"10\"} 1\n",
             "task_execute_time_seconds_bucket{status=\"FAILURE\",taskType=\"credit_check\",le=\"+Inf\"} 1\n",
             "task_update_time_seconds_sum{status=\"SUCCESS\",taskType=\"credit_check\"} 0.007",
             "task_result_size_bytes_bucket{taskType=\"credit_check\",le=\"1000\"} 0\n",
             "task_result_size_bytes_bucket{taskType=\"credit_check\",le=\"10000\"} 1\n",
             "workflow_input_size_bytes_count{version=\"\",workflowType=\"loan\"} 1\n",
             "http_api_client_request_seconds_count{method=\"POST\",status=\"200\",uri=\"/tasks\"} 1\n",
             "http_api_client_request_seconds_count{method=\"GET\",status=\"0\",uri=\"/tasks/poll/batch/{tasktype}\"} 1\n",
             "active_workers{taskType=\"credit_check\"} 2\n",
             "worker_task_slots_available{taskType=\"credit_check\"} 6\n",
             "lease_extension_total{status=\"LOST\",taskType=\"credit_check\"} 1\n",
             "task_schedule_to_start_seconds_count{taskType=\"credit_check\"} 1\n"})
        QVERIFY2(has(text, line), (std::string(line) + "\nis not in\n" + text).c_str());
}

void TestMetrics::showsAMetricOnlyOnceItCounts()
{
    Metrics metrics(clockAt(1));
    QCOMPARE(metrics.exposition(), std::string());
    TaskMeter& meter = metrics.task("a");
    QCOMPARE(metrics.exposition(), std::string());
    meter.polled();
    const std::vector<MetricGroup> groups = metrics.groups();
    QCOMPARE(groups.size(), std::size_t {1});
    QCOMPARE(groups[0].name, std::string("task_poll_total"));
    QCOMPARE(groups[0].series[0].value, 1.0);
}

void TestMetrics::snapshotsWhatTheExpositionShows()
{
    const auto clock = clockAt(5'000);
    Metrics metrics(clock);
    countEverything(metrics.task("b"));
    countEverything(metrics.task("a"));
    metrics.setJournal(3, 1, 2.5);
    const MetricsSnapshot before = metrics.snapshot();
    QCOMPARE(before.at, EpochMs {5'000});
    QCOMPARE(before.tasks.size(), std::size_t {2});
    QCOMPARE(before.tasks[0].taskType, std::string("a"));
    QCOMPARE(before.journalPending, std::uint64_t {3});
    const TaskFigures* figures = before.task("a");
    QVERIFY(figures != nullptr);
    QCOMPARE(figures->succeeded, std::uint64_t {1});
    QCOMPARE(figures->failed, std::uint64_t {1});
    QCOMPARE(figures->errorRate(), 0.5);
    QCOMPARE(figures->slotsUsed, 4);
    QCOMPARE(figures->leasesLost, std::uint64_t {1});
    QCOMPARE(figures->queueDepth, -1.0);
    QCOMPARE(before.total().succeeded, std::uint64_t {2});
    QCOMPARE(before.total().slotsTotal, 20);

    metrics.task("a").executed(40ms, true);
    const TaskFigures range = metrics.snapshot().task("a")->since(*figures);
    QCOMPARE(range.succeeded, std::uint64_t {1});
    QCOMPARE(range.failed, std::uint64_t {0});
    QCOMPARE(range.execute.count(), std::uint64_t {1});
    QVERIFY(std::abs(range.execute.quantileSeconds(0.5) - 0.04) < 0.0004);
    QCOMPARE(metrics.snapshot().task("nobody"), static_cast<const TaskFigures*>(nullptr));
}

void TestMetrics::namesTheFailoverState()
{
    Metrics metrics(clockAt(1));
    metrics.setFailoverState("primary");
    metrics.setFailoverState("primary");
    metrics.setFailoverState("embedded");
    const std::string text = metrics.exposition();
    QVERIFY(has(text, "failover_state{state=\"primary\"} 0\n"));
    QVERIFY(has(text, "failover_state{state=\"embedded\"} 1\n"));
    QVERIFY(has(text, "failover_transitions_total{from=\"primary\",to=\"embedded\"} 1\n"));
    QCOMPARE(metrics.snapshot().failoverState, std::string("embedded"));
}

void TestMetrics::refusesAnotherKindOfTheSameName()
{
    Metrics metrics(clockAt(1));
    metrics.count("requests_total", "Requests", {{"route", "/x"}}, 2);
    metrics.set("requests_total", "Requests", {}, 7);
    metrics.count("no name", "", {});
    metrics.count("fine_total", "", {{"bad label", "x"}});
    metrics.count("requests_total", "Requests", {{"route", "/x"}}, -1);
    const std::string text = metrics.exposition();
    QVERIFY(has(text, "requests_total{route=\"/x\"} 2\n"));
    QVERIFY(!has(text, "7"));
    QVERIFY(!has(text, "bad"));
}

void TestMetrics::escapesLabels()
{
    Metrics metrics(clockAt(1));
    metrics.task("a\"b\\c\nd").polled();
    QVERIFY(has(metrics.exposition(), "task_poll_total{taskType=\"a\\\"b\\\\c\\nd\"} 1\n"));
}

void TestMetrics::countsFromManyThreads()
{
    Metrics metrics(clockAt(1));
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&metrics] {
                TaskMeter& meter = metrics.task("shared");
                for (int i = 0; i < 500; ++i) {
                    meter.polled();
                    meter.executed(1ms, i % 2 == 0);
                    if (i % 50 == 0)
                        std::ignore = metrics.snapshot();
                }
            });
        }
    }
    const MetricsSnapshot snapshot = metrics.snapshot();
    QCOMPARE(snapshot.task("shared")->polls, std::uint64_t {2'000});
    QCOMPARE(snapshot.task("shared")->succeeded, std::uint64_t {1'000});
    QCOMPARE(snapshot.task("shared")->execute.count(), std::uint64_t {2'000});
}

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
