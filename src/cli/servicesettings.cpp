// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/servicesettings.h"

#include "cli/casebook.h"
#include "cli/commands.h"
#include "cli/textfile.h"
#include "tasks/underwriting/handlers/register.h"
#include "tasks/underwriting/policyreader.h"
#include "tasks/underwriting/providers/simulated.h"

#include <algorithm>
#include <ostream>

namespace baton::cli {

namespace {

Result<PolicyText> policyText(const std::string& name)
{
    for (PolicyText& shipped : shippedPolicies())
        if (name.empty() || shipped.id == name || shipped.id.starts_with(name + "-"))
            return std::move(shipped);
    auto text = readTextFile(name);
    if (!text) {
        Error error = std::move(text).error();
        error.hint = "name a policy file, or one of: standard-1, cautious-1";
        return error;
    }
    return PolicyText {name, name, std::move(text).value()};
}

}  // namespace

SettingsReport settingsFor(const Arguments& arguments, const Environment& environment)
{
    const auto named = environment.find("CONDUCTOR_CONFIG_FILE");
    return settingsOf(arguments.value("--config", named == environment.end() ? std::string() : named->second), arguments.value("--server"), environment);
}

SettingsReport settingsOf(const std::string& file, const std::string& server, const Environment& environment)
{
    SettingsSource source {.environment = environment};
    if (!server.empty())
        source.overrides["conductor.server_url"] = server;
    if (const auto tasks = serviceTasks({}))
        source.taskTypes = (*tasks)->taskTypes();
    return file.empty() ? loadSettings(source) : loadSettingsFile(file, std::move(source));
}

bool tellSettings(const SettingsReport& settings, Streams streams)
{
    for (const Error& warning : settings.warnings)
        streams.err << "baton: warning: " << warning.oneLine() << '\n';
    for (const Error& error : settings.errors)
        report(error, streams);
    return settings.ok();
}

Result<std::shared_ptr<TaskRegistry>> serviceTasks(const std::string& policy)
{
    const auto text = policyText(policy);
    if (!text)
        return text.error();
    auto reading = tasks::readPolicy(text->text, text->source);
    if (!reading.ok())
        return reading.errors.front();
    auto registry = std::make_shared<TaskRegistry>();
    if (auto added = tasks::registerUnderwriting(*registry, reading.policy, tasks::simulatedProviders({})); !added)
        return added.error();
    return registry;
}

}  // namespace baton::cli
