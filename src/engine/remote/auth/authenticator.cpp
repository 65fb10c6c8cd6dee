// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/auth/authenticator.h"

#include "engine/log/logger.h"
#include "engine/remote/auth/tokens.h"
#include "engine/remote/http/answererror.h"
#include "engine/value/json.h"

#include <algorithm>
#include <cctype>

namespace baton {
namespace {

Error missing(std::string what, std::string hint)
{
    return {ErrorCode::Unavailable, std::move(what), {}, {}, 0, 0, std::move(hint)};
}

std::string trimmed(std::string text)
{
    const auto blank = [](unsigned char c) { return std::isspace(c) != 0; };
    text.erase(std::find_if_not(text.rbegin(), text.rend(), blank).base(), text.end());
    text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), blank));
    return text;
}

// A token travels in a header: what is no visible ASCII would split or break it.
bool fitsHeader(std::string_view token)
{
    return std::all_of(token.begin(), token.end(), [](unsigned char c) { return c > 0x20 && c < 0x7f; });
}

}  // namespace

Authenticator::Authenticator(AuthenticatorSetup setup, Network& network) : m_setup(std::move(setup)), m_network(network)
{
    for (const Secret* const secret : {&m_setup.auth.password, &m_setup.auth.token, &m_setup.auth.clientSecret, &m_setup.auth.keySecret})
        learn(*secret);
    if (m_setup.auth.kind == AuthKind::None)
        m_open = true;
    if (m_setup.auth.kind == AuthKind::Basic)
        keep({Secret(base64Of(m_setup.auth.username + ':' + m_setup.auth.password.reveal()))});
}

void Authenticator::learn(const Secret& secret)
{
    constexpr std::size_t kTellTale = 4;   // shorter ones would put out common words
    constexpr std::size_t kMost = 16;
    if (secret.reveal().size() < kTellTale || std::find(m_known.begin(), m_known.end(), secret) != m_known.end())
        return;
    if (m_known.size() == kMost)
        m_known.erase(m_known.begin() + kMost / 2);
    m_known.push_back(secret);
    if (m_setup.logger)
        m_setup.logger->mask(secret);
}

std::string Authenticator::masked(std::string text) const
{
    for (const Secret& secret : m_known) {
        for (std::size_t at = text.find(secret.reveal()); at != std::string::npos; at = text.find(secret.reveal(), at))
            text.replace(at, secret.reveal().size(), "***");
    }
    return text;
}

Authorization Authenticator::current() const
{
    if (m_open)
        return {{}, m_generation};
    const std::string& token = m_token.reveal();
    switch (m_setup.auth.kind) {
    case AuthKind::Basic: return {{{"Authorization", "Basic " + token}}, m_generation};
    case AuthKind::KeySecret: return {{{"X-Authorization", token}}, m_generation};
    default: return {{{"Authorization", "Bearer " + token}}, m_generation};
    }
}

void Authenticator::authorize(std::function<void(Result<Authorization>)> reply)
{
    const EpochMs now = m_setup.clock->now();
    if (hasToken() && (m_endsAt == 0 || now < m_endsAt)) {
        if (m_renewAt != 0 && now >= m_renewAt && now >= m_notBefore)
            refresh();
        reply(current());
        return;
    }
    if (!m_refreshing && now < m_notBefore) {
        Error error = m_lastError;
        error.hint = "it is tried again in " + std::to_string((m_notBefore - now + 999) / 1000) + " s";
        reply(std::move(error));
        return;
    }
    m_waiting.push_back(std::move(reply));
    refresh();
}

void Authenticator::refused(const Authorization& authorization, const HttpAnswer& answer, std::function<void(bool again)> reply)
{
    if (m_setup.auth.kind == AuthKind::None || m_setup.auth.kind == AuthKind::Basic) {
        reply(false);
        return;
    }
    if (authorization.generation != m_generation) {
        reply(true);   // somebody has renewed it meanwhile
        return;
    }
    const Result<Value> body = parseJson(answer.body);
    const std::string_view word = body.ok() ? (*body)["error"].asText() : std::string_view();
    const bool saysToken = word == "EXPIRED_TOKEN" || word == "INVALID_TOKEN" || word == "invalid_token";
    const bool silent = answer.status == 401 && (m_setup.auth.kind != AuthKind::KeySecret || word.empty());
    if (!saysToken && !silent) {
        reply(false);   // a matter of rights: another token would have the same
        return;
    }
    if (!m_refreshing && m_setup.clock->now() < m_notBefore) {
        reply(false);
        return;
    }
    m_waiting.push_back([reply = std::move(reply), before = m_generation](const Result<Authorization>& now) {
        reply(now.ok() && now->generation != before);
    });
    refresh();
}

void Authenticator::refresh()
{
    if (m_refreshing)
        return;
    m_refreshing = true;
    ++m_refreshes;
    fetch([this](Result<Fresh> fresh) { settle(std::move(fresh)); });
}

void Authenticator::settle(Result<Fresh> fresh)
{
    m_refreshing = false;
    const EpochMs now = m_setup.clock->now();
    std::optional<Error> failed;
    if (fresh) {
        m_failures = 0;
        m_notBefore = 0;
        m_credentialsRefused = false;
        keep(std::move(fresh).value());
    } else {
        m_lastError = std::move(fresh).error();
        m_notBefore = now + m_backoff.pause(++m_failures, *m_setup.chance).count();
        failed = m_lastError;
    }
    const std::vector<Waiting> waiting = std::move(m_waiting);
    m_waiting.clear();
    for (const Waiting& one : waiting) {
        if (failed)
            one(*failed);
        else
            one(current());
    }
}

void Authenticator::keep(Fresh fresh)
{
    const EpochMs now = m_setup.clock->now();
    // Read again and found unchanged: requests that were refused with it need not try it again.
    if (fresh.open != m_open || fresh.token != m_token || m_setup.auth.kind == AuthKind::OAuth2)
        ++m_generation;
    m_open = fresh.open;
    m_token = std::move(fresh.token);
    m_since = m_open ? 0 : now;
    learn(m_token);
    if (m_open || m_setup.auth.kind == AuthKind::Basic || m_setup.auth.kind == AuthKind::Bearer) {
        m_endsAt = 0;
        m_renewAt = 0;
        return;
    }
    const std::int64_t lifetime = fresh.lifetimeMs > 0 ? fresh.lifetimeMs : std::max<std::int64_t>(1000, m_setup.auth.refreshInterval.count());
    m_endsAt = fresh.lifetimeMs > 0 ? now + lifetime : 0;
    const auto spread = static_cast<std::uint64_t>(lifetime / 20);
    m_renewAt = now + lifetime * 3 / 4 + static_cast<std::int64_t>(m_setup.chance->nextNumber(spread + 1));
}

void Authenticator::fetch(Got got)
{
    switch (m_setup.auth.kind) {
    case AuthKind::Bearer: readBearer(std::move(got)); return;
    case AuthKind::KeySecret: askConductor(std::move(got)); return;
    case AuthKind::OAuth2: askOAuth2(std::move(got), false); return;
    default: got(Fresh {.open = true}); return;
    }
}

void Authenticator::readBearer(Got got)
{
    const AuthSettings& auth = m_setup.auth;
    const auto checked = [this, got](Result<Secret> read) {
        m_credentialsRefused = true;   // until it is kept: what can go wrong here is not the network's fault
        if (!read)
            return got(std::move(read).error());
        Secret token(trimmed(read->reveal()));
        if (token.empty())
            return got(missing("the token is empty", "put the token there, or choose another way to sign in"));
        if (!fitsHeader(token.reveal()))
            return got(missing("the token holds characters that no token has", "put the token alone there, on one line"));
        got(Fresh {std::move(token)});
    };
    const auto withoutKeychain = [this, checked](const Error* keychain) {
        const AuthSettings& from = m_setup.auth;
        if (!from.tokenFile.empty())
            return checked(readTokenFile(from.tokenFile));
        if (!from.tokenVariable.empty()) {
            const std::optional<std::string> value = m_setup.environment ? m_setup.environment(from.tokenVariable) : std::nullopt;
            return checked(value ? Result<Secret>(Secret(*value))
                                 : Result<Secret>(missing("the environment variable " + from.tokenVariable + " is not set", "set it to the token")));
        }
        if (from.token.empty() && keychain)
            return checked(*keychain);
        return checked(from.token);
    };
    if (auth.tokenKeychain.empty() || !m_setup.keychain)
        return withoutKeychain(nullptr);
    m_setup.keychain(auth.tokenKeychain, [checked, withoutKeychain](Result<Secret> read) {
        if (read && !read->empty())
            return checked(std::move(read));
        const Error error = read ? missing("the key chain has no such entry", "store the token there, or name a file or variable")
                                 : std::move(read).error();
        withoutKeychain(&error);
    });
}

void Authenticator::askConductor(Got got)
{
    HttpCall call {Lane::Control, "POST", m_setup.apiUrl + "/token"};
    call.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
    call.body = toJson(Value::object({{"keyId", m_setup.auth.keyId}, {"keySecret", m_setup.auth.keySecret.reveal()}}));
    call.timeout = m_setup.timeout;
    const std::string url = call.url;
    m_network.send(std::move(call), [this, got = std::move(got), url](HttpOutcome outcome) {
        m_credentialsRefused = false;
        if (auto* const failure = std::get_if<HttpFailure>(&outcome))
            return got(std::move(failure->error));
        const HttpAnswer& answer = std::get<HttpAnswer>(outcome);
        // A Conductor without this way to sign in lets everybody in.
        if (answer.status == 404 && isConductorError(answer))
            return got(Fresh {.open = true});
        if (answer.status != 200) {
            m_credentialsRefused = answer.status >= 400 && answer.status < 500 && answer.status != 429;
            return got(tokenRefused(errorOf(answer, url)));
        }
        const Result<Value> body = jsonOf(answer, url);
        if (!body)
            return got(body.error());
        Secret token((*body)["token"].toText().str());
        if (token.empty() || !fitsHeader(token.reveal()))
            return got(Error {ErrorCode::ParseError, "the server's answer holds no token", url});
        const std::int64_t lifetime = jwtLifetimeMs(token.reveal(), m_setup.clock->now());
        got(Fresh {std::move(token), lifetime});
    });
}

void Authenticator::askOAuth2(Got got, bool inBody)
{
    const AuthSettings& auth = m_setup.auth;
    HttpCall call {Lane::Control, "POST", auth.tokenUrl};
    call.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}};
    call.body = "grant_type=client_credentials";
    const auto add = [&call](std::string_view name, const std::string& value) {
        if (!value.empty())
            call.body.append("&").append(name).append("=").append(formEncoded(value));
    };
    add("scope", auth.scope);
    add("audience", auth.audience);
    if (inBody) {
        add("client_id", auth.clientId);
        add("client_secret", auth.clientSecret.reveal());
    }
    if (!inBody)
        call.headers.emplace_back("Authorization", "Basic " + base64Of(formEncoded(auth.clientId) + ':' + formEncoded(auth.clientSecret.reveal())));
    call.timeout = m_setup.timeout;
    m_network.send(std::move(call), [this, got = std::move(got), inBody](HttpOutcome outcome) {
        m_credentialsRefused = false;
        if (auto* const failure = std::get_if<HttpFailure>(&outcome))
            return got(std::move(failure->error));
        const HttpAnswer& answer = std::get<HttpAnswer>(outcome);
        const std::string& url = m_setup.auth.tokenUrl;
        // Some servers take a client's credentials in the body alone.
        if (!inBody && (answer.status == 400 || answer.status == 401))
            return askOAuth2(got, true);
        if (answer.status != 200) {
            m_credentialsRefused = answer.status >= 400 && answer.status < 500 && answer.status != 429;
            return got(tokenRefused(errorOf(answer, url)));
        }
        const Result<Value> body = jsonOf(answer, url);
        if (!body)
            return got(body.error());
        Secret token((*body)["access_token"].toText().str());
        if (token.empty() || !fitsHeader(token.reveal()))
            return got(Error {ErrorCode::ParseError, "the answer holds no access_token", url});
        const std::int64_t seconds = std::clamp<std::int64_t>((*body)["expires_in"].asInteger(), 0, 10LL * 365 * 86'400);
        got(Fresh {std::move(token), seconds * 1000});
    });
}

}  // namespace baton
