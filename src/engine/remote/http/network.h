// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/error.h"
#include "engine/remote/remoteconductor.h"

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace baton {

using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

struct HttpCall {
    Lane lane = Lane::Control;
    std::string method = "GET";
    std::string url;                           // absolute, percent-encoded, without credentials
    HttpHeaders headers {};
    std::string body {};
    std::chrono::milliseconds timeout {30'000};   // from being sent to the last byte
};

struct HttpAnswer {
    int status = 0;
    HttpHeaders headers {};                    // names in lower case
    std::string body {};
    std::chrono::microseconds took {0};

    [[nodiscard]] std::string_view header(std::string_view lowerCaseName) const noexcept;   // empty: absent
};

/// There is no whole answer. `reached` false: nothing of the request can have arrived, so that it may be sent again.
struct HttpFailure {
    Error error;                               // Unavailable, Timeout, Cancelled, InvalidArgument; source: the URL
    bool reached = true;
    std::chrono::microseconds took {0};
};

using HttpOutcome = std::variant<HttpAnswer, HttpFailure>;

/// Sends requests, each once, and keeps time. One thread: calls come from it and answers go to it.
class Network {
public:
    virtual ~Network() = default;
    virtual void send(HttpCall call, std::function<void(HttpOutcome)> outcome) = 0;
    virtual void after(std::chrono::milliseconds delay, std::function<void()> call) = 0;
};

/// Every redirect is an answer like others, never followed: that could turn a POST into a GET and carry credentials away.
[[nodiscard]] constexpr bool isRedirect(int status) noexcept { return status >= 300 && status < 400; }

}  // namespace baton
