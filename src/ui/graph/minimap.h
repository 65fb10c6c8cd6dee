// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/graph/graphstate.h"

#include <QPixmap>
#include <QWidget>

namespace baton::ui {

/// The whole graph in a corner, with the visible part framed. Painted anew at most once a frame.
class Minimap : public QWidget {
    Q_OBJECT
public:
    explicit Minimap(QWidget* parent = nullptr);

    /// Both must outlive the map or be replaced; call changed() when what they point to has changed.
    void setGraph(const GraphLayout* layout, const GraphState* state);
    void changed();
    /// In the layout's coordinates.
    void setVisiblePart(const QRectF& part);
    /// Where a point of the map lies in the layout.
    [[nodiscard]] QPointF toLayout(QPointF point) const;

    [[nodiscard]] QSize sizeHint() const override;

signals:
    /// The user wants this point of the layout in the middle.
    void centerRequested(QPointF point);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QRectF mapRect() const;
    [[nodiscard]] QRectF frameRect() const;
    void paintMap();

    const GraphLayout* m_layout = nullptr;
    const GraphState* m_state = nullptr;
    QRectF m_part;
    QPixmap m_map;
    bool m_stale = true;
    QPointF m_grip;   // from the frame's middle to where it was taken
};

}  // namespace baton::ui
