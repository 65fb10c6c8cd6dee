// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/execution.h"

#include <QWidget>

namespace baton::ui {

class GraphView : public QWidget {
    Q_OBJECT
public:
    explicit GraphView(QWidget* parent = nullptr) : QWidget(parent) { }
    void setDefinition(WorkflowDefPtr) { }
    void setExecution(const Execution*, TaskSlot) { }
    void setSelected(const QString&) { }

public slots:
    void zoomIn() { }
    void zoomOut() { }
    void fit() { }
    void resetZoom() { }
    void findNext(const QString&) { }

signals:
    void taskSelected(QString referenceName, baton::TaskSlot slot);
    void runToRequested(QString referenceName);
};

}  // namespace baton::ui
