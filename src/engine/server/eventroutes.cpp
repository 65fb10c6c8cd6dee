// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/server/routegroups.h"

namespace baton {
namespace {

RouteBody handler(const std::string& method)
{
    return {"EventHandler", "public void com.netflix.conductor.rest.controllers.EventResource." + method
        + "(com.netflix.conductor.common.metadata.events.EventHandler)"};
}

void list(const RouteCall& call, bool activeOnly)
{
    using All = std::vector<Value>;
    call.conductor().events().handlers(call.text("event"), activeOnly, call.reply<All>(
        [](const RouteCall& to, All all) { to.json(Value::array(std::move(all))); }));
}

}  // namespace

void addEventRoutes(std::vector<Route>& routes)
{
    const std::string path = "/api/event";
    routes.push_back({"GET", path, "event", "All event handlers", {}, {}, "List<EventHandler>", 200,
        [](const RouteCall& call) { list(call, false); }});
    routes.push_back({"GET", path + "/{event}", "event", "The handlers of an event",
        {pathParameter("event"), queryParameter("activeOnly", "boolean", "true")}, {}, "List<EventHandler>", 200,
        [](const RouteCall& call) { list(call, call.flag("activeOnly")); }});
    routes.push_back({"POST", path, "event", "Add an event handler", {}, handler("addEventHandler"), {}, 200,
        [](const RouteCall& call) { call.conductor().events().addHandler(call.body(), call.done()); }});
    routes.push_back({"PUT", path, "event", "Change an event handler", {}, handler("updateEventHandler"), {}, 200,
        [](const RouteCall& call) { call.conductor().events().updateHandler(call.body(), call.done()); }});
    routes.push_back({"DELETE", path + "/{name}", "event", "Remove an event handler", {pathParameter("name")}, {}, {}, 200,
        [](const RouteCall& call) { call.conductor().events().removeHandler(call.text("name"), call.done()); }});
}

}  // namespace baton
