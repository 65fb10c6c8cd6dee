// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/graph/graphlayout.h"

#include <algorithm>
#include <cmath>

namespace baton::ui {

namespace {

using Layout = GraphLayout;

/// A rectangle of the nesting: a single task, a list of boxes below each other, or an operator over boxes side by side.
struct Box {
    enum class Kind : std::uint8_t { Leaf, Sequence, Parallel, Loop };
    Kind kind = Kind::Leaf;
    int node = -1;               // of a leaf, or of the operator on top
    int container = -1;
    Text label;                  // of a sequence that is a branch
    std::vector<int> children;
    QPointF at;
    QSizeF size;
};

NodeKind nodeKindOf(const WorkflowTask& task)
{
    const auto type = task.type.view();
    if (type == "SWITCH" || type == "DECISION")
        return NodeKind::Branching;
    if (type == "FORK_JOIN" || type == "FORK_JOIN_DYNAMIC" || type == "FORK")
        return NodeKind::Fork;
    if (type == "JOIN" || type == "EXCLUSIVE_JOIN")
        return NodeKind::Join;
    if (type == "DO_WHILE")
        return NodeKind::Loop;
    if (type == "SUB_WORKFLOW" || type == "START_WORKFLOW")
        return NodeKind::SubWorkflow;
    return type == "TERMINATE" ? NodeKind::Terminate : NodeKind::Task;
}

/// Builds boxes parents first, sizes them from the last to the first, places them from the first to the last.
class LayoutBuilder {
public:
    explicit LayoutBuilder(WorkflowDefPtr definition) { m_layout.definition = std::move(definition); }

    GraphLayout build()
    {
        makeBoxes();
        for (std::size_t i = m_boxes.size(); i-- > 0;)
            measure(m_boxes[i]);
        place();
        connect();
        index();
        return std::move(m_layout);
    }

private:
    struct PendingList {
        const TaskList* list;
        int sequence;
    };

    int addNode(NodeKind kind, const WorkflowTask* task, int container)
    {
        m_layout.nodes.push_back({kind, task, {}, container});
        return static_cast<int>(m_layout.nodes.size()) - 1;
    }

    int addBox(Box box)
    {
        m_boxes.push_back(std::move(box));
        return static_cast<int>(m_boxes.size()) - 1;
    }

    Box& box(int index) { return m_boxes[static_cast<std::size_t>(index)]; }

    int addLeaf(NodeKind kind, const WorkflowTask* task, int parent)
    {
        const int container = box(parent).container;
        const int leaf = addBox({Box::Kind::Leaf, addNode(kind, task, container), container, {}, {}, {}, {}});
        box(parent).children.push_back(leaf);
        return leaf;
    }

    int addSequence(int parent, Text label, int container)
    {
        const int sequence = addBox({Box::Kind::Sequence, -1, container, std::move(label), {}, {}, {}});
        box(parent).children.push_back(sequence);
        return sequence;
    }

    void makeBoxes()
    {
        const int root = addBox({Box::Kind::Sequence, -1, -1, {}, {}, {}, {}});
        addLeaf(NodeKind::Start, nullptr, root);
        std::vector<PendingList> pending;
        addTasks(m_layout.definition->tasks, root, pending);
        addLeaf(NodeKind::End, nullptr, root);
        std::reverse(pending.begin(), pending.end());
        while (!pending.empty()) {
            const PendingList next = pending.back();
            pending.pop_back();
            const auto before = static_cast<std::ptrdiff_t>(pending.size());
            addTasks(*next.list, next.sequence, pending);
            std::reverse(pending.begin() + before, pending.end());   // the first branch comes off first
        }
    }

    void addTasks(const TaskList& list, int sequence, std::vector<PendingList>& pending)
    {
        for (const WorkflowTaskPtr& task : list) {
            const bool branches = !task->decisionCases.empty() || !task->defaultCase.empty() || !task->forkTasks.empty();
            if (branches)
                addOperator(Box::Kind::Parallel, *task, sequence, pending);
            else if (!task->loopOver.empty())
                addOperator(Box::Kind::Loop, *task, sequence, pending);
            else
                addLeaf(nodeKindOf(*task), task.get(), sequence);
        }
    }

    void addOperator(Box::Kind kind, const WorkflowTask& task, int parent, std::vector<PendingList>& pending)
    {
        const int outer = box(parent).container;
        const int owner = addNode(nodeKindOf(task), &task, outer);
        m_layout.containers.push_back({{}, owner, outer});
        const int container = static_cast<int>(m_layout.containers.size()) - 1;
        const int operatorBox = addBox({kind, owner, container, {}, {}, {}, {}});
        box(parent).children.push_back(operatorBox);
        const auto branch = [&](const TaskList& list, Text label) {
            pending.push_back({&list, addSequence(operatorBox, std::move(label), container)});
        };
        if (kind == Box::Kind::Loop)
            return branch(task.loopOver, {});
        for (const DecisionCase& one : task.decisionCases)
            branch(one.tasks, one.value);
        for (const TaskList& list : task.forkTasks)
            branch(list, {});
        if (!task.decisionCases.empty() || !task.defaultCase.empty())
            branch(task.defaultCase, "default");
    }

    void measure(Box& it)
    {
        if (it.kind == Box::Kind::Leaf) {
            const NodeKind kind = m_layout.nodes[static_cast<std::size_t>(it.node)].kind;
            const bool terminal = kind == NodeKind::Start || kind == NodeKind::End;
            it.size = terminal ? QSizeF(96, 32) : QSizeF(Layout::kNodeWidth, Layout::kNodeHeight);
            return;
        }
        double width = 0;
        double height = 0;
        for (const int child : it.children) {
            const QSizeF size = box(child).size;
            if (it.kind == Box::Kind::Sequence) {
                width = std::max(width, size.width());
                height += size.height() + (height > 0 ? Layout::kRowGap : 0);
            } else {
                width += size.width() + (width > 0 ? Layout::kColumnGap : 0);
                height = std::max(height, size.height());
            }
        }
        if (it.kind == Box::Kind::Sequence) {
            it.size = it.children.empty() ? QSizeF(72, 0) : QSizeF(width, height);
            return;
        }
        const double sides = it.kind == Box::Kind::Loop ? 3 * Layout::kPadding : 2 * Layout::kPadding;
        it.size = QSizeF(std::max(width + sides, Layout::kNodeWidth + 2 * Layout::kPadding),
                         Layout::kNodeHeight + kHeadGap + height + kFootGap + Layout::kPadding);
    }

    void place()
    {
        constexpr double margin = 40;
        box(0).at = {margin, margin};
        m_layout.size = box(0).size + QSizeF(2 * margin, 2 * margin);
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            if (m_boxes[i].kind == Box::Kind::Leaf)
                m_layout.nodes[static_cast<std::size_t>(m_boxes[i].node)].rect = {m_boxes[i].at, m_boxes[i].size};
            else if (m_boxes[i].kind == Box::Kind::Sequence)
                placeSequence(m_boxes[i]);
            else
                placeOperator(m_boxes[i]);
        }
    }

    void placeSequence(const Box& it)
    {
        double y = it.at.y();
        for (const int child : it.children) {
            Box& inner = box(child);
            inner.at = {it.at.x() + (it.size.width() - inner.size.width()) / 2, y};
            y += inner.size.height() + Layout::kRowGap;
        }
    }

    void placeOperator(const Box& it)
    {
        const double middle = it.at.x() + it.size.width() / 2;
        m_layout.nodes[static_cast<std::size_t>(it.node)].rect
            = {middle - Layout::kNodeWidth / 2, it.at.y(), Layout::kNodeWidth, Layout::kNodeHeight};
        m_layout.containers[static_cast<std::size_t>(it.container)].rect
            = QRectF(it.at, it.size).adjusted(0, Layout::kNodeHeight / 2, 0, 0);
        double width = -Layout::kColumnGap;
        for (const int child : it.children)
            width += box(child).size.width() + Layout::kColumnGap;
        double x = middle - width / 2;
        for (const int child : it.children) {
            box(child).at = {x, it.at.y() + Layout::kNodeHeight + kHeadGap};
            x += box(child).size.width() + Layout::kColumnGap;
        }
    }

    // Where lines enter and leave.
    [[nodiscard]] int entryNode(const Box& it) const { return it.node; }
    [[nodiscard]] static QPointF top(const QRectF& rect) { return {rect.center().x(), rect.top()}; }
    [[nodiscard]] static QPointF bottom(const QRectF& rect) { return {rect.center().x(), rect.bottom()}; }
    [[nodiscard]] const QRectF& rectOf(int node) const { return m_layout.nodes[static_cast<std::size_t>(node)].rect; }

    QPointF exitOf(const Box& it) const
    {
        return it.kind == Box::Kind::Leaf ? bottom(rectOf(it.node)) : QPointF(it.at.x() + it.size.width() / 2, it.at.y() + it.size.height());
    }

    void addEdge(int from, int to, std::initializer_list<QPointF> points, Text label = {}, bool branch = false, bool merge = false, bool back = false)
    {
        GraphEdge edge;
        edge.from = from;
        edge.to = to;
        for (const QPointF& point : points)
            edge.points[static_cast<std::size_t>(edge.pointCount++)] = point;
        edge.label = std::move(label);
        edge.isBranch = branch;
        edge.isMerge = merge;
        edge.isBack = back;
        m_layout.edges.push_back(std::move(edge));
    }

    void connect()
    {
        for (const Box& it : m_boxes) {
            if (it.kind == Box::Kind::Sequence)
                for (std::size_t i = 0; i + 1 < it.children.size(); ++i)
                    connectBelow(box(it.children[i]), box(it.children[i + 1]));
            else if (it.kind != Box::Kind::Leaf)
                connectOperator(it);
        }
    }

    void connectBelow(const Box& upper, const Box& lower)
    {
        const int to = entryNode(lower);
        addEdge(upper.node, to, {exitOf(upper), top(rectOf(to))});
    }

    void connectOperator(const Box& it)
    {
        const QPointF head = bottom(rectOf(it.node));
        const QPointF foot = exitOf(it);
        const double barAbove = head.y() + kHeadGap / 3;
        const double barBelow = foot.y() - Layout::kPadding - kFootGap / 3;
        for (const int child : it.children) {
            const Box& branch = box(child);
            const double x = branch.at.x() + branch.size.width() / 2;
            if (branch.children.empty()) {
                addEdge(it.node, -1, {head, {head.x(), barAbove}, {x, barAbove}, {x, barBelow}, {foot.x(), barBelow}, foot}, branch.label, true, true);
                continue;
            }
            const int first = entryNode(box(branch.children.front()));
            const Box& last = box(branch.children.back());
            addEdge(it.node, first, {head, {head.x(), barAbove}, {x, barAbove}, top(rectOf(first))}, branch.label, it.kind == Box::Kind::Parallel);
            const QPointF exit = exitOf(last);
            addEdge(last.node, -1, {exit, {exit.x(), barBelow}, {foot.x(), barBelow}, foot}, {}, false, true);
            if (it.kind == Box::Kind::Loop)
                connectBack(it, exit, barBelow);
        }
    }

    void connectBack(const Box& it, const QPointF& exit, double barBelow)
    {
        const QRectF& header = rectOf(it.node);
        const double side = it.at.x() + it.size.width() - Layout::kPadding * 0.75;
        addEdge(it.node, it.node, {{exit.x(), barBelow}, {side, barBelow}, {side, header.center().y()}, {header.right(), header.center().y()}},
                {}, false, false, true);
    }

    void index()
    {
        const auto bandOf = [&](double y) {
            return static_cast<std::size_t>(std::clamp(std::floor(y / Layout::kBandHeight), 0.0, static_cast<double>(m_layout.bands.size() - 1)));
        };
        m_layout.bands.resize(static_cast<std::size_t>(m_layout.size.height() / Layout::kBandHeight) + 1);
        for (std::size_t i = 0; i < m_layout.nodes.size(); ++i) {
            const QRectF& rect = m_layout.nodes[i].rect;
            for (std::size_t b = bandOf(rect.top()); b <= bandOf(rect.bottom()); ++b)
                m_layout.bands[b].nodes.push_back(static_cast<int>(i));
        }
        for (std::size_t i = 0; i < m_layout.edges.size(); ++i) {
            const GraphEdge& edge = m_layout.edges[i];
            double low = edge.points[0].y();
            double high = low;
            for (int p = 1; p < edge.pointCount; ++p) {
                low = std::min(low, edge.points[static_cast<std::size_t>(p)].y());
                high = std::max(high, edge.points[static_cast<std::size_t>(p)].y());
            }
            for (std::size_t b = bandOf(low); b <= bandOf(high); ++b)
                m_layout.bands[b].edges.push_back(static_cast<int>(i));
        }
    }

    static constexpr double kHeadGap = 46;
    static constexpr double kFootGap = 30;
    std::vector<Box> m_boxes;
    GraphLayout m_layout;
};

template <typename Members>
std::vector<int> gather(const GraphLayout& layout, const QRectF& area, Members members)
{
    std::vector<int> found;
    if (layout.bands.empty())
        return found;
    const double last = static_cast<double>(layout.bands.size() - 1);
    const auto from = static_cast<std::size_t>(std::clamp(std::floor(area.top() / GraphLayout::kBandHeight), 0.0, last));
    const auto to = static_cast<std::size_t>(std::clamp(std::floor(area.bottom() / GraphLayout::kBandHeight), 0.0, last));
    for (std::size_t b = from; b <= to; ++b)
        found.insert(found.end(), members(layout.bands[b]).begin(), members(layout.bands[b]).end());
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace

GraphLayout layOut(WorkflowDefPtr definition)
{
    return LayoutBuilder(std::move(definition)).build();
}

std::vector<int> GraphLayout::nodesIn(const QRectF& area) const
{
    auto found = gather(*this, area, [](const Band& band) -> const std::vector<int>& { return band.nodes; });
    std::erase_if(found, [&](int i) { return !nodes[static_cast<std::size_t>(i)].rect.intersects(area); });
    return found;
}

std::vector<int> GraphLayout::edgesIn(const QRectF& area) const
{
    auto found = gather(*this, area, [](const Band& band) -> const std::vector<int>& { return band.edges; });
    std::erase_if(found, [&](int i) {
        const GraphEdge& edge = edges[static_cast<std::size_t>(i)];
        double left = edge.points[0].x();
        double right = left;
        for (int p = 1; p < edge.pointCount; ++p) {
            left = std::min(left, edge.points[static_cast<std::size_t>(p)].x());
            right = std::max(right, edge.points[static_cast<std::size_t>(p)].x());
        }
        return right < area.left() - 1 || left > area.right() + 1;
    });
    return found;
}

}  // namespace baton::ui
