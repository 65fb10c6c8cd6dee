// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/value/value.h"

#include <chrono>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace baton::tasks {

/// What a provider over HTTP asks of whoever owns the network, so that the tasks need none. Implementations of the interfaces in
/// provider.h over a real service are made with one of these; they are used only where a base URL and a key are configured.
struct HttpRequest {
    std::string method = "GET";
    std::string url;
    std::vector<std::pair<std::string, std::string>> headers;
    Value body;                                  // sent as JSON; null for none
    std::chrono::milliseconds timeout {30'000};
};

struct HttpReply {
    int status = 0;
    Value body;                                  // null when it is no JSON
};

/// Blocks until the answer is there; any thread. Errors: Timeout, Unavailable, Cancelled. A status of 400 and above is no Error.
using HttpFetch = std::function<Result<HttpReply>(const HttpRequest&)>;

}  // namespace baton::tasks
