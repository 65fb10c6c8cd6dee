// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "storebench.h"

using namespace baton;
using namespace baton::bench;

class TestArchive : public QObject {
    Q_OBJECT

private slots:
    void init();
    void endedOnesLeaveMemory();
    void theyAreFoundAsBefore();
    void theirTasksAndLogsAreFound();
    void theyCanBeRetriedRestartedAndRemoved();
    void aFamilyComesBackTogether();
    void childrenOfARunningParentStay();
    void theyStayArchivedThroughAStop();

private:
    /// So many that ended; the first of them has left memory.
    std::vector<Text> endSome(int count, TaskStatus status = TaskStatus::Completed);
    bool isInMemory(const Text& id) { return m_stored->conductor->world().find(id) != nullptr; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_path;
    std::unique_ptr<Stored> m_stored;
};

void TestArchive::init()
{
    m_stored.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("store.db")).toStdString();
    m_stored = std::make_unique<Stored>(m_path, 3);
    for (const std::string_view json : {kOne, kTwo, kParent})
        QVERIFY(m_stored->addWorkflow(json));
}

std::vector<Text> TestArchive::endSome(int count, TaskStatus status)
{
    std::vector<Text> ids;
    for (int i = 0; i < count; ++i) {
        m_stored->clock->advanceBy(1000);
        ids.push_back(m_stored->start("one", Value::object({{"n", i}})));
        if (!m_stored->serve("a", status))
            qFatal("no task to serve");
    }
    return ids;
}

void TestArchive::endedOnesLeaveMemory()
{
    const Text running = m_stored->start("two");
    const std::vector<Text> ids = endSome(1, TaskStatus::Completed);   // takes the running one's task
    QVERIFY(m_stored->serve("a"));
    endSome(500);
    QVERIFY(m_stored->conductor->world().executions.size() < 80);
    QVERIFY(m_stored->conductor->world().order.size() < 80);
    QVERIFY(!isInMemory(ids[0]));
    QVERIFY(isInMemory(running));
    QCOMPARE(m_stored->execution(ids[0])->status, WorkflowStatus::Completed);
}

void TestArchive::theyAreFoundAsBefore()
{
    const std::vector<Text> ids = endSome(150);
    QVERIFY(!isInMemory(ids[0]));
    QVERIFY(isInMemory(ids[149]));
    QCOMPARE(m_stored->search("workflowType=one").size(), 100U);   // a page
    QCOMPARE(m_stored->search("workflowId=" + ids[5].str()), std::vector<Text> {ids[5]});
    QCOMPARE(m_stored->search("status=FAILED").size(), 0U);
    QCOMPARE(m_stored->search({}, "n=7}"), std::vector<Text> {ids[7]});
    QCOMPARE(m_stored->search({}, "*", "startTime:DESC").front(), ids[149]);
    QCOMPARE(m_stored->search({}, "*", "startTime:ASC").front(), ids[0]);
    const ExecutionPtr found = m_stored->execution(ids[3]);
    QCOMPARE(found->input["n"], Value(3));
    QCOMPARE(found->tasks.size(), 1U);
    QCOMPARE(found->tasks[0]->inputData["n"], Value(3));
    const auto since = answerOf<std::vector<Text>>([&](auto reply) {
        m_stored->conductor->workflows().running("one", {}, 1, found->createTime, reply);
    });
    QCOMPARE(since->size(), 4U);
}

void TestArchive::theirTasksAndLogsAreFound()
{
    const Text id = m_stored->start("one");
    const TaskView view = m_stored->poll("a").front();
    QVERIFY(answerOf<void>([&](Done done) { m_stored->conductor->tasks().addLog(view.task->taskId, "seen", done); }));
    QVERIFY(m_stored->update(view));
    endSome(150);
    QVERIFY(!isInMemory(id));
    const auto task = answerOf<TaskView>([&](auto reply) { m_stored->conductor->tasks().task(view.task->taskId, reply); });
    QVERIFY(task);
    QCOMPARE(task->execution->workflowId, id);
    const auto logs = answerOf<std::vector<TaskLogEntry>>([&](auto reply) { m_stored->conductor->tasks().logs(view.task->taskId, reply); });
    QCOMPARE(logs->size(), 1U);
    SearchRequest request;
    request.query = Text("taskId=" + view.task->taskId.str());
    const auto page = answerOf<Page<TaskView>>([&](auto reply) { m_stored->conductor->tasks().search(request, reply); });
    QCOMPARE(page->totalHits, 1);
    const auto none = answerOf<TaskView>([&](auto reply) { m_stored->conductor->tasks().task("nope", reply); });
    QCOMPARE(none.error().message, std::string("Task not found for taskId: nope"));
}

void TestArchive::theyCanBeRetriedRestartedAndRemoved()
{
    WorkflowPort& workflows = m_stored->conductor->workflows();
    const std::vector<Text> failed = endSome(1, TaskStatus::FailedWithTerminalError);
    const std::vector<Text> ids = endSome(150);
    QVERIFY(!isInMemory(failed[0]));
    QVERIFY(answerOf<void>([&](Done done) { workflows.retry(failed[0], false, done); }));
    QCOMPARE(m_stored->execution(failed[0])->status, WorkflowStatus::Running);
    m_stored.reset();
    m_stored = std::make_unique<Stored>(m_path, 3);
    QVERIFY(m_stored->serve("a"));
    QCOMPARE(m_stored->execution(failed[0])->status, WorkflowStatus::Completed);

    WorkflowPort& again = m_stored->conductor->workflows();
    QVERIFY(!isInMemory(ids[0]));
    QVERIFY(answerOf<void>([&](Done done) { again.restart(ids[0], false, done); }));
    QVERIFY(m_stored->serve("a"));
    QCOMPARE(m_stored->execution(ids[0])->status, WorkflowStatus::Completed);
    QVERIFY(!isInMemory(ids[1]));
    QVERIFY(answerOf<void>([&](Done done) { again.remove(ids[1], true, done); }));
    QVERIFY(!m_stored->execution(ids[1]));
    QVERIFY(!answerOf<void>([&](Done done) { again.terminate(ids[2], "late", done); }));
    m_stored.reset();
    m_stored = std::make_unique<Stored>(m_path, 3);
    QVERIFY(!m_stored->execution(ids[1]));
    QCOMPARE(m_stored->execution(ids[2])->status, WorkflowStatus::Completed);
}

void TestArchive::aFamilyComesBackTogether()
{
    const Text parent = m_stored->start("parent");
    m_stored->conductor->tick();
    QVERIFY(m_stored->serve("a", TaskStatus::FailedWithTerminalError));
    m_stored->conductor->tick();
    const ExecutionPtr ended = m_stored->execution(parent);
    QCOMPARE(ended->status, WorkflowStatus::Failed);
    const Text child = ended->tasks[0]->subWorkflowId;
    endSome(150);
    QVERIFY(!isInMemory(parent) && !isInMemory(child));
    WorkflowPort& workflows = m_stored->conductor->workflows();
    QVERIFY(answerOf<void>([&](Done done) { workflows.retry(child, false, done); }));
    QCOMPARE(m_stored->execution(parent)->status, WorkflowStatus::Running);
    m_stored->conductor->tick();
    QVERIFY(m_stored->serve("a"));
    m_stored->conductor->tick();
    QCOMPARE(m_stored->execution(child)->status, WorkflowStatus::Completed);
    QCOMPARE(m_stored->execution(parent)->status, WorkflowStatus::Completed);
}

void TestArchive::childrenOfARunningParentStay()
{
    QVERIFY(m_stored->addWorkflow(R"({"name":"slow","tasks":[{"name":"s","taskReferenceName":"s","type":"SUB_WORKFLOW",
        "subWorkflowParam":{"name":"one"}},{"name":"b","taskReferenceName":"b"}]})"));
    const Text parent = m_stored->start("slow");
    m_stored->conductor->tick();
    QVERIFY(m_stored->serve("a"));
    m_stored->conductor->tick();
    const Text child = m_stored->execution(parent)->tasks[0]->subWorkflowId;
    QCOMPARE(m_stored->execution(child)->status, WorkflowStatus::Completed);
    endSome(200);
    QVERIFY(isInMemory(child));
    QVERIFY(m_stored->serve("b"));
    endSome(200);
    QVERIFY(!isInMemory(child) && !isInMemory(parent));
}

void TestArchive::theyStayArchivedThroughAStop()
{
    const std::vector<Text> ids = endSome(150);
    m_stored.reset();
    m_stored = std::make_unique<Stored>(m_path, 3);
    QVERIFY(!isInMemory(ids[0]));
    QCOMPARE(m_stored->execution(ids[0])->input["n"], Value(0));
    QCOMPARE(m_stored->search("workflowType=one AND status=COMPLETED").size(), 100U);
}

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
