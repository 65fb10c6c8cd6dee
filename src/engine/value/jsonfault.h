// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/error.h"

#include <string_view>
#include <vector>

namespace baton {

/// What the parser ran into.
enum class JsonFault { Syntax, Incomplete, Extra, TooDeep, NumberTooLarge, BadHexDigits, BadSurrogate };

/// Says in plain words where a text stopped being JSON and what was expected there. Fed with the sound part of the text
/// after the parser has refused the rest, so that parsing itself keeps no books.
class JsonFaultFinder {
public:
    void feed(std::string_view sound);
    /// `rest` begins with the refused byte; empty at the end of the document.
    [[nodiscard]] Error explain(JsonFault fault, std::string_view rest, int maxDepth) const;

private:
    struct Open {
        char bracket;
        int line;
    };
    void feedText(char byte);
    void feedPlain(char byte);
    [[nodiscard]] Error syntax(std::string_view rest) const;
    [[nodiscard]] Error insideText(unsigned char refused) const;
    [[nodiscard]] Error ending() const;
    [[nodiscard]] std::string_view expected() const;
    [[nodiscard]] Error error(std::string message, std::string hint = {}) const;

    std::vector<Open> m_open;
    int m_line = 1;
    int m_column = 1;
    char m_previous = '\0';      // the byte before
    char m_significant = '\0';   // the last byte that was no blank; '"' ends a text
    bool m_inText = false;
    bool m_escaped = false;      // the byte before was a backslash that begins an escape
    bool m_isName = false;       // the text at hand, or just ended, names a member
};

}  // namespace baton
