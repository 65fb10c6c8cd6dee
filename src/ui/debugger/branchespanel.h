// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/debugger/listpane.h"

namespace baton::ui {

class SessionController;

/// What was made of this run: each edit and each fork is a branch. Return goes on with one, F2 names it, Delete takes it
/// away; two are compared with the button.
class BranchesPanel : public ListPane {
    Q_OBJECT
public:
    explicit BranchesPanel(SessionController& session, QWidget* parent = nullptr);

public slots:
    void refresh();

signals:
    void compareRequested(quint32 first, quint32 second);
    void failed(const QString& problem);

private:
    void rename();
    void compare();

    SessionController& m_session;
};

}  // namespace baton::ui
