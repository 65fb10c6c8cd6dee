// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include "cli/servicesettings.h"
#include "engine/value/json.h"

#include <algorithm>
#include <iomanip>
#include <ostream>

namespace baton::cli {

namespace {

constexpr std::string_view kHelp = R"(baton config [--config FILE] [--server URL] [--json]

Prints the settings that hold for a service and where each came from. Secrets are masked.

  --config FILE   the configuration, YAML (else CONDUCTOR_CONFIG_FILE names it)
  --server URL    as baton worker takes it
  --json          a JSON list: path, value, origin, where, live (can change without a restart)
  --changed       only what is not a default

Exit codes: 0 the configuration is sound, 1 it has errors (each is told with its line), 2 wrong usage.
)";

std::string_view toText(SettingOrigin origin)
{
    switch (origin) {
    case SettingOrigin::Default:
        return "default";
    case SettingOrigin::File:
        return "file";
    case SettingOrigin::Environment:
        return "environment";
    case SettingOrigin::CommandLine:
        return "command line";
    case SettingOrigin::Implied:
        return "implied";
    }
    return {};
}

void printTable(const std::vector<SettingValue>& values, std::ostream& out)
{
    std::size_t widest = 0;
    std::size_t longest = 0;
    for (const SettingValue& value : values) {
        widest = std::max(widest, value.path.size());
        longest = std::max(longest, std::min(value.value.size(), std::size_t {40}));
    }
    for (const SettingValue& value : values) {
        out << std::left << std::setw(static_cast<int>(widest) + 2) << value.path << std::setw(static_cast<int>(longest) + 2)
            << (value.value.empty() ? "-" : value.value) << toText(value.origin);
        if (!value.where.empty())
            out << ' ' << value.where;
        out << '\n';
    }
}

void printJson(const std::vector<SettingValue>& values, std::ostream& out)
{
    std::vector<Value> list;
    for (const SettingValue& value : values)
        list.push_back(Value::object({{"path", value.path}, {"value", value.value}, {"origin", toText(value.origin)},
            {"where", value.where}, {"live", value.live}}));
    out << toPrettyJson(Value::array(std::move(list))) << '\n';
}

}  // namespace

int runConfig(const std::vector<std::string>& words, Streams streams)
{
    const auto arguments = Arguments::parse(words, {{"--config", true}, {"--server", true}, {"--json"}, {"--changed"}, {"--help"}});
    if (!arguments)
        return reportUsage(arguments.error(), streams);
    if (arguments->has("--help")) {
        streams.out << kHelp;
        return kDone;
    }
    if (!arguments->operands().empty())
        return reportUsage({.code = ErrorCode::InvalidArgument, .message = "config takes no operand", .hint = "name the file with --config"}, streams);
    const SettingsReport settings = settingsFor(*arguments, processEnvironment());
    std::vector<SettingValue> values = settings.values;
    if (arguments->has("--changed"))
        std::erase_if(values, [](const SettingValue& v) { return v.origin == SettingOrigin::Default; });
    if (arguments->has("--json"))
        printJson(values, streams.out);
    else
        printTable(values, streams.out);
    return tellSettings(settings, streams) ? kDone : kFailed;
}

}  // namespace baton::cli
