// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QObject>

namespace baton::ui {

/// All actions of the window in one place, by id ("debug.stepOver"), so that menus, tool bar, command palette and tests speak
/// of the same ones. Ids and shortcuts are unique.
class ActionCollection : public QObject {
    Q_OBJECT
public:
    explicit ActionCollection(QObject* parent = nullptr);

    struct Look {
        QString text;                      // as in the menu, with &
        QString icon;                      // of resources/icons; may be empty
        QList<QKeySequence> shortcuts;     // the first one is shown
        QString tip;                       // a sentence; empty: the text
    };
    QAction* add(const QString& id, const QString& category, const Look& look);
    /// Takes in an action made elsewhere (a dock's).
    void adopt(const QString& id, const QString& category, QAction* action);

    [[nodiscard]] QAction* action(const QString& id) const;   // null when there is none
    [[nodiscard]] const QList<QAction*>& actions() const noexcept { return m_order; }
    [[nodiscard]] static QString category(const QAction* action);
    /// The text without mnemonic and dots.
    [[nodiscard]] static QString plainText(const QAction* action);

private:
    QHash<QString, QAction*> m_byId;
    QList<QAction*> m_order;
};

}  // namespace baton::ui
