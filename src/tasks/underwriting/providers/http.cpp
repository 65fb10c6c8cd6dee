// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/providers/http.h"

namespace baton::tasks {

namespace {

/// A part of a URL's path: what is neither letter, digit nor one of -._~ is escaped.
std::string escaped(std::string_view text)
{
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string safe;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || c == '-' || c == '.' || c == '_' || c == '~';
        if (plain) {
            safe += c;
            continue;
        }
        safe += '%';
        safe += kHex[byte >> 4U];
        safe += kHex[byte & 15U];
    }
    return safe;
}

ErrorCode codeOf(int status) noexcept
{
    switch (status) {
    case 404: return ErrorCode::NotFound;
    case 409: return ErrorCode::Conflict;
    case 408: return ErrorCode::Timeout;
    case 429: return ErrorCode::Unavailable;
    default: return status >= 500 ? ErrorCode::Unavailable : ErrorCode::InvalidArgument;
    }
}

/// One service: a URL, a key, and tries that do no harm (all but notifications are asked again).
class Service {
public:
    Service(std::string name, HttpService settings, HttpFetch fetch) : m_name(std::move(name)), m_settings(std::move(settings)), m_fetch(std::move(fetch)) { }

    [[nodiscard]] Result<Value> get(const std::string& path) const { return ask("GET", path, {}, m_settings.retries); }
    [[nodiscard]] Result<Value> post(const std::string& path, const Value& body) const { return ask("POST", path, body, m_settings.retries); }
    [[nodiscard]] Result<Value> once(const char* method, const std::string& path, const Value& body) const { return ask(method, path, body, 0); }
    [[nodiscard]] Error wrong(std::string message) const { return {.code = ErrorCode::InvalidArgument, .message = std::move(message), .source = m_name}; }

private:
    [[nodiscard]] Result<Value> ask(const char* method, const std::string& path, const Value& body, int retries) const
    {
        HttpRequest request;
        request.method = method;
        request.url = m_settings.baseUrl + (m_settings.baseUrl.ends_with('/') ? path.substr(1) : path);
        request.headers = {{"Authorization", "Bearer " + m_settings.apiKey}, {"Accept", "application/json"}};
        request.body = body;
        request.timeout = m_settings.timeout;
        Error last;
        for (int tried = 0; tried <= retries; ++tried) {
            const Result<HttpReply> reply = m_fetch(request);
            if (reply && reply->status >= 200 && reply->status < 300)
                return reply->body;
            last = reply ? Error {.code = codeOf(reply->status), .message = "answered " + std::to_string(reply->status)} : reply.error();
            last.source = m_name;
            if (last.code != ErrorCode::Unavailable && last.code != ErrorCode::Timeout)
                break;
        }
        return last;
    }

    std::string m_name;
    HttpService m_settings;
    HttpFetch m_fetch;
};

Value asked(const ProviderCall& call)
{
    return Value::object({{"application_id", call.applicationId}, {"user_id", call.userId}});
}

template <typename T>
ProviderReply<T> read(const Service& service, const Result<Value>& body, Result<T> (*reader)(const Value&))
{
    if (!body)
        return body.error();
    if (!body->isObject())
        return service.wrong("answered no JSON object");
    Result<T> made = reader(*body);
    if (!made)
        return service.wrong(made.error().field + " " + made.error().message);
    return std::move(made).value();
}

class HttpApplications final : public ApplicationStore, Service {
public:
    using Service::Service;
    ProviderReply<LoanApplication> application(const ProviderCall& call) override
    {
        return read(*this, get("/applications/" + escaped(call.applicationId)), &loanApplicationFrom);
    }
};

class HttpBureau final : public CreditBureau, Service {
public:
    using Service::Service;
    ProviderReply<CreditFile> report(const ProviderCall& call) override
    {
        return read(*this, get("/credit-reports/" + escaped(call.applicationId) + "?user_id=" + escaped(call.userId)), &creditFileFrom);
    }
};

class HttpIncome final : public IncomeSource, Service {
public:
    using Service::Service;
    ProviderReply<IncomeReport> verify(const ProviderCall& call, const LoanApplication&, std::string_view method) override
    {
        return read(*this, post("/income-verifications", asked(call).with("method", method)), &incomeReportFrom);
    }
};

class HttpModel final : public RiskModel, Service {
public:
    using Service::Service;
    ProviderReply<ModelScore> score(const ProviderCall&, const Value& request) override
    {
        const auto body = post("/scores", request);
        if (!body)
            return body.error();
        const Value& score = (*body)["score"];
        if (!score.isNumber())
            return wrong("answered no score");
        ModelScore made {score.asDecimal(), std::nullopt, (*body)["version"].toText()};
        if (const Value& probability = (*body)["probability_of_default"]; probability.isNumber())
            made.defaultProbability = probability.asDecimal();
        return made;
    }
};

class HttpEngine final : public DecisionEngine, Service {
public:
    using Service::Service;
    ProviderReply<EngineDecision> decide(const ProviderCall&, const Value& request) override
    {
        const auto body = post("/decisions", request);
        if (!body)
            return body.error();
        const auto outcome = outcomeFrom((*body)["decision"].asText());
        if (!outcome)
            return wrong("answered no decision it could have made");
        EngineDecision made {*outcome, {}, (*body)["version"].toText()};
        for (const Value& reason : (*body)["reasons"].items())
            made.reasons.push_back(reason.toText());
        return made;
    }
};

class HttpNotifier final : public Notifier, Service {
public:
    using Service::Service;
    ProviderReply<Text> send(const ProviderCall& call, const Notification& notification) override
    {
        // Not sent twice: an answer that was lost may have been a message that went out.
        const auto body = once("POST", "/notifications", asked(call).with("kind", notification.kind).with("recipient", notification.recipient).with("content", notification.content));
        if (!body)
            return body.error();
        return (*body)["id"].toText();
    }
};

class HttpStates final : public ApplicationStateStore, Service {
public:
    using Service::Service;
    ProviderReply<Text> current(const ProviderCall& call) override
    {
        const auto body = get(path(call));
        if (!body)
            return body.error();
        return (*body)["state"].toText();
    }
    ProviderReply<EpochMs> move(const ProviderCall& call, const StateChange& change) override
    {
        const auto body = once("PUT", path(call), Value::object({{"from", change.from}, {"to", change.to}, {"workflow_id", change.workflowId}, {"details", change.details}}));
        if (!body)
            return body.error();
        return EpochMs {(*body)["updated_at"].asInteger(call.now)};
    }
    bool isExternal() const noexcept override { return true; }

private:
    [[nodiscard]] static std::string path(const ProviderCall& call) { return "/applications/" + escaped(call.applicationId) + "/state"; }
};

}  // namespace

Providers withHttp(Providers providers, const HttpServices& services, HttpFetch fetch)
{
    if (!fetch)
        return providers;
    if (services.applications.isConfigured())
        providers.applications = std::make_shared<HttpApplications>("application store", services.applications, fetch);
    if (services.bureau.isConfigured())
        providers.bureau = std::make_shared<HttpBureau>("credit bureau", services.bureau, fetch);
    if (services.income.isConfigured())
        providers.income = std::make_shared<HttpIncome>("income source", services.income, fetch);
    if (services.model.isConfigured())
        providers.model = std::make_shared<HttpModel>("risk model", services.model, fetch);
    if (services.engine.isConfigured())
        providers.engine = std::make_shared<HttpEngine>("decision engine", services.engine, fetch);
    if (services.notifier.isConfigured())
        providers.notifier = std::make_shared<HttpNotifier>("notifier", services.notifier, fetch);
    if (services.states.isConfigured())
        providers.states = std::make_shared<HttpStates>("application states", services.states, fetch);
    return providers;
}

}  // namespace baton::tasks
