// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/debugger/listpane.h"

namespace baton::ui {

class SessionController;

/// Remarks bound to moments: Return goes to one, so that a run can be told step by step.
class NotesPanel : public ListPane {
    Q_OBJECT
public:
    explicit NotesPanel(SessionController& session, QWidget* parent = nullptr);

public slots:
    void refresh();
    void next();        // to the next note after this moment
    void previous();

private:
    void add(const QString& text);

    SessionController& m_session;
};

}  // namespace baton::ui
