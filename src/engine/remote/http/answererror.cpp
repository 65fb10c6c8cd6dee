// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/http/answererror.h"

#include "engine/base/result.h"
#include "engine/value/json.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace baton {
namespace {

constexpr std::size_t kShown = 200;   // of a body that is not what it should be

std::string shown(std::string_view body)
{
    std::string text;
    for (const char c : body.substr(0, kShown))
        text.push_back(static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c);
    if (body.size() > kShown)
        text += "...";
    return text;
}

bool looksLikeHtml(const HttpAnswer& answer)
{
    const std::size_t begin = answer.body.find_first_not_of(" \t\r\n");
    return answer.header("content-type").find("html") != std::string_view::npos
        || (begin != std::string::npos && answer.body[begin] == '<');
}

/// {"message"} of Conductor and Spring, {"error", "error_description"} of OAuth2 and gateways.
std::string messageIn(const Value& body)
{
    for (const char* const name : {"message", "error_description", "error"}) {
        if (const std::string_view text = body[name].asText(); !text.empty())
            return std::string(text);
    }
    return {};
}

std::vector<Violation> violationsIn(const Value& body)
{
    std::vector<Violation> violations;
    for (const Value& one : body["validationErrors"].items()) {
        Violation violation {one["path"].toText().str(), one["message"].toText().str()};
        if (const Value& value = one["invalidValue"]; value.isText())
            violation.invalidValue = value.toText().str();
        else if (!value.isNull())
            violation.invalidValue = toJson(value);
        violations.push_back(std::move(violation));
    }
    return violations;
}

Error notConductor(const HttpAnswer& answer)
{
    Error error {ErrorCode::Unavailable, "no Conductor answers here: HTTP " + std::to_string(answer.status)};
    if (looksLikeHtml(answer))
        error.message += " with a web page";
    else if (!answer.body.empty())
        error.message += ": " + shown(answer.body);
    error.hint = "check the server's URL; the API's path normally ends with /api";
    return error;
}

Error redirected(const HttpAnswer& answer)
{
    Error error {ErrorCode::Unavailable, "the server sends clients elsewhere: HTTP " + std::to_string(answer.status)};
    const std::string_view target = answer.header("location");
    error.hint = target.empty() ? "check the server's URL" : "set the server's URL to what answers at " + shown(target);
    return error;
}

ErrorCode codeOf(int status, bool retryable)
{
    switch (status) {
    case 400:
    case 413:
    case 414:
    case 415:
    case 422: return ErrorCode::InvalidArgument;
    case 404:
    case 410: return ErrorCode::NotFound;
    case 405:
    case 501: return ErrorCode::Unsupported;
    case 408:
    case 504: return ErrorCode::Timeout;
    case 409: return ErrorCode::Conflict;
    case 500: return retryable ? ErrorCode::Unavailable : ErrorCode::Internal;
    default: return status >= 400 && status < 500 && status != 401 && status != 403 && status != 407 && status != 425 && status != 429
            ? ErrorCode::InvalidArgument
            : ErrorCode::Unavailable;
    }
}

std::string hintOf(int status)
{
    switch (status) {
    case 401: return "check the credentials that are configured for this server";
    case 403: return "the credentials are known there but lack the right to do this";
    case 407: return "check the user and password of the proxy";
    case 413: return "send less, or put the data into external storage";
    case 429: return "the server limits how often it may be asked; ask less often";
    default: return {};
    }
}

std::optional<int> numberIn(std::string_view text)
{
    int number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc() && end == text.data() + text.size() && number >= 0 ? std::optional(number) : std::nullopt;
}

std::int64_t daysFromCivil(int year, int month, int day)
{
    const int y = month <= 2 ? year - 1 : year;
    const int era = y / 400;
    const int ofEra = y - era * 400;
    const int ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return static_cast<std::int64_t>(era) * 146097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719468;
}

}  // namespace

std::string_view HttpAnswer::header(std::string_view lowerCaseName) const noexcept
{
    for (const auto& [name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

Error errorOf(const HttpAnswer& answer, const std::string& url)
{
    if (isRedirect(answer.status))
        return redirected(answer).in(url);
    const Result<Value> body = parseJson(answer.body);
    const bool readable = body.ok() && body->isObject();
    std::string message = readable ? messageIn(*body) : std::string();
    const bool ambiguous = answer.status == 404 || answer.status == 405 || answer.status == 410;
    if (ambiguous && message.empty())
        return notConductor(answer).in(url);
    if (answer.status == 404 && message.starts_with("No static resource"))
        return Error {ErrorCode::Unsupported, message, url, {}, 0, 0, "this server's version lacks it, or its URL is wrong"};
    Error error {codeOf(answer.status, readable && (*body)["retryable"].asBool()), std::move(message), url};
    if (error.message.empty()) {
        error.message = "HTTP " + std::to_string(answer.status);
        if (!answer.body.empty() && !looksLikeHtml(answer))
            error.message += ": " + shown(answer.body);
    }
    error.hint = hintOf(answer.status);
    if (readable)
        error.violations = violationsIn(*body);
    return error;
}

std::optional<std::chrono::milliseconds> retryAfter(const HttpAnswer& answer)
{
    constexpr int kMost = 24 * 3600;
    const std::optional<int> seconds = numberIn(answer.header("retry-after"));
    return seconds ? std::optional(std::chrono::milliseconds(std::min(*seconds, kMost) * std::int64_t {1000})) : std::nullopt;
}

std::optional<EpochMs> dateOf(const HttpAnswer& answer)
{
    // "Sun, 06 Nov 1994 08:49:37 GMT"
    const std::string_view text = answer.header("date");
    if (text.size() != 29 || text[4] != ' ' || text[7] != ' ' || text[11] != ' ' || text[16] != ' ' || text[19] != ':' || text[22] != ':')
        return std::nullopt;
    constexpr std::array<std::string_view, 12> kMonths {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto month = std::find(kMonths.begin(), kMonths.end(), text.substr(8, 3));
    const std::optional<int> day = numberIn(text.substr(5, 2));
    const std::optional<int> year = numberIn(text.substr(12, 4));
    const std::optional<int> hour = numberIn(text.substr(17, 2));
    const std::optional<int> minute = numberIn(text.substr(20, 2));
    const std::optional<int> second = numberIn(text.substr(23, 2));
    if (month == kMonths.end() || !day || !year || !hour || !minute || !second || *year < 1970)
        return std::nullopt;
    const std::int64_t days = daysFromCivil(*year, static_cast<int>(month - kMonths.begin()) + 1, *day);
    return ((days * 24 + *hour) * 60 + *minute) * 60'000 + *second * std::int64_t {1000};
}

bool isConductorError(const HttpAnswer& answer)
{
    const Result<Value> body = parseJson(answer.body);
    return body.ok() && (*body)["status"].isInteger() && (*body)["message"].isText();
}

Result<Value> jsonOf(const HttpAnswer& answer, const std::string& url)
{
    Result<Value> value = parseJson(answer.body);
    if (value)
        return value;
    if (looksLikeHtml(answer))
        return notConductor(answer).in(url);
    Error error = std::move(value).error();
    error.code = ErrorCode::ParseError;
    error.message = "the server's answer is broken: " + error.message;
    error.hint = "it begins: " + shown(answer.body);
    if (answer.body.empty()) {
        error.message = "the server's answer is empty where JSON belongs";
        error.hint.clear();
    }
    error.source = url;
    return error;
}

}  // namespace baton
