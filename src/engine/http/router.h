// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/http/responder.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace baton {

/// Finds the handler of a request by method and path. Templates: "/api/tasks/{id}/log"; {name} stands for one segment,
/// {name...} as the last one for all that is left. The more literal template wins; a trailing '/' counts. Filled before the
/// server starts, then read from any thread. HEAD goes to GET's handler where it has none of its own; OPTIONS is answered
/// with the allowed methods.
class Router {
public:
    Router();
    ~Router();
    Router(Router&&) noexcept;
    Router& operator=(Router&&) noexcept;

    /// Registered twice: the later one counts. Methods in upper case.
    void add(std::string_view method, std::string_view pathTemplate, HttpHandler handler);
    /// No such path. Unset: 404 as plain text.
    void setNotFound(HttpHandler handler);
    /// A path that is there, with another method; allowed: "GET, HEAD, OPTIONS". Unset: 405 as plain text.
    using MethodRefused = std::function<void(HttpRequest request, Responder responder, std::string_view allowed)>;
    void setMethodRefused(MethodRefused handler);

    void handle(HttpRequest request, Responder responder) const;
    /// A handler for HttpServer; the Router must outlive it.
    [[nodiscard]] HttpHandler handler() const;

private:
    struct Tree;
    std::unique_ptr<Tree> m_tree;
};

}  // namespace baton
