// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sqlite/database.h"
#include "storebench.h"

#include <csignal>
#include <sys/resource.h>

using namespace baton;
using namespace baton::bench;

namespace {

/// No file can grow while it lives.
class FullDisk {
public:
    FullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit none {1, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(FullDisk&&) = delete;

private:
    rlimit m_before {};
};

}  // namespace

class TestSqliteStore : public QObject {
    Q_OBJECT

private slots:
    void init();
    void goesOnWhereItWasCut();
    void findsTheSameWorldAgain();
    void keepsDefinitionsHandlersAndLogs();
    void messagesWaitForHandlersThroughAStop();
    void callsOutsideAgainAfterAStop();
    void keepsEachDefinitionOnce();
    void forgetsWhatIsRemoved();
    void dropsWhatARestartMadeVoid();
    void condensesLongStories();
    void tellsAFullDiskAndLosesNothing();
    void belongsToOneProcess();
    void refusesWhatItCannotRead_data();
    void refusesWhatItCannotRead();

private:
    std::string path() const { return m_folder->filePath(QStringLiteral("store.db")).toStdString(); }
    /// Ends without any farewell: what is in the file is what each answer left there.
    static void cut(std::unique_ptr<Stored>& stored) { stored.reset(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSqliteStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestSqliteStore::goesOnWhereItWasCut()
{
    auto stored = std::make_unique<Stored>(path());
    QVERIFY(stored->addWorkflow(kTwo));
    const Text id = stored->start("two");
    const std::vector<TaskView> inHand = stored->poll("a");
    QCOMPARE(inHand.size(), 1U);
    cut(stored);

    stored = std::make_unique<Stored>(path());
    QCOMPARE(stored->execution(id)->tasks[0]->status, TaskStatus::InProgress);
    QVERIFY(stored->update(inHand.front()));
    cut(stored);

    stored = std::make_unique<Stored>(path());
    QVERIFY(stored->serve("b"));
    QCOMPARE(stored->execution(id)->status, WorkflowStatus::Completed);
}

void TestSqliteStore::findsTheSameWorldAgain()
{
    auto stored = std::make_unique<Stored>(path());
    for (const std::string_view json : {kOne, kTwo, kParent, kDynamic})
        QVERIFY(stored->addWorkflow(json));
    const Value tasks = parseJson(R"([{"name":"x","taskReferenceName":"x1"},{"name":"x","taskReferenceName":"x2"}])").value();
    for (int round = 0; round < 3; ++round) {
        stored->start("parent", Value::object({{"n", round}}));
        const Text removed = stored->start("one");
        stored->start("dynamic", Value::object({{"tasks", tasks}}));
        stored->conductor->tick();
        QVERIFY(stored->serve("a", round == 1 ? TaskStatus::Failed : TaskStatus::Completed));
        QVERIFY(stored->serve("x"));
        stored->conductor->tick();
        QVERIFY(answerOf<void>([&](Done done) { stored->conductor->workflows().remove(removed, false, done); }));
        const World before = stored->conductor->world();
        cut(stored);
        stored = std::make_unique<Stored>(path());
        const World after = stored->conductor->world();
        QCOMPARE(after.executions.size(), before.executions.size());
        for (const Text& id : after.order)
            QCOMPARE(after.find(id)->stateHash(), before.find(id)->stateHash());
    }
    stored->clock->advanceBy(600'000);   // past the delay of a retry
    while (stored->serve("a") || stored->serve("x") || stored->serve("b"))
        stored->conductor->tick();
    for (const Text& id : stored->conductor->world().order)
        QVERIFY(isTerminal(stored->execution(id)->status));
}

void TestSqliteStore::keepsDefinitionsHandlersAndLogs()
{
    auto stored = std::make_unique<Stored>(path());
    QVERIFY(stored->addWorkflow(kOne));
    QVERIFY(stored->addWorkflow(kTwo));
    QVERIFY(answerOf<void>([&](Done done) { stored->conductor->metadata().removeWorkflow("two", 1, done); }));
    const Value handler = parseJson(R"({"name":"h","event":"conductor:x:y","active":true,
        "actions":[{"action":"start_workflow","start_workflow":{"name":"one"}}]})").value();
    QVERIFY(answerOf<void>([&](Done done) { stored->conductor->events().addHandler(handler, done); }));
    stored->start("one");
    const Text taskId = stored->poll("a").front().task->taskId;
    QVERIFY(answerOf<void>([&](Done done) { stored->conductor->tasks().addLog(taskId, "half way", done); }));
    cut(stored);

    stored = std::make_unique<Stored>(path());
    const auto all = answerOf<std::vector<WorkflowDefPtr>>([&](auto reply) { stored->conductor->metadata().workflows(false, reply); });
    QCOMPARE(all->size(), 1U);
    QCOMPARE(all->front()->name, Text("one"));
    const auto handlers = answerOf<std::vector<Value>>([&](auto reply) { stored->conductor->events().handlers({}, false, reply); });
    QCOMPARE(handlers->size(), 1U);
    const auto logs = answerOf<std::vector<TaskLogEntry>>([&](auto reply) { stored->conductor->tasks().logs(taskId, reply); });
    QCOMPARE(logs->size(), 1U);
    QCOMPARE(logs->front().log, Text("half way"));
}

void TestSqliteStore::messagesWaitForHandlersThroughAStop()
{
    auto stored = std::make_unique<Stored>(path());
    QVERIFY(stored->addWorkflow(kOne));
    for (int i = 0; i < 3; ++i) {
        QVERIFY(answerOf<void>([&](Done done) {
            stored->conductor->events().publish("conductor:x:y", Value::object({{"n", i}}), done);
        }));
    }
    cut(stored);
    stored = std::make_unique<Stored>(path());
    QVERIFY(stored->search("workflowType=one").empty());
    const Value handler = parseJson(R"({"name":"h","event":"conductor:x:y","active":true,"actions":[{"action":"start_workflow",
        "start_workflow":{"name":"one","input":{"n":"${n}"}}}]})").value();
    QVERIFY(answerOf<void>([&](Done done) { stored->conductor->events().addHandler(handler, done); }));
    const std::vector<Text> started = stored->search("workflowType=one");
    QCOMPARE(started.size(), 3U);
    QCOMPARE(stored->execution(started[1])->input["n"], Value(1));
    cut(stored);
    stored = std::make_unique<Stored>(path());
    QCOMPARE(stored->search("workflowType=one").size(), 3U);   // each was handled once
}

void TestSqliteStore::callsOutsideAgainAfterAStop()
{
    std::vector<Text> called;
    std::function<void(TaskResult)> answer;
    const OutsideCaller caller = [&](const OutsideCall& call, std::function<void(TaskResult)> done) {
        called.push_back(call.taskId);
        answer = std::move(done);
    };
    auto stored = std::make_unique<Stored>(path(), 1000, 1'000'000, caller);
    QVERIFY(stored->addWorkflow(kWeb));
    const Text id = stored->start("web");
    stored->conductor->tick();
    QCOMPARE(called.size(), 1U);
    cut(stored);
    answer({});   // too late: nobody is there any more
    stored = std::make_unique<Stored>(path(), 1000, 1'000'000, caller);
    stored->conductor->tick();
    QCOMPARE(called, (std::vector<Text> {called[0], called[0]}));
    TaskResult result;
    result.status = TaskStatus::Completed;
    answer(result);
    QCOMPARE(stored->execution(id)->status, WorkflowStatus::Completed);
}

void TestSqliteStore::keepsEachDefinitionOnce()
{
    auto stored = std::make_unique<Stored>(path());
    QVERIFY(stored->addWorkflow(kOne));
    for (int i = 0; i < 5; ++i)
        stored->start("one");
    cut(stored);
    stored = std::make_unique<Stored>(path());
    QVERIFY(stored->addWorkflow(kOne));
    for (int i = 0; i < 5; ++i)
        stored->start("one");
    cut(stored);
    Result<Database> file = Database::open(path());
    QVERIFY(file);
    QCOMPARE(file->number("SELECT count(*) FROM execution").valueOr(-1), 10);
    QVERIFY(file->number("SELECT count(*) FROM definition").valueOr(-1) <= 2);   // their createTime may differ
    QCOMPARE(file->number("SELECT count(*) FROM batch WHERE events LIKE '%\"tasks\"%'").valueOr(-1), 0);
}

void TestSqliteStore::forgetsWhatIsRemoved()
{
    auto stored = std::make_unique<Stored>(path());
    QVERIFY(stored->addWorkflow(kOne));
    const Text id = stored->start("one");
    QVERIFY(answerOf<void>([&](Done done) { stored->conductor->workflows().remove(id, false, done); }));
    cut(stored);
    Result<Database> file = Database::open(path());
    QVERIFY(file);
    for (const char* table : {"execution", "batch", "task"})
        QCOMPARE(file->number(std::string("SELECT count(*) FROM ") + table).valueOr(-1), 0);
}

void TestSqliteStore::dropsWhatARestartMadeVoid()
{
    auto stored = std::make_unique<Stored>(path());
    QVERIFY(stored->addWorkflow(kTwo));
    const Text id = stored->start("two");
    QVERIFY(stored->serve("a"));
    QVERIFY(stored->serve("b", TaskStatus::FailedWithTerminalError));
    QVERIFY(answerOf<void>([&](Done done) { stored->conductor->workflows().restart(id, false, done); }));
    const std::uint64_t hash = stored->execution(id)->stateHash();
    cut(stored);
    {
        Result<Database> file = Database::open(path());
        QVERIFY(file);
        QCOMPARE(file->number("SELECT count(*) FROM batch").valueOr(-1), 1);
    }
    stored = std::make_unique<Stored>(path());
    QCOMPARE(stored->execution(id)->stateHash(), hash);
    QVERIFY(stored->serve("a"));
    QVERIFY(stored->serve("b"));
    QCOMPARE(stored->execution(id)->status, WorkflowStatus::Completed);
}

void TestSqliteStore::condensesLongStories()
{
    auto stored = std::make_unique<Stored>(path());
    QVERIFY(stored->addWorkflow(kDynamic));
    const Value tasks = parseJson(R"([{"name":"x","taskReferenceName":"x1"},{"name":"y","taskReferenceName":"y1"}])").value();
    const Text id = stored->start("dynamic", Value::object({{"tasks", tasks}}));
    const TaskView view = stored->poll("x").front();
    QVERIFY(answerOf<void>([&](Done done) { stored->conductor->tasks().addLog(view.task->taskId, "first", done); }));
    for (int i = 0; i < 300; ++i)
        QVERIFY(stored->update(view, TaskStatus::InProgress, Value::object({{"i", i}})));
    for (int round = 0; round < 3; ++round) {
        const std::uint64_t hash = stored->conductor->world().find(id)->stateHash();
        cut(stored);
        stored = std::make_unique<Stored>(path());
        QCOMPARE(stored->conductor->world().find(id)->stateHash(), hash);
        const auto logs = answerOf<std::vector<TaskLogEntry>>([&](auto reply) { stored->conductor->tasks().logs(view.task->taskId, reply); });
        QCOMPARE(logs->size(), 1U);
    }
    cut(stored);
    {
        Result<Database> file = Database::open(path());
        QVERIFY(file);
        QVERIFY(file->number("SELECT count(*) FROM batch").valueOr(-1) < 10);
    }
    stored = std::make_unique<Stored>(path());
    QVERIFY(stored->update(view));
    QVERIFY(stored->serve("y"));
    stored->conductor->tick();
    cut(stored);
    stored = std::make_unique<Stored>(path());
    QVERIFY(stored->serve("b"));
    QCOMPARE(stored->execution(id)->status, WorkflowStatus::Completed);
}

void TestSqliteStore::tellsAFullDiskAndLosesNothing()
{
    auto stored = std::make_unique<Stored>(path());
    QVERIFY(stored->addWorkflow(kTwo));
    const Text id = stored->start("two");
    const std::vector<TaskView> inHand = stored->poll("a");
    const auto isHealthy = [&] { return answerOf<bool>([&](auto reply) { stored->conductor->admin().isHealthy(reply); }).value(); };
    {
        const FullDisk full;
        const Status told = stored->update(inHand.front(), TaskStatus::Completed, Value::object({{"text", std::string(100'000, 'x')}}));
        QVERIFY(!told);
        QCOMPARE(told.error().code, ErrorCode::IoError);
        QCOMPARE(told.error().source, path());
        QVERIFY(!isHealthy());
    }
    QVERIFY(stored->update(inHand.front()));   // as a worker does that was refused
    QVERIFY(isHealthy());
    cut(stored);
    stored = std::make_unique<Stored>(path());
    QCOMPARE(stored->execution(id)->tasks[0]->status, TaskStatus::Completed);
    QVERIFY(stored->serve("b"));
    QCOMPARE(stored->execution(id)->status, WorkflowStatus::Completed);
}

void TestSqliteStore::belongsToOneProcess()
{
    const auto first = SqliteStore::open(path());
    QVERIFY(first);
    const auto second = SqliteStore::open(path());
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::Unavailable);
    QCOMPARE(second.error().source, path());
}

void TestSqliteStore::refusesWhatItCannotRead_data()
{
    QTest::addColumn<QString>("harm");
    QTest::addColumn<QString>("words");
    QTest::newRow("no JSON") << "UPDATE batch SET events = '{'" << "workflow ";
    QTest::newRow("no event") << "UPDATE batch SET events = '{\"kind\":\"Nonsense\"}'" << "is no kind of event";
    QTest::newRow("no beginning") << "DELETE FROM batch" << "its beginning is missing";
    QTest::newRow("no definition") << "DELETE FROM definition" << "is missing";
    QTest::newRow("an odd definition") << "UPDATE definition SET body = '[1]'" << "must be an object";
    QTest::newRow("an odd document") << "UPDATE document SET body = 'x'" << "";
    QTest::newRow("newer") << "PRAGMA user_version = 99" << "newer version";
    QTest::newRow("another program's") << "PRAGMA application_id = 7" << "is not a store of Baton's";
}

void TestSqliteStore::refusesWhatItCannotRead()
{
    QFETCH(QString, harm);
    QFETCH(QString, words);
    auto stored = std::make_unique<Stored>(path());
    QVERIFY(stored->addWorkflow(kOne));
    stored->start("one");
    cut(stored);
    {
        Result<Database> file = Database::open(path());
        QVERIFY(file && file->execute(harm.toStdString()));
    }
    auto opened = SqliteStore::open(path());
    std::optional<Error> error;
    if (!opened) {
        error = opened.error();
    } else if (auto memory = (*opened)->load(); !memory) {
        error = memory.error();
    }
    QVERIFY(error);
    QCOMPARE(error->source, path());
    QVERIFY2(error->oneLine().find(words.toStdString()) != std::string::npos, error->oneLine().c_str());
}

QTEST_GUILESS_MAIN(TestSqliteStore)
#include "tst_sqlitestore.moc"
