// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baton {

/// What went wrong, as the caller can act on it. The window maps it to translated text; `message` is English detail.
enum class ErrorCode : std::uint8_t {
    InvalidArgument,  // a value that breaks a stated rule
    ParseError,       // text that is not JSON, YAML, CSV, an expression...
    NotFound,
    Conflict,         // the thing is in a state that forbids the operation
    Unsupported,
    Timeout,
    Unavailable,      // a service, file or device that may answer later
    IoError,
    Cancelled,
    Internal,         // a broken invariant of ours, or what the real server answers 500 to
};

[[nodiscard]] std::string_view toText(ErrorCode code) noexcept;

/// One of several rules that one request breaks.
struct Violation {
    std::string path;                              // registerWorkflowDef.arg0.tasks[0].name
    std::string message;
    std::optional<std::string> invalidValue {};    // as text; none: not told
    bool operator==(const Violation&) const = default;
};

/// One clear error: where (source, line, column, field), what (message) and the way out (hint).
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message;
    std::string source {};   // file, URL or definition it is about; empty when unknown
    std::string field {};    // path inside it, such as tasks[3].taskReferenceName
    int line = 0;            // 1-based; 0 when unknown
    int column = 0;          // 1-based; 0 when unknown
    std::string hint {};     // the way out, a full sentence without its final stop
    std::vector<Violation> violations {};   // of a request checked as a whole; the message then only says so

    /// "file:12:3: field: message (hint)", leaving out what is unknown.
    [[nodiscard]] std::string oneLine() const;
    [[nodiscard]] Error in(std::string_view newSource) &&;   // sets source where it is empty
    bool operator==(const Error&) const = default;
};

}  // namespace baton
