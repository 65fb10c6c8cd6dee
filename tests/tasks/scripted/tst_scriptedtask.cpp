// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/scripted/scriptedtask.h"

#include "tasks/underwriting/fixture_context.h"

#include <QTest>

using namespace baton;
using namespace baton::tasks;
using test::Context;

class TestScriptedTask : public QObject {
    Q_OBJECT

private slots:
    void answersInTurnAndStays();
    void prefersTheReferenceName();
    void runsDoNotTakeEachOthersTurns();
    void failsSoManyTimes();
    void isSlowOnTheRunsClock();
    void runsScripts();
    void readsTheServersTestRequest();
    void handsOnWhatItHasNoAnswerFor();
    void refusesBadFiles_data();
    void refusesBadFiles();
};

namespace {

std::shared_ptr<const MockFile> mocks(std::string_view text)
{
    const Result<MockFile> file = parseMockFile(text, "mock.json");
    if (!file)
        qFatal("%s", file.error().oneLine().c_str());
    return std::make_shared<const MockFile>(*file);
}

/// Each call is a task of its own, as the engine would make them.
TaskOutput next(ScriptedTask& task, Context& context, const Value& input = Value::object())
{
    static int count = 0;
    context.id = "task-" + std::to_string(++count);
    return task.execute(input, context);
}

}  // namespace

void TestScriptedTask::answersInTurnAndStays()
{
    ScriptedTask task("t", mocks(R"({"t": [{"output": {"n": 1}}, {"output": {"n": 2}}]})"));
    Context context;
    QCOMPARE(next(task, context).output["n"], Value(1));
    QCOMPARE(next(task, context).output["n"], Value(2));
    QCOMPARE(next(task, context).output["n"], Value(2));
}

void TestScriptedTask::prefersTheReferenceName()
{
    ScriptedTask task("t", mocks(R"({"t": {"output": {"of": "type"}}, "ref": {"output": {"of": "reference"}}})"));
    Context context;
    QCOMPARE(next(task, context).output["of"], Value("reference"));
    context.reference = "ref__3";   // third iteration of a loop
    QCOMPARE(next(task, context).output["of"], Value("reference"));
    context.reference = "other";
    QCOMPARE(next(task, context).output["of"], Value("type"));
}

void TestScriptedTask::runsDoNotTakeEachOthersTurns()
{
    ScriptedTask task("t", mocks(R"({"t": [{"output": {"n": 1}}, {"output": {"n": 2}}]})"));
    Context first;
    Context second;
    second.workflow = "wf-2";
    QCOMPARE(next(task, first).output["n"], Value(1));
    QCOMPARE(next(task, second).output["n"], Value(1));
    QCOMPARE(next(task, first).output["n"], Value(2));
}

void TestScriptedTask::failsSoManyTimes()
{
    auto file = std::make_shared<MockFile>();
    file->answers["t"] = failingAnswers(2, Value::object({{"ok", true}}), "no luck");
    ScriptedTask task("t", file);
    Context context;
    for (int i = 0; i < 2; ++i) {
        const TaskOutput failed = next(task, context);
        QCOMPARE(failed.outcome, TaskOutcome::Failed);
        QCOMPARE(failed.reason, std::string("no luck"));
    }
    QCOMPARE(next(task, context).outcome, TaskOutcome::Completed);
}

void TestScriptedTask::isSlowOnTheRunsClock()
{
    ScriptedTask task("t", mocks(R"({"t": [{"output": {"n": 1}, "executionTime": 1500, "queueWaitTime": 500}, {"output": {"n": 2}}]})"));
    Context context;
    context.id = "slow";
    const TaskOutput waiting = task.execute(Value::object(), context);
    QCOMPARE(waiting.outcome, TaskOutcome::InProgress);
    QCOMPARE(waiting.callbackAfter.count(), 2);
    QCOMPARE(task.execute(Value::object(), context).outcome, TaskOutcome::InProgress);
    context.advance(2000);
    QCOMPARE(task.execute(Value::object(), context).output["n"], Value(1));   // still its own answer
}

void TestScriptedTask::runsScripts()
{
    const auto file = mocks(R"({"t": {"script": "double"}, "u": {"script": "bad"}})");
    const RunScript run = [](std::string_view script, const Value& input) -> Result<Value> {
        if (script == "bad")
            return Error {.code = ErrorCode::InvalidArgument, .message = "ReferenceError: x is not defined", .line = 1};
        return Value(input["n"].asInteger() * 2);
    };
    Context context;
    ScriptedTask task("t", file, run);
    QCOMPARE(next(task, context, Value::object({{"n", 21}})).output["result"], Value(42));
    ScriptedTask bad("u", file, run);
    const TaskOutput failed = next(bad, context);
    QCOMPARE(failed.outcome, TaskOutcome::FailedTerminal);
    QVERIFY(failed.reason.find("ReferenceError") != std::string::npos);
    ScriptedTask without("t", file);
    QCOMPARE(next(without, context).outcome, TaskOutcome::FailedTerminal);
}

void TestScriptedTask::readsTheServersTestRequest()
{
    const auto file = mocks(R"({"name": "w", "version": 1, "input": {}, "taskRefToMockOutput": {"a_ref":
        [{"status": "FAILED_WITH_TERMINAL_ERROR", "output": {"why": "x"}, "executionTime": 0, "queueWaitTime": 0}]}})");
    QCOMPARE(file->answers.size(), std::size_t {1});
    QCOMPARE(file->answers.at("a_ref").front().outcome, TaskOutcome::FailedTerminal);
}

void TestScriptedTask::handsOnWhatItHasNoAnswerFor()
{
    auto inner = std::make_shared<TaskRegistry>();
    auto real = std::make_shared<MockFile>();
    real->answers["b"] = failingAnswers(0, Value::object({{"from", "inner"}}));
    QVERIFY(inner->add(std::make_shared<ScriptedTask>("b", real)).ok());
    const auto registry = scriptedRegistry({"a", "b", "c"}, mocks(R"({"a": {"output": {"from": "file"}}})"), inner);
    Context context;
    QCOMPARE(registry->run("a", Value::object(), context).output["from"], Value("file"));
    QCOMPARE(registry->run("b", Value::object(), context).output["from"], Value("inner"));
    const TaskOutput silent = registry->run("c", Value::object(), context);
    QCOMPARE(silent.outcome, TaskOutcome::FailedTerminal);
    QCOMPARE(silent.error->code, std::string("NO_MOCK"));
}

void TestScriptedTask::refusesBadFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char* text, const char* error) { QTest::newRow(text) << QByteArray(text) << QByteArray(error); };
    row("[]", "must be an object of task names");
    row(R"({"t": []})", "t: has no answer");
    row(R"({"t": [1]})", "t[0]: must be an object");
    row(R"({"t": [{}, {"status": "DONE"}]})", "t[1].status: \"DONE\" is no status");
    row(R"({"t": {"outputs": {}}})", "t[0].outputs: is not known");
    row(R"({"t": {"output": 5}})", "t[0].output: must be an object");
    row(R"({"t": {"executionTime": -1}})", "t[0].executionTime: must be a time");
    row(R"({"t": {"script": 1}})", "t[0].script: must be text");
    row("{", "mock.json:1");
}

void TestScriptedTask::refusesBadFiles()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, error);
    const Result<MockFile> file = parseMockFile(text.toStdString(), "mock.json");
    QVERIFY(!file.ok());
    QVERIFY2(file.error().oneLine().find(error.toStdString()) != std::string::npos, file.error().oneLine().c_str());
    QVERIFY(file.error().oneLine().starts_with("mock.json"));
}

QTEST_GUILESS_MAIN(TestScriptedTask)
#include "tst_scriptedtask.moc"
