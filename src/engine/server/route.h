// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/server/routecall.h"

#include <functional>
#include <string>
#include <vector>

namespace baton {

/// A path or query parameter. Types: "String", "int", "Integer", "long", "Long", "boolean", "List<String>" or the name of an
/// enumeration (see beans.h).
struct RouteParameter {
    enum class In : bool { Path, Query };
    std::string name;
    In in = In::Query;
    std::string type = "String";
    bool required = false;
    std::string fallback {};          // what counts when it is absent or empty; empty: nothing
    std::string note {};
};

/// What a request must carry. Raw bodies are taken as they come.
struct RouteBody {
    std::string type;                 // of beans.h; empty: raw text
    std::string signature;            // whose argument it is, for the message that it is missing
};

/// One method of one path: what is read, checked and documented by the same description.
struct Route {
    std::string method;
    std::string path;                 // "/api/tasks/{taskId}"
    std::string group;
    std::string summary;
    std::vector<RouteParameter> parameters {};
    std::optional<RouteBody> body {};
    std::string answer {};            // a type of beans.h, "text" or empty
    int status = 200;
    std::function<void(RouteCall call)> run {};
};

[[nodiscard]] RouteParameter pathParameter(std::string name, std::string type = "String");
[[nodiscard]] RouteParameter queryParameter(std::string name, std::string type = "String", std::string fallback = {});
[[nodiscard]] RouteParameter requiredParameter(std::string name, std::string type = "String");

/// A handler that reads what the route describes, answers what it cannot read as the real server does, and else runs it.
[[nodiscard]] HttpHandler handlerOf(Route route, std::shared_ptr<const ApiContext> context);

}  // namespace baton
