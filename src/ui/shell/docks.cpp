// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/docks.h"

#include "ui/kit/docktitle.h"
#include "ui/kit/icons.h"
#include "ui/kit/settingsstore.h"
#include "ui/shell/actioncollection.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLayoutVersion = 1;
constexpr int kNarrow = 1200;   // below, events and tasks share one place
const QString kLayoutKey = u"window/layout"_s;

}  // namespace

Docks::Docks(QMainWindow& window, ActionCollection& actions, SettingsStore& settings)
    : QObject(&window)
    , m_window(window)
    , m_actions(actions)
    , m_settings(settings)
{
    m_window.setDockNestingEnabled(true);
    m_window.setAnimated(false);   // views would follow every frame of it
    m_window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_window.setCorner(Qt::TopRightCorner, Qt::RightDockWidgetArea);
    m_window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
}

QDockWidget* Docks::add(const Look& look, QWidget* content, QWidget* tools)
{
    auto* dock = new QDockWidget(look.title, &m_window);
    dock->setObjectName(look.id + u"Dock"_s);
    dock->setAllowedAreas(look.areas);
    dock->setWidget(content);
    auto* title = new DockTitle(look.icon, dock);
    if (tools)
        title->addTool(tools);
    dock->setTitleBarWidget(title);
    QAction* toggle = dock->toggleViewAction();
    toggle->setShortcut(look.shortcut);
    toggle->setIcon(icon(look.icon));
    toggle->setToolTip(tr("Show or hide %1 (%2)").arg(look.title, look.shortcut.toString(QKeySequence::NativeText)));
    m_actions.adopt(u"view."_s + look.id, tr("Panels"), toggle);
    m_window.addAction(toggle);
    m_docks.insert(look.id, dock);
    m_titles.insert(look.id, title);
    m_order += look.id;
    return dock;
}

QDockWidget* Docks::dock(const QString& id) const
{
    return m_docks.value(id);
}

DockTitle* Docks::title(const QString& id) const
{
    return m_titles.value(id);
}

void Docks::fillMenu(QMenu& menu) const
{
    for (const QString& id : m_order)
        menu.addAction(m_docks.value(id)->toggleViewAction());
}

void Docks::reveal(const QString& id)
{
    QDockWidget* dock = m_docks.value(id);
    if (!dock || !m_active)
        return;
    dock->show();
    dock->raise();
    dock->widget()->setFocus(Qt::ShortcutFocusReason);
}

void Docks::arrangeDefault()
{
    if (!m_active) {
        m_parked.clear();   // made when the panels next appear, for the size the window has then
        return;
    }
    const auto get = [this](const char* id) { return m_docks.value(QLatin1String(id)); };
    for (QDockWidget* dock : m_docks) {
        m_window.removeDockWidget(dock);
        dock->setFloating(false);
    }
    m_window.addDockWidget(Qt::LeftDockWidgetArea, get("applicants"));
    m_window.addDockWidget(Qt::RightDockWidgetArea, get("inspector"));
    m_window.addDockWidget(Qt::BottomDockWidgetArea, get("timeline"));
    m_window.splitDockWidget(get("timeline"), get("events"), Qt::Vertical);
    const bool narrow = m_window.width() < kNarrow;
    if (narrow)
        m_window.tabifyDockWidget(get("events"), get("tasks"));
    else
        m_window.splitDockWidget(get("events"), get("tasks"), Qt::Horizontal);
    m_window.tabifyDockWidget(get("events"), get("problems"));
    m_window.tabifyDockWidget(get("events"), get("debugger"));
    for (QDockWidget* dock : m_docks)
        dock->setVisible(dock != get("problems") && dock != get("debugger"));
    const int width = m_window.width();
    const int height = m_window.height();
    m_window.resizeDocks({get("applicants"), get("inspector")}, {qBound(240, width / 5, 300), qBound(340, width * 28 / 100, 460)}, Qt::Horizontal);
    m_window.resizeDocks({get("timeline"), get("events")}, {qBound(110, height / 6, 190), qBound(140, height / 5, 240)}, Qt::Vertical);
    const int below = width - qBound(340, width * 28 / 100, 460);
    if (narrow)
        get("events")->raise();
    else
        m_window.resizeDocks({get("events"), get("tasks")}, {below / 2, below / 2}, Qt::Horizontal);
}

void Docks::setAllVisible(bool visible)
{
    for (QDockWidget* dock : m_docks)
        dock->setVisible(visible);
}

void Docks::setActive(bool active)
{
    if (active == m_active)
        return;
    if (!active) {
        m_parked = m_window.saveState(kLayoutVersion);
        m_active = false;
        setAllVisible(false);
    } else {
        m_active = true;
        if (!m_window.restoreState(m_parked, kLayoutVersion))
            arrangeDefault();
    }
    for (const QDockWidget* dock : m_docks)
        dock->toggleViewAction()->setEnabled(active);
}

void Docks::save() const
{
    m_settings.setValue(kLayoutKey, m_active ? m_window.saveState(kLayoutVersion) : m_parked);
}

void Docks::restore()
{
    const QByteArray saved = m_settings.value(kLayoutKey).toByteArray();
    arrangeDefault();
    if (saved.isEmpty() || m_window.restoreState(saved, kLayoutVersion))
        return;
    m_settings.remove(kLayoutKey);
    arrangeDefault();
}

}  // namespace baton::ui
