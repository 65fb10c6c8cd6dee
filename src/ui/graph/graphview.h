// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/graph/graphcamera.h"
#include "ui/graph/graphstate.h"

#include <QSet>
#include <QVariantAnimation>
#include <QWidget>

namespace baton::ui {

class EmptyState;
class Minimap;

/// A definition drawn as a graph, in the colours and shapes of an execution's state. Shows; decides nothing.
class GraphView : public QWidget {
    Q_OBJECT
public:
    explicit GraphView(QWidget* parent = nullptr);

    /// Null shows the empty state. A new definition starts unselected, with a fitting scale.
    void setDefinition(WorkflowDefPtr definition);
    /// Read during the call only; null: nothing has run. Moves the view gently when `current` became another task that is
    /// out of sight.
    void setExecution(const Execution* execution, TaskSlot current);
    /// With or without an iteration at the end; an unknown or empty name selects nothing. Emits nothing.
    void setSelected(const QString& referenceName);

    /// Tasks with a breakpoint, and tasks that differ from another run.
    void setMarks(const QSet<QString>& breakpoints, const QSet<QString>& differing);

    [[nodiscard]] QString selected() const;
    [[nodiscard]] const GraphCamera& camera() const noexcept { return m_camera; }
    /// Where a task is drawn, in the widget's pixels; null when it is not in the definition.
    [[nodiscard]] QRectF rectOf(const QString& referenceName) const;

    [[nodiscard]] QSize sizeHint() const override { return {720, 520}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 120}; }

public slots:
    void zoomIn();
    void zoomOut();
    void fit();
    void resetZoom();
    /// Selects the next task whose reference name, name or type has the text in it, from the selected one on; the selected
    /// one itself when the text is another than last time. False when there is none.
    bool findNext(const QString& text);

signals:
    /// By the user. An empty name: the workflow itself. The slot is of the newest attempt, kNoTask when there is none.
    void taskSelected(const QString& referenceName, baton::TaskSlot slot);
    void runToRequested(const QString& referenceName);
    void breakpointToggled(const QString& referenceName);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    [[nodiscard]] int nodeAt(QPointF point) const;              // tasks only; -1 for none
    [[nodiscard]] int nodeTowards(int key) const;
    [[nodiscard]] QString referenceOf(int node) const;
    [[nodiscard]] QString toolTipOf(int node) const;
    void putMarks();
    void zoomTo(double zoom, QPointF anchor);
    void panBy(QPointF pixels);
    void select(int node, bool emitAlways);
    void requestRunTo(int node);
    void setHovered(int node);
    void reveal(const QRectF& rect, bool gently);
    void cameraChanged();
    void placeMinimap();
    void describe();
    bool moveByKey(int key);

    GraphLayout m_layout;
    NodesByReference m_nodes;
    GraphState m_state;
    GraphCamera m_camera;
    QVariantAnimation m_glide;
    Minimap* m_minimap;
    EmptyState* m_empty;
    QSet<QString> m_breakpoints;
    QSet<QString> m_differing;
    QString m_lastFind;
    int m_selected = -1;
    int m_hovered = -1;
    int m_current = -1;
    bool m_placedByUser = false;         // until then the scale follows the window's size
    bool m_pressed = false;
    bool m_panning = false;
    QPointF m_pressedAt;
    QPointF m_lastPoint;
};

}  // namespace baton::ui
