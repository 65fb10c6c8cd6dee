// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/graph/graphview.h"

#include "ui/graph/graphpainter.h"
#include "ui/graph/minimap.h"
#include "ui/kit/emptystate.h"
#include "ui/models/words.h"

#include <QAccessible>
#include <QPaintEvent>
#include <QStyle>

#include <algorithm>

namespace baton::ui {

namespace {

constexpr double kZoomStep = 1.25;
constexpr int kGlideMs = 220;

bool has(const Text& text, const QString& part)
{
    return toQString(text.view()).contains(part, Qt::CaseInsensitive);
}

}  // namespace

GraphView::GraphView(QWidget* parent)
    : QWidget(parent)
    , m_minimap(new Minimap(this))
    , m_empty(new EmptyState(this))
{
    setObjectName(QStringLiteral("graphView"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Workflow graph"));
    m_empty->setContent(QStringLiteral("workflow"), tr("No workflow yet"), tr("Open a workflow definition to see its graph here."));
    m_minimap->hide();
    connect(m_minimap, &Minimap::centerRequested, this, [this](QPointF point) {
        m_glide.stop();
        m_placedByUser = true;
        m_camera.centerOn(point);
        cameraChanged();
    });
    m_glide.setDuration(kGlideMs);
    m_glide.setEasingCurve(QEasingCurve::InOutCubic);
    connect(&m_glide, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_camera.origin = m_camera.clamped(value.toPointF());
        cameraChanged();
    });
    describe();
}

void GraphView::setDefinition(WorkflowDefPtr definition)
{
    if (definition && definition == m_layout.definition)
        return;
    m_glide.stop();
    m_layout = definition ? layOut(std::move(definition)) : GraphLayout();
    m_nodes = nodesByReference(m_layout);
    m_state = stateOf(m_layout, m_nodes, nullptr, kNoTask);
    putMarks();
    m_selected = m_hovered = m_current = -1;
    m_lastFind.clear();
    m_placedByUser = false;
    m_camera.scene = m_layout.size;
    m_camera.begin();
    m_minimap->setGraph(&m_layout, &m_state);
    m_empty->setVisible(!m_layout.definition);
    cameraChanged();
    describe();
}

void GraphView::setExecution(const Execution* execution, TaskSlot current)
{
    m_state = stateOf(m_layout, m_nodes, execution, current);
    putMarks();
    const auto found = std::find_if(m_state.nodes.begin(), m_state.nodes.end(), [](const NodeState& node) { return node.current; });
    const int node = found == m_state.nodes.end() ? -1 : static_cast<int>(found - m_state.nodes.begin());
    if (node != m_current && node >= 0 && !m_pressed)
        reveal(m_layout.nodes[static_cast<std::size_t>(node)].rect, true);
    m_current = node;
    m_minimap->changed();
    update();
    describe();
}

void GraphView::putMarks()
{
    const auto mark = [this](const QSet<QString>& names, bool NodeState::* which) {
        for (const QString& name : names) {
            if (const int node = m_nodes.value(name, -1); node >= 0)
                m_state.nodes[static_cast<std::size_t>(node)].*which = true;
        }
    };
    mark(m_breakpoints, &NodeState::breakpoint);
    mark(m_differing, &NodeState::differs);
}

void GraphView::setMarks(const QSet<QString>& breakpoints, const QSet<QString>& differing)
{
    if (breakpoints == m_breakpoints && differing == m_differing)
        return;
    m_breakpoints = breakpoints;
    m_differing = differing;
    for (NodeState& node : m_state.nodes)
        node.breakpoint = node.differs = false;
    putMarks();
    update();
    describe();
}

void GraphView::setSelected(const QString& referenceName)
{
    const int node = m_nodes.value(plainReference(toUtf8(referenceName)), -1);
    if (node == m_selected)
        return;
    m_selected = node;
    if (node >= 0)
        reveal(m_layout.nodes[static_cast<std::size_t>(node)].rect, true);
    update();
    describe();
}

QString GraphView::referenceOf(int node) const
{
    const WorkflowTask* task = node < 0 ? nullptr : m_layout.nodes[static_cast<std::size_t>(node)].task;
    return task == nullptr ? QString() : toQString(task->taskReferenceName.view());
}

QString GraphView::selected() const
{
    return referenceOf(m_selected);
}

QRectF GraphView::rectOf(const QString& referenceName) const
{
    const auto node = m_nodes.constFind(referenceName);
    return node == m_nodes.constEnd() ? QRectF() : m_camera.toWindow(m_layout.nodes[static_cast<std::size_t>(*node)].rect);
}

void GraphView::zoomTo(double zoom, QPointF anchor)
{
    m_glide.stop();
    m_placedByUser = true;
    m_camera.zoomTo(zoom, anchor);
    cameraChanged();
}

void GraphView::zoomIn()
{
    zoomTo(m_camera.zoom * kZoomStep, QRectF(rect()).center());
}

void GraphView::zoomOut()
{
    zoomTo(m_camera.zoom / kZoomStep, QRectF(rect()).center());
}

void GraphView::resetZoom()
{
    zoomTo(1, QRectF(rect()).center());
}

void GraphView::fit()
{
    m_glide.stop();
    m_placedByUser = true;
    m_camera.fit();
    cameraChanged();
}

void GraphView::panBy(QPointF pixels)
{
    m_glide.stop();
    m_placedByUser = true;
    m_camera.pan(pixels);
    cameraChanged();
}

void GraphView::reveal(const QRectF& rect, bool gently)
{
    const QPointF origin = m_camera.originShowing(rect);
    if (m_camera.window.isEmpty() || m_camera.visible().contains(rect) || origin == m_camera.origin)
        return;
    m_placedByUser = true;
    m_glide.stop();
    if (!gently || !isVisible() || style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) == 0) {
        m_camera.origin = origin;
        cameraChanged();
        return;
    }
    m_glide.setStartValue(m_camera.origin);
    m_glide.setEndValue(origin);
    m_glide.start();
}

void GraphView::cameraChanged()
{
    placeMinimap();
    update();
}

void GraphView::placeMinimap()
{
    const bool needed = m_layout.definition && !m_camera.showsAll() && width() > 320 && height() > 240;
    m_minimap->setVisible(needed);
    if (!needed)
        return;
    const QSize size = m_minimap->sizeHint();
    m_minimap->setGeometry(QRect(QPoint(width() - size.width() - space::kWide, height() - size.height() - space::kWide), size));
    m_minimap->setVisiblePart(m_camera.visible());
}

bool GraphView::findNext(const QString& text)
{
    const bool again = text == m_lastFind;
    m_lastFind = text;
    if (text.isEmpty() || m_layout.nodes.empty())
        return false;
    const std::size_t count = m_layout.nodes.size();
    const std::size_t from = m_selected < 0 ? 0 : static_cast<std::size_t>(m_selected) + (again ? 1 : 0);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = (from + i) % count;
        const WorkflowTask* task = m_layout.nodes[at].task;
        if (task == nullptr || (!has(task->taskReferenceName, text) && !has(task->name, text) && !has(task->type, text)))
            continue;
        select(static_cast<int>(at), false);
        return true;
    }
    return false;
}

void GraphView::select(int node, bool emitAlways)
{
    const bool changed = node != m_selected;
    m_selected = node;
    if (node >= 0)
        reveal(m_layout.nodes[static_cast<std::size_t>(node)].rect, true);
    update();
    describe();
    if (changed || emitAlways)
        emit taskSelected(referenceOf(node), node < 0 ? kNoTask : m_state.nodes[static_cast<std::size_t>(node)].slot);
}

QString GraphView::toolTipOf(int node) const
{
    const WorkflowTask* task = m_layout.nodes[static_cast<std::size_t>(node)].task;
    if (task == nullptr)
        return {};
    const NodeState& state = m_state.nodes[static_cast<std::size_t>(node)];
    QStringList lines {toQString(task->taskReferenceName.view())};
    if (task->name != task->taskReferenceName)
        lines += toQString(task->name.view());
    lines += toQString(task->type.view());
    lines += state.status ? Words::of(*state.status) : tr("Not reached yet");
    if (state.attempts > 1)
        lines += tr("%n attempt(s)", nullptr, state.attempts);
    if (state.iterations > 1)
        lines += tr("Iteration %1").arg(state.iterations);
    return lines.join(QLatin1Char('\n'));
}

void GraphView::describe()
{
    QString words = tr("No workflow yet");
    if (m_selected >= 0)
        words = toolTipOf(m_selected).replace(QLatin1Char('\n'), QStringLiteral(", "));
    else if (m_layout.definition)
        words = tr("%n task(s), none selected", nullptr, static_cast<int>(m_nodes.size()));
    if (words == accessibleDescription())
        return;
    setAccessibleDescription(words);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void GraphView::paintEvent(QPaintEvent* event)
{
    const Tokens& tokens = tokensFor(this);
    QPainter painter(this);
    painter.fillRect(event->rect(), tokens.surface);
    if (!m_layout.definition)
        return;
    painter.scale(m_camera.zoom, m_camera.zoom);
    painter.translate(-m_camera.origin);
    const QRectF dirty(m_camera.toScene(event->rect().topLeft()), QSizeF(event->rect().size()) / m_camera.zoom);
    GraphPainter(m_layout, m_state, tokens).paint(painter, dirty.adjusted(-8, -8, 8, 8), m_camera.zoom, m_selected, m_hovered);
    if (hasFocus() && m_selected < 0) {
        painter.resetTransform();
        painter.setPen(tokens.focus);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void GraphView::resizeEvent(QResizeEvent*)
{
    m_empty->setGeometry(rect());
    m_camera.window = QSizeF(size());
    if (m_placedByUser)
        m_camera.origin = m_camera.clamped(m_camera.origin);
    else
        m_camera.begin();
    if (!m_placedByUser && m_current >= 0)
        m_camera.origin = m_camera.originShowing(m_layout.nodes[static_cast<std::size_t>(m_current)].rect);
    cameraChanged();
}

void GraphView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_minimap->changed();
        update();
    } else if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Workflow graph"));
        m_empty->setContent(QStringLiteral("workflow"), tr("No workflow yet"), tr("Open a workflow definition to see its graph here."));
        describe();
    }
    QWidget::changeEvent(event);
}

}  // namespace baton::ui
