// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/searchfield.h"

#include "ui/kit/icons.h"

#include <QAction>
#include <QKeyEvent>

namespace baton::ui {

using namespace Qt::StringLiterals;

SearchField::SearchField(QWidget* parent)
    : QLineEdit(parent)
{
    setProperty("search", true);
    setClearButtonEnabled(true);
    addAction(icon(u"search"_s, Tone::Neutral), QLineEdit::LeadingPosition);
    if (auto* clear = findChild<QAction*>(u"_q_qlineeditclearaction"_s))
        clear->setIcon(icon(u"close"_s, Tone::Neutral));
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    if (m_target && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return)) {
        m_target->setFocus(Qt::TabFocusReason);
        return;
    }
    QLineEdit::keyPressEvent(event);
}

}  // namespace baton::ui
