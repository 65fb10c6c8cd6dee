// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/emptystate.h"

#include "ui/kit/fonts.h"
#include "ui/kit/icons.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent)
    , m_mark(new QLabel(this))
    , m_title(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_button(new QPushButton(this))
{
    setObjectName(u"emptyState"_s);
    setProperty("surface", true);
    setAttribute(Qt::WA_StyledBackground);
    m_mark->setAlignment(Qt::AlignCenter);
    m_title->setObjectName(u"emptyTitle"_s);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setFont(textFont(1, QFont::DemiBold));
    m_title->setWordWrap(true);
    m_sentence->setObjectName(u"emptySentence"_s);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setProperty("muted", true);
    m_button->setObjectName(u"emptyButton"_s);
    m_button->hide();
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_action)
            m_action->trigger();
    });

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kHuge, space::kWide, space::kHuge, space::kWide);
    column->setSpacing(space::kSmall);
    column->addStretch(2);
    column->addWidget(m_mark);
    column->addSpacing(space::kTight);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addSpacing(space::kTight);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
}

void EmptyState::setContent(const QString& iconName, const QString& title, const QString& sentence)
{
    m_icon = iconName;
    m_title->setText(title);
    m_sentence->setText(sentence);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    paintMark();
}

void EmptyState::setAction(QAction* action)
{
    m_action = action;
    m_button->setVisible(action != nullptr);
    if (action) {
        m_button->setText(action->text());
        m_button->setIcon(action->icon());
    }
}

void EmptyState::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        paintMark();
    QWidget::changeEvent(event);
}

void EmptyState::paintMark()
{
    const Tokens& tokens = tokensFor(this);
    m_mark->setPixmap(iconPixmap(m_icon, 30, mixed(tokens.surface, tokens.textMuted, 0.75), devicePixelRatioF()));
}

}  // namespace baton::ui
