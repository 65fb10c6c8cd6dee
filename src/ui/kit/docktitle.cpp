// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/docktitle.h"

#include "ui/kit/elidedlabel.h"
#include "ui/kit/fonts.h"
#include "ui/kit/icons.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace baton::ui {

using namespace Qt::StringLiterals;

DockTitle::DockTitle(const QString& iconName, QDockWidget* dock)
    : QWidget(dock)
    , m_icon(iconName)
    , m_title(new QLabel(this))
    , m_note(new ElidedLabel(this))
    , m_row(new QHBoxLayout(this))
{
    m_title->setFont(textFont(0, QFont::DemiBold));
    m_title->setText(dock->windowTitle());
    m_note->setProperty("muted", true);
    m_note->setFont(textFont(-1));
    m_row->setContentsMargins(space::kWide + space::kIcon + space::kSmall, space::kTight, space::kSmall, space::kTight);
    m_row->setSpacing(space::kHair);
    m_row->addWidget(m_title);
    m_row->addSpacing(space::kSmall);
    m_row->addWidget(m_note, 1);
    connect(dock, &QDockWidget::windowTitleChanged, m_title, &QLabel::setText);

    QToolButton* floating = addButton(u"floatButton"_s, u"float"_s, tr("Detach or dock this panel"));
    connect(floating, &QToolButton::clicked, dock, [dock] { dock->setFloating(!dock->isFloating()); });
    QToolButton* closing = addButton(u"closeButton"_s, u"close"_s, tr("Close this panel"));
    connect(closing, &QToolButton::clicked, dock, &QDockWidget::close);
}

QToolButton* DockTitle::addButton(const QString& name, const QString& iconName, const QString& text)
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(icon(iconName, Tone::Neutral));
    button->setIconSize({14, 14});
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::NoFocus);
    m_row->addWidget(button);
    return button;
}

void DockTitle::setNote(const QString& note)
{
    m_note->setText(note);
}

void DockTitle::addTool(QWidget* tool)
{
    tool->setParent(this);
    m_row->insertWidget(3 + m_tools++, tool);
}

void DockTitle::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& tokens = tokensFor(this);
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.border);
    paintIcon(painter, QRect(space::kWide - 2, (height() - space::kIcon) / 2, space::kIcon, space::kIcon), m_icon,
              tokens.textMuted);
}

}  // namespace baton::ui
