// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/config/settingssections.h"

#include <array>

namespace baton {

namespace {

using namespace std::chrono_literals;

constexpr std::array<std::string_view, 4> kLevels {"debug", "info", "warn", "error"};
constexpr std::array<std::string_view, 2> kFormats {"json", "console"};
constexpr std::array<std::string_view, 3> kOutputs {"stdout", "stderr", "file"};

/// credit_bureau -> CREDIT_BUREAU
std::string variableName(std::string_view name)
{
    std::string upper;
    for (const char c : name)
        upper.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c == '-' || c == '.' ? '_' : c);
    return upper;
}

void bindEndpoint(SettingsBinder& binder, const std::string& at, const std::string& portVariable, EndpointSettings& endpoint)
{
    binder.flag({at + ".enabled"}, endpoint.enabled);
    binder.text({at + ".bind", {"BATON_BIND"}}, endpoint.bind);
    binder.port({at + ".port", {portVariable}}, endpoint.port);
    if (binder.text({at + ".path"}, endpoint.path) && !endpoint.path.starts_with('/'))
        binder.error(at + ".path", "the path has to begin with /", "Write /" + endpoint.path.substr(0, 40));
}

}  // namespace

void bindJournal(SettingsBinder& binder, ResultJournalSettings& journal)
{
    binder.text({"journal.file", {"BATON_JOURNAL"}}, journal.file);
    binder.integer({"journal.senders"}, journal.senders, 1, 64);
    binder.duration({"journal.keep_delivered"}, journal.keepDelivered, 0ms, 24h * 365);
    binder.integer({"journal.max_bytes"}, journal.maxBytes, std::int64_t {1} << 16U, std::int64_t {1} << 50U);
}

void bindServices(SettingsBinder& binder, std::map<std::string, ServiceSettings, std::less<>>& services)
{
    for (const std::string& name : binder.namesIn("services")) {
        const std::string at = settingPath("services", name);
        ServiceSettings service;
        binder.text({at + ".provider"}, service.provider);
        binder.text({at + ".base_url"}, service.baseUrl);
        binder.secret({at + ".api_key", {variableName(name) + "_API_KEY"}}, service.apiKey);
        binder.text({at + ".model_version", {}, false, true}, service.modelVersion);
        binder.duration({at + ".timeout_seconds"}, service.timeout, 1ms, 24h);
        binder.integer({at + ".retry_count"}, service.retryCount, 0, 10'000);
        binder.duration({at + ".retry_delay"}, service.retryDelay, 0ms, 24h);
        binder.duration({at + ".cache_ttl"}, service.cacheTtl, 0ms, 24h * 365);
        services.insert_or_assign(name, std::move(service));
    }
}

void bindLogging(SettingsBinder& binder, LogSettings& logging)
{
    binder.choice({"logging.level", {"LOG_LEVEL", "CONDUCTOR_LOG_LEVEL"}, true}, logging.level, std::span<const std::string_view>(kLevels));
    binder.choice({"logging.format", {"LOG_FORMAT"}}, logging.format, std::span<const std::string_view>(kFormats));
    binder.choice({"logging.output"}, logging.output, std::span<const std::string_view>(kOutputs));
    binder.text({"logging.file"}, logging.file);
    binder.integer({"logging.rotate_bytes"}, logging.rotateBytes, std::int64_t {0}, std::int64_t {1} << 50U);
    binder.integer({"logging.keep_files"}, logging.keepFiles, 0, 1'000);
    for (const std::string& name : binder.namesIn("logging.fields"))
        binder.text({settingPath("logging.fields", name), {}, true}, logging.fields[name]);
    const std::string at = "logging.performance.";
    binder.flag({at + "enabled", {}, true}, logging.slowEnabled);
    binder.duration({at + "threshold_ms", {}, true}, logging.slowThreshold, 0ms, 24h, 1ms);
    binder.flag({at + "log_slow_queries", {}, true}, logging.slowQueries);
    binder.flag({at + "log_slow_tasks", {}, true}, logging.slowTasks);
}

void bindMonitoring(SettingsBinder& binder, MonitoringSettings& monitoring)
{
    bindEndpoint(binder, "monitoring.metrics", "BATON_METRICS_PORT", monitoring.metrics);
    binder.duration({"monitoring.metrics.collect_interval"}, monitoring.collectInterval, 1ms, 24h);
    bindEndpoint(binder, "monitoring.health_check", "BATON_HEALTH_PORT", monitoring.health);
    binder.duration({"monitoring.health_check.timeout"}, monitoring.healthTimeout, 1ms, 1h);
}

}  // namespace baton
