// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/http/httpmessage.h"

#include <string>

namespace baton {

struct HeadOptions {
    bool isHead = false;     // the answer to a HEAD: its length is told, nothing follows
    bool keep = true;
    bool http10 = false;
};

/// The status line and headers, up to and with the empty line. Line ends in header values become blanks.
[[nodiscard]] std::string responseHead(const HttpResponse& response, const HeadOptions& options);
[[nodiscard]] bool mayHaveBody(int status) noexcept;

}  // namespace baton
