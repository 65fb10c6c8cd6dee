// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/config/settingsloader.h"

#include "engine/config/settingssections.h"

#include <fstream>

namespace baton {

namespace {

constexpr YamlLimits kLimits {.maxBytes = 1U << 20U, .maxDepth = 30, .maxNodes = 50'000};

}  // namespace

SettingsReport loadSettings(const SettingsSource& source)
{
    SettingsReport report;
    YamlDocument document;
    if (auto parsed = parseYaml(source.yaml, source.name, kLimits))
        document = std::move(parsed).value();
    else
        report.errors.push_back(std::move(parsed).error());   // the environment's errors are worth telling all the same
    SettingsBinder binder(document, source.environment, source.overrides, report);
    Settings& settings = report.settings;
    bindApplication(binder, settings);
    bindServer(binder, settings.server);
    bindWorker(binder, settings, source.taskTypes);
    bindRegistration(binder, settings.registration);
    bindFailover(binder, settings.failover);
    bindJournal(binder, settings.journal);
    bindServices(binder, settings.services);
    bindLogging(binder, settings.logging);
    bindMonitoring(binder, settings.monitoring);
    checkTogether(binder, report);
    binder.warnOfUnknown();
    return report;
}

SettingsReport loadSettingsFile(const std::string& path, SettingsSource source)
{
    const auto failed = [&path](ErrorCode code, std::string message) {
        SettingsReport report;
        report.errors.push_back({.code = code, .message = std::move(message), .source = path,
            .hint = "Check the name and the right to read it"});
        return report;
    };
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return failed(ErrorCode::NotFound, "the configuration cannot be opened");
    source.yaml.assign(kLimits.maxBytes + 1, '\0');
    file.read(source.yaml.data(), static_cast<std::streamsize>(source.yaml.size()));
    if (file.bad() || (file.gcount() == 0 && !file.eof()))
        return failed(ErrorCode::IoError, "the configuration cannot be read");
    source.yaml.resize(static_cast<std::size_t>(file.gcount()));
    source.name = path;
    return loadSettings(source);
}

}  // namespace baton
