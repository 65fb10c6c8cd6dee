// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/decider/minirun.h"

#include <QtTest>

namespace baton::test {

/// A raw string as it is meant: without its first line break, without the blanks every line begins with.
inline QString trimmedBlock(const char* text)
{
    QStringList lines = QString::fromUtf8(text).split(QLatin1Char('\n'));
    if (!lines.isEmpty() && lines.first().trimmed().isEmpty())
        lines.removeFirst();
    if (!lines.isEmpty() && lines.last().trimmed().isEmpty())
        lines.removeLast();
    qsizetype indent = 1000;
    for (const QString& line : lines) {
        qsizetype blanks = 0;
        while (blanks < line.size() && line.at(blanks) == QLatin1Char(' '))
            ++blanks;
        indent = line.trimmed().isEmpty() ? indent : qMin(indent, blanks);
    }
    for (QString& line : lines)
        line = line.mid(indent);
    return lines.join(QLatin1Char('\n'));
}

inline bool sameText(const std::string& actual, const char* expected)
{
    const QString wanted = trimmedBlock(expected);
    const QString given = QString::fromStdString(actual);
    if (given == wanted)
        return true;
    qWarning().noquote().nospace() << "expected:\n" << wanted << "\nactual:\n" << given;
    return false;
}

}  // namespace baton::test

// The whole execution as ExecutionDump prints it, and every property of the run kept.
#define EXPECT_RUN(run, expected) \
    QVERIFY(baton::test::sameText((run).dump(), expected)); \
    QCOMPARE(QString::fromStdString((run).problem()), QString())
