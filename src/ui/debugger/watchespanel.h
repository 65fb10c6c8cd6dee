// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/debugger/listpane.h"

namespace baton::ui {

class SessionController;

/// Expressions somebody keeps an eye on, with their values at this moment; what the last step changed is marked.
class WatchesPanel : public ListPane {
    Q_OBJECT
public:
    explicit WatchesPanel(SessionController& session, QWidget* parent = nullptr);
    [[nodiscard]] const QStringList& expressions() const noexcept { return m_expressions; }
    void setExpressions(const QStringList& expressions);

public slots:
    void refresh();
    void watch(const QString& expression);

signals:
    void expressionsChanged();

private:
    SessionController& m_session;
    QStringList m_expressions;
};

}  // namespace baton::ui
