// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/serveinstance.h"

#include "cli/serveload.h"
#include "cli/servicesettings.h"
#include "engine/conductor/metadata/fixeddefinitions.h"
#include "engine/http/httpserver.h"
#include "engine/outside/httptaskcaller.h"
#include "engine/remote/http/qnamnetwork.h"
#include "engine/server/conductorapi.h"
#include "engine/server/conductorclock.h"
#include "engine/store/sqlitestore.h"
#include "engine/worker/worker.h"

#include <QObject>

#include <future>
#include <unistd.h>

namespace baton::cli {

namespace {

constexpr std::chrono::seconds kGrace {5};

std::shared_ptr<const EnvironmentSource> processEnvironment()
{
    constexpr std::string_view kSecret = "CONDUCTOR_SECRET_";
    constexpr std::string_view kVariable = "CONDUCTOR_ENV_";
    FixedEnvironment::Names secrets;
    FixedEnvironment::Names variables;
    FixedEnvironment::Names system;
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string_view text(*entry);
        const std::size_t equals = text.find('=');
        if (equals == std::string_view::npos)
            continue;
        const std::string_view name = text.substr(0, equals);
        const std::string value(text.substr(equals + 1));
        if (name.starts_with(kSecret))
            secrets.emplace(name.substr(kSecret.size()), value);
        else if (name.starts_with(kVariable))
            variables.emplace(name.substr(kVariable.size()), value);
        else
            system.emplace(name, value);
    }
    return std::make_shared<FixedEnvironment>(std::move(variables), std::move(secrets), std::move(system));
}

}  // namespace

struct ServeInstance::Parts {
    // In this order: each may use what stands before it.
    std::shared_ptr<VirtualClock> virtualClock;
    std::shared_ptr<const Clock> clock;
    std::shared_ptr<const EnvironmentSource> environment = processEnvironment();
    std::shared_ptr<Metrics> metrics;
    std::unique_ptr<SqliteStore> store;
    std::shared_ptr<QObject> thread = std::make_shared<QObject>();   // what HTTP tasks ask for is done on its thread
    std::shared_ptr<HttpTaskCaller> httpTasks;
    std::unique_ptr<EmbeddedConductor> conductor;
    std::unique_ptr<ConductorClock> ticker;
    std::unique_ptr<Worker> worker;
    std::unique_ptr<ConductorApi> api;
    std::unique_ptr<HttpServer> server;
    std::size_t loaded = 0;
    std::size_t recovered = 0;
    bool stopped = false;

    [[nodiscard]] OutsideCaller caller();
    [[nodiscard]] Status openConductor(const ServeOptions& options);
    [[nodiscard]] Status startWorker(const ServeOptions& options);
    [[nodiscard]] Status startServer(const ServeOptions& options);
    [[nodiscard]] std::string exposition();
};

namespace {

TaskResult waitingFor(const Text& kind)
{
    TaskResult result;
    result.status = TaskStatus::InProgress;
    result.reasonForIncompletion = Text("Nothing here answers " + kind.str() + " tasks: it waits for an update from outside");
    return result;
}

}  // namespace

// Only HTTP tasks are done; what else wants the world outside says so and waits for an update.
OutsideCaller ServeInstance::Parts::caller()
{
    return [this, context = std::weak_ptr<QObject>(thread)](const OutsideCall& call, std::function<void(TaskResult)> done) {
        const std::shared_ptr<QObject> alive = context.lock();
        if (call.kind != "HTTP")
            return done(waitingFor(call.kind));
        if (!alive)
            return;
        bool asyncComplete = false;
        conductor->tasks().task(call.taskId, [&](const Result<TaskView>& view) {
            asyncComplete = view && view->task->inputData["asyncComplete"].asBool();
        });
        QMetaObject::invokeMethod(alive.get(), [tasks = httpTasks, call, asyncComplete, done = std::move(done)] {
            tasks->call(call, asyncComplete, done);
        }, Qt::QueuedConnection);
    };
}

Status ServeInstance::Parts::openConductor(const ServeOptions& options)
{
    if (options.virtualClock) {
        virtualClock = std::make_shared<VirtualClock>(SystemClock().now());
        clock = virtualClock;
    } else {
        clock = std::make_shared<SystemClock>();
    }
    metrics = std::make_shared<Metrics>(clock);
    httpTasks = std::make_shared<HttpTaskCaller>(std::make_shared<QnamNetwork>(QnamSettings {}));
    EmbeddedSetup setup;
    setup.clock = clock;
    setup.environment = environment;
    setup.caller = caller();
    ConductorMemory memory;
    if (!options.database.empty()) {
        auto opened = SqliteStore::open(options.database);
        if (!opened)
            return std::move(opened).error();
        store = std::move(opened).value();
        auto left = store->load();
        if (!left)
            return std::move(left).error();
        memory = std::move(left).value();
        if (virtualClock)
            virtualClock->advanceTo(memory.world.now);   // never before what has happened
        setup.sink = store.get();
        setup.archive = store.get();
    }
    recovered = memory.world.order.size();
    conductor = std::make_unique<EmbeddedConductor>(std::move(setup));
    if (store)
        if (Status restored = conductor->restore(std::move(memory)); !restored)
            return restored;
    ticker = std::make_unique<ConductorClock>(*conductor, clock,
        virtualClock ? ConductorClock::Time::Virtual : ConductorClock::Time::Real);
    for (const std::string& path : options.load) {
        const Result<std::size_t> count = loadDefinitions(conductor->metadata(), path);
        if (!count)
            return count.error();
        loaded += *count;
    }
    return {};
}

Status ServeInstance::Parts::startWorker(const ServeOptions& options)
{
    if (!options.workers)
        return {};
    auto registry = serviceTasks(options.policy);
    if (!registry)
        return std::move(registry).error();
    WorkerSetup setup;
    setup.tasks = &conductor->tasks();
    setup.origin = Text("inside");
    setup.registry = std::move(registry).value();
    setup.metrics = metrics;
    setup.clock = clock;
    setup.host = "inside";
    setup.sideEffectsAllowed = options.sideEffects;
    worker = std::make_unique<Worker>(std::move(setup));
    worker->start();
    return {};
}

std::string ServeInstance::Parts::exposition()
{
    metrics->set("baton_http_connections", "Open connections", {}, static_cast<double>(server->connections()));
    conductor->tasks().queueSizes({}, [this](const Result<std::vector<QueueSize>>& sizes) {
        if (!sizes)
            return;
        for (const QueueSize& queue : *sizes)
            metrics->set("baton_queue_size", "Tasks waiting in a queue", {{"queue", queue.name.str()}}, static_cast<double>(queue.waiting));
    });
    return metrics->exposition();
}

Status ServeInstance::Parts::startServer(const ServeOptions& options)
{
    ConductorApiSettings settings;
    settings.clock = clock;
    settings.environment = environment;
    settings.token = options.token;
    settings.metrics = [this] { return exposition(); };
    settings.observe = [this](std::string_view method, std::string_view path, int status, std::chrono::nanoseconds took) {
        const MetricLabels labels {{"method", std::string(method)}, {"uri", std::string(path)}, {"status", std::to_string(status)}};
        static const std::vector<double> kBuckets {0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
        metrics->observe("baton_http_request_seconds", "Requests by route and status, the time they were held included", labels, kBuckets,
                         std::chrono::duration<double>(took).count());
    };
    if (virtualClock)
        settings.advanceClock = [this](EpochMs target) { ticker->advance(*virtualClock, target); };
    api = std::make_unique<ConductorApi>(*conductor, std::move(settings));
    HttpServerSettings http;
    http.address = options.bind;
    http.port = options.port;
    http.threads = options.threads;
    http.token = options.token;
    http.openPaths = {"/health", "/api/health", "/api/token"};
    http.refusal = api->refusal();
    server = std::make_unique<HttpServer>(std::move(http), api->handler());
    return server->start();
}

ServeInstance::ServeInstance(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) { }

ServeInstance::~ServeInstance()
{
    stop();
}

Result<std::unique_ptr<ServeInstance>> ServeInstance::start(const ServeOptions& options)
{
    auto parts = std::make_unique<Parts>();
    if (Status done = parts->openConductor(options); !done)
        return std::move(done).error();
    if (Status done = parts->startWorker(options); !done)
        return std::move(done).error();
    if (Status done = parts->startServer(options); !done)
        return std::move(done).error();
    return std::unique_ptr<ServeInstance>(new ServeInstance(std::move(parts)));
}

std::string ServeInstance::url() const
{
    return m_parts->server->url();
}

std::size_t ServeInstance::loaded() const noexcept
{
    return m_parts->loaded;
}

std::size_t ServeInstance::recovered() const noexcept
{
    return m_parts->recovered;
}

void ServeInstance::stop()
{
    if (m_parts->stopped)
        return;
    m_parts->stopped = true;
    if (m_parts->worker) {
        auto drained = std::make_shared<std::promise<void>>();
        std::future<void> done = drained->get_future();
        m_parts->worker->drain({kGrace, std::chrono::seconds(1), std::chrono::seconds(1)},
                               [drained](const DrainReport&) { drained->set_value(); });
        m_parts->conductor->releaseWaiting();   // the worker's own polls
        done.wait_for(kGrace + std::chrono::seconds(3));
    }
    m_parts->conductor->releaseWaiting();
    m_parts->server->stop(kGrace);
}

}  // namespace baton::cli
