// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/start/samplecard.h"

#include "ui/kit/badge.h"
#include "ui/kit/fonts.h"
#include "ui/kit/icons.h"
#include "ui/models/words.h"

#include <QLocale>
#include <QPainter>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPadding = 16;
constexpr int kMark = 40;
constexpr int kTitle = 20;
constexpr int kFacts = 30;

}  // namespace

QString sampleTitle(const SampleInfo& sample)
{
    if (sample.id == "underwriting")
        return SampleCard::tr("Loan underwriting");
    if (sample.id == "underwriting-full")
        return SampleCard::tr("Loan underwriting, complete");
    return toQString(sample.title);
}

QString sampleSummary(const SampleInfo& sample)
{
    if (sample.id == "underwriting")
        return SampleCard::tr("Five steps from credit check to decision, over real mortgage applications of the Boston area.");
    if (sample.id == "underwriting-full")
        return SampleCard::tr("All thirteen tasks: checks in parallel, compliance and fraud gates, manual review, counter offers.");
    return toQString(sample.summary);
}

SampleCard::SampleCard(const SampleInfo& sample, QWidget* parent)
    : QAbstractButton(parent)
    , m_title(sampleTitle(sample))
    , m_summary(sampleSummary(sample))
{
    setObjectName(u"sample-"_s + toQString(sample.id));
    setText(m_title);
    setAccessibleName(m_title);
    setAccessibleDescription(m_summary);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    if (sample.taskCount > 0)
        m_facts += tr("%n task(s)", nullptr, sample.taskCount);
    if (sample.applicantCount > 0)
        m_facts += tr("%n applicant(s)", nullptr, sample.applicantCount);
}

QRect SampleCard::summaryRect(int width) const
{
    const int left = kPadding + kMark + 14;
    const QRect room(left, kPadding + kTitle + 2, width - left - kPadding, 1000);
    return QFontMetrics(textFont()).boundingRect(room, Qt::TextWordWrap | Qt::AlignLeft, m_summary);
}

int SampleCard::heightForWidth(int width) const
{
    return summaryRect(width).bottom() + (m_facts.isEmpty() ? 0 : kFacts) + kPadding;
}

QSize SampleCard::sizeHint() const
{
    return {420, heightForWidth(420)};
}

void SampleCard::enterEvent(QEnterEvent* event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void SampleCard::leaveEvent(QEvent* event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

void SampleCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& tokens = tokensFor(this);
    const bool active = underMouse() || isDown();
    const QColor edge = hasFocus() ? tokens.focus : active ? tokens.borderStrong : tokens.border;
    painter.setPen(QPen(edge, hasFocus() ? 1.6 : 1.0));
    painter.setBrush(isDown() ? tokens.hover : tokens.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 10, 10);

    const QRect mark(kPadding, kPadding, kMark, kMark);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.tone(Tone::Accent).ground);
    painter.drawRoundedRect(mark, 9, 9);
    paintIcon(painter, mark.adjusted(9, 9, -9, -9), u"workflow"_s, tokens.tone(Tone::Accent).foreground);

    const QRect summary = summaryRect(width());
    painter.setPen(tokens.text);
    painter.setFont(textFont(1, QFont::DemiBold));
    painter.drawText(QRect(summary.x(), kPadding - 1, width() - summary.x() - kPadding, kTitle), Qt::AlignLeft | Qt::AlignVCenter, m_title);
    painter.setPen(tokens.textMuted);
    painter.setFont(textFont());
    painter.drawText(QRect(summary.topLeft(), QSize(width() - summary.x() - kPadding, summary.height() + 2)),
                     Qt::TextWordWrap | Qt::AlignLeft, m_summary);
    int left = summary.x();
    const QStringList icons {u"tasks"_s, u"applicants"_s};
    for (int i = 0; i < m_facts.size(); ++i) {
        const QRect place(left, summary.bottom() + 9, width() - left, 20);
        left += paintBadge(painter, place, m_facts[i], Tone::Neutral, icons.value(i), tokens, textFont(-1, QFont::Medium)) + 6;
    }
    if (active || hasFocus())
        paintIcon(painter, QRect(width() - kPadding - 16, kPadding, 16, 16), u"arrow-right"_s, tokens.accent);
}

}  // namespace baton::ui
