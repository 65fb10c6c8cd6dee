// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/value/json.h"
#include "engine/value/jsonbuffer.h"

#include <algorithm>

namespace baton {
namespace {

void write(JsonBuffer& out, const Value& value)
{
    switch (value.type()) {
    case Value::Type::Null: out.raw("null"); break;
    case Value::Type::Bool: out.raw(value.asBool() ? "true" : "false"); break;
    case Value::Type::Integer: out.integer(value.asInteger()); break;
    case Value::Type::Decimal: out.decimal(value.asDecimal()); break;
    case Value::Type::Text: out.quoted(value.asText()); break;
    case Value::Type::Array: {
        char before = '[';
        for (const Value& item : value.items()) {
            out.raw(before);
            write(out, item);
            before = ',';
        }
        out.raw(value.empty() ? "[]" : "]");
        break;
    }
    case Value::Type::Object: {
        char before = '{';
        for (const Member& member : value.members()) {
            out.raw(before);
            out.quoted(member.key.view());
            out.raw(':');
            write(out, member.value);
            before = ',';
        }
        out.raw(value.empty() ? "{}" : "}");
        break;
    }
    }
}

void writeCanonical(JsonBuffer& out, const Value& value)
{
    if (value.isDecimal()) {
        out.decimal(value.asDecimal() + 0.0);   // -0.0 equals 0.0
    } else if (value.isArray()) {
        out.raw('[');
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (i > 0)
                out.raw(',');
            writeCanonical(out, value.at(i));
        }
        out.raw(']');
    } else if (value.isObject()) {
        std::vector<const Member*> sorted;
        sorted.reserve(value.size());
        for (const Member& member : value.members())
            sorted.push_back(&member);
        std::ranges::sort(sorted, {}, [](const Member* member) { return member->key.view(); });
        char before = '{';
        for (const Member* member : sorted) {
            out.raw(before);
            out.quoted(member->key.view());
            out.raw(':');
            writeCanonical(out, member->value);
            before = ',';
        }
        out.raw(sorted.empty() ? "{}" : "}");
    } else {
        write(out, value);
    }
}

constexpr std::size_t kBlanksPerLevel = 2;
constexpr std::size_t kLongestLine = 80;

bool isScalar(const Value& value)
{
    return !value.isArray() && !value.isObject();
}

// The array on one line; empty when it is no array of scalars or too long for that.
std::string onOneLine(const Value& array)
{
    if (array.size() > kLongestLine / 2 || !std::ranges::all_of(array.items(), isScalar))
        return {};
    std::string line = "[";
    for (const Value& item : array.items()) {
        if (line.size() > 1)
            line += ", ";
        if (item.asText().size() > kLongestLine)
            return {};
        appendJson(line, item);
    }
    line += ']';
    return line.size() <= kLongestLine ? line : std::string();
}

void writePretty(JsonBuffer& out, const Value& value, std::size_t level)
{
    if (isScalar(value) || value.empty()) {
        write(out, value);
        return;
    }
    const auto newLine = [&out](std::size_t blanks) {
        out.raw('\n');
        out.blanks(blanks * kBlanksPerLevel);
    };
    bool first = true;
    if (value.isArray()) {
        if (const std::string line = onOneLine(value); !line.empty()) {
            out.raw(line);
            return;
        }
        out.raw('[');
        for (const Value& item : value.items()) {
            out.raw(first ? "" : ",");
            newLine(level + 1);
            writePretty(out, item, level + 1);
            first = false;
        }
        newLine(level);
        out.raw(']');
        return;
    }
    out.raw('{');
    for (const Member& member : value.members()) {
        out.raw(first ? "" : ",");
        newLine(level + 1);
        out.quoted(member.key.view());
        out.raw(": ");
        writePretty(out, member.value, level + 1);
        first = false;
    }
    newLine(level);
    out.raw('}');
}

}  // namespace

std::string toJson(const Value& value)
{
    std::string out;
    appendJson(out, value);
    return out;
}

void appendJson(std::string& out, const Value& value)
{
    JsonBuffer buffer(out);
    write(buffer, value);
}

std::string toPrettyJson(const Value& value)
{
    std::string out;
    {
        JsonBuffer buffer(out);
        writePretty(buffer, value, 0);
    }
    return out;
}

std::string toCanonicalJson(const Value& value)
{
    std::string out;
    {
        JsonBuffer buffer(out);
        writeCanonical(buffer, value);
    }
    return out;
}

}  // namespace baton
