// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/debugger.h"
#include "engine/debugger/toyworkflow.h"

using namespace baton;
using Stop = StepReport::Stop;

namespace {

/// first, a sub-workflow of two tasks, a loop of two rounds over two tasks, last.
RehearsalSetup nested()
{
    RehearsalSetup setup;
    setup.workflow = toy::workflow(R"({"name":"outer","tasks":[
        {"name":"t","taskReferenceName":"first"},
        {"name":"sub","taskReferenceName":"sub","type":"SUB_WORKFLOW","subWorkflowParam":{"name":"inner","version":1}},
        {"name":"loop","taskReferenceName":"loop","type":"DO_WHILE","loopCondition":"$.loop['iteration'] < 2",
         "loopOver":[{"name":"t","taskReferenceName":"x"},{"name":"t","taskReferenceName":"y"}]},
        {"name":"t","taskReferenceName":"last"}]})");
    setup.library = {toy::workflow(R"({"name":"inner","version":1,"tasks":[
        {"name":"t","taskReferenceName":"i1"},{"name":"t","taskReferenceName":"i2"}]})")};
    setup.handlers = toy::handlers({{"t", toy::echo}});
    return setup;
}

std::string walk(Debugger& debugger, const std::vector<Move>& moves)
{
    std::string names;
    for (const Move move : moves) {
        const DebugStop stop = debugger.move(move);
        const Execution* execution = debugger.rehearsal().world().find(stop.report.workflowId);
        const TaskRun* task = execution && stop.report.slot != kNoTask ? execution->task(stop.report.slot) : nullptr;
        names += (names.empty() ? "" : " ") + (stop.report.stop == Stop::AtStart ? "start" : task ? task->referenceTaskName.str() : "-");
    }
    return names;
}

}  // namespace

class TestDebuggerMoves : public QObject {
    Q_OBJECT

private slots:
    void overPassesSubWorkflowsAndLoopsAsOne()
    {
        const auto rehearsal = toy::started(nested());
        Debugger debugger(*rehearsal);
        QCOMPARE(walk(debugger, {Move::Over, Move::Over, Move::Over, Move::Over, Move::Over}), std::string("first sub loop last -"));
        QCOMPARE(walk(debugger, {Move::BackOver, Move::BackOver, Move::BackOver, Move::BackOver, Move::BackOver}),
            std::string("last loop sub first start"));
    }

    void intoAndOutOfASubWorkflow()
    {
        const auto rehearsal = toy::started(nested());
        Debugger debugger(*rehearsal);
        debugger.move(Move::Task);
        debugger.move(Move::Into);
        const Event& event = rehearsal->journal().event(rehearsal->position() - 1);
        QVERIFY(event.workflowId != rehearsal->mainWorkflowId());
        QCOMPARE(walk(debugger, {Move::Over, Move::Out}), std::string("i1 sub"));
        QCOMPARE(walk(debugger, {Move::BackTask, Move::BackOut}), std::string("i2 sub"));
        QCOMPARE(toy::main(*rehearsal).latest("sub")->status, TaskStatus::Scheduled);
    }

    void iterationsAndOutOfALoop()
    {
        const auto rehearsal = toy::started(nested());
        Debugger debugger(*rehearsal);
        debugger.move(Move::ToTask, "x");
        QCOMPARE(walk(debugger, {Move::Over, Move::Iteration, Move::Over, Move::Out}), std::string("x__1 x__2 x__2 loop"));
        QCOMPARE(walk(debugger, {Move::BackTask, Move::BackOut}), std::string("y__2 loop"));
        QCOMPARE(toy::main(*rehearsal).latest("x__1"), nullptr);
    }

    void decisionsAndEnds()
    {
        const auto rehearsal = toy::started(nested());
        Debugger debugger(*rehearsal);
        QCOMPARE(debugger.move(Move::Run).report.stop, Stop::AtEnd);
        const std::size_t end = rehearsal->position();
        QCOMPARE(walk(debugger, {Move::BackDecision}), std::string("loop"));
        QCOMPARE(debugger.move(Move::Start).report.position, std::size_t {0});
        QCOMPARE(debugger.move(Move::End).report.position, end);
        QCOMPARE(debugger.move(Move::ReverseContinue).report.stop, Stop::AtStart);
    }

    void everyStateIsTheSameBothWays()
    {
        const auto rehearsal = toy::started(nested());
        Debugger debugger(*rehearsal);
        std::vector<std::uint64_t> hashes {rehearsal->world().stateHash()};
        while (rehearsal->stepForward(StepKind::Single).stop == Stop::Moved)
            hashes.push_back(rehearsal->world().stateHash());
        for (std::size_t i = hashes.size() - 1; i > 0; --i) {
            QCOMPARE(rehearsal->world().stateHash(), hashes[i]);
            rehearsal->stepBack(StepKind::Single);
        }
        QCOMPARE(rehearsal->world().stateHash(), hashes[0]);
    }

    void inPieces()
    {
        const auto rehearsal = toy::started(nested());
        Debugger debugger(*rehearsal);
        debugger.begin(Move::Run);
        int pieces = 0;
        std::optional<DebugStop> stop;
        while (!(stop = debugger.proceed(3)))
            ++pieces;
        QVERIFY(pieces > 5);
        QCOMPARE(stop->report.stop, Stop::AtEnd);
    }

    void theClockTellsHowFarItWillJump()
    {
        RehearsalSetup setup;
        setup.workflow = toy::workflow(R"({"name":"l","tasks":[{"name":"w","taskReferenceName":"w","type":"WAIT","inputParameters":{"duration":"30 days"}}]})");
        setup.startAt = 1000;
        const auto rehearsal = toy::started(std::move(setup));
        EpochMs longest = 0;
        while (rehearsal->stepForward(StepKind::Single).stop == Stop::Moved)
            longest = std::max(longest, rehearsal->nextJump().value_or(0));
        QVERIFY(longest >= 30LL * 24 * 3'600'000 - 1000);
        QCOMPARE((ClockPace {60}.waitMs(120'000)), std::int64_t {2000});
        QCOMPARE(ClockPace {}.waitMs(120'000), std::int64_t {0});
        QCOMPARE((ClockPace {0.001}.waitMs(EpochMs {1} << 60)), std::int64_t {3'600'000});
    }
};

QTEST_GUILESS_MAIN(TestDebuggerMoves)
#include "tst_debuggermoves.moc"
