// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/printvalue.h"

#include <QTest>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace baton::test {

/// The JSON files of a folder below tests/golden whose names end so, by name.
inline std::vector<std::filesystem::path> goldenFiles(const char* folder, std::string_view ending = ".json")
{
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(BATON_TEST_DATA) / "golden" / folder)) {
        if (entry.path().filename().string().ends_with(ending))
            paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

inline void addGoldenRows(const char* folder, std::string_view ending = ".json")
{
    QTest::addColumn<std::string>("path");
    for (const auto& path : goldenFiles(folder, ending))
        QTest::newRow(path.filename().string().c_str()) << path.string();
}

inline Value golden(const std::string& path)
{
    Result<Value> value = readJsonFile(path);
    return value ? std::move(*value) : Value("unreadable: " + value.error().oneLine());
}

/// Where `actual` lacks or changes something of `expected`; empty when nothing. Members that only `actual` has do not
/// count, nor does an empty text that is left out.
inline std::string missing(const Value& expected, const Value& actual, const std::string& at = {})
{
    if (expected.isObject() && actual.isObject()) {
        for (const Member& member : expected.members()) {
            const std::string found = missing(member.value, actual[member.key], at + "." + member.key.str());
            if (!found.empty())
                return found;
        }
        return {};
    }
    if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
        for (std::size_t i = 0; i < expected.size(); ++i) {
            const std::string found = missing(expected.at(i), actual.at(i), at + "[" + std::to_string(i) + "]");
            if (!found.empty())
                return found;
        }
        return {};
    }
    const bool unset = actual.isNull() && expected == Value("");
    return expected == actual || unset ? std::string() : at + ": expected " + toJson(expected) + ", got " + toJson(actual);
}

}  // namespace baton::test

Q_DECLARE_METATYPE(std::string)
