// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/http/httpmessage.h"

#include <functional>
#include <memory>

namespace baton {

/// Where the one answer to a request goes. Copies speak of the same request; keep one to answer later, from any thread: no
/// thread waits meanwhile. When the last copy goes without an answer the client gets a 500.
class Responder {
public:
    /// What is behind a Responder: a connection, a test.
    class Target {
    public:
        virtual ~Target() = default;
        virtual void send(HttpResponse response) = 0;                 // the first one counts
        virtual void onGone(std::function<void()> gone) = 0;
        [[nodiscard]] virtual bool isGone() const = 0;
    };

    explicit Responder(std::shared_ptr<Target> target) noexcept : m_target(std::move(target)) { }

    /// The first answer counts, later ones are dropped, as are answers to a client that is gone. Never blocks.
    void send(HttpResponse response) const { m_target->send(std::move(response)); }
    /// Called once, on a thread of the server, when the client has gone away before it was answered (at once if it already
    /// is). Must not block. One callback a request; a second replaces the first.
    void onGone(std::function<void()> gone) const { m_target->onGone(std::move(gone)); }
    [[nodiscard]] bool isGone() const { return m_target->isGone(); }

private:
    std::shared_ptr<Target> m_target;
};

/// Takes a request and answers it, now or later. Called on a thread of the server, for several requests at once: must be
/// safe for that, and must not block for long. What it throws becomes a 500.
using HttpHandler = std::function<void(HttpRequest request, Responder responder)>;

}  // namespace baton
