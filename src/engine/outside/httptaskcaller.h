// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/embedded/embeddedconductor.h"
#include "engine/remote/http/network.h"

#include <memory>

namespace baton {

/// Does what HTTP tasks ask for, as the real server's HTTP task does: output {response: {statusCode, reasonPhrase, headers,
/// body}}; an answer of 400 and above, or none, fails the task. Lives on the network's thread.
class HttpTaskCaller : public std::enable_shared_from_this<HttpTaskCaller> {
public:
    explicit HttpTaskCaller(std::shared_ptr<Network> network) noexcept : m_network(std::move(network)) { }

    /// asyncComplete: an answer leaves the task in progress.
    void call(const OutsideCall& call, bool asyncComplete, std::function<void(TaskResult)> done);

private:
    struct Pending;
    void send(const std::shared_ptr<Pending>& pending);
    void answered(const std::shared_ptr<Pending>& pending, const HttpAnswer& answer);

    std::shared_ptr<Network> m_network;
};

}  // namespace baton
