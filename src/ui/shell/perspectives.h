// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QObject>

class QAction;
class QActionGroup;
class QStackedWidget;
class QToolBar;
class QWidget;

namespace baton::ui {

class ActionCollection;
class SettingsStore;

/// The ways to use the window: each has a page in the centre, a key, and actions that only count there. One is current; which
/// one is kept in the settings. A page lays itself out and keeps its own state; the docks belong to the first perspective.
class Perspectives : public QObject {
    Q_OBJECT
public:
    Perspectives(QStackedWidget& pages, ActionCollection& actions, SettingsStore& settings, QObject* parent);

    struct Look {
        QString id;              // "monitor": action "perspective.monitor", button "perspective.monitorTool"
        QString title;
        QString icon;
        QKeySequence shortcut;
        QString tip;
    };
    /// Takes the page over. The first one added is current.
    QAction* add(const Look& look, QWidget* page);
    /// These are shown, and their keys work, only while that perspective is current.
    void own(const QString& id, const QList<QAction*>& actions);

    [[nodiscard]] QString current() const;
    [[nodiscard]] const QList<QAction*>& actions() const noexcept { return m_order; }
    [[nodiscard]] QWidget* page(const QString& id) const;
    void fillBar(QToolBar& bar);
    void setCompact(bool compact);   // icons without words in the bar
    void save() const;
    void restore();                  // what was saved, if there is such a one

public slots:
    void show(const QString& id);    // an unknown one: nothing happens

signals:
    void currentChanged(const QString& id);

private:
    void showOwned();

    QStackedWidget& m_pages;
    ActionCollection& m_actions;
    SettingsStore& m_settings;
    QActionGroup* m_group;
    QList<QAction*> m_order;
    QStringList m_ids;
    QHash<QString, QWidget*> m_byId;
    QHash<QString, QList<QAction*>> m_owned;
    QToolBar* m_bar = nullptr;
};

}  // namespace baton::ui
