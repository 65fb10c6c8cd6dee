// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include "baton/version.h"
#include "cli/processsignals.h"
#include "cli/servicesettings.h"
#include "cli/servicesetup.h"
#include "engine/log/logsinks.h"
#include "engine/service/endpoints.h"

#include <filesystem>
#include <future>
#include <iostream>

namespace baton::cli {

namespace {

constexpr std::string_view kHelp = R"(baton worker [--config FILE] [--server URL] [--mock] [options]

Works for a Conductor without a window until SIGTERM or SIGINT, then drains: polls end, tasks finish or are handed back, results
are delivered. A second signal ends it at once. SIGHUP, or a change of the file, takes up what can change while it runs.

  --config FILE     the configuration, YAML (else CONDUCTOR_CONFIG_FILE names it); baton config shows what it comes to
  --server URL      the Conductor, with or without /api
  --mock            rehearse on the embedded Conductor; no network is touched
  --samples N       start N sample applications, on the Conductor that gets the work
  --policy NAME     decide by this policy (standard-1, cautious-1 or a YAML file)
  --workflow FILE   a definition to register besides those of the configuration; may be repeated
  --exit-when-idle  drain and end as soon as every sample has been decided (with --mock)
  --list            print the task types it serves and end

Endpoints: /health, /ready, /workers, /results on monitoring.health_check.port (8084), /metrics on monitoring.metrics.port (9090).

Exit codes: 0 drained, 1 ended without a drain or a handler did not return, 2 wrong usage or configuration, 3 something is
missing: a port or the journal is taken, or the server is away and the configuration says not to start without it.
)";

constexpr Milliseconds kLook {500};   // how often the configuration's file and the fail-over are looked at

/// Follows the configuration while the service runs.
class SettingsFollower {
public:
    SettingsFollower(const Arguments& arguments, SettingsReport report)
        : m_arguments(arguments)
        , m_environment(processEnvironment())
        , m_report(std::move(report))
        , m_file(arguments.value("--config", variable("CONDUCTOR_CONFIG_FILE")))
        , m_changedAt(lastChange())
    {
    }

    void look(WorkerService& service, Logger& log, bool asked)
    {
        const auto changed = lastChange();
        if (!asked && changed == m_changedAt)
            return;
        m_changedAt = changed;
        SettingsReport now = settingsFor(m_arguments, m_environment);
        if (!now.ok()) {
            for (const Error& error : now.errors)
                log.error("configuration not taken up", {{"error", Value(error.oneLine())}});
            return;
        }
        const SettingsChange change = compare(m_report, now);
        for (const std::string& path : change.restart)
            log.warn("setting changes with the next start", {{"setting", Value(path)}});
        for (const std::string& path : change.live)
            log.info("setting changed", {{"setting", Value(path)}, {"value", Value(now.find(path) ? now.find(path)->value : "default")}});
        if (!change.live.empty())
            service.configure(now.settings);
        m_report = std::move(now);
    }

private:
    [[nodiscard]] std::string variable(std::string_view name) const
    {
        const auto found = m_environment.find(name);
        return found == m_environment.end() ? std::string() : found->second;
    }
    [[nodiscard]] std::filesystem::file_time_type lastChange() const
    {
        std::error_code fault;
        const auto time = m_file.empty() ? std::filesystem::file_time_type() : std::filesystem::last_write_time(m_file, fault);
        return fault ? m_changedAt : time;   // being replaced at this moment
    }

    const Arguments& m_arguments;
    const Environment m_environment;
    SettingsReport m_report;
    const std::string m_file;
    std::filesystem::file_time_type m_changedAt {};
};

void startSamples(WorkerService& service, Logger& log, std::int64_t count)
{
    auto starts = sampleStarts(0, static_cast<std::size_t>(count));
    if (!starts) {
        log.error("samples cannot be started", {{"error", Value(starts.error().oneLine())}});
        return;
    }
    for (StartRequest& start : *starts)
        service.startWorkflow(std::move(start), [&log](const Result<Text>& started) {
            if (!started)
                log.error("a sample was not started", {{"error", Value(started.error().oneLine())}});
        });
}

bool isIdle(const WorkerService& service, std::int64_t samples)
{
    const MetricsSnapshot figures = service.metrics();
    const TaskFigures total = figures.total();
    const ServiceStatus status = service.status();
    const ServiceWorker* const worker = status.activeWorker();
    return total.started >= static_cast<std::uint64_t>(samples) && total.active == 0 && figures.journalPending == 0 && worker != nullptr
        && worker->status.inHand == 0 && total.queueDepth <= 0;
}

/// Runs until a signal, or what ends it by itself; answers how that was.
int serve(WorkerService& service, Logger& log, SettingsFollower& follower, ProcessSignals& caught, const Arguments& arguments)
{
    const auto samples = arguments.number("--samples", 0, 0, 1'000'000).valueOr(0);
    if (samples > 0)
        startSamples(service, log, samples);
    int idle = 0;
    for (;;) {
        const auto signal = caught.wait(kLook);
        if (signal && *signal != SIGHUP) {
            log.info("asked to stop", {{"signal", Value(*signal == SIGTERM ? "SIGTERM" : "SIGINT")}});
            return kDone;
        }
        follower.look(service, log, signal.has_value());
        if (service.status().failover.phase == FailoverPhase::Refused) {
            log.error("the server is away, and the configuration says not to start without it", {{"reason", Value(service.status().notReady())}});
            return kMissing;
        }
        idle = arguments.has("--exit-when-idle") && isIdle(service, samples) ? idle + 1 : 0;
        if (idle >= 2)
            return kDone;
    }
}

int drain(WorkerService& service, Logger& log, ProcessSignals& caught, Milliseconds longest)
{
    notifySystemd("STOPPING=1");
    std::promise<DrainReport> promise;
    std::future<DrainReport> future = promise.get_future();
    service.drain([&promise](const DrainReport& report) { promise.set_value(report); });
    const auto end = std::chrono::steady_clock::now() + longest;
    while (future.wait_for(Milliseconds(0)) != std::future_status::ready) {
        const auto signal = caught.wait(Milliseconds(50));
        if (signal && *signal != SIGHUP) {
            log.warn("stopping at once");
            return -1;
        }
        if (std::chrono::steady_clock::now() > end) {
            log.error("the drain did not end in time");
            return -1;
        }
    }
    const DrainReport report = future.get();
    log.info("drained", {{"finished", Value(report.finished)}, {"handed_back", Value(report.handedBack)}, {"stuck", Value(report.stuck)},
                            {"undelivered", Value(report.undelivered)}, {"took_ms", Value(report.took.count() / 1'000'000)}});
    return report.stuck == 0 ? kDone : kFailed;
}

int runService(const Arguments& arguments, SettingsReport report, Streams streams)
{
    const Settings settings = report.settings;
    ProcessSignals caught;
    const SystemClock clock;
    auto sink = makeLogSink(settings.logging, streams.out, streams.err);
    if (!sink)
        return cli::report(sink.error(), streams, kMissing);
    Logger log(clock, settings.logging);
    log.addSink(std::move(sink).value());
    auto setup = prepareService(settings, {.rehearsing = arguments.has("--mock"), .policy = arguments.value("--policy"),
                                              .workflows = arguments.values("--workflow")});
    if (!setup)
        return cli::report(setup.error(), streams);
    setup->logger = &log;
    WorkerService service(std::move(setup).value());
    ServiceEndpoints endpoints(service, settings.monitoring);
    if (auto started = endpoints.start(); !started)
        return cli::report(started.error(), streams, kMissing);
    if (auto started = service.start(); !started)
        return cli::report(started.error(), streams, kMissing);
    log.info("worker started", {{"version", Value(kVersion)}, {"server", Value(arguments.has("--mock") ? "embedded" : settings.server.apiUrl())},
                                   {"health_port", Value(endpoints.healthPort())}, {"metrics_port", Value(endpoints.metricsPort())}});
    notifySystemd("READY=1");
    SettingsFollower follower(arguments, std::move(report));
    const int code = serve(service, log, follower, caught, arguments);
    const int drained = drain(service, log, caught, settings.worker.shutdownTimeout + Milliseconds(15'000));
    endpoints.stop();
    if (drained < 0) {
        streams.out.flush();
        std::_Exit(kFailed);   // a handler that does not return cannot be waited for; what it has made is in the journal
    }
    return code != kDone ? code : drained;
}

}  // namespace

int runWorker(const std::vector<std::string>& words, Streams streams)
{
    const auto arguments = Arguments::parse(words, {{"--config", true}, {"--server", true}, {"--mock"}, {"--samples", true}, {"--policy", true},
                                                    {"--workflow", true, true}, {"--exit-when-idle"}, {"--list"}, {"--help"}});
    if (!arguments)
        return reportUsage(arguments.error(), streams);
    if (arguments->has("--help")) {
        streams.out << kHelp;
        return kDone;
    }
    if (!arguments->operands().empty())
        return reportUsage({.code = ErrorCode::InvalidArgument, .message = "worker takes no operand", .hint = "see baton worker --help"}, streams);
    if (const auto samples = arguments->number("--samples", 0, 0, 1'000'000); !samples)
        return reportUsage(samples.error(), streams);
    if (arguments->has("--list")) {
        const auto tasks = serviceTasks(arguments->value("--policy"));
        if (!tasks)
            return report(tasks.error(), streams);
        for (const std::string& type : (*tasks)->taskTypes())
            streams.out << type << '\n';
        return kDone;
    }
    SettingsReport settings = settingsFor(*arguments, processEnvironment());
    if (!tellSettings(settings, streams))
        return kWrongUsage;
    return runService(*arguments, std::move(settings), streams);
}

}  // namespace baton::cli
