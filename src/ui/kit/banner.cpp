// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/banner.h"

#include "ui/kit/fonts.h"
#include "ui/kit/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

QLabel* makeLine(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

}  // namespace

Banner::Banner(QWidget* parent)
    : QFrame(parent)
    , m_title(makeLine(u"bannerTitle"_s, this))
    , m_where(makeLine(u"bannerWhere"_s, this))
    , m_text(makeLine(u"bannerText"_s, this))
    , m_hint(makeLine(u"bannerHint"_s, this))
    , m_button(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(u"banner"_s);
    m_title->setFont(textFont(0, QFont::DemiBold));
    m_where->setFont(codeFont());
    m_where->setProperty("muted", true);
    m_button->setObjectName(u"bannerButton"_s);
    m_button->hide();
    m_close->setObjectName(u"bannerClose"_s);
    m_close->setIcon(icon(u"close"_s, Tone::Neutral));
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(m_close->toolTip());
    connect(m_close, &QToolButton::clicked, this, &Banner::dismiss);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_action)
            m_action->trigger();
    });

    auto* lines = new QVBoxLayout;
    lines->setSpacing(space::kHair);
    for (QLabel* line : {m_title, m_text, m_where, m_hint})
        lines->addWidget(line);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::kLarge + space::kIcon + space::kWide, space::kBase, space::kBase, space::kBase + 1);
    row->setSpacing(space::kBase);
    row->addLayout(lines, 1);
    row->addWidget(m_button, 0, Qt::AlignTop);
    row->addWidget(m_close, 0, Qt::AlignTop);
}

void Banner::setContent(const Content& content)
{
    m_content = content;
    const auto show = [](QLabel* label, const QString& text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    show(m_title, content.title);
    show(m_where, content.where);
    show(m_text, content.text);
    show(m_hint, content.hint);
    setAccessibleName(content.title);
    setAccessibleDescription(content.where + u' ' + content.text + u' ' + content.hint);
    update();
}

void Banner::setAction(QAction* action)
{
    m_action = action;
    m_button->setVisible(action != nullptr);
    if (action)
        m_button->setText(action->text());
}

void Banner::dismiss()
{
    hide();
    emit closed();
}

void Banner::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

void Banner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& tokens = tokensFor(this);
    const ToneColors& colors = tokens.tone(m_content.tone);
    painter.fillRect(rect(), colors.ground);
    painter.fillRect(QRect(0, 0, 3, height()), colors.foreground);
    painter.fillRect(QRect(0, height() - 1, width(), 1), mixed(colors.ground, colors.foreground, 0.25));
    paintIcon(painter, QRect(space::kLarge, space::kBase + 1, space::kIcon, space::kIcon), m_content.iconName,
              colors.foreground);
}

}  // namespace baton::ui
