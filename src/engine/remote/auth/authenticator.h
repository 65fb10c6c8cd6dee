// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/remote/http/backoff.h"
#include "engine/remote/http/network.h"

#include <functional>
#include <string>
#include <vector>

namespace baton {

class Logger;

/// The header a request carries; `generation` tells which token it was.
struct Authorization {
    HttpHeaders headers {};
    std::uint64_t generation = 0;
};

struct AuthenticatorSetup {
    AuthSettings auth {};
    std::string apiUrl {};                             // for Conductor's own /token
    std::chrono::milliseconds timeout {30'000};
    const Clock* clock = nullptr;
    IdSource* chance = nullptr;
    Logger* logger = nullptr;
    std::function<std::optional<std::string>(std::string_view)> environment {};
    /// Reads "service/account" from the desktop's key chain and calls back on the network thread.
    std::function<void(std::string entry, std::function<void(Result<Secret>)>)> keychain {};
};

/// Credentials for requests: read or got once, kept, renewed before they end and after a server refused them. However many
/// requests need a token at once, it is asked for once; after failures it is not asked again before a growing pause is over,
/// and requests fail at once with what went wrong. One thread, the Network's.
class Authenticator {
public:
    Authenticator(AuthenticatorSetup setup, Network& network);

    void authorize(std::function<void(Result<Authorization>)> reply);
    /// An answer of 401 or 403 to that authorization: true when another one is worth a try (then authorize again).
    void refused(const Authorization& authorization, const HttpAnswer& answer, std::function<void(bool again)> reply);

    /// Was the last failure to get a token the credentials' fault, not the network's.
    [[nodiscard]] bool credentialsRefused() const noexcept { return m_credentialsRefused; }
    [[nodiscard]] EpochMs tokenSince() const noexcept { return m_since; }
    [[nodiscard]] std::uint64_t refreshes() const noexcept { return m_refreshes; }
    /// The text with every credential in it put out.
    [[nodiscard]] std::string masked(std::string text) const;

private:
    using Waiting = std::function<void(Result<Authorization>)>;
    struct Fresh {
        Secret token {};
        std::int64_t lifetimeMs = 0;   // 0: unknown
        bool open = false;             // the server needs none
    };
    using Got = std::function<void(Result<Fresh>)>;

    [[nodiscard]] bool hasToken() const noexcept { return m_open || !m_token.empty(); }
    [[nodiscard]] Authorization current() const;
    void refresh();
    void fetch(Got got);
    void readBearer(Got got);
    void askConductor(Got got);
    void askOAuth2(Got got, bool inBody);
    void settle(Result<Fresh> fresh);
    void keep(Fresh fresh);
    void learn(const Secret& secret);

    AuthenticatorSetup m_setup;
    Network& m_network;
    Backoff m_backoff {std::chrono::seconds(1), std::chrono::minutes(1)};
    Secret m_token;
    bool m_open = false;
    bool m_refreshing = false;
    bool m_credentialsRefused = false;
    std::uint64_t m_generation = 0;
    std::uint64_t m_refreshes = 0;
    EpochMs m_since = 0;
    EpochMs m_endsAt = 0;              // 0: never
    EpochMs m_renewAt = 0;
    EpochMs m_notBefore = 0;
    int m_failures = 0;
    Error m_lastError;
    std::vector<Waiting> m_waiting;
    std::vector<Secret> m_known;
};

}  // namespace baton
