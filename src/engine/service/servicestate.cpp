// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/service/servicestate.h"

#include <cstdlib>
#include <filesystem>

namespace baton {

namespace {

const Text kEmbeddedOrigin("embedded");

/// The name of the journal's file for a server: its address in letters a file may have.
std::string fileNameFor(std::string_view url)
{
    std::string name = "results-";
    for (const char c : url.substr(url.find("://") == std::string_view::npos ? 0 : url.find("://") + 3)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
        name.push_back(plain ? c : '_');
    }
    return name.substr(0, 120) + ".sqlite";
}

}  // namespace

std::string userStateFolder()
{
    const auto variable = [](const char* name) {
        const char* const text = std::getenv(name);
        return std::string(text == nullptr ? "" : text);
    };
    if (const std::string state = variable("XDG_STATE_HOME"); state.starts_with('/'))
        return state + "/baton";
    const std::string home = variable("HOME");
    return home.empty() ? std::string() : home + "/.local/state/baton";
}

WorkerService::State::State(ServiceSetup given)
    : setup(std::move(given))
    , clock(setup.clock ? setup.clock : std::make_shared<SystemClock>())
    , metrics(setup.metrics ? setup.metrics : std::make_shared<Metrics>(clock))
    , m_silent(std::make_unique<Logger>(*clock))
{
}

WorkerService::State::~State()
{
    stop();
}

Result<std::shared_ptr<ResultJournal>> WorkerService::State::openJournal() const
{
    std::string file = setup.settings.journal.file;
    if (file.empty()) {
        const std::string folder = setup.stateFolder.empty() ? userStateFolder() : setup.stateFolder;
        if (folder.empty())
            return Error {.code = ErrorCode::InvalidArgument, .message = "there is no place for the result journal", .field = "journal.file",
                .hint = "Set journal.file or BATON_JOURNAL"};
        file = folder + '/' + fileNameFor(setup.settings.server.apiUrl());
    }
    std::error_code fault;
    if (const auto parent = std::filesystem::path(file).parent_path(); !parent.empty())
        std::filesystem::create_directories(parent, fault);
    if (fault)
        return Error {.code = ErrorCode::IoError, .message = "the folder of the result journal cannot be made: " + fault.message(),
            .source = file, .hint = "Set journal.file to a place that may be written"};
    auto journal = openResultJournal(file);
    if (!journal)
        return journal.error();
    return std::shared_ptr<ResultJournal>(std::move(journal).value());
}

std::unique_ptr<Worker> WorkerService::State::makeWorker(TaskPort& tasks, const Text& origin, std::shared_ptr<ResultJournal> journal,
    bool sideEffects)
{
    WorkerSetup parts;
    parts.tasks = &tasks;
    parts.origin = origin;
    parts.registry = setup.tasks;
    parts.metrics = metrics;
    parts.journal = std::move(journal);
    parts.clock = clock;
    parts.observers.push_back(std::make_shared<WorkerLog>(logger(), origin.view()));
    parts.settings = setup.settings.worker;
    parts.journalSettings = setup.settings.journal;
    parts.sideEffectsAllowed = sideEffects;
    return std::make_unique<Worker>(std::move(parts));
}

void WorkerService::State::makeRemote()
{
    remote = std::make_shared<RemoteConductor>(RemoteSetup {.server = setup.settings.server, .clock = clock, .logger = setup.logger,
        .observer = [figures = metrics](const RequestRecord& request) {
            figures->httpRequest(request.method, request.uri, request.status, request.took);
        }});
    failover = std::make_unique<FailoverConductor>(FailoverSetup {.remote = remote, .embedded = embedded, .settings = setup.settings.failover,
        .clock = clock,
        .look = [server = remote, timeout = setup.settings.failover.probeTimeout](
                    Reply<HealthReport> reply) { server->checkHealth(timeout, std::move(reply)); },
        .after = [server = remote](std::chrono::milliseconds delay, std::function<void()> call) { server->after(delay, std::move(call)); }});
}

Status WorkerService::State::open()
{
    std::shared_ptr<ResultJournal> journal;
    if (!setup.rehearsing) {
        auto opened = openJournal();
        if (!opened)
            return opened.error();
        journal = std::move(opened).value();
    }
    auto memory = openResultJournal(":memory:");
    if (!memory)
        return memory.error();
    const bool standsIn = setup.rehearsing || setup.settings.failover.enabled;
    if (standsIn) {
        EmbeddedSetup parts;
        parts.clock = clock;
        embedded = std::make_shared<EmbeddedConductor>(std::move(parts));
        ticker = std::make_unique<ConductorTicker>(*embedded, *clock);
        embeddedWorker = makeWorker(embedded->tasks(), kEmbeddedOrigin, std::shared_ptr<ResultJournal>(std::move(memory).value()),
            setup.settings.failover.sideEffectsWhileRehearsing);
    }
    if (!setup.rehearsing) {
        makeRemote();
        remoteWorker = makeWorker(remote->tasks(), Text(remote->url()), std::move(journal), true);
    }
    return {};
}

void WorkerService::State::begin()
{
    {
        const std::lock_guard lock(m_mutex);
        m_phase = ServicePhase::Starting;
        m_startedAt = clock->now();
    }
    for (const Secret& secret : setup.settings.secrets())
        logger().mask(secret);
    if (embedded)
        registerAt(*embedded);
    if (setup.rehearsing) {
        metrics->setFailoverState(toText(FailoverPhase::Rehearsing));
        embeddedWorker->start();
    } else {
        if (embeddedWorker)
            embeddedWorker->setPolling(false);
        remoteWorker->setPolling(false);
        for (Worker* worker : workers())
            worker->start();
        const std::weak_ptr<State> self = weak_from_this();
        m_observer = failover->addObserver([self](const FailoverView& view) {
            if (const auto state = self.lock())
                state->inside([&] { state->failoverMoved(view); });
        });
        failover->start();
    }
    {
        const std::lock_guard lock(m_mutex);
        m_phase = ServicePhase::Working;
    }
    m_upkeep = std::jthread([this](const std::stop_token& stop) { upkeep(stop); });
}

void WorkerService::State::failoverMoved(const FailoverView& view)
{
    const std::optional<Origin> active = view.active();
    bool registers = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_phase == ServicePhase::Draining || m_phase == ServicePhase::Stopped)
            return;
        registers = view.phase == FailoverPhase::Connected && !m_registeredRemotely;
        m_registeredRemotely = m_registeredRemotely || registers;
    }
    remoteWorker->setPolling(active == Origin::Remote);
    if (embeddedWorker)
        embeddedWorker->setPolling(active == Origin::Embedded);
    metrics->setFailoverState(toText(view.phase));
    metrics->setServerUp(remote->url(), view.health.healthy());
    logFailover(logger(), view);
    if (registers && setup.settings.registration.autoRegister)
        registerAt(*remote);
    if (setup.failoverChanged)
        setup.failoverChanged(view);
}

void WorkerService::State::registerAt(Conductor& at)
{
    if (setup.registration.workflows.empty() && setup.registration.tasks.empty())
        return;
    const std::weak_ptr<State> self = weak_from_this();
    planRegistration(at.metadata(), setup.registration, setup.settings.registration, [self, &at](Result<RegistrationPlan> plan) {
        if (const auto state = self.lock())
            state->inside([&] { state->planned(at, std::move(plan)); });
    });
}

void WorkerService::State::planned(Conductor& at, Result<RegistrationPlan> plan)
{
    if (!plan) {
        logger().error("definitions could not be compared with the server's", {{"error", Value(plan.error().oneLine())}});
        const std::lock_guard lock(m_mutex);
        m_registrationError = plan.error().oneLine();
        m_registeredRemotely = m_registeredRemotely && &at != remote.get();   // the next connection tries again
        return;
    }
    const std::weak_ptr<State> self = weak_from_this();
    const Origin origin = &at == remote.get() ? Origin::Remote : Origin::Embedded;
    carryOut(at.metadata(), std::move(plan).value(), [self, origin](Result<RegistrationReport> report) {
        const auto state = self.lock();
        if (!state || !report)
            return;
        logRegistration(state->logger(), *report, origin);
        const std::lock_guard lock(state->m_mutex);
        state->m_registrationError.clear();
        state->m_registration = std::move(report).value();
    });
}

std::vector<Worker*> WorkerService::State::workers() const
{
    std::vector<Worker*> all;
    for (Worker* worker : {remoteWorker.get(), embeddedWorker.get()})
        if (worker != nullptr)
            all.push_back(worker);
    return all;
}

Worker* WorkerService::State::workerOf(std::string_view origin) const
{
    if (embeddedWorker && origin == kEmbeddedOrigin)
        return embeddedWorker.get();
    return remoteWorker && origin == remote->url() ? remoteWorker.get() : nullptr;
}

Conductor& WorkerService::State::conductor() const
{
    if (failover)
        return *failover;
    return *embedded;
}

ServiceStatus WorkerService::State::status() const
{
    ServiceStatus status;
    {
        const std::lock_guard lock(m_mutex);
        status.phase = m_phase;
        status.startedAt = m_startedAt;
        status.registration = m_registration;
        status.registrationError = m_registrationError;
    }
    status.now = clock->now();
    status.rehearsing = setup.rehearsing;
    if (failover) {
        status.failover = failover->view();
        status.url = remote->url();
        status.facts = remote->facts();
    } else {
        status.failover.phase = FailoverPhase::Rehearsing;
        status.failover.reason = FailoverReason::Chosen;
        status.failover.since = status.startedAt;
        status.failover.sideEffects = setup.settings.failover.sideEffectsWhileRehearsing;
    }
    if (remoteWorker)
        status.workers.push_back({Origin::Remote, remoteWorker->status()});
    if (embeddedWorker)
        status.workers.push_back({Origin::Embedded, embeddedWorker->status()});
    return status;
}

}  // namespace baton
