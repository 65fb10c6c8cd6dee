// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QKeySequence>
#include <QObject>

class QDockWidget;
class QMainWindow;
class QMenu;

namespace baton::ui {

class ActionCollection;
class DockTitle;
class SettingsStore;

/// The panels around the centre: made, arranged, shown, saved and restored in one place. Hidden while the start page is up.
class Docks : public QObject {
    Q_OBJECT
public:
    Docks(QMainWindow& window, ActionCollection& actions, SettingsStore& settings);

    struct Look {
        QString id;            // "inspector": object name "inspectorDock", action "view.inspector"
        QString title;
        QString icon;
        QKeySequence shortcut;
        Qt::DockWidgetAreas areas = Qt::AllDockWidgetAreas;
    };
    /// Takes the content over; `tools` (may be null) stands in the title.
    QDockWidget* add(const Look& look, QWidget* content, QWidget* tools = nullptr);
    [[nodiscard]] QDockWidget* dock(const QString& id) const;
    [[nodiscard]] DockTitle* title(const QString& id) const;
    void fillMenu(QMenu& menu) const;
    void reveal(const QString& id);      // shows, raises and focuses

    /// As first seen: left applicants, right inspector, below the time line over events and tasks.
    void arrangeDefault();
    void setActive(bool active);         // false: the start page is up
    void save() const;
    /// What was saved, or the default where that is missing, from another version, or broken.
    void restore();

private:
    void setAllVisible(bool visible);

    QMainWindow& m_window;
    ActionCollection& m_actions;
    SettingsStore& m_settings;
    QHash<QString, QDockWidget*> m_docks;
    QHash<QString, DockTitle*> m_titles;
    QStringList m_order;
    QByteArray m_parked;                 // the layout while the start page is up
    bool m_active = true;
};

}  // namespace baton::ui
