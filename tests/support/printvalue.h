// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/json.h"

#include <QTest>

#include <string>

// How QCOMPARE shows texts and values when they differ.
namespace QTest {

template <>
inline char* toString(const std::string& text)
{
    return qstrdup(text.c_str());
}

template <>
inline char* toString(const baton::Value& value)
{
    return qstrdup(baton::toJson(value).c_str());
}

}  // namespace QTest
