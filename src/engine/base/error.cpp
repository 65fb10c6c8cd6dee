// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/base/error.h"

#include <utility>

namespace baton {

std::string_view toText(ErrorCode code) noexcept
{
    switch (code) {
    case ErrorCode::InvalidArgument: return "InvalidArgument";
    case ErrorCode::ParseError: return "ParseError";
    case ErrorCode::NotFound: return "NotFound";
    case ErrorCode::Conflict: return "Conflict";
    case ErrorCode::Unsupported: return "Unsupported";
    case ErrorCode::Timeout: return "Timeout";
    case ErrorCode::Unavailable: return "Unavailable";
    case ErrorCode::IoError: return "IoError";
    case ErrorCode::Cancelled: return "Cancelled";
    case ErrorCode::Internal: return "Internal";
    }
    return "Internal";
}

std::string Error::oneLine() const
{
    std::string text = source;
    if (line > 0) {
        text += text.empty() ? "line " : ":";
        text += std::to_string(line);
        if (column > 0)
            text += ':' + std::to_string(column);
    }
    const auto part = [&text](const std::string& more) {
        if (more.empty())
            return;
        if (!text.empty())
            text += ": ";
        text += more;
    };
    part(field);
    part(message);
    for (std::size_t i = 0; i < violations.size(); ++i) {
        text += i == 0 ? ": " : "; ";
        text += violations[i].path.empty() ? violations[i].message : violations[i].path + ": " + violations[i].message;
    }
    if (!hint.empty())
        text += (text.empty() ? "(" : " (") + hint + ')';
    return text;
}

Error Error::in(std::string_view newSource) &&
{
    if (source.empty())
        source = newSource;
    return std::move(*this);
}

}  // namespace baton
