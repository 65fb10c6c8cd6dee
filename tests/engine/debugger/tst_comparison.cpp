// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/comparison.h"
#include "engine/debugger/randomworkflow.h"
#include "engine/debugger/toyworkflow.h"

using namespace baton;

namespace {

std::unique_ptr<Rehearsal> finished(RehearsalSetup setup)
{
    auto rehearsal = toy::started(std::move(setup));
    rehearsal->run();
    return rehearsal;
}

Comparison compared(const Rehearsal& a, const Rehearsal& b)
{
    return compareRuns({&a.journal(), a.mainWorkflowId()}, {&b.journal(), b.mainWorkflowId()});
}

/// "output of t3": the first cause.
std::string causeOf(const Comparison& comparison)
{
    if (comparison.cause == Difference::kNone)
        return "none";
    const Difference& cause = comparison.differences[comparison.cause];
    return std::string(toText(cause.kind)) + (cause.task == Difference::kNone ? "" : " of " + comparison.tasks[cause.task].name.str());
}

}  // namespace

class TestComparison : public QObject {
    Q_OBJECT

private slots:
    void equalRunsWithOtherIdsAreEqual()
    {
        RehearsalSetup setup = toy::fiveInARow();
        const auto a = finished(setup);
        setup.seed = 2;
        const auto b = finished(setup);
        QVERIFY(a->mainWorkflowId() != b->mainWorkflowId());
        const Comparison comparison = compared(*a, *b);
        QVERIFY(comparison.isEqual());
        QCOMPARE(comparison.tasks.size(), std::size_t {5});
        QCOMPARE(causeOf(comparison), std::string("none"));
    }

    void namesTheCauseAndNotTheSymptom()
    {
        const auto a = finished(toy::fiveInARow());
        RehearsalSetup setup = toy::fiveInARow();
        setup.handlers = toy::handlers({{"a", toy::echo}, {"b", [](const Value&, TaskContext&) {
            return TaskOutput::completed(Value::object({{"got", Value::object({{"n", 8}})}}));
        }}, {"c", toy::echo}, {"d", toy::echo}, {"e", toy::echo}});
        const Comparison comparison = compared(*a, *finished(std::move(setup)));
        QCOMPARE(causeOf(comparison), std::string("output of b"));
        QVERIFY(comparison.differences.size() > 4);
        QCOMPARE(std::ranges::count(comparison.tasks, true, &TaskPair::differs), std::ptrdiff_t {4});
        bool found = false;
        for (const Change& change : comparison.differences[0].changes)
            found = found || (change.path.text() == "got.n" && change.before == Value(7) && change.after == Value(8));
        QVERIFY(found);
    }

    void otherInputAndOtherDefinition()
    {
        const auto a = finished(toy::fiveInARow());
        RehearsalSetup setup = toy::fiveInARow();
        setup.input = Value::object({{"n", 9}});
        QCOMPARE(causeOf(compared(*a, *finished(setup))), std::string("workflow input"));
        setup = toy::fiveInARow();
        auto definition = std::make_shared<WorkflowDef>(*setup.workflow);
        auto task = std::make_shared<WorkflowTask>(*definition->tasks[2]);
        task->inputParameters = Value::object({{"n", 70}});
        definition->tasks[2] = task;
        setup.workflow = definition;
        QCOMPARE(causeOf(compared(*a, *finished(setup))), std::string("definition of c"));
    }

    void tasksOfOneRunOnly()
    {
        const auto a = finished(toy::fiveInARow());
        RehearsalSetup setup = toy::fiveInARow();
        auto definition = std::make_shared<WorkflowDef>(*setup.workflow);
        definition->tasks.insert(definition->tasks.begin() + 2, toy::workflow(R"({"name":"x","tasks":[{"name":"a","taskReferenceName":"more"}]})")->tasks[0]);
        setup.workflow = definition;
        const auto b = finished(setup);
        QCOMPARE(causeOf(compared(*a, *b)), std::string("only in the second of more"));
        QCOMPARE(causeOf(compared(*b, *a)), std::string("only in the first of more"));
        const Comparison comparison = compared(*a, *b);
        QCOMPARE(comparison.tasks[2].name, Text("more"));
    }

    void findsTheCauseInsideSubWorkflows()
    {
        const auto make = [](int answer) {
            RehearsalSetup setup;
            setup.workflow = toy::workflow(R"({"name":"outer","tasks":[{"name":"sub","taskReferenceName":"sub","type":"SUB_WORKFLOW","subWorkflowParam":{"name":"inner","version":1}},
                {"name":"t","taskReferenceName":"after","inputParameters":{"x":"${sub.output.v}"}}]})");
            setup.library = {toy::workflow(R"({"name":"inner","version":1,"tasks":[{"name":"u","taskReferenceName":"deep"}]})")};
            setup.handlers = toy::handlers({{"t", toy::echo}, {"u", [answer](const Value&, TaskContext&) {
                return TaskOutput::completed(Value::object({{"v", answer}}));
            }}});
            return finished(std::move(setup));
        };
        QCOMPARE(causeOf(compared(*make(1), *make(2))), std::string("output of sub/deep"));
    }

    void findsFiveHundredSeededCauses()
    {
        int mutations = 0;
        for (unsigned seed = 1; mutations < 500; ++seed) {
            const toy::RandomWorkflow random(seed);
            const auto a = finished(random.setup());
            QVERIFY2(toy::main(*a).status == WorkflowStatus::Completed, random.json().c_str());
            int ofThis = 0;
            for (const std::string& worker : random.workers()) {
                if (!toy::main(*a).latest(worker) || ++ofThis > 4)
                    continue;
                const auto b = finished(random.setup(worker));
                const std::string cause = causeOf(compared(*a, *b));
                QVERIFY2(cause == "output of " + worker, (worker + " but " + cause + " in seed " + std::to_string(seed) + " " + random.json()).c_str());
                ++mutations;
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
