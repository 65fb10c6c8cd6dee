// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/graph/graphlayout.h"

#include "ui/graph/graphfixture.h"

#include <QtTest>

#include <algorithm>

using namespace baton;
using namespace baton::ui;

namespace {

/// Looks for overlaps with a sweep over the upper edges, so that thousands of nodes can be checked.
bool anyOverlap(const GraphLayout& layout)
{
    std::vector<const GraphNode*> sorted;
    for (const GraphNode& node : layout.nodes)
        sorted.push_back(&node);
    std::sort(sorted.begin(), sorted.end(), [](const GraphNode* a, const GraphNode* b) {
        return std::pair(a->rect.top(), a->rect.left()) < std::pair(b->rect.top(), b->rect.left());
    });
    for (std::size_t i = 0; i < sorted.size(); ++i)
        for (std::size_t j = i + 1; j < sorted.size() && sorted[j]->rect.top() < sorted[i]->rect.bottom(); ++j) {
            if (sorted[j]->rect.top() == sorted[i]->rect.top() && sorted[j]->rect.left() >= sorted[i]->rect.right())
                break;   // further to the right from here on
            if (sorted[j]->rect.intersects(sorted[i]->rect))
                return true;
        }
    return false;
}

const GraphNode& nodeOf(const GraphLayout& layout, std::string_view reference)
{
    return *std::find_if(layout.nodes.begin(), layout.nodes.end(),
                         [&](const GraphNode& node) { return node.task != nullptr && node.task->taskReferenceName == reference; });
}

WorkflowDefPtr mixed()
{
    return definition({task("first"),
                       switchTask("choose", {{"high", {task("h1"), task("h2")}}, {"low", {}}}, {task("other")}),
                       forkTask("fork", {{task("a1"), loopTask("loop", {task("b1"), task("b2")})}, {task("c1")}}),
                       task("join", "JOIN"), task("last", "TERMINATE")});
}

}  // namespace

class GraphLayoutTest : public QObject {
    Q_OBJECT
private slots:
    void an_empty_definition_is_a_start_and_an_end();
    void nodes_stand_apart_and_inside_their_containers();
    void siblings_keep_the_authors_order();
    void branches_are_labelled_and_an_empty_one_has_a_way_through();
    void edges_join_the_borders_of_their_nodes();
    void a_loop_has_one_way_back();
    void large_shapes_data();
    void large_shapes();
    void an_area_gives_exactly_what_touches_it();
};

void GraphLayoutTest::an_empty_definition_is_a_start_and_an_end()
{
    const GraphLayout layout = layOut(definition({}));
    QCOMPARE(layout.nodes.size(), std::size_t {2});
    QCOMPARE(layout.edges.size(), std::size_t {1});
    QVERIFY(layout.nodes[0].rect.bottom() < layout.nodes[1].rect.top());
}

void GraphLayoutTest::nodes_stand_apart_and_inside_their_containers()
{
    const GraphLayout layout = layOut(mixed());
    QVERIFY(!anyOverlap(layout));
    const QRectF all(QPointF(0, 0), layout.size);
    for (const GraphNode& node : layout.nodes) {
        QVERIFY(all.contains(node.rect));
        if (node.container >= 0)
            QVERIFY(layout.containers[static_cast<std::size_t>(node.container)].rect.contains(node.rect));
    }
    for (const GraphContainer& container : layout.containers)
        if (container.parent >= 0)
            QVERIFY(layout.containers[static_cast<std::size_t>(container.parent)].rect.contains(container.rect));
}

void GraphLayoutTest::siblings_keep_the_authors_order()
{
    const GraphLayout layout = layOut(mixed());
    const auto y = [&](const char* name) { return nodeOf(layout, name).rect.top(); };
    const auto x = [&](const char* name) { return nodeOf(layout, name).rect.left(); };
    QVERIFY(y("first") < y("choose") && y("choose") < y("h1") && y("h1") < y("h2") && y("h2") < y("fork"));
    QVERIFY(y("fork") < y("a1") && y("a1") < y("loop") && y("loop") < y("b1") && y("b1") < y("b2") && y("b2") < y("join"));
    QVERIFY(y("join") < y("last"));
    QVERIFY(x("h1") < x("other"));
    QVERIFY(x("a1") < x("c1"));
    QCOMPARE(y("h1"), y("other"));
}

void GraphLayoutTest::branches_are_labelled_and_an_empty_one_has_a_way_through()
{
    const GraphLayout layout = layOut(mixed());
    std::vector<std::string> labels;
    int through = 0;
    for (const GraphEdge& edge : layout.edges) {
        if (!edge.label.empty())
            labels.push_back(edge.label.str());
        through += edge.isBranch && edge.isMerge ? 1 : 0;
    }
    QCOMPARE(labels, (std::vector<std::string> {"high", "low", "default"}));
    QCOMPARE(through, 1);
}

void GraphLayoutTest::edges_join_the_borders_of_their_nodes()
{
    const GraphLayout layout = layOut(mixed());
    for (const GraphEdge& edge : layout.edges) {
        QVERIFY(edge.pointCount >= 2 && edge.pointCount <= 6);
        for (int i = 1; i < edge.pointCount; ++i) {
            const QPointF way = edge.points[static_cast<std::size_t>(i)] - edge.points[static_cast<std::size_t>(i - 1)];
            QVERIFY2(std::abs(way.x()) < 0.01 || std::abs(way.y()) < 0.01, "every part is level or upright");
        }
        if (edge.to >= 0 && !edge.isBack) {
            const QRectF& rect = layout.nodes[static_cast<std::size_t>(edge.to)].rect;
            QCOMPARE(edge.points[static_cast<std::size_t>(edge.pointCount - 1)], QPointF(rect.center().x(), rect.top()));
        }
    }
}

void GraphLayoutTest::a_loop_has_one_way_back()
{
    const GraphLayout layout = layOut(definition({loopTask("loop", {task("a"), task("b")})}));
    const auto back = std::count_if(layout.edges.begin(), layout.edges.end(), [](const GraphEdge& edge) { return edge.isBack; });
    QCOMPARE(back, 1);
}

void GraphLayoutTest::large_shapes_data()
{
    QTest::addColumn<WorkflowDefPtr>("shape");
    QTest::addColumn<int>("nodes");
    QTest::newRow("a chain of 3,000") << definition(chain(3000)) << 3002;

    std::vector<TaskList> branches;
    for (int i = 0; i < 10'000; ++i)
        branches.push_back({task("branch_" + std::to_string(i))});
    QTest::newRow("a fork 10,000 wide") << definition({forkTask("fork", std::move(branches)), task("join", "JOIN")}) << 10'004;

    TaskList inner {task("core")};
    for (int i = 0; i < 300; ++i)
        inner = i % 2 == 0 ? TaskList {switchTask("level_" + std::to_string(i), {{"yes", inner}}, {task("side_" + std::to_string(i))})}
                           : TaskList {loopTask("level_" + std::to_string(i), inner)};
    QTest::newRow("300 levels deep") << definition(inner) << 300 + 150 + 1 + 2;
}

void GraphLayoutTest::large_shapes()
{
    QFETCH(WorkflowDefPtr, shape);
    QFETCH(int, nodes);
    const GraphLayout layout = layOut(shape);
    QCOMPARE(static_cast<int>(layout.nodes.size()), nodes);
    QVERIFY(!anyOverlap(layout));
    QVERIFY2(layout.edges.size() <= 3 * layout.nodes.size(), "edges are linear in the nodes");
    std::size_t indexed = 0;
    for (const GraphLayout::Band& band : layout.bands)
        indexed += band.nodes.size();
    QVERIFY2(indexed <= 2 * layout.nodes.size(), "a node is lower than a band, so it stands in two at most");
}

void GraphLayoutTest::an_area_gives_exactly_what_touches_it()
{
    const GraphLayout layout = layOut(definition(chain(500)));
    const QRectF area(0, 20'000, 400, 1000);
    std::vector<int> expected;
    for (std::size_t i = 0; i < layout.nodes.size(); ++i)
        if (layout.nodes[i].rect.intersects(area))
            expected.push_back(static_cast<int>(i));
    QVERIFY(!expected.empty());
    QCOMPARE(layout.nodesIn(area), expected);
    QVERIFY(layout.edgesIn(area).size() < 30);
    QVERIFY(layout.nodesIn(QRectF(-500, -500, 100, 100)).empty());
    QVERIFY(layout.nodesIn(QRectF(0, 1e12, 100, 100)).empty());
}

QTEST_GUILESS_MAIN(GraphLayoutTest)
#include "tst_graphlayout.moc"
