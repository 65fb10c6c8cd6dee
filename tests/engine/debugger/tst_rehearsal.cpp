// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/toyworkflow.h"

#include "engine/journal/cursor.h"

using namespace baton;
using Stop = StepReport::Stop;

class TestRehearsal : public QObject {
    Q_OBJECT

private slots:
    void runsToTheEnd()
    {
        const auto rehearsal = toy::started(toy::fiveInARow());
        QCOMPARE(rehearsal->position(), std::size_t {0});
        QVERIFY(!rehearsal->isFinished());
        const StepReport report = rehearsal->run();
        QCOMPARE(report.stop, Stop::AtEnd);
        QCOMPARE(report.position, rehearsal->journal().size());
        QVERIFY(rehearsal->isFinished());
        QCOMPARE(toy::main(*rehearsal).status, WorkflowStatus::Completed);
        QCOMPARE(toy::main(*rehearsal).output["n"], Value(7));
        QCOMPARE(toy::tasks(toy::main(*rehearsal)),
            std::string("a COMPLETED, b COMPLETED, c COMPLETED, d COMPLETED, e COMPLETED"));
    }

    void everyMomentIsTheSameBothWays()
    {
        const auto runs = std::make_shared<toy::Runs>();
        RehearsalSetup setup = toy::fiveInARow();
        setup.handlers = toy::handlers({{"a", toy::echo}, {"b", toy::echo}, {"c", toy::echo}, {"d", toy::echo}, {"e", toy::echo}},
            runs);
        const auto rehearsal = toy::started(std::move(setup));
        std::map<std::size_t, std::uint64_t> hashes {{0, rehearsal->world().stateHash()}};
        while (rehearsal->stepForward().stop == Stop::Moved)
            hashes[rehearsal->position()] = rehearsal->world().stateHash();
        QCOMPARE((*runs)["c"], 1);
        const std::size_t length = rehearsal->journal().size();
        const std::uint64_t end = rehearsal->world().stateHash();

        std::size_t compared = 0;
        for (StepReport report = rehearsal->stepBack(); report.stop == Stop::Moved; report = rehearsal->stepBack()) {
            QVERIFY(hashes.contains(report.position));
            QCOMPARE(rehearsal->world().stateHash(), hashes[report.position]);
            ++compared;
        }
        QVERIFY(compared >= 15);
        QCOMPARE(rehearsal->position(), std::size_t {0});
        QCOMPARE(rehearsal->stepBack().stop, Stop::AtStart);

        rehearsal->run();
        QCOMPARE(rehearsal->journal().size(), length);
        QCOMPARE(rehearsal->world().stateHash(), end);
        QCOMPARE((*runs)["c"], 1);
        for (std::size_t position = 0; position <= length; ++position) {
            rehearsal->moveTo(position);
            QCOMPARE(rehearsal->world().stateHash(), worldAfter(rehearsal->journal(), position).stateHash());
        }
    }

    void stepsByTask()
    {
        const auto rehearsal = toy::started(toy::fiveInARow());
        for (const char* reference : {"a", "b", "c"}) {
            const StepReport report = rehearsal->stepForward(StepKind::Task);
            QCOMPARE(report.stop, Stop::Moved);
            QCOMPARE(toy::main(*rehearsal).task(report.slot)->referenceTaskName, Text(reference));
            QCOMPARE(toy::main(*rehearsal).task(report.slot)->status, TaskStatus::Completed);
        }
        const StepReport back = rehearsal->stepBack(StepKind::Task);
        QCOMPARE(toy::main(*rehearsal).task(back.slot)->referenceTaskName, Text("b"));
        QCOMPARE(toy::main(*rehearsal).latest("c"), nullptr);
    }

    void runsToATask()
    {
        const auto rehearsal = toy::started(toy::fiveInARow());
        QCOMPARE(rehearsal->runTo("d").stop, Stop::ReachedTask);
        QCOMPARE(toy::main(*rehearsal).latest("d")->status, TaskStatus::Scheduled);
        QCOMPARE(rehearsal->runTo("d").stop, Stop::AtEnd);
        rehearsal->reset();
        QCOMPARE(rehearsal->runTo("d").stop, Stop::ReachedTask);
    }

    void sameSeedSameJournal()
    {
        const auto first = toy::started(toy::fiveInARow());
        const auto second = toy::started(toy::fiveInARow());
        first->run();
        while (second->stepForward().stop == Stop::Moved) { }
        QCOMPARE(first->journal().size(), second->journal().size());
        for (std::size_t i = 0; i < first->journal().size(); ++i)
            QCOMPARE(toJson(toValue(first->journal().event(i))), toJson(toValue(second->journal().event(i))));
    }

    void retriesComeAtOnceOnTheVirtualClock()
    {
        RehearsalSetup setup;
        setup.workflow = toy::workflow(R"({"name":"flaky","tasks":[{"name":"f","taskReferenceName":"f"}]})");
        setup.taskDefs = {toy::taskDef(R"({"name":"f","retryCount":3,"retryDelaySeconds":60,"timeoutSeconds":0})")};
        setup.startAt = 5'000;
        setup.handlers = toy::handlers({{"f", [](const Value&, TaskContext& context) {
            return context.attempt() < 2 ? TaskOutput::failed({"X", "not yet", {}, true})
                                         : TaskOutput::completed(Value::object({{"attempt", context.attempt()}}));
        }}});
        const auto rehearsal = toy::started(std::move(setup));
        QCOMPARE(rehearsal->run().stop, Stop::AtEnd);
        QCOMPARE(toy::tasks(toy::main(*rehearsal)), std::string("f FAILED, f FAILED, f COMPLETED"));
        QCOMPARE(rehearsal->world().now, EpochMs {5'000 + 2 * 60'000});
        QCOMPARE(toy::main(*rehearsal).output["attempt"], Value(2));
    }

    void aForkGoesItsOwnWay()
    {
        const auto rehearsal = toy::started(toy::fiveInARow());
        rehearsal->run();
        const std::uint64_t end = rehearsal->world().stateHash();
        rehearsal->reset();
        rehearsal->runTo("c");
        for (std::size_t position = 1; position < rehearsal->journal().size(); ++position) {
            const Result<std::unique_ptr<Rehearsal>> fork = rehearsal->fork(position);
            QVERIFY(fork.ok());
            QCOMPARE((*fork)->position(), position);
            QCOMPARE((*fork)->run().stop, Stop::AtEnd);
            QCOMPARE(toy::main(**fork).status, WorkflowStatus::Completed);
            QCOMPARE(toy::main(**fork).output["n"], Value(7));
        }
        QVERIFY(!rehearsal->fork(0).ok());
        rehearsal->run();
        QCOMPARE(rehearsal->world().stateHash(), end);
    }

    void refusesNothingToRehearse()
    {
        const auto rehearsal = Rehearsal::start({});
        QVERIFY(!rehearsal.ok());
        QCOMPARE(rehearsal.error().code, ErrorCode::InvalidArgument);
    }
};

QTEST_GUILESS_MAIN(TestRehearsal)
#include "tst_rehearsal.moc"
