// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/remoteconductor.h"

#include "engine/remote/auth/keychain.h"
#include "engine/remote/healthcheck.h"
#include "engine/remote/http/socketnetwork.h"
#include "engine/remote/ports/remoteports.h"

#include <QThread>
#include <QUrl>

#include <atomic>
#include <cstdlib>
#include <mutex>
#include <thread>

namespace baton {
namespace {

// What lives on the network thread.
struct Wire {
    Wire(const RemoteSetup& setup, const std::string& apiUrl, const AuthSettings& auth)
        : network({setup.server.tls, setup.server.proxy, setup.server.connection, setup.bodyLimit}),
          authenticator({auth, apiUrl, setup.server.connection.timeout, setup.clock.get(), setup.ids.get(), setup.logger, setup.environment,
                         [this](const std::string& entry, std::function<void(Result<Secret>)> reply) {
                             readKeychain(&network, entry, std::move(reply));
                         }},
                        network),
          sockets(network, {setup.server.tls, setup.server.proxy, setup.server.connection, setup.bodyLimit}),
          courier({apiUrl, setup.server.connection, setup.clock.get(), setup.ids.get(), setup.observer}, sockets, authenticator)
    {
    }

    QnamNetwork network;
    Authenticator authenticator;
    SocketNetwork sockets;
    Courier courier;
};

std::optional<std::string> processEnvironment(std::string_view name)
{
    const char* const value = std::getenv(std::string(name).c_str());
    return value ? std::optional<std::string>(value) : std::nullopt;
}

// Credentials written into the URL are credentials: they go into the header and nowhere else.
std::string takeCredentials(std::string apiUrl, AuthSettings& auth)
{
    QUrl url(QString::fromStdString(apiUrl), QUrl::TolerantMode);
    if (!url.isValid() || url.userInfo().isEmpty())
        return apiUrl;
    if (auth.kind == AuthKind::None) {
        auth.kind = AuthKind::Basic;
        auth.username = url.userName(QUrl::FullyDecoded).toStdString();
        auth.password = Secret(url.password(QUrl::FullyDecoded).toStdString());
    }
    url.setUserInfo(QString());
    return url.toString(QUrl::FullyEncoded).toStdString();
}

}  // namespace

std::string_view toText(Lane lane) noexcept
{
    switch (lane) {
    case Lane::Poll: return "poll";
    case Lane::Update: return "update";
    case Lane::Heartbeat: return "heartbeat";
    case Lane::Control: return "control";
    }
    return "control";
}

struct RemoteConductor::State {
    explicit State(RemoteSetup given);
    ~State();
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    void post(std::function<void()> call) { QMetaObject::invokeMethod(place, std::move(call), Qt::QueuedConnection); }
    void send(ApiCall call, std::function<void(ApiOutcome)> reply);
    void sendNow(ApiCall call, std::function<void(ApiOutcome)> reply);
    void note();
    [[nodiscard]] ApiSender sender()
    {
        return [this](ApiCall call, std::function<void(ApiOutcome)> reply) { send(std::move(call), std::move(reply)); };
    }

    RemoteSetup setup;
    std::string apiUrl;
    AuthSettings auth;
    QThread thread;
    QObject* place = nullptr;            // lives on the thread
    std::unique_ptr<Wire> wire;          // made, used and ended on the thread
    std::atomic<bool> closed {false};
    mutable std::mutex mutex;            // guards facts
    RemoteFacts facts;
    RemoteMetadata metadata {sender()};
    RemoteWorkflows workflows {sender()};
    RemoteTasks tasks {sender()};
    RemoteEvents events {sender()};
    RemoteSchedules schedules {sender()};
    RemoteAdmin admin {sender()};
};

RemoteConductor::State::State(RemoteSetup given) : setup(std::move(given)), auth(setup.server.auth)
{
    if (!setup.clock)
        setup.clock = std::make_shared<SystemClock>();
    if (!setup.ids)
        setup.ids = std::make_shared<RandomIdSource>();
    if (!setup.environment)
        setup.environment = &processEnvironment;
    apiUrl = takeCredentials(setup.server.apiUrl(), auth);
    place = new QObject;
    place->moveToThread(&thread);
    thread.setObjectName(QStringLiteral("network"));
    thread.start();
    post([this] { wire = std::make_unique<Wire>(setup, apiUrl, auth); });
}

RemoteConductor::State::~State()
{
    closed = true;
    QMetaObject::invokeMethod(place, [this] {
        wire->courier.close();
        wire.reset();
        delete place;
    }, Qt::BlockingQueuedConnection);
    thread.quit();
    thread.wait();
}

void RemoteConductor::State::send(ApiCall call, std::function<void(ApiOutcome)> reply)
{
    if (closed) {
        reply({.error = Error {ErrorCode::Cancelled, "the connection is being closed", apiUrl}});
        return;
    }
    post([this, call = std::move(call), reply = std::move(reply)]() mutable { sendNow(std::move(call), std::move(reply)); });
}

void RemoteConductor::State::sendNow(ApiCall call, std::function<void(ApiOutcome)> reply)
{
    wire->courier.send(std::move(call), [this, reply = std::move(reply)](ApiOutcome outcome) {
        note();
        reply(std::move(outcome));
    });
    note();
}

void RemoteConductor::State::note()
{
    const CourierCounts& counts = wire->courier.counts();
    const std::lock_guard lock(mutex);
    facts = {counts.inFlight, counts.clockSkewMs, counts.latencyMs, counts.lastAnswerAt, wire->authenticator.tokenSince(), counts.requests,
             counts.failures, counts.repetitions, wire->authenticator.refreshes()};
}

RemoteConductor::RemoteConductor(RemoteSetup setup) : m_state(std::make_unique<State>(std::move(setup))) { }

RemoteConductor::~RemoteConductor()
{
    // The last owner may be a reply on the network thread, which cannot wait for its own end.
    if (QThread::currentThread() == &m_state->thread)
        std::thread([state = std::move(m_state)]() mutable { state.reset(); }).detach();
}

MetadataPort& RemoteConductor::metadata() { return m_state->metadata; }
WorkflowPort& RemoteConductor::workflows() { return m_state->workflows; }
TaskPort& RemoteConductor::tasks() { return m_state->tasks; }
EventPort& RemoteConductor::events() { return m_state->events; }
SchedulePort& RemoteConductor::schedules() { return m_state->schedules; }
AdminPort& RemoteConductor::admin() { return m_state->admin; }

void RemoteConductor::checkHealth(std::chrono::milliseconds timeout, Reply<HealthReport> reply)
{
    lookAt(m_state->sender(), timeout, [state = m_state.get(), reply = std::move(reply)](HealthReport report) {
        report.url = state->apiUrl;
        report.checkedAt = state->setup.clock->now();
        if (report.latencyMs >= 0) {
            const std::lock_guard lock(state->mutex);
            report.clockSkewMs = state->facts.clockSkewMs;
        }
        reply(std::move(report));
    });
}

RemoteFacts RemoteConductor::facts() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->facts;
}

std::string RemoteConductor::url() const
{
    return m_state->apiUrl;
}

void RemoteConductor::after(std::chrono::milliseconds delay, std::function<void()> call)
{
    if (m_state->closed)
        return;
    m_state->post([state = m_state.get(), delay, call = std::move(call)]() mutable { state->wire->network.after(delay, std::move(call)); });
}

}  // namespace baton
