// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/replay/replaywords.h"

#include "ui/models/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

struct Known {
    std::string_view word;
    const char* text;
    Tone tone;
};

constexpr Known kKnown[] {
    {"approved", QT_TRANSLATE_NOOP("ReplayWords", "approved"), Tone::Success},
    {"conditional_approval", QT_TRANSLATE_NOOP("ReplayWords", "conditional approval"), Tone::Success},
    {"counter_offer", QT_TRANSLATE_NOOP("ReplayWords", "counter offer"), Tone::Warning},
    {"manual_review", QT_TRANSLATE_NOOP("ReplayWords", "manual review"), Tone::Active},
    {"denied", QT_TRANSLATE_NOOP("ReplayWords", "denied"), Tone::Danger},
    {"blocked", QT_TRANSLATE_NOOP("ReplayWords", "blocked"), Tone::Danger},
    {"", QT_TRANSLATE_NOOP("ReplayWords", "no decision"), Tone::Neutral},
};

}  // namespace

QString decisionText(std::string_view word)
{
    for (const Known& known : kKnown)
        if (known.word == word)
            return QCoreApplication::translate("ReplayWords", known.text);
    return toQString(word);
}

Tone decisionTone(std::string_view word) noexcept
{
    for (const Known& known : kKnown)
        if (known.word == word)
            return known.tone;
    return Tone::Neutral;
}

QString numberText(double number, int decimals)
{
    return std::isfinite(number) ? QLocale().toString(number, 'f', decimals) : u"\u2013"_s;
}

QString shareText(const Estimate& share)
{
    if (share.n == 0 || !std::isfinite(share.value))
        return u"\u2013"_s;
    return u"%1 % (%2 \u2013 %3)"_s.arg(numberText(share.value * 100, 1), numberText(share.interval.low * 100, 1), numberText(share.interval.high * 100, 1));
}

QString figureText(const Estimate& figure, int decimals)
{
    if (figure.n == 0 || !std::isfinite(figure.value))
        return u"\u2013"_s;
    return u"%1 (%2 \u2013 %3)"_s.arg(numberText(figure.value, decimals), numberText(figure.interval.low, decimals), numberText(figure.interval.high, decimals));
}

}  // namespace baton::ui
