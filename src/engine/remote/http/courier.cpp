// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/http/courier.h"

#include "engine/remote/http/answererror.h"

namespace baton {

struct Courier::Errand {
    ApiCall call;
    std::function<void(ApiOutcome)> reply;
    std::string url;           // with query
    std::string shownUrl;      // without
    int attempt = 1;
    int attempts = 1;
    bool reauthorized = false;
};

namespace {

Error closedError(const std::string& url)
{
    return {ErrorCode::Cancelled, "the connection is being closed", url};
}

std::size_t indexOf(Lane lane)
{
    return static_cast<std::size_t>(lane);
}

}  // namespace

Courier::Courier(CourierSetup setup, Network& network, Authenticator& authenticator)
    : m_setup(std::move(setup)), m_network(network), m_authenticator(authenticator),
      m_backoff {m_setup.connection.retryDelay, m_setup.connection.maxRetryDelay}
{
}

void Courier::send(ApiCall call, std::function<void(ApiOutcome)> reply)
{
    const auto errand = std::make_shared<Errand>();
    errand->shownUrl = m_setup.apiUrl + call.path;
    errand->url = call.query.empty() ? errand->shownUrl : errand->shownUrl + '?' + call.query;
    errand->attempts = call.attempts > 0 ? call.attempts : 1 + std::max(0, m_setup.connection.maxRetries);
    errand->call = std::move(call);
    errand->reply = std::move(reply);
    m_open.insert(errand);
    if (m_closed)
        finish(errand, {.error = closedError(errand->shownUrl)});
    else
        attempt(errand);
}

void Courier::close()
{
    m_closed = true;
    while (!m_open.empty()) {
        const ErrandPtr errand = *m_open.begin();
        finish(errand, {.error = closedError(errand->shownUrl)});
    }
}

void Courier::finish(const ErrandPtr& errand, ApiOutcome outcome)
{
    if (m_open.erase(errand) == 0)
        return;
    outcome.url = errand->shownUrl;
    if (outcome.error)
        outcome.error->message = m_authenticator.masked(std::move(outcome.error->message));
    const auto reply = std::move(errand->reply);
    reply(std::move(outcome));
}

void Courier::attempt(const ErrandPtr& errand)
{
    m_authenticator.authorize([this, errand](Result<Authorization> authorization) {
        if (!m_open.contains(errand))
            return;
        if (authorization)
            dispatch(errand, *authorization);
        else
            finish(errand, {.error = std::move(authorization).error(), .credentials = m_authenticator.credentialsRefused()});
    });
}

void Courier::dispatch(const ErrandPtr& errand, const Authorization& authorization)
{
    const ApiCall& call = errand->call;
    HttpCall http {call.lane, call.method, errand->url, authorization.headers, call.body};
    http.headers.emplace_back("Accept", "application/json, text/plain;q=0.9, */*;q=0.5");
    if (!call.contentType.empty())
        http.headers.emplace_back("Content-Type", call.contentType);
    http.timeout = (call.timeout.count() > 0 ? call.timeout : m_setup.connection.timeout) + call.held;
    ++m_counts.requests;
    ++m_counts.inFlight[indexOf(call.lane)];
    m_network.send(std::move(http), [this, errand, authorization](HttpOutcome outcome) {
        --m_counts.inFlight[indexOf(errand->call.lane)];
        if (!m_open.contains(errand))
            return;
        if (auto* const answer = std::get_if<HttpAnswer>(&outcome))
            arrived(errand, authorization, std::move(*answer));
        else
            lost(errand, std::get<HttpFailure>(std::move(outcome)));
    });
}

void Courier::learnFrom(const Errand& errand, const HttpAnswer& answer)
{
    m_counts.lastAnswerAt = m_setup.clock->now();
    if (const std::optional<EpochMs> date = dateOf(answer)) {
        // The header knows whole seconds only: half of one is the likeliest rest.
        m_counts.clockSkewMs = *date + 500 - m_counts.lastAnswerAt;
    }
    if (errand.call.held.count() == 0)
        m_counts.latencyMs = std::chrono::duration_cast<std::chrono::milliseconds>(answer.took).count();
}

void Courier::arrived(const ErrandPtr& errand, const Authorization& authorization, HttpAnswer answer)
{
    record(*errand, answer.status, answer.took);
    learnFrom(*errand, answer);
    if (answer.status >= 200 && answer.status < 300) {
        finish(errand, {.answer = std::move(answer)});
        return;
    }
    if (answer.status == 401 || answer.status == 403) {
        refused(errand, authorization, std::move(answer));
        return;
    }
    const std::optional<std::chrono::milliseconds> asked = retryAfter(answer);
    const Error error = errorOf(answer, errand->shownUrl);
    const bool notDone = answer.status == 429 || (answer.status == 503 && asked);
    const bool passing = error.code == ErrorCode::Unavailable && (answer.status >= 500 || answer.status == 425);
    if ((notDone && repeat(errand, true, asked)) || ((passing || answer.status == 408 || answer.status == 504) && repeat(errand, false, asked)))
        return;
    finish(errand, {.answer = std::move(answer), .error = error});
}

void Courier::refused(const ErrandPtr& errand, const Authorization& authorization, HttpAnswer answer)
{
    const auto giveUp = [this, errand](HttpAnswer last) {
        Error error = errorOf(last, errand->shownUrl);
        finish(errand, {.answer = std::move(last), .error = std::move(error), .credentials = true});
    };
    if (errand->reauthorized) {
        giveUp(std::move(answer));
        return;
    }
    errand->reauthorized = true;
    const auto kept = std::make_shared<HttpAnswer>(std::move(answer));
    m_authenticator.refused(authorization, *kept, [this, errand, kept, giveUp](bool again) {
        if (!m_open.contains(errand))
            return;
        if (again)
            attempt(errand);
        else
            giveUp(std::move(*kept));
    });
}

void Courier::lost(const ErrandPtr& errand, HttpFailure failure)
{
    ++m_counts.failures;
    record(*errand, 0, failure.took);
    const bool worthIt = failure.error.code == ErrorCode::Unavailable || failure.error.code == ErrorCode::Timeout;
    if (worthIt && repeat(errand, !failure.reached, std::nullopt))
        return;
    if (failure.reached && !errand->call.repeatable && worthIt && failure.error.hint.empty())
        failure.error.hint = "the server may have done it all the same; look before doing it again";
    finish(errand, {.error = std::move(failure.error)});
}

// harmless: what was asked has certainly not been done.
bool Courier::repeat(const ErrandPtr& errand, bool harmless, std::optional<std::chrono::milliseconds> asked)
{
    if (errand->attempt >= errand->attempts || !(harmless || errand->call.repeatable))
        return false;
    const std::chrono::milliseconds pause = std::max(m_backoff.pause(errand->attempt, *m_setup.chance), asked.value_or(std::chrono::milliseconds(0)));
    if (asked && *asked > m_setup.connection.maxRetryDelay)
        return false;
    ++errand->attempt;
    ++m_counts.repetitions;
    m_network.after(pause, [this, errand] {
        if (m_open.contains(errand))
            attempt(errand);
    });
    return true;
}

void Courier::record(const Errand& errand, int status, std::chrono::microseconds took)
{
    if (m_setup.observer)
        m_setup.observer({errand.call.lane, errand.call.method, errand.call.uri, status, took, errand.attempt});
}

}  // namespace baton
