// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "embeddedbench.h"

using namespace baton;
using bench::Embedded;

class TestEmbeddedConductor : public QObject {
    Q_OBJECT

private slots:
    void runsAWorkflow()
    {
        Embedded embedded;
        QVERIFY(embedded.addWorkflow(bench::kOne).ok());
        const Text id = embedded.start("one").value();
        const auto views = embedded.poll("a");
        QCOMPARE(views.size(), std::size_t {1});
        QCOMPARE(views[0].task->status, TaskStatus::InProgress);
        QCOMPARE(views[0].task->workerId, Text("me"));
        QVERIFY(embedded.poll("a").empty());
        QVERIFY(embedded.update(views[0], TaskStatus::Completed, Value::object({{"x", 1}})).ok());
        QCOMPARE(embedded.execution(id)->status, WorkflowStatus::Completed);
        QCOMPARE(embedded.execution(id)->output["x"], Value(1));
        QCOMPARE(embedded.sink.memory.world.stateHash(), embedded.conductor.world().stateHash());
        const auto polls = answerOf<std::vector<PollData>>([&](auto reply) { embedded.conductor.tasks().pollData("a", reply); });
        QCOMPARE(*polls, (std::vector<PollData> {{"a", {}, "me", 1'000'000}}));
    }

    void keepsDefinitionsAsTheRealServerDoes()
    {
        Embedded embedded;
        QVERIFY(embedded.addWorkflow(bench::kOne).ok());
        const Status again = embedded.addWorkflow(bench::kOne);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QCOMPARE(again.error().message, std::string("Workflow with one.1 already exists!"));
        QVERIFY(embedded.addWorkflow(bench::kOne, true).ok());
        MetadataPort& metadata = embedded.conductor.metadata();
        const auto get = [&](std::optional<int> version) {
            return answerOf<WorkflowDefPtr>([&](auto reply) { metadata.workflow("one", version, reply); });
        };
        QCOMPARE((*get(std::nullopt))->createTime, EpochMs {1'000'000});
        QCOMPARE(get(3).error().message, std::string("No such workflow found by name: one, version: 3"));
        QVERIFY(answerOf<void>([&](Done done) { metadata.removeWorkflow("one", 1, done); }).ok());
        const Status gone = answerOf<void>([&](Done done) { metadata.removeWorkflow("one", 1, done); });
        QCOMPARE(gone.error().code, ErrorCode::Internal);
        QCOMPARE(gone.error().message, std::string("No such workflow definition: one version: 1"));
        const Status unknown = answerOf<void>([&](Done done) {
            metadata.updateTask(taskDefFrom(Value::object({{"name", "never"}})).value(), done);
        });
        QCOMPARE(unknown.error().message, std::string("No such task by name never"));
        const auto none = answerOf<BulkResult>([&](auto reply) { metadata.updateWorkflows({}, reply); });
        QCOMPARE(none.error().violations[0].message, std::string("WorkflowDefList is empty"));
    }

    void refusesAWrongStart()
    {
        Embedded embedded;
        QCOMPARE(embedded.start("never").error().message, std::string("No such workflow defined. name=never, version=null"));
        QCOMPARE(embedded.start("").error().message, std::string("Workflow name must be specified when searching for a definition"));
        StartRequest own;
        own.name = "own";
        own.priority = 100;
        own.workflowDef = std::make_shared<WorkflowDef>();
        const auto refused = answerOf<Text>([&](auto reply) { embedded.conductor.workflows().start(own, reply); });
        QCOMPARE(refused.error().violations.size(), std::size_t {3});
        QCOMPARE(refused.error().violations[1].path, std::string("startWorkflow.arg0.workflowDef.name"));
    }

    void holdsBackWhatIsLimited()
    {
        Embedded embedded;
        QVERIFY(embedded.addTask(R"({"name":"a","concurrentExecLimit":1})").ok());
        QVERIFY(embedded.addWorkflow(bench::kOne).ok());
        (void)embedded.start("one");
        (void)embedded.start("one");
        const auto first = embedded.poll("a", 5);
        QCOMPARE(first.size(), std::size_t {1});
        QVERIFY(embedded.poll("a").empty());
        QVERIFY(embedded.update(first[0], TaskStatus::Completed).ok());
        QCOMPARE(embedded.poll("a", 5).size(), std::size_t {1});
    }

    void keepsToARateLimit()
    {
        Embedded embedded;
        QVERIFY(embedded.addTask(R"({"name":"a","rateLimitPerFrequency":2,"rateLimitFrequencyInSeconds":10})").ok());
        QVERIFY(embedded.addWorkflow(bench::kOne).ok());
        for (int i = 0; i < 3; ++i)
            (void)embedded.start("one");
        QCOMPARE(embedded.poll("a", 5).size(), std::size_t {2});
        embedded.clock->advanceBy(9'999);
        QVERIFY(embedded.poll("a", 5).empty());
        embedded.clock->advanceBy(1);
        QCOMPARE(embedded.poll("a", 5).size(), std::size_t {1});
    }

    void sendsTasksToTheDomainThatIsPolled()
    {
        Embedded embedded;
        QVERIFY(embedded.addWorkflow(bench::kOne).ok());
        (void)embedded.poll("a", 1, "polled");
        StartRequest request;
        request.name = "one";
        request.taskToDomain = Value::object({{"a", "nobody,polled,last"}});
        QVERIFY(answerOf<Text>([&](auto reply) { embedded.conductor.workflows().start(request, reply); }).ok());
        QVERIFY(embedded.poll("a").empty());
        QCOMPARE(embedded.poll("a", 1, "polled").size(), std::size_t {1});
    }

    void putsSecretsInAtHandOffOnly()
    {
        EmbeddedSetup setup;
        setup.environment = std::make_shared<FixedEnvironment>(FixedEnvironment::Names {}, FixedEnvironment::Names {{"KEY", "s3"}});
        Embedded embedded(std::move(setup));
        QVERIFY(embedded.addWorkflow(R"({"name":"s","tasks":[{"name":"a","taskReferenceName":"a",
            "inputParameters":{"k":"${workflow.secrets.KEY}"}}]})").ok());
        const Text id = embedded.start("s").value();
        QCOMPARE(embedded.poll("a").at(0).task->inputData["k"], Value("s3"));
        QCOMPARE(embedded.execution(id)->latest("a")->inputData["k"], Value("${workflow.secrets.KEY}"));
    }

    void answersUpdatesAsTheRealServerDoes()
    {
        Embedded embedded;
        QVERIFY(embedded.addWorkflow(bench::kOne).ok());
        const Text id = embedded.start("one").value();
        TaskPort& tasks = embedded.conductor.tasks();
        const auto update = [&](const Text& workflow, const Text& task) {
            TaskResult result;
            result.workflowInstanceId = workflow;
            result.taskId = task;
            return answerOf<Text>([&](auto reply) { tasks.update(result, reply); }).error();
        };
        QCOMPARE(update({}, {}).violations.size(), std::size_t {2});
        QCOMPARE(update("never", "t").message, std::string("No such workflow found by id: never"));
        QCOMPARE(update(id, "never").message, std::string("No such task found by id: never"));
        const auto byReference = [&](const char* reference) {
            return answerOf<Text>([&](auto reply) {
                tasks.updateByReference({id, reference, TaskStatus::Completed, {}, Value::object({{"x", 2}})}, reply);
            }).value();
        };
        QVERIFY(byReference("never").empty());
        QVERIFY(!byReference("a").empty());
        QVERIFY(byReference("a").empty());
        QCOMPARE(embedded.execution(id)->output["x"], Value(2));
        const auto none = answerOf<TaskView>([&](auto reply) { tasks.task("nope", reply); });
        QCOMPARE(none.error().message, std::string("Task not found for taskId: nope"));
    }

    void keepsLogs()
    {
        Embedded embedded;
        QVERIFY(embedded.addWorkflow(bench::kOne).ok());
        (void)embedded.start("one");
        const TaskView view = embedded.poll("a").at(0);
        TaskResult result = Embedded::resultFor(view, TaskStatus::InProgress);
        result.logs = {{"first", 1}, {"second", 2}};
        TaskPort& tasks = embedded.conductor.tasks();
        QVERIFY(answerOf<Text>([&](auto reply) { tasks.update(result, reply); }).ok());
        QVERIFY(answerOf<void>([&](Done done) { tasks.addLog(view.task->taskId, "third", done); }).ok());
        QVERIFY(answerOf<void>([&](Done done) { tasks.addLog("nobody", "lost", done); }).ok());
        const auto logs = answerOf<std::vector<TaskLogEntry>>([&](auto reply) { tasks.logs(view.task->taskId, reply); }).value();
        QCOMPARE(logs.size(), std::size_t {3});
        QCOMPARE(logs[2].log, Text("third"));
        QCOMPARE(logs[2].createdTime, EpochMs {1'000'000});
    }

    void doesManyAtOnce()
    {
        Embedded embedded;
        QVERIFY(embedded.addWorkflow(bench::kOne).ok());
        const Text one = embedded.start("one").value();
        const Text two = embedded.start("one").value();
        const auto bulk = [&](BulkRequest request) {
            return answerOf<BulkResult>([&](auto reply) { embedded.conductor.workflows().bulk(request, reply); });
        };
        BulkRequest request;
        request.action = BulkRequest::Action::Terminate;
        QCOMPARE(bulk(request).error().violations[0].message, std::string("WorkflowIds list cannot be null."));
        request.ids.assign(1001, "x");
        QCOMPARE(bulk(request).error().violations[0].path, std::string("terminate.arg0"));
        request.ids = {one, "never"};
        const BulkResult result = bulk(request).value();
        QCOMPARE(result.successes, std::vector<Text> {one});
        QCOMPARE(result.errors, (std::vector<std::pair<Text, Text>> {{"never", "No such workflow found by id: never"}}));
        request.action = BulkRequest::Action::Remove;
        request.ids = {two};
        QVERIFY(bulk(request)->errors.front().second.view().starts_with("Cannot archive workflow: "));
        request.archive = false;
        QVERIFY(bulk(request)->errors.empty());
        QVERIFY(!embedded.execution(two));
        QVERIFY(embedded.poll("a").empty());
    }

    void handlersTurnEventsIntoWork()
    {
        Embedded embedded;
        QVERIFY(embedded.addWorkflow(bench::kOne).ok());
        QVERIFY(embedded.addWorkflow(bench::kWait).ok());
        QVERIFY(embedded.addWorkflow(R"({"name":"send","tasks":[{"name":"e","taskReferenceName":"e","type":"EVENT",
            "sink":"conductor:q","inputParameters":{"x":5,"wid":"${workflow.input.wid}"}}]})").ok());
        const Value handler = parseJson(R"({"name":"h","event":"conductor:send:q","active":true,"actions":[
            {"action":"start_workflow","start_workflow":{"name":"one","correlationId":"c ${x}","input":{"all":"${$}","x":"${x}"}}},
            {"action":"complete_task","complete_task":{"workflowId":"${wid}","taskRefName":"w","output":{"v":"${x}"}}}]})").value();
        EventPort& events = embedded.conductor.events();
        QVERIFY(answerOf<void>([&](Done done) { events.addHandler(handler, done); }).ok());
        QCOMPARE(answerOf<void>([&](Done done) { events.addHandler(handler, done); }).error().message,
            std::string("EventHandler with name h already exists!"));
        QCOMPARE(answerOf<void>([&](Done done) { events.addHandler(Value::object(), done); }).error().violations.size(),
            std::size_t {3});

        const Text waiting = embedded.start("wait").value();
        (void)embedded.start("send", Value::object({{"wid", waiting}}));
        QCOMPARE(embedded.execution(waiting)->status, WorkflowStatus::Completed);
        QCOMPARE(embedded.execution(waiting)->output["v"], Value(5));
        const std::vector<TaskView> started = embedded.poll("a");
        QCOMPARE(started.size(), std::size_t {1});
        const Execution& execution = *started[0].execution;
        QCOMPARE(execution.correlationId, Text("c 5"));
        QCOMPARE(execution.event, Text("conductor:send:q"));
        QCOMPARE(execution.input["x"], Value(5));
        QCOMPARE(execution.input["all"]["x"], Value(5));
        QVERIFY(execution.input["conductor.event.messageId"].isText());
    }

    void playsATest()
    {
        Embedded embedded;
        QVERIFY(embedded.addTask(R"({"name":"a","retryCount":1,"retryDelaySeconds":0})").ok());
        QVERIFY(embedded.addWorkflow(R"({"name":"m","tasks":[{"name":"a","taskReferenceName":"a"},{"name":"b",
            "taskReferenceName":"b","inputParameters":{"v":"${a.output.v}"}}],"outputParameters":{"v":"${b.output.v}"}})").ok());
        const auto play = [&](const char* mocks) {
            const Value request = Value::object({{"name", "m"}, {"input", Value::object()},
                {"taskRefToMockOutput", parseJson(mocks).value()}});
            return answerOf<ExecutionPtr>([&](auto reply) { embedded.conductor.workflows().test(request, reply); }).value();
        };
        const ExecutionPtr through = play(R"({"a":[{"status":"FAILED","output":{}},{"status":"COMPLETED","output":{"v":1}}],
            "b":[{"output":{"v":2}}]})");
        QCOMPARE(through->status, WorkflowStatus::Completed);
        QCOMPARE(through->output["v"], Value(2));
        QCOMPARE(through->tasksBySeq().size(), std::size_t {3});
        QCOMPARE(play(R"({"a":[{"output":{"v":1}}]})")->status, WorkflowStatus::Running);
        QVERIFY(embedded.poll("b").empty());
    }

    void goesOnAfterAStop()
    {
        Embedded first;
        QVERIFY(first.addTask(R"({"name":"a","responseTimeoutSeconds":10,"timeoutSeconds":0,"retryCount":0})").ok());
        QVERIFY(first.addWorkflow(bench::kOne).ok());
        const Text polled = first.start("one").value();
        const TaskView view = first.poll("a").at(0);
        const Text waiting = first.start("one").value();

        Embedded second;
        QVERIFY(second.conductor.restore(first.sink.remembered()).ok());
        QVERIFY(second.update(view, TaskStatus::Completed).ok());
        QCOMPARE(second.execution(polled)->status, WorkflowStatus::Completed);
        QVERIFY(second.serve("a"));
        QCOMPARE(second.execution(waiting)->status, WorkflowStatus::Completed);
        QVERIFY(second.start("one").ok());
        QVERIFY(!Embedded().conductor.restore({.world = {}, .workflows = {Value(1)}, .tasks = {}, .handlers = {}, .logs = {}}).ok());
    }
};

QTEST_GUILESS_MAIN(TestEmbeddedConductor)
#include "tst_embeddedconductor.moc"
