// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace baton {

/// Names with values in the order they came; a name may come again.
class HttpFields {
public:
    enum class Names : bool { Exact, AnyCase };   // query parameters; headers

    explicit HttpFields(Names names = Names::Exact) noexcept : m_names(names) { }
    void add(std::string name, std::string value) { m_fields.emplace_back(std::move(name), std::move(value)); }
    /// The first of that name; nullptr: there is none.
    [[nodiscard]] const std::string* find(std::string_view name) const noexcept;
    [[nodiscard]] std::string value(std::string_view name, std::string_view fallback = {}) const;
    [[nodiscard]] std::vector<std::string> all(std::string_view name) const;
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& fields() const noexcept { return m_fields; }

private:
    std::vector<std::pair<std::string, std::string>> m_fields;
    Names m_names;
};

/// A whole request. Text is as the client sent it, percent escapes undone; nobody has checked that it is UTF-8.
struct HttpRequest {
    std::string method;                                   // "GET"; as sent
    std::string path;                                     // decoded, always with its first '/': "/api/tasks/poll/a b"
    HttpFields parameters {HttpFields::Names::Exact};     // what the Router found for {name}
    HttpFields query {HttpFields::Names::Exact};          // "a=1&a=2&b"; b's value is empty
    HttpFields headers {HttpFields::Names::AnyCase};
    std::string body;
    std::string remoteAddress;                            // the client's, without its port
};

struct HttpResponse {
    int status = 200;
    std::string contentType;                              // empty: no Content-Type header
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers {};   // besides Content-Type, Content-Length and Date

    [[nodiscard]] static HttpResponse json(const Value& value, int status = 200);
    [[nodiscard]] static HttpResponse text(std::string_view text, int status = 200);      // text/plain;charset=UTF-8
    [[nodiscard]] static HttpResponse empty(int status = 200);
};

/// "OK" for 200; empty for a number that means nothing.
[[nodiscard]] std::string_view httpReason(int status) noexcept;

/// Percent escapes undone; none when one of them is broken. In a query '+' is a blank too.
[[nodiscard]] std::optional<std::string> percentDecoded(std::string_view text, bool plusIsBlank);
/// "a=1&b=x%20y". Fields whose escapes are broken are left out.
[[nodiscard]] HttpFields queryFrom(std::string_view text);

}  // namespace baton
