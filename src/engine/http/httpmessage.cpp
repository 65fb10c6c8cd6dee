// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/http/httpmessage.h"

#include "engine/value/json.h"

#include <algorithm>
#include <array>

namespace baton {
namespace {

char lower(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool sameName(std::string_view a, std::string_view b, HttpFields::Names names) noexcept
{
    if (names == HttpFields::Names::Exact)
        return a == b;
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

int hexDigit(char c) noexcept
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char small = lower(c);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

}  // namespace

const std::string* HttpFields::find(std::string_view name) const noexcept
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), [&](const auto& field) { return sameName(field.first, name, m_names); });
    return found == m_fields.end() ? nullptr : &found->second;
}

std::string HttpFields::value(std::string_view name, std::string_view fallback) const
{
    const std::string* const found = find(name);
    return found == nullptr ? std::string(fallback) : *found;
}

std::vector<std::string> HttpFields::all(std::string_view name) const
{
    std::vector<std::string> values;
    for (const auto& [fieldName, fieldValue] : m_fields)
        if (sameName(fieldName, name, m_names))
            values.push_back(fieldValue);
    return values;
}

HttpResponse HttpResponse::json(const Value& value, int status)
{
    return {status, "application/json", toJson(value)};
}

HttpResponse HttpResponse::text(std::string_view text, int status)
{
    return {status, "text/plain;charset=UTF-8", std::string(text)};
}

HttpResponse HttpResponse::empty(int status)
{
    return {status, {}, {}};
}

std::string_view httpReason(int status) noexcept
{
    struct Reason {
        int status;
        std::string_view words;
    };
    static constexpr std::array<Reason, 24> kReasons {{{100, "Continue"}, {200, "OK"}, {201, "Created"}, {202, "Accepted"},
        {204, "No Content"}, {301, "Moved Permanently"}, {302, "Found"}, {304, "Not Modified"}, {400, "Bad Request"},
        {401, "Unauthorized"}, {403, "Forbidden"}, {404, "Not Found"}, {405, "Method Not Allowed"}, {406, "Not Acceptable"},
        {408, "Request Timeout"}, {409, "Conflict"}, {413, "Content Too Large"}, {415, "Unsupported Media Type"},
        {429, "Too Many Requests"}, {431, "Request Header Fields Too Large"}, {500, "Internal Server Error"},
        {501, "Not Offered"}, {503, "Service Unavailable"}, {505, "HTTP Version Not Supported"}}};
    const auto* const found = std::find_if(kReasons.begin(), kReasons.end(), [&](const Reason& r) { return r.status == status; });
    return found == kReasons.end() ? std::string_view() : found->words;
}

std::optional<std::string> percentDecoded(std::string_view text, bool plusIsBlank)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '+' && plusIsBlank) {
            decoded += ' ';
        } else if (text[at] != '%') {
            decoded += text[at];
        } else {
            const int high = at + 2 < text.size() ? hexDigit(text[at + 1]) : -1;
            const int low = at + 2 < text.size() ? hexDigit(text[at + 2]) : -1;
            if (high < 0 || low < 0)
                return std::nullopt;
            decoded += static_cast<char>(high * 16 + low);
            at += 2;
        }
    }
    return decoded;
}

HttpFields queryFrom(std::string_view text)
{
    HttpFields fields;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('&'), text.size());
        const std::string_view field = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t equals = std::min(field.find('='), field.size());
        const std::optional<std::string> name = percentDecoded(field.substr(0, equals), true);
        const std::optional<std::string> value = percentDecoded(field.substr(std::min(equals + 1, field.size())), true);
        if (name && value && !field.empty())
            fields.add(*name, *value);
    }
    return fields;
}

}  // namespace baton
