// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "storebench.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace baton;
using namespace baton::bench;

/// Many threads at one embedded Conductor over a store: clients, workers with long polls, somebody who looks, the clock.
class TestEmbeddedThreads : public QObject {
    Q_OBJECT

private slots:
    void everyWorkflowCompletesUnderManyThreads();
    void waitingPollsAreAnsweredByOtherThreads();
    void endsWhileCallsWait();
};

namespace {

constexpr int kWorkflows = 120;
constexpr int kStarters = 2;
constexpr int kWorkers = 3;

/// Polls, waiting if need be, and hands on what came; ends when told to.
void work(EmbeddedConductor& conductor, const std::atomic<bool>& isOver)
{
    while (!isOver) {
        for (const char* type : {"a", "b"}) {
            std::mutex mutex;
            std::condition_variable changed;
            std::optional<std::vector<TaskView>> views;
            const PollRequest request {type, "me", {}, 5, 20};
            conductor.tasks().poll(request, [&](Result<std::vector<TaskView>> handed) {
                const std::lock_guard lock(mutex);
                views = std::move(handed).valueOr({});
                changed.notify_one();   // under the lock: whoever waits ends with it
            });
            {
                std::unique_lock lock(mutex);
                changed.wait(lock, [&] { return views.has_value(); });
            }
            for (const TaskView& view : *views) {
                TaskResult result;
                result.workflowInstanceId = view.execution->workflowId;
                result.taskId = view.task->taskId;
                result.status = TaskStatus::Completed;
                conductor.tasks().update(std::move(result), {});
            }
        }
    }
}

}  // namespace

void TestEmbeddedThreads::everyWorkflowCompletesUnderManyThreads()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("store.db")).toStdString();
    std::vector<Text> ids;
    {
        auto store = SqliteStore::open(path).value();
        EmbeddedSetup setup;
        setup.evaluators = [] { return Evaluators(); };
        setup.sink = store.get();
        setup.archive = store.get();
        setup.mostEnded = 5;
        EmbeddedConductor conductor(std::move(setup));
        for (const std::string_view json : {kTwo, kParent, kOne}) {
            const WorkflowDefPtr definition = workflowDefFrom(parseJson(json).value()).value();
            QVERIFY(answerOf<void>([&](Done done) { conductor.metadata().registerWorkflow(definition, true, done); }));
        }
        std::atomic<bool> isOver = false;
        std::mutex mutex;                     // guards ids
        const std::jthread clock([&](const std::stop_token& stop) {   // ends last: workers wait for it
            while (!stop.stop_requested())
                conductor.tick();
        });
        std::vector<std::jthread> others;
        for (int i = 0; i < kWorkers; ++i)
            others.emplace_back([&] { work(conductor, isOver); });
        others.emplace_back([&] {
            while (!isOver) {
                conductor.workflows().search({}, {});
                (void)conductor.world().stateHash();
                conductor.tasks().queueSizes({}, {});
            }
        });
        {
            std::vector<std::jthread> starters;
            for (int s = 0; s < kStarters; ++s) {
                starters.emplace_back([&, s] {
                    for (int i = s; i < kWorkflows; i += kStarters) {
                        StartRequest request;
                        request.name = i % 5 == 0 ? "parent" : "two";
                        conductor.workflows().start(request, [&](const Result<Text>& id) {
                            const std::lock_guard lock(mutex);
                            ids.push_back(id.value());
                        });
                    }
                });
            }
        }
        for (const Text& id : ids) {
            ExecutionPtr seen;
            while (!seen || !isTerminal(seen->status)) {
                seen = answerOf<ExecutionPtr>([&](auto reply) { conductor.workflows().execution(id, reply); }).valueOr(nullptr);
                std::this_thread::yield();
            }
            QCOMPARE(seen->status, WorkflowStatus::Completed);
        }
        isOver = true;
    }
    Stored after(path);
    QCOMPARE(ids.size(), static_cast<std::size_t>(kWorkflows));
    for (const Text& id : ids)
        QCOMPARE(after.execution(id)->status, WorkflowStatus::Completed);
}

void TestEmbeddedThreads::waitingPollsAreAnsweredByOtherThreads()
{
    EmbeddedSetup setup;
    setup.evaluators = [] { return Evaluators(); };
    EmbeddedConductor conductor(std::move(setup));
    const WorkflowDefPtr definition = workflowDefFrom(parseJson(kOne).value()).value();
    QVERIFY(answerOf<void>([&](Done done) { conductor.metadata().registerWorkflow(definition, true, done); }));
    std::atomic<int> handed = 0;
    for (int i = 0; i < 20; ++i) {
        const PollRequest request {"a", "me", {}, 1, 5000};
        conductor.tasks().poll(request, [&](const Result<std::vector<TaskView>>& views) { handed += static_cast<int>(views->size()); });
    }
    {
        std::vector<std::jthread> starters;
        for (int s = 0; s < 4; ++s) {
            starters.emplace_back([&] {
                for (int i = 0; i < 5; ++i) {
                    StartRequest request;
                    request.name = "one";
                    conductor.workflows().start(request, {});
                }
            });
        }
    }
    QCOMPARE(handed.load(), 20);
}

void TestEmbeddedThreads::endsWhileCallsWait()
{
    std::atomic<int> answered = 0;
    {
        EmbeddedSetup setup;
        setup.evaluators = [] { return Evaluators(); };
        EmbeddedConductor conductor(std::move(setup));
        std::vector<std::jthread> pollers;
        for (int i = 0; i < 3; ++i) {
            pollers.emplace_back([&] {
                for (int n = 0; n < 10; ++n) {
                    const PollRequest request {"a", "me", {}, 1, 5000};
                    conductor.tasks().poll(request, [&](const Result<std::vector<TaskView>>&) { ++answered; });
                }
            });
        }
    }
    QCOMPARE(answered.load(), 30);
}

QTEST_GUILESS_MAIN(TestEmbeddedThreads)
#include "tst_embeddedthreads.moc"
