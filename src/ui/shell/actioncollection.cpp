// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/actioncollection.h"

#include "ui/kit/icons.h"

namespace baton::ui {

using namespace Qt::StringLiterals;

ActionCollection::ActionCollection(QObject* parent)
    : QObject(parent)
{
}

QAction* ActionCollection::add(const QString& id, const QString& category, const Look& look)
{
    auto* action = new QAction(look.text, this);
    if (!look.icon.isEmpty())
        action->setIcon(icon(look.icon));
    action->setShortcuts(look.shortcuts);
    action->setStatusTip(look.tip);
    const QString keys = look.shortcuts.isEmpty() ? QString() : look.shortcuts.first().toString(QKeySequence::NativeText);
    const QString words = look.tip.isEmpty() ? plainText(action) : look.tip;
    action->setToolTip(keys.isEmpty() ? words : u"%1 (%2)"_s.arg(words, keys));
    adopt(id, category, action);
    return action;
}

void ActionCollection::adopt(const QString& id, const QString& category, QAction* action)
{
    Q_ASSERT(!m_byId.contains(id));
    action->setObjectName(id);
    action->setProperty("category", category);
    m_byId.insert(id, action);
    m_order += action;
}

QAction* ActionCollection::action(const QString& id) const
{
    return m_byId.value(id);
}

QString ActionCollection::category(const QAction* action)
{
    return action->property("category").toString();
}

QString ActionCollection::plainText(const QAction* action)
{
    QString text = action->text();
    text.remove(u'&');
    while (text.endsWith(u'\u2026') || text.endsWith(u'.'))
        text.chop(1);
    return text;
}

}  // namespace baton::ui
