// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/comparison.h"
#include "ui/debugger/listpane.h"

#include <QSet>

namespace baton::ui {

class Selection;
class SessionController;

/// Two branches side by side: the first cause first, then what followed from it. Return selects the task.
class ComparisonPanel : public ListPane {
    Q_OBJECT
public:
    ComparisonPanel(SessionController& session, Selection& selection, QWidget* parent = nullptr);
    [[nodiscard]] const Comparison& comparison() const noexcept { return m_comparison; }
    /// Reference names of the tasks that differ, for the graph.
    [[nodiscard]] QSet<QString> differing() const;

public slots:
    void compare(quint32 first, quint32 second);
    void clear();

signals:
    void compared();

private:
    void show();

    SessionController& m_session;
    Selection& m_selection;
    Comparison m_comparison;
};

}  // namespace baton::ui
