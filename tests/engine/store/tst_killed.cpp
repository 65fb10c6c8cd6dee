// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "storebench.h"

#include <QProcess>

#include <set>

using namespace baton;
using namespace baton::bench;

/// What the program was told survives its sudden end, wherever it comes.
class TestKilled : public QObject {
    Q_OBJECT

private slots:
    void nothingToldIsLost();

private:
    /// Lets the program work until it has said so many lines, and kills it.
    void workAndKill(int lines);

    QTemporaryDir m_folder;
    std::string m_path = m_folder.filePath(QStringLiteral("store.db")).toStdString();
    std::set<std::string> m_started;
    std::set<std::string> m_answered;
    std::set<std::string> m_polled;
};

void TestKilled::workAndKill(int lines)
{
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(QStringLiteral(STORE_PROGRAM), {QString::fromStdString(m_path), QStringLiteral("100000")});
    QVERIFY(program.waitForStarted());
    int said = 0;
    const auto read = [&] {
        while (program.canReadLine()) {
            const std::string line = program.readLine().trimmed().toStdString();
            const std::size_t blank = line.find(' ');
            QVERIFY(blank != std::string::npos);
            const std::string id = line.substr(blank + 1);
            (line.starts_with("started") ? m_started : line.starts_with("answered") ? m_answered : m_polled).insert(id);
            ++said;
        }
    };
    while (said < lines) {
        QVERIFY2(program.waitForReadyRead(30'000), "the program says nothing");
        read();
    }
    program.kill();
    QVERIFY(program.waitForFinished());
    read();
    QCOMPARE(program.exitStatus(), QProcess::CrashExit);
}

void TestKilled::nothingToldIsLost()
{
    {
        Stored first(m_path, 1000, SystemClock().now());
        QVERIFY(first.addWorkflow(R"({"name":"chain","tasks":[{"name":"a","taskReferenceName":"a"},
            {"name":"b","taskReferenceName":"b"},{"name":"c","taskReferenceName":"c"}]})"));
    }
    for (const int lines : {1, 2, 40, 333, 1000})
        workAndKill(lines);

    Stored after(m_path, 10, SystemClock().now() + 1000);
    for (const std::string& id : m_started)
        QVERIFY2(after.execution(Text(id)), id.c_str());
    for (const std::string& id : m_answered) {
        const auto view = answerOf<TaskView>([&](auto reply) { after.conductor->tasks().task(Text(id), reply); });
        QVERIFY2(view, id.c_str());
        QCOMPARE(view->task->status, TaskStatus::Completed);
    }
    for (const std::string& id : m_polled) {
        const auto view = answerOf<TaskView>([&](auto reply) { after.conductor->tasks().task(Text(id), reply); });
        QVERIFY2(view, id.c_str());
        if (m_answered.contains(id))
            continue;
        // In the worker's hands when the end came, or answered without the answer having been heard.
        QVERIFY(view->task->status == TaskStatus::InProgress || view->task->status == TaskStatus::Completed);
        if (view->task->status == TaskStatus::InProgress)
            QVERIFY(after.update(*view));
    }
    // What was handed out while the end came, so that nobody heard of it, is in a dead worker's hands.
    const auto finishUnheard = [&] {
        bool any = false;
        for (const std::string& id : m_started) {
            const ExecutionPtr execution = after.execution(Text(id));
            for (const TaskPtr& task : execution->tasksBySeq()) {
                if (task->status == TaskStatus::InProgress)
                    any = after.update({task, execution}) || any;
            }
        }
        return any;
    };
    do {
        while (after.serve("a") || after.serve("b") || after.serve("c")) { }
    } while (finishUnheard());
    for (const std::string& id : m_started)
        QCOMPARE(after.execution(Text(id))->status, WorkflowStatus::Completed);
    QVERIFY(m_started.size() > 100);
}

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
