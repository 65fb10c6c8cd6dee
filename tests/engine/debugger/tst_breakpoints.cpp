// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/debugger.h"
#include "engine/debugger/toyworkflow.h"
#include "engine/debugger/watch.h"

using namespace baton;
using Stop = StepReport::Stop;

namespace {

Breakpoint breakpoint(const char* json)
{
    const Result<Breakpoint> made = breakpointFrom(parseJson(json).value());
    if (!made.ok())
        qFatal("%s: %s", json, made.error().oneLine().c_str());
    return *made;
}

std::uint32_t add(Debugger& debugger, const char* json)
{
    const auto id = debugger.breakpoints().add(breakpoint(json));
    if (!id.ok())
        qFatal("%s: %s", json, id.error().oneLine().c_str());
    return *id;
}

/// A loop of three rounds over "body", then a choice.
RehearsalSetup looping()
{
    RehearsalSetup setup;
    setup.workflow = toy::workflow(R"({"name":"loops","tasks":[
        {"name":"loop","taskReferenceName":"loop","type":"DO_WHILE","loopCondition":"$.loop['iteration'] < 3",
         "loopOver":[{"name":"body","taskReferenceName":"body","inputParameters":{"round":"${loop.output.iteration}"}}]},
        {"name":"s","taskReferenceName":"s","type":"SWITCH","evaluatorType":"value-param","expression":"level",
         "inputParameters":{"level":"${workflow.input.level}"},
         "decisionCases":{"high":[{"name":"refuse","taskReferenceName":"refuse"}]},
         "defaultCase":[{"name":"accept","taskReferenceName":"accept"}]}]})");
    setup.input = Value::object({{"level", "high"}});
    const auto count = [](const Value&, TaskContext& context) {
        const std::string name(context.referenceName());
        return TaskOutput::completed(Value::object({{"n", name.back() - '0'}}));
    };
    const auto refuse = [](const Value&, TaskContext&) {
        return TaskOutput::completed(Value::object({{"reasons", Value::array({"R07", "R12"})}}));
    };
    setup.handlers = toy::handlers({{"body", count}, {"refuse", refuse}, {"accept", toy::echo}});
    return setup;
}

std::string here(const Debugger& debugger)
{
    const Rehearsal& rehearsal = debugger.rehearsal();
    if (rehearsal.position() == 0)
        return "start";
    const Event& event = rehearsal.journal().event(rehearsal.position() - 1);
    const Execution* execution = rehearsal.world().find(event.workflowId);
    const TaskRun* task = execution && event.slot != kNoTask ? execution->task(event.slot) : nullptr;
    return std::string(toText(event.kind)) + (task ? " " + task->referenceTaskName.str() : "");
}

}  // namespace

class TestBreakpoints : public QObject {
    Q_OBJECT

private slots:
    void stopsBeforeATaskIsScheduledBeforeItRunsAndAfter()
    {
        const auto rehearsal = toy::started(toy::fiveInARow());
        Debugger debugger(*rehearsal);
        const std::uint32_t scheduled = add(debugger, R"({"at":"scheduled","task":"c"})");
        add(debugger, R"({"at":"started","task":"c"})");
        add(debugger, R"({"at":"ended","task":"c"})");
        DebugStop stop = debugger.move(Move::Run);
        QCOMPARE(stop.report.stop, Stop::Breakpoint);
        QCOMPARE(stop.breakpoints, std::vector<std::uint32_t> {scheduled});
        QCOMPARE(toy::main(*rehearsal).latest("c"), nullptr);
        stop = debugger.move(Move::Run);
        QCOMPARE(toy::main(*rehearsal).latest("c")->status, TaskStatus::Scheduled);
        stop = debugger.move(Move::Run);
        QCOMPARE(here(debugger), std::string("TaskCompleted c"));
        QCOMPARE(debugger.move(Move::Run).report.stop, Stop::AtEnd);
    }

    void reverseContinueVisitsTheSameStopsBackwards()
    {
        const auto runs = std::make_shared<toy::Runs>();
        RehearsalSetup setup = toy::fiveInARow();
        setup.handlers = toy::handlers({{"a", toy::echo}, {"b", toy::echo}, {"c", toy::echo}, {"d", toy::echo}, {"e", toy::echo}}, runs);
        const auto rehearsal = toy::started(std::move(setup));
        Debugger debugger(*rehearsal);
        add(debugger, R"({"at":"ended","task":"?"})");
        std::vector<std::size_t> forward;
        while (debugger.move(Move::Run).report.stop == Stop::Breakpoint)
            forward.push_back(rehearsal->position());
        QCOMPARE(forward.size(), std::size_t {5});
        std::vector<std::size_t> backward;
        while (debugger.move(Move::ReverseContinue).report.stop == Stop::Breakpoint)
            backward.push_back(rehearsal->position());
        QCOMPARE(rehearsal->position(), std::size_t {0});
        QCOMPARE(std::vector<std::size_t>(backward.rbegin(), backward.rend()), forward);
        QCOMPARE((*runs)["c"], 1);
        // And forward again, over what is recorded.
        for (const std::size_t position : forward) {
            QCOMPARE(debugger.move(Move::Run).report.stop, Stop::Breakpoint);
            QCOMPARE(rehearsal->position(), position);
        }
    }

    void everyKindStops_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("stands");
        const auto row = [](const char* json, const char* stands) { QTest::newRow(json) << json << stands; };
        row(R"({"at":"ended","task":"body","iteration":2})", "TaskCompleted body__2");
        row(R"({"at":"ended","task":"b*","hits":"exactly","count":3})", "TaskCompleted body__3");
        row(R"({"at":"ended","taskType":"SWITCH"})", "TaskCompleted s");
        row(R"({"at":"status","task":"refuse","status":"IN_PROGRESS"})", "TaskStarted refuse");
        row(R"({"at":"status","workflowStatus":"COMPLETED"})", "WorkflowCompleted");
        row(R"({"at":"condition","expression":"body.output.n >= 2"})", "TaskCompleted body__2");
        row(R"({"at":"condition","expression":"n == 3"})", "TaskCompleted body__3");
        row(R"({"at":"change","expression":"refuse.status"})", "TaskScheduled refuse");
        row(R"({"at":"edge","from":"s","to":"refuse"})", "TaskScheduled refuse");
        row(R"({"at":"reason","code":"R12"})", "TaskCompleted refuse");
        row(R"({"at":"event","event":"WorkflowCompleted"})", "WorkflowCompleted");
        row(R"({"at":"ended","task":"body","expression":"task.output.n > 2"})", "TaskCompleted body__3");
        row(R"({"at":"ended","workflow":"other"})", "");
        row(R"({"at":"ended","task":"body","enabled":false})", "");
        row(R"({"at":"edge","from":"s","to":"accept"})", "");
        row(R"({"at":"error"})", "");
    }

    void everyKindStops()
    {
        QFETCH(QString, json);
        QFETCH(QString, stands);
        const auto rehearsal = toy::started(looping());
        Debugger debugger(*rehearsal);
        add(debugger, json.toUtf8().constData());
        const DebugStop stop = debugger.move(Move::Run);
        if (stands.isEmpty())
            QCOMPARE(stop.report.stop, Stop::AtEnd);
        else
            QCOMPARE(QString::fromStdString(here(debugger)), stands);
    }

    void errorsStop()
    {
        RehearsalSetup setup = toy::fiveInARow();
        setup.handlers = toy::handlers({{"a", toy::echo},
            {"b", [](const Value&, TaskContext&) { return TaskOutput::failed({"X", "no bureau answers", {}, false}); }}});
        const auto rehearsal = toy::started(std::move(setup));
        Debugger debugger(*rehearsal);
        add(debugger, R"({"at":"error","code":"bureau"})");
        QCOMPARE(debugger.move(Move::Run).report.stop, Stop::Breakpoint);
        QCOMPARE(here(debugger), std::string("TaskFailed b"));
    }

    void logPointsWriteAndGoOn()
    {
        const auto rehearsal = toy::started(looping());
        Debugger debugger(*rehearsal);
        add(debugger, R"({"at":"ended","task":"body","log":"round ${task.output.n}, late: ${n > 1}"})");
        const DebugStop stop = debugger.move(Move::Run);
        QCOMPARE(stop.report.stop, Stop::AtEnd);
        QCOMPARE(stop.log, (std::vector<std::string> {"round 1, late: false", "round 2, late: true", "round 3, late: true"}));
    }

    void oneShotsGoAfterTheirStop()
    {
        const auto rehearsal = toy::started(looping());
        Debugger debugger(*rehearsal);
        add(debugger, R"({"at":"ended","task":"body","once":true})");
        QCOMPARE(debugger.move(Move::Run).report.stop, Stop::Breakpoint);
        QVERIFY(debugger.breakpoints().all().empty());
        QCOMPARE(debugger.move(Move::Run).report.stop, Stop::AtEnd);
    }

    void breakpointsSetLateFindEarlierHits()
    {
        const auto rehearsal = toy::started(looping());
        Debugger debugger(*rehearsal);
        debugger.move(Move::Run);
        add(debugger, R"({"at":"ended","task":"body"})");
        QCOMPARE(debugger.hits().size(), std::size_t {3});
        debugger.move(Move::ReverseContinue);
        QCOMPARE(here(debugger), std::string("TaskCompleted body__3"));
        const auto first = debugger.firstTime("body.output.n > 1");
        QVERIFY(first.ok() && *first);
        debugger.rehearsal().moveTo(**first);
        QCOMPARE(here(debugger), std::string("TaskCompleted body__2"));
        QVERIFY(!*debugger.firstTime("body.output.n > 7"));
    }

    void savesAndLoads()
    {
        BreakpointSet set;
        for (const char* json : {R"({"at":"scheduled","task":"a*","note":"why"})", R"({"at":"condition","expression":"a.output.x > 1","hits":"every","count":2,"once":true})",
                 R"({"at":"status","status":"FAILED","iteration":2,"attempt":0,"log":"x","enabled":false})"})
            QVERIFY(set.add(breakpoint(json)).ok());
        BreakpointSet loaded;
        QVERIFY(loaded.load(set.toValue()).ok());
        QCOMPARE(toJson(loaded.toValue()), toJson(set.toValue()));
        for (const char* json : {R"({"at":"condition"})", R"({"at":"never"})", R"({"at":"edge","from":"a"})", R"({"at":"status"})",
                 R"({"at":"change","expression":"1 +"})", R"({"at":"ended","task":3})", R"({"at":"ended","hits":"every","count":0})", R"(7)"}) {
            const Value list = Value::array({parseJson(json).value()});
            const Status refused = loaded.load(list);
            QVERIFY2(!refused.ok(), json);
            QVERIFY2(refused.error().field.starts_with("[0]"), json);
        }
        QCOMPARE(loaded.all().size(), std::size_t {3});
    }

    void patternsFit()
    {
        QVERIFY(matchesPattern("", "x"));
        QVERIFY(matchesPattern("*", ""));
        QVERIFY(matchesPattern("a*c?", "abbcd"));
        QVERIFY(!matchesPattern("a*c", "abcd"));
        QVERIFY(!matchesPattern("?", ""));
    }

    void watchesTellTheirHistory()
    {
        const auto rehearsal = toy::started(looping());
        rehearsal->run();
        QCOMPARE(*evaluateWatch("body.output.n * 2", toy::main(*rehearsal)), Value(6));
        QVERIFY(!evaluateWatch("body.", toy::main(*rehearsal)).ok());
        const auto history = watchHistory("body.output.n", rehearsal->journal(), rehearsal->journal().size(), rehearsal->mainWorkflowId());
        QVERIFY(history.ok());
        std::string values;
        for (const WatchChange& change : *history)
            values += toJson(change.value) + " ";
        QCOMPARE(values, std::string("1 null 2 null 3 "));
    }
};

QTEST_GUILESS_MAIN(TestBreakpoints)
#include "tst_breakpoints.moc"
