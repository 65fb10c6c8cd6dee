// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/remote/http/qnamnetwork.h"

#include <deque>
#include <list>
#include <memory>

namespace baton {

/// What a worker asks all the time (polls, results, leases) over kept connections of its own where the way to the server is
/// plain: http, no proxy. A request costs a tenth of what QNetworkAccessManager takes for it. Everything else, and every
/// request of Lane::Control, goes to the network behind. Lives on that one's thread.
class SocketNetwork final : public QObject, public Network {
public:
    SocketNetwork(QnamNetwork& behind, QnamSettings settings);
    ~SocketNetwork() override;   // what is open ends without an answer
    Q_DISABLE_COPY_MOVE(SocketNetwork)

    void send(HttpCall call, std::function<void(HttpOutcome)> outcome) override;
    void after(std::chrono::milliseconds delay, std::function<void()> call) override { m_behind.after(delay, std::move(call)); }

private:
    class Connection;
    struct Errand {
        HttpCall call;
        QString host;
        std::uint16_t port = 80;
        std::string target;
        std::function<void(HttpOutcome)> outcome;
    };
    /// The connections of one lane.
    struct Channel {
        std::list<std::unique_ptr<Connection>> connections;
        std::deque<Errand> waiting;
    };
    struct Place {
        std::string root;                     // "http://host:port"
        QString host;                         // empty: not to be reached plainly
        std::uint16_t port = 80;
    };
    [[nodiscard]] std::optional<Errand> plainErrand(const HttpCall& call);
    [[nodiscard]] Place placeOf(std::string_view root) const;
    void start(Channel& channel, Errand errand);
    [[nodiscard]] Connection* idleConnection(Channel& channel, const Errand& errand);
    static void bury(Channel& channel);
    void released(Lane lane);

    QnamNetwork& m_behind;
    const QnamSettings m_settings;
    std::array<Channel, kLanes> m_channels;
    Place m_last;                             // parsed last: nearly always the next one's too
};

}  // namespace baton
