// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/http/responsehead.h"

#include <ctime>

namespace baton {
namespace {

void appendHeader(std::string& head, std::string_view name, std::string_view value)
{
    head += name;
    head += ": ";
    for (const char c : value)
        head += c == '\r' || c == '\n' || c == '\0' ? ' ' : c;
    head += "\r\n";
}

std::string dateNow()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts {};
    char text[40] = {};
    if (gmtime_r(&now, &parts) == nullptr)
        return {};
    const std::size_t length = std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts);
    return {text, length};
}

}  // namespace

bool mayHaveBody(int status) noexcept
{
    return status >= 200 && status != 204 && status != 304;
}

std::string responseHead(const HttpResponse& response, const HeadOptions& options)
{
    std::string head = options.http10 ? "HTTP/1.0 " : "HTTP/1.1 ";
    head += std::to_string(response.status) + ' ';
    head += httpReason(response.status);
    head += "\r\n";
    if (!response.contentType.empty())
        appendHeader(head, "Content-Type", response.contentType);
    for (const auto& [name, value] : response.headers)
        appendHeader(head, name, value);
    if (mayHaveBody(response.status))
        appendHeader(head, "Content-Length", std::to_string(response.body.size()));
    if (const std::string date = dateNow(); !date.empty())
        appendHeader(head, "Date", date);
    if (!options.keep)
        appendHeader(head, "Connection", "close");
    else if (options.http10)
        appendHeader(head, "Connection", "keep-alive");
    head += "\r\n";
    return head;
}

}  // namespace baton
