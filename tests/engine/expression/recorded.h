// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/json.h"

#include <QtTest>

#include <string>

namespace baton::test {

/// A file of tests/engine/expression/recorded: {"about", "document", "rows"}, what the real server's own code gave.
inline Value recorded(const char* name)
{
    const Result<Value> file = readJsonFile(std::string(BATON_TEST_DATA "/engine/expression/recorded/") + name);
    if (!file)
        qFatal("%s", file.error().oneLine().c_str());
    return *file;
}

inline Value json(const char* text)
{
    const Result<Value> value = parseJson(text);
    if (!value)
        qFatal("%s: %s", text, value.error().oneLine().c_str());
    return *value;
}

/// Makes the texts of two values comparable for people: QCOMPARE shows both.
inline QString shown(const Value& value)
{
    return QString::fromStdString(toCanonicalJson(value));
}

inline void addTextColumns()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
}

inline void addRow(const char* rule, const char* text, const char* expected)
{
    QTest::newRow(rule) << QString::fromUtf8(text) << QString::fromUtf8(expected);
}

}  // namespace baton::test
