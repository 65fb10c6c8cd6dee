// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QLabel;
class QProgressBar;
class QStatusBar;
class QToolButton;

namespace baton::ui {

class Badge;
class SessionController;

/// The foot of the window: the mode, the virtual clock, what goes on, problems found, and where in the journal one stands.
class StatusLine : public QObject {
    Q_OBJECT
public:
    StatusLine(QStatusBar& bar, SessionController& session);

    void setBusy(bool busy, const QString& what);
    void setProblems(int errors, int warnings);

signals:
    void problemsClicked();

private:
    void refresh();
    void report(int stop);

    QStatusBar& m_bar;
    SessionController& m_session;
    Badge* m_mode;
    QLabel* m_clock;
    QLabel* m_message;
    QProgressBar* m_progress;
    QToolButton* m_problems;
    QLabel* m_position;
};

}  // namespace baton::ui
