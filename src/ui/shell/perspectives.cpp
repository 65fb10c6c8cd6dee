// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/perspectives.h"

#include "ui/kit/settingsstore.h"
#include "ui/shell/actioncollection.h"

#include <QActionGroup>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kKey = u"window/perspective"_s;

}  // namespace

Perspectives::Perspectives(QStackedWidget& pages, ActionCollection& actions, SettingsStore& settings, QObject* parent)
    : QObject(parent)
    , m_pages(pages)
    , m_actions(actions)
    , m_settings(settings)
    , m_group(new QActionGroup(this))
{
}

QAction* Perspectives::add(const Look& look, QWidget* page)
{
    QAction* action = m_actions.add(u"perspective."_s + look.id, tr("Perspective"), {look.title, look.icon, {look.shortcut}, look.tip});
    action->setCheckable(true);
    action->setChecked(m_order.isEmpty());
    m_group->addAction(action);
    m_pages.addWidget(page);
    m_order += action;
    m_ids += look.id;
    m_byId.insert(look.id, page);
    connect(action, &QAction::triggered, this, [this, id = look.id] { show(id); });
    return action;
}

void Perspectives::own(const QString& id, const QList<QAction*>& actions)
{
    m_owned[id] += actions;
    showOwned();
}

QString Perspectives::current() const
{
    return m_ids.value(m_pages.currentIndex());
}

QWidget* Perspectives::page(const QString& id) const
{
    return m_byId.value(id);
}

void Perspectives::show(const QString& id)
{
    QWidget* page = m_byId.value(id);
    if (!page)
        return;
    const bool changes = page != m_pages.currentWidget();
    m_pages.setCurrentWidget(page);
    m_order.at(m_ids.indexOf(id))->setChecked(true);
    if (!changes)
        return;
    showOwned();
    if (page->focusPolicy() != Qt::NoFocus || page->focusProxy())
        page->setFocus(Qt::ShortcutFocusReason);
    emit currentChanged(id);
}

void Perspectives::showOwned()
{
    for (auto owner = m_owned.cbegin(); owner != m_owned.cend(); ++owner) {
        for (QAction* action : owner.value())
            action->setVisible(owner.key() == current());
    }
}

void Perspectives::fillBar(QToolBar& bar)
{
    if (m_order.size() < 2)
        return;   // nothing to choose from
    m_bar = &bar;
    for (QAction* action : m_order) {
        bar.addAction(action);
        auto* button = qobject_cast<QToolButton*>(bar.widgetForAction(action));
        button->setObjectName(action->objectName() + u"Tool"_s);
        button->setAccessibleName(ActionCollection::plainText(action));
        button->setFocusPolicy(Qt::TabFocus);
    }
    bar.addSeparator();
    setCompact(false);
}

void Perspectives::setCompact(bool compact)
{
    for (QAction* action : m_order) {
        if (auto* button = m_bar ? qobject_cast<QToolButton*>(m_bar->widgetForAction(action)) : nullptr)
            button->setToolButtonStyle(compact ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    }
}

void Perspectives::save() const
{
    m_settings.setValue(kKey, current());
}

void Perspectives::restore()
{
    show(m_settings.value(kKey).toString());
}

}  // namespace baton::ui
