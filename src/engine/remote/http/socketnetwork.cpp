// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/http/socketnetwork.h"

#include "engine/remote/http/socketconnection.h"
#include "engine/remote/http/transportsecurity.h"

#include <QUrl>

namespace baton {
namespace {

// Connections a lane may have; requests beyond wait for one.
constexpr std::array<std::size_t, kLanes> kMostConnections {128, 24, 12, 0};

}  // namespace

SocketNetwork::SocketNetwork(QnamNetwork& behind, QnamSettings settings) : m_behind(behind), m_settings(std::move(settings)) { }
SocketNetwork::~SocketNetwork() = default;

SocketNetwork::Place SocketNetwork::placeOf(std::string_view root) const
{
    Place place {.root = std::string(root), .host = {}};
    const QUrl url = QUrl::fromEncoded(QByteArray(root.data(), static_cast<qsizetype>(root.size())), QUrl::StrictMode);
    const bool isPlain = url.isValid() && url.userInfo().isEmpty()
        && (m_settings.proxy.url.empty() || isExcepted(m_settings.proxy, url.host()));
    if (isPlain)
        place.host = url.host();
    place.port = static_cast<std::uint16_t>(url.port(80));
    return place;
}

std::optional<SocketNetwork::Errand> SocketNetwork::plainErrand(const HttpCall& call)
{
    constexpr std::string_view kHttp = "http://";
    const std::string_view url = call.url;
    if (call.lane == Lane::Control || !url.starts_with(kHttp))
        return std::nullopt;
    const std::size_t slash = url.find('/', kHttp.size());
    if (slash == std::string_view::npos)
        return std::nullopt;
    if (m_last.root != url.substr(0, slash))
        m_last = placeOf(url.substr(0, slash));
    if (m_last.host.isEmpty())
        return std::nullopt;
    return Errand {call, m_last.host, m_last.port, std::string(url.substr(slash)), {}};
}

void SocketNetwork::send(HttpCall call, std::function<void(HttpOutcome)> outcome)
{
    std::optional<Errand> errand = plainErrand(call);
    if (!errand) {
        m_behind.send(std::move(call), std::move(outcome));
        return;
    }
    errand->outcome = std::move(outcome);
    start(m_channels[static_cast<std::size_t>(call.lane)], *std::move(errand));
}

SocketNetwork::Connection* SocketNetwork::idleConnection(Channel& channel, const Errand& errand)
{
    for (const auto& connection : channel.connections) {
        if (!connection->isIdle() || !connection->leadsTo(errand))
            continue;
        if (!connection->isStale())
            return connection.get();
        connection->close();
    }
    return nullptr;
}

void SocketNetwork::start(Channel& channel, Errand errand)
{
    if (Connection* const idle = idleConnection(channel, errand)) {
        idle->begin(std::move(errand));
        return;
    }
    bury(channel);
    const Lane lane = errand.call.lane;
    if (channel.connections.size() >= kMostConnections[static_cast<std::size_t>(lane)]) {
        channel.waiting.push_back(std::move(errand));
        return;
    }
    channel.connections.push_back(std::make_unique<Connection>(m_settings, errand.host, errand.port, [this, lane] { released(lane); }));
    channel.connections.back()->begin(std::move(errand));
}

// A connection may be at the end of one of its own signals.
void SocketNetwork::bury(Channel& channel)
{
    std::erase_if(channel.connections, [](auto& connection) {
        const bool isDead = connection->isDead();
        if (isDead)
            connection.release()->deleteLater();
        return isDead;
    });
}

void SocketNetwork::released(Lane lane)
{
    if (m_channels[static_cast<std::size_t>(lane)].waiting.empty())
        return;
    after(std::chrono::milliseconds(0), [this, lane] {
        Channel& channel = m_channels[static_cast<std::size_t>(lane)];
        bury(channel);
        if (channel.waiting.empty())
            return;
        Errand errand = std::move(channel.waiting.front());
        channel.waiting.pop_front();
        start(channel, std::move(errand));
    });
}

}  // namespace baton
