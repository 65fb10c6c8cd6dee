// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/debugger/listpane.h"

namespace baton::ui {

class Selection;
class SessionController;

/// The breakpoints of the session: a condition is typed into the line; Space switches one off, F2 changes it, Delete takes
/// it away, Return goes to where it was hit last.
class BreakpointsPanel : public ListPane {
    Q_OBJECT
public:
    BreakpointsPanel(SessionController& session, Selection& selection, QWidget* parent = nullptr);

public slots:
    void refresh();
    void edit();           // the current one, as JSON

private:
    void add(const QString& text);
    void toggle();
    void goToLastHit(const QVariant& key);
    void makeActions();

    SessionController& m_session;
    Selection& m_selection;
};

}  // namespace baton::ui
