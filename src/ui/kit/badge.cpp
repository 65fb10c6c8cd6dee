// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/badge.h"

#include "ui/kit/fonts.h"
#include "ui/kit/icons.h"

#include <QPainter>

namespace baton::ui {

namespace {

constexpr int kHeight = 20;
constexpr int kPadding = 7;
constexpr int kGap = 5;
constexpr int kMark = 13;

int widthOf(const QString& text, bool hasIcon, bool quiet, const QFont& font)
{
    const int words = text.isEmpty() ? 0 : QFontMetrics(font).horizontalAdvance(text);
    const int mark = hasIcon ? kMark + (words > 0 ? kGap : 0) : 0;
    return words + mark + (quiet ? 0 : 2 * kPadding);
}

}  // namespace

Badge::Badge(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFont(textFont(-1, QFont::Medium));
}

void Badge::setContent(const QString& text, Tone tone, const QString& iconName)
{
    if (text == m_text && tone == m_tone && iconName == m_icon)
        return;
    m_text = text;
    m_tone = tone;
    m_icon = iconName;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Badge::setQuiet(bool quiet)
{
    m_quiet = quiet;
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return {widthOf(m_text, !m_icon.isEmpty(), m_quiet, font()), kHeight};
}

void Badge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& tokens = tokensFor(this);
    if (!m_quiet) {
        paintBadge(painter, rect(), m_text, m_tone, m_icon, tokens, font());
        return;
    }
    const QColor ink = tokens.tone(m_tone).foreground;
    QRect words = rect();
    if (!m_icon.isEmpty()) {
        paintIcon(painter, QRect(0, (height() - kMark) / 2, kMark, kMark), m_icon, ink);
        words.setLeft(kMark + kGap);
    }
    painter.setPen(ink);
    painter.setFont(font());
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, m_text);
}

int paintBadge(QPainter& painter, const QRect& rect, const QString& text, Tone tone, const QString& iconName,
               const Tokens& tokens, const QFont& font)
{
    const int width = qMin(widthOf(text, !iconName.isEmpty(), false, font), rect.width());
    const int height = qMin(kHeight, rect.height());
    const QRect place(rect.x(), rect.y() + (rect.height() - height) / 2, width, height);
    const ToneColors& colors = tokens.tone(tone);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.ground);
    painter.drawRoundedRect(place, height / 2.0, height / 2.0);
    int left = place.x() + kPadding;
    if (!iconName.isEmpty()) {
        paintIcon(painter, QRect(left, place.y() + (height - kMark) / 2, kMark, kMark), iconName, colors.foreground);
        left += kMark + kGap;
    }
    painter.setPen(colors.foreground);
    painter.setFont(font);
    const QRect words(left, place.y(), place.right() - kPadding - left + 2, height);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(font).elidedText(text, Qt::ElideRight, words.width()));
    painter.restore();
    return width;
}

}  // namespace baton::ui
