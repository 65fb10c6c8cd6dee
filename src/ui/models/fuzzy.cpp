// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/fuzzy.h"

namespace baton::ui {

namespace {

bool startsWord(QStringView text, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = text[at - 1];
    return !before.isLetterOrNumber() || (before.isLower() && text[at].isUpper());
}

/// From each possible first letter greedily, preferring starts of words; the best of them.
int scoreFrom(QStringView pattern, QStringView text, qsizetype first, QList<int>* places)
{
    int score = 0;
    qsizetype last = -1;
    qsizetype at = first;
    for (const QChar wanted : pattern) {
        if (wanted.isSpace())
            continue;
        qsizetype found = -1;
        for (qsizetype i = at; i < text.size(); ++i) {
            if (text[i].toCaseFolded() != wanted.toCaseFolded())
                continue;
            if (found < 0)
                found = i;
            if (i == last + 1 || startsWord(text, i)) {
                found = i;
                break;
            }
        }
        if (found < 0)
            return -1;
        score += 4;
        score += found == last + 1 ? 8 : 0;
        score += startsWord(text, found) ? 10 : 0;
        if (places)
            places->append(static_cast<int>(found));
        last = found;
        at = found + 1;
    }
    return qMax(score * 4 - static_cast<int>(qMin<qsizetype>(first, 30)) - static_cast<int>(qMin<qsizetype>(text.size(), 60)) / 4, 0);
}

}  // namespace

int fuzzyScore(QStringView pattern, QStringView text)
{
    const QStringView trimmed = pattern.trimmed();
    if (trimmed.isEmpty())
        return 0;
    int best = -1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].toCaseFolded() == trimmed[0].toCaseFolded())
            best = qMax(best, scoreFrom(trimmed, text, i, nullptr));
    }
    return best;
}

QList<int> fuzzyPlaces(QStringView pattern, QStringView text)
{
    const QStringView trimmed = pattern.trimmed();
    QList<int> best;
    int bestScore = -1;
    for (qsizetype i = 0; !trimmed.isEmpty() && i < text.size(); ++i) {
        if (text[i].toCaseFolded() != trimmed[0].toCaseFolded())
            continue;
        QList<int> places;
        const int score = scoreFrom(trimmed, text, i, &places);
        if (score > bestScore) {
            bestScore = score;
            best = places;
        }
    }
    return best;
}

}  // namespace baton::ui
