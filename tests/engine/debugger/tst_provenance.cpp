// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/provenance.h"
#include "engine/debugger/toyworkflow.h"

using namespace baton;

namespace {

/// input -> a worker -> a script -> a choice -> a variable -> a sub-workflow -> the output; beside it a fork and a loop.
RehearsalSetup chain()
{
    RehearsalSetup setup;
    setup.workflow = toy::workflow(R"({"name":"outer","tasks":[
        {"name":"bureau","taskReferenceName":"bureau","inputParameters":{"who":{"name":"${workflow.input.name}","fixed":7}}},
        {"name":"dti","taskReferenceName":"dti","type":"INLINE","inputParameters":{"evaluatorType":"javascript",
            "expression":"$.debt / $.income","debt":"${bureau.output.debt}","income":"${workflow.input.income}","unused":1}},
        {"name":"pick","taskReferenceName":"pick","type":"JSON_JQ_TRANSFORM","inputParameters":{"queryExpression":".all | length","all":"${bureau.output.lines}"}},
        {"name":"set","taskReferenceName":"set","type":"SET_VARIABLE","inputParameters":{"ratio":"${dti.output.result}"}},
        {"name":"f","taskReferenceName":"f","type":"FORK_JOIN","forkTasks":[[{"name":"left","taskReferenceName":"left","inputParameters":{"text":"ratio ${workflow.variables.ratio}!"}}],
            [{"name":"right","taskReferenceName":"right"}]]},
        {"name":"j","taskReferenceName":"j","type":"JOIN","joinOn":["left","right"]},
        {"name":"sub","taskReferenceName":"sub","type":"SUB_WORKFLOW","subWorkflowParam":{"name":"inner","version":1},
            "inputParameters":{"r":"${workflow.variables.ratio}"}},
        {"name":"loop","taskReferenceName":"loop","type":"DO_WHILE","loopCondition":"$.loop['iteration'] < 2",
            "loopOver":[{"name":"body","taskReferenceName":"body","inputParameters":{"x":"${sub.output.doubled}"}}]}],
        "outputParameters":{"answer":"${sub.output.doubled}","left":"${j.output.left.got.text}","round":"${loop.output['2'].body.got.x}"}})");
    setup.library = {toy::workflow(R"({"name":"inner","version":1,"tasks":[
        {"name":"double","taskReferenceName":"double","type":"INLINE","inputParameters":{"evaluatorType":"javascript","expression":"$.v * 2","v":"${workflow.input.r}"}}],
        "outputParameters":{"doubled":"${double.output.result}"}})")};
    setup.input = Value::object({{"name", "Ann"}, {"income", 100}});
    setup.handlers = toy::handlers({{"bureau", [](const Value&, TaskContext&) {
                                         return TaskOutput::completed(Value::object({{"debt", 50}, {"lines", Value::array({1, 2})}}));
                                     }},
        {"left", toy::echo}, {"right", toy::echo}, {"body", toy::echo}});
    return setup;
}

struct Finished {
    std::unique_ptr<Rehearsal> rehearsal = toy::started(chain());
    Finished() { rehearsal->run(); }

    /// "place=kind" of each step, indented by depth in dots.
    [[nodiscard]] std::string print(const std::vector<ProvenanceStep>& steps) const
    {
        std::string text;
        for (const ProvenanceStep& step : steps)
            text += (text.empty() ? "" : "\n") + std::string(static_cast<std::size_t>(step.depth), '.')
                + describe(step.at, rehearsal->world()) + "=" + std::string(toText(step.kind));
        return text;
    }
    [[nodiscard]] std::vector<ProvenanceStep> origins(const char* place) const
    {
        Provenance provenance(rehearsal->journal());
        return provenance.origins(valueRefFrom(place, toy::main(*rehearsal)).value(), rehearsal->journal().size());
    }
    [[nodiscard]] std::vector<ProvenanceStep> uses(const char* place) const
    {
        Provenance provenance(rehearsal->journal());
        return provenance.uses(valueRefFrom(place, toy::main(*rehearsal)).value(), rehearsal->journal().size());
    }
};

}  // namespace

class TestProvenance : public QObject {
    Q_OBJECT

private slots:
    void followsAValueToItsBeginning()
    {
        const Finished run;
        QCOMPARE(toy::main(*run.rehearsal).output["answer"].asDecimal(), 1.0);
        QCOMPARE(QString::fromStdString(run.print(run.origins("workflow.output.answer"))), QString::fromUtf8(
            "workflow.output.answer=reference\n"
            ".sub.output.doubled=sub-workflow\n"
            "..workflow.output.doubled=reference\n"
            "...double.output.result=script\n"
            "....double.input.v=reference\n"
            ".....workflow.input.r=parent\n"
            "......sub.input.workflowInput.r=reference\n"
            ".......workflow.variables.ratio=variable\n"
            "........set.input.ratio=reference\n"
            ".........dti.output.result=script\n"
            "..........dti.input.debt=reference\n"
            "...........bureau.output.debt=worker\n"
            "............bureau.input.who=reference\n"
            ".............workflow.input.name=start\n"
            "..........dti.input.income=reference\n"
            "...........workflow.input.income=start"));
    }

    void followsThroughJoinsTextsLoopsAndQueries()
    {
        const Finished run;
        QVERIFY(run.print(run.origins("workflow.output.left")).starts_with(
            "workflow.output.left=reference\n.j.output.left.got.text=join\n..left.output.got.text=worker\n...left.input.text=text\n....workflow.variables.ratio=variable"));
        const QString round = QString::fromStdString(run.print(run.origins("workflow.output.round")));
        QCOMPARE(round.section(u'\n', 0, 4), QString::fromUtf8("workflow.output.round=reference\n.loop.output.2.body.got.x=loop\n"
                                                               "..body__2.output.got.x=worker\n...body__2.input.x=reference\n....sub.output.doubled=sub-workflow"));
        QVERIFY(run.print(run.origins("pick.output.result")).starts_with("pick.output.result=jq\n.pick.input.all=reference\n..bureau.output.lines=worker"));
        QCOMPARE(run.print(run.origins("bureau.input.who.fixed")), std::string("bureau.input.who.fixed=literal"));
        QCOMPARE(run.print(run.origins("bureau.output.nothing")).substr(0, 28), std::string("bureau.output.nothing=worker"));
    }

    void tellsWhatAValueWentInto()
    {
        const Finished run;
        const std::string uses = run.print(run.uses("workflow.input.income"));
        for (const char* place : {"dti.input.income", "dti.output.result", "set.input.ratio", "workflow.variables.ratio", "left.input.text",
                 "sub.input.workflowInput.r", "double.output.result", "sub.output.doubled", "body__2.input.x", "workflow.output.answer"})
            QVERIFY2(uses.find(place) != std::string::npos, (std::string(place) + " in\n" + uses).c_str());
        QVERIFY(uses.find("pick") == std::string::npos);
        QVERIFY(uses.find("bureau") == std::string::npos);
        QVERIFY(run.print(run.uses("workflow.output.answer")) == "workflow.output.answer=reference");
    }

    void theWorldBeforeAValueKnowsNothing()
    {
        const Finished run;
        Provenance provenance(run.rehearsal->journal());
        const ValueRef ref = valueRefFrom("dti.output.result", toy::main(*run.rehearsal)).value();
        const auto early = provenance.origins(ref, 1);
        QCOMPARE(early.size(), std::size_t {1});
        QCOMPARE(early.front().kind, OriginKind::Unknown);
        QVERIFY(!valueRefFrom("nobody.output", toy::main(*run.rehearsal)).ok());
        QVERIFY(!valueRefFrom("..", toy::main(*run.rehearsal)).ok());
    }

    // The proof of a claim: change the source it names, run again, and the value is another; change what it does not name,
    // and it is the same.
    void claimsHoldWhenTheirSourceIsChanged()
    {
        const Finished run;
        const auto answerOf = [](Value input) {
            RehearsalSetup setup = chain();
            setup.input = std::move(input);
            const auto other = toy::started(std::move(setup));
            other->run();
            return toy::main(*other).output["answer"];
        };
        const auto steps = run.origins("dti.output.result");
        const auto claims = [&](const char* place) {
            return std::ranges::any_of(steps, [&](const ProvenanceStep& step) { return describe(step.at, run.rehearsal->world()) == place; });
        };
        QVERIFY(claims("workflow.input.income"));
        QVERIFY(answerOf(Value::object({{"name", "Ann"}, {"income", 200}})) .asDecimal() != 1.0);
        QVERIFY(answerOf(Value::object({{"name", "Ann"}, {"income", 100}, {"other", 1}})) .asDecimal() == 1.0);
        QVERIFY(!claims("dti.input.unused"));
    }
};

QTEST_GUILESS_MAIN(TestProvenance)
#include "tst_provenance.moc"
