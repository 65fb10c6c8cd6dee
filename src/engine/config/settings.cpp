// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/config/settings.h"

#include <array>

namespace baton {

std::string ServerSettings::apiUrl() const
{
    std::string api = url;
    while (!api.empty() && api.back() == '/')
        api.pop_back();
    return api.ends_with("/api") ? api : api + "/api";
}

WorkerPlan WorkerSettings::of(std::string_view taskType) const
{
    const auto found = types.find(taskType);
    if (found == types.end())
        return all;
    const WorkerTypeSettings& own = found->second;
    return {.threadCount = own.threadCount.value_or(all.threadCount),
        .pollInterval = own.pollInterval.value_or(all.pollInterval),
        .pollTimeout = own.pollTimeout.value_or(all.pollTimeout),
        .domain = own.domain.value_or(all.domain),
        .workerId = own.workerId.value_or(all.workerId),
        .leaseExtend = own.leaseExtend.value_or(all.leaseExtend),
        .paused = own.paused.value_or(all.paused),
        .registerTaskDef = own.registerTaskDef.value_or(all.registerTaskDef),
        .overwriteTaskDef = own.overwriteTaskDef.value_or(all.overwriteTaskDef),
        .strictSchema = own.strictSchema.value_or(all.strictSchema)};
}

std::vector<Secret> Settings::secrets() const
{
    const AuthSettings& auth = server.auth;
    std::vector<Secret> all;
    for (const Secret* secret : {&auth.password, &auth.token, &auth.clientSecret, &auth.keySecret, &server.tls.keyPassphrase,
             &server.proxy.password})
        if (!secret->empty())
            all.push_back(*secret);
    for (const auto& [name, service] : services)
        if (!service.apiKey.empty())
            all.push_back(service.apiKey);
    return all;
}

namespace {

template <typename Enum, std::size_t N>
std::string_view nameOf(Enum value, const std::array<std::string_view, N>& names) noexcept
{
    const auto index = static_cast<std::size_t>(value);
    return index < N ? names[index] : std::string_view();
}

}  // namespace

std::string_view toText(AuthKind kind) noexcept
{
    return nameOf(kind, std::array<std::string_view, 5> {"none", "basic", "bearer", "oauth2", "key_secret"});
}

}  // namespace baton
