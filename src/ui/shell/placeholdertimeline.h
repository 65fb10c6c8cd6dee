// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/journal/journal.h"

#include <QWidget>

namespace baton::ui {

class TimelineView : public QWidget {
    Q_OBJECT
public:
    explicit TimelineView(QWidget* parent = nullptr) : QWidget(parent) { }
    void setJournal(const Journal*) { }
    void setPosition(std::size_t) { }

signals:
    void positionRequested(std::size_t position);
};

}  // namespace baton::ui
