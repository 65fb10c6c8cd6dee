// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/context.h"
#include "engine/server/routegroups.h"

// Secrets and environment, read only: both come from the process's environment.

namespace baton {
namespace {

const std::string kSecrets = "/api/secrets";
using Names = std::vector<Text>;

void names(const RouteCall& call)
{
    call.conductor().admin().secretNames(call.reply<Names>([](const RouteCall& to, const Names& found) {
        to.json(Value::array({found.begin(), found.end()}));
    }));
}

// The ends of a long secret tell whether it is the right one; of a short one nothing is told.
std::string partOf(const std::string& secret)
{
    constexpr std::size_t kLong = 12;
    return secret.size() < kLong ? "..." : secret.substr(0, 4) + "..." + secret.substr(secret.size() - 4);
}

std::optional<std::string> secretOf(const RouteCall& call, std::string_view name)
{
    return call.context().environment ? call.context().environment->secret(name) : std::nullopt;
}

void namesWithParts(const RouteCall& call)
{
    call.conductor().admin().secretNames(call.reply<Names>([](const RouteCall& to, const Names& found) {
        std::vector<Value> items;
        for (const Text& name : found)
            items.push_back(Value::object({{"name", name}, {"partial", partOf(secretOf(to, name).value_or(std::string()))}}));
        to.json(Value::array(std::move(items)));
    }));
}

void value(const RouteCall& call)
{
    if (const std::optional<std::string> secret = secretOf(call, call.text("key")))
        call.plain(*secret);
    else
        call.empty(404);
}

void readOnly(const RouteCall& call)
{
    call.send({501, "application/json", "env-backed secrets are read-only"});
}

void environment(const RouteCall& call)
{
    call.conductor().admin().environment(call.reply<Value>([](const RouteCall& to, const Value& all) {
        std::vector<Value> items;
        for (const Member& member : all.members())
            items.push_back(Value::object({{"name", member.key.view()}, {"value", member.value}}));
        to.json(Value::array(std::move(items)));
    }));
}

void variable(const RouteCall& call)
{
    call.conductor().admin().environment(call.reply<Value>(
        [](const RouteCall& to, const Value& all) { to.plain(all[to.text("key").view()].asText()); }));
}

}  // namespace

void addSecretRoutes(std::vector<Route>& routes)
{
    const std::vector<RouteParameter> key {pathParameter("key")};
    routes.push_back({"GET", kSecrets, "secrets", "The names of the secrets", {}, {}, "List<String>", 200, names});
    routes.push_back({"POST", kSecrets, "secrets", "The names of the secrets", {}, {}, "List<String>", 200, names});
    routes.push_back({"GET", kSecrets + "/v2", "secrets", "The names, with the ends of long secrets", {}, {}, "List<SecretName>", 200, namesWithParts});
    routes.push_back({"GET", kSecrets + "/{key}", "secrets", "A secret", key, {}, "text", 200, value});
    routes.push_back({"GET", kSecrets + "/{key}/exists", "secrets", "Is there such a secret", key, {}, "boolean", 200, [](const RouteCall& call) {
        call.json(Value(secretOf(call, call.text("key")).has_value()));
    }});
    routes.push_back({"PUT", kSecrets + "/{key}", "secrets", "Secrets are read only: 501", key, {}, {}, 501, [](const RouteCall& call) {
        if (call.request().body.empty())
            call.send({400, "application/json", "value is required"});
        else
            readOnly(call);
    }});
    routes.push_back({"DELETE", kSecrets + "/{key}", "secrets", "Secrets are read only: 501", key, {}, {}, 501, readOnly});
    routes.push_back({"GET", "/api/environment", "environment", "The variables that workflow.env knows", {}, {}, "List<EnvironmentVariable>", 200, environment});
    routes.push_back({"GET", "/api/environment/{key}", "environment", "One of them", key, {}, "text", 200, variable});
}

}  // namespace baton
