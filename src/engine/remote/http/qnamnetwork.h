// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/remote/http/network.h"

#include <QNetworkProxy>
#include <QObject>
#include <QSslConfiguration>

#include <array>
#include <memory>
#include <unordered_set>
#include <vector>

class QNetworkAccessManager;

namespace baton {

struct QnamSettings {
    TlsSettings tls {};
    ProxySettings proxy {};
    ConnectionSettings connection {};
    std::size_t bodyLimit = 64U << 20U;
};

/// A Network over QNetworkAccessManager, on the thread that made it. A manager opens six connections to a host, so each lane
/// has managers of its own and gets another when all its connections are busy.
///
/// QNetworkAccessManager sends a request again by itself, whatever its method, when a kept connection is closed before the
/// answer. Here every request has a body that cannot be read twice, which makes that an error instead; connections that
/// have been idle for long are not used again, so that it is rare.
class QnamNetwork final : public QObject, public Network {
public:
    explicit QnamNetwork(QnamSettings settings);
    ~QnamNetwork() override;   // what is open ends without an answer
    Q_DISABLE_COPY_MOVE(QnamNetwork)

    /// What is wrong with the settings: files that cannot be read, no proxy URL. Then every request fails with it.
    [[nodiscard]] const Status& status() const noexcept { return m_status; }

    void send(HttpCall call, std::function<void(HttpOutcome)> outcome) override;
    void after(std::chrono::milliseconds delay, std::function<void()> call) override;

private:
    class Exchange;
    struct Manager {
        std::unique_ptr<QNetworkAccessManager> access;
        int busy = 0;
    };
    [[nodiscard]] std::shared_ptr<Manager> managerFor(Lane lane);
    [[nodiscard]] std::shared_ptr<Manager> makeManager() const;

    QnamSettings m_settings;
    QSslConfiguration m_tls;
    QNetworkProxy m_proxy;
    Status m_status;
    std::array<std::vector<std::shared_ptr<Manager>>, kLanes> m_lanes;
};

}  // namespace baton
