// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/config/settingsbinder.h"

namespace baton {

// The sections of a configuration, each bound by a function of its own, in the order the report lists them.
void bindApplication(SettingsBinder& binder, Settings& settings);
void bindServer(SettingsBinder& binder, ServerSettings& server);
void bindWorker(SettingsBinder& binder, Settings& settings, std::span<const std::string> taskTypes);
void bindRegistration(SettingsBinder& binder, RegistrationSettings& registration);
void bindFailover(SettingsBinder& binder, FailoverSettings& failover);
void bindJournal(SettingsBinder& binder, ResultJournalSettings& journal);
void bindServices(SettingsBinder& binder, std::map<std::string, ServiceSettings, std::less<>>& services);
void bindLogging(SettingsBinder& binder, LogSettings& logging);
void bindMonitoring(SettingsBinder& binder, MonitoringSettings& monitoring);

/// The rules between settings: what an authentication needs, files that belong together, ports that meet.
void checkTogether(SettingsBinder& binder, const SettingsReport& report);

}  // namespace baton
