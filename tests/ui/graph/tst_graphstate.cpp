// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/graph/graphstate.h"

#include "ui/graph/graphfixture.h"

#include <QtTest>

using namespace baton;
using namespace baton::ui;

namespace {

struct Shown {
    GraphLayout layout;
    NodesByReference nodes;
    GraphState state;

    Shown(WorkflowDefPtr shape, const Execution* execution, TaskSlot current = kNoTask)
        : layout(layOut(std::move(shape)))
        , nodes(nodesByReference(layout))
        , state(stateOf(layout, nodes, execution, current))
    {
    }

    [[nodiscard]] const NodeState& node(const char* reference) const { return state.nodes[static_cast<std::size_t>(nodes.value(QLatin1String(reference)))]; }
    [[nodiscard]] bool tookBranch(std::string_view label) const
    {
        for (std::size_t i = 0; i < layout.edges.size(); ++i)
            if (layout.edges[i].label == label)
                return state.taken[i];
        return false;
    }
    [[nodiscard]] int taken() const { return static_cast<int>(std::count(state.taken.begin(), state.taken.end(), true)); }
};

}  // namespace

class GraphStateTest : public QObject {
    Q_OBJECT
private slots:
    void without_an_execution_nothing_is_reached();
    void a_node_shows_its_newest_attempt();
    void iterations_count_for_the_task_of_the_loop();
    void the_current_task_is_marked();
    void only_the_chosen_branch_is_taken();
    void an_empty_branch_is_taken_when_it_was_chosen();
    void a_finished_workflow_reaches_the_end();
    void tasks_the_definition_does_not_have_are_left_out();
    void plain_references_data();
    void plain_references();
};

void GraphStateTest::without_an_execution_nothing_is_reached()
{
    const Shown shown(definition(chain(3)), nullptr);
    QVERIFY(!shown.state.started);
    QCOMPARE(shown.taken(), 0);
    QVERIFY(!shown.node("step_0").status);
}

void GraphStateTest::a_node_shows_its_newest_attempt()
{
    const Execution now = execution({run("step_0", TaskStatus::Failed), run("step_0", TaskStatus::InProgress, 1)});
    const Shown shown(definition(chain(2)), &now);
    QVERIFY(shown.node("step_0").status == TaskStatus::InProgress);
    QCOMPARE(shown.node("step_0").attempts, 2);
    QCOMPARE(shown.node("step_0").slot, TaskSlot {1});
    QCOMPARE(shown.node("step_1").slot, kNoTask);
}

void GraphStateTest::iterations_count_for_the_task_of_the_loop()
{
    const Execution now = execution({run("loop", TaskStatus::InProgress, 0, 2), run("body__1", TaskStatus::Completed, 0, 1), run("body__2", TaskStatus::Scheduled, 0, 2)});
    const Shown shown(definition({loopTask("loop", {task("body")})}), &now);
    QCOMPARE(shown.node("body").iterations, 2);
    QVERIFY(shown.node("body").status == TaskStatus::Scheduled);
}

void GraphStateTest::the_current_task_is_marked()
{
    const Execution now = execution({run("step_0", TaskStatus::Completed), run("step_1", TaskStatus::InProgress)});
    const Shown shown(definition(chain(2)), &now, 1);
    QVERIFY(!shown.node("step_0").current);
    QVERIFY(shown.node("step_1").current);
}

void GraphStateTest::only_the_chosen_branch_is_taken()
{
    const Execution now = execution({run("choose", TaskStatus::Completed), run("high", TaskStatus::InProgress)});
    const Shown shown(definition({switchTask("choose", {{"h", {task("high")}}, {"l", {task("low")}}})}), &now);
    QVERIFY(shown.tookBranch("h"));
    QVERIFY(!shown.tookBranch("l"));
    QVERIFY(!shown.tookBranch("default"));
}

void GraphStateTest::an_empty_branch_is_taken_when_it_was_chosen()
{
    TaskRun choose = run("choose", TaskStatus::Completed);
    choose.outputData = Value::object({{Key("selectedCase"), Value("neither")}});
    const Execution now = execution({choose});
    const Shown shown(definition({switchTask("choose", {{"h", {task("high")}}, {"l", {}}})}), &now);
    QVERIFY(shown.tookBranch("default"));
    QVERIFY(!shown.tookBranch("l"));
}

void GraphStateTest::a_finished_workflow_reaches_the_end()
{
    const Execution now = execution({run("step_0", TaskStatus::Completed)}, WorkflowStatus::Completed);
    const Shown shown(definition(chain(1)), &now);
    QVERIFY(shown.state.ended);
    QCOMPARE(shown.taken(), 2);
}

void GraphStateTest::tasks_the_definition_does_not_have_are_left_out()
{
    const Execution now = execution({run("born_of_a_dynamic_fork", TaskStatus::Completed)});
    const Shown shown(definition(chain(1)), &now, 7);
    QVERIFY(!shown.node("step_0").status);
}

void GraphStateTest::plain_references_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("plain");
    QTest::newRow("plain") << QByteArray("review") << QStringLiteral("review");
    QTest::newRow("iteration") << QByteArray("review__12") << QStringLiteral("review");
    QTest::newRow("nested mark") << QByteArray("a__b__3") << QStringLiteral("a__b");
    QTest::newRow("a word after the mark") << QByteArray("review__x") << QStringLiteral("review__x");
    QTest::newRow("nothing after the mark") << QByteArray("review__") << QStringLiteral("review__");
    QTest::newRow("empty") << QByteArray() << QString();
}

void GraphStateTest::plain_references()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, plain);
    QCOMPARE(plainReference(name.toStdString()), plain);
}

QTEST_GUILESS_MAIN(GraphStateTest)
#include "tst_graphstate.moc"
