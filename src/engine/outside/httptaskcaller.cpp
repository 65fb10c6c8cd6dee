// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/outside/httptaskcaller.h"

#include "engine/http/httpmessage.h"
#include "engine/value/json.h"

#include <algorithm>
#include <array>

namespace baton {
namespace {

constexpr std::int64_t kDefaultTimeoutMs = 3000;
constexpr std::int64_t kMostTimeoutMs = 10 * 60 * 1000;
constexpr int kMostRedirects = 5;

void addHeader(HttpHeaders& headers, std::string_view name, const Value& value)
{
    const auto add = [&](const Value& one) {
        headers.emplace_back(name, one.isText() ? std::string(one.asText()) : toJson(one));
    };
    if (value.isArray())
        std::ranges::for_each(value.items(), add);
    else if (!value.isNull())
        add(value);
}

std::string textOr(const Value& value, std::string_view fallback)
{
    return std::string(value.asText(fallback));
}

bool sendsBody(std::string_view method)
{
    return method == "POST" || method == "PUT" || method == "PATCH" || method == "DELETE";
}

HttpCall callFrom(const Value& request)
{
    HttpCall call;
    call.method = textOr(request["method"], "GET");
    call.url = textOr(request["uri"], {});
    const std::int64_t timeout = request["connectionTimeOut"].asInteger(kDefaultTimeoutMs) + request["readTimeOut"].asInteger(kDefaultTimeoutMs);
    call.timeout = std::chrono::milliseconds(std::clamp<std::int64_t>(timeout, 1, kMostTimeoutMs));
    for (const Member& header : request["headers"].members())
        addHeader(call.headers, header.key.view(), header.value);
    addHeader(call.headers, "Accept", request["accept"].isNull() ? Value("application/json") : request["accept"]);
    const Value& body = request["body"];
    if (sendsBody(call.method) && !body.isNull()) {
        call.body = body.isText() ? std::string(body.asText()) : toJson(body);
        call.headers.emplace_back("Content-Type", textOr(request["contentType"], "application/json"));
    }
    return call;
}

// As the real server's parser leaves it: objects and arrays as they are, numbers as decimals, everything else as text.
Value bodyValue(const std::string& body)
{
    if (body.empty())
        return {};
    const Result<Value> json = parseJson(body);
    if (json && (json->isObject() || json->isArray()))
        return *json;
    if (json && json->isNumber())
        return Value(json->asDecimal());
    return Value(body);
}

Value headersValue(const HttpHeaders& headers)
{
    Value map = Value::object();
    for (const auto& [name, value] : headers) {
        const Key key(name);
        map = std::move(map).with(key, map[key].appended(Value(value)));
    }
    return map;
}

bool isMethod(std::string_view word)
{
    constexpr std::array<std::string_view, 8> kMethods {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"};
    return std::ranges::find(kMethods, word) != kMethods.end();
}

TaskResult failed(const std::string& why, std::string_view exception = "java.lang.Exception: ")
{
    TaskResult result;
    result.status = TaskStatus::Failed;
    result.reasonForIncompletion = Text("Failed to invoke HTTP task due to: " + std::string(exception) + why);
    result.outputData = Value::object({{"response", std::string(exception) + why}});
    return result;
}

std::string asStatusLine(int status)
{
    return std::to_string(status) + ' ' + std::string(httpReason(status));
}

}  // namespace

struct HttpTaskCaller::Pending {
    HttpCall call;
    bool asyncComplete = false;
    int redirects = 0;
    std::function<void(TaskResult)> done;
};

void HttpTaskCaller::call(const OutsideCall& call, bool asyncComplete, std::function<void(TaskResult)> done)
{
    const std::string method = textOr(call.request["method"], {});
    if (!isMethod(method))
        return done(failed("Invalid HTTP method: " + method, "java.lang.IllegalArgumentException: "));
    send(std::make_shared<Pending>(Pending {callFrom(call.request), asyncComplete, 0, std::move(done)}));
}

void HttpTaskCaller::send(const std::shared_ptr<Pending>& pending)
{
    m_network->send(pending->call, [self = shared_from_this(), pending](const HttpOutcome& outcome) {
        if (const HttpAnswer* const answer = std::get_if<HttpAnswer>(&outcome))
            return self->answered(pending, *answer);
        const Error& error = std::get<HttpFailure>(outcome).error;
        pending->done(failed("I/O error on " + pending->call.method + " request for \"" + pending->call.url + "\": " + error.message));
    });
}

void HttpTaskCaller::answered(const std::shared_ptr<Pending>& pending, const HttpAnswer& answer)
{
    const std::string_view location = answer.header("location");
    if (isRedirect(answer.status) && !location.empty() && pending->call.method == "GET" && pending->redirects < kMostRedirects) {
        const bool isAbsolute = location.starts_with("http://") || location.starts_with("https://");
        const std::size_t host = pending->call.url.find("://");
        const std::size_t path = host == std::string::npos ? std::string::npos : pending->call.url.find('/', host + 3);
        pending->call.url = isAbsolute ? std::string(location) : pending->call.url.substr(0, path) + std::string(location);
        ++pending->redirects;
        return send(pending);
    }
    if (answer.status >= 400) {
        std::string text = answer.body.empty() ? "[no body]" : '"' + answer.body + '"';
        return pending->done(failed(asStatusLine(answer.status) + " on " + pending->call.method + " request for \"" + pending->call.url
                                    + "\": " + text));
    }
    TaskResult result;
    const bool isGood = answer.status >= 200 && answer.status < 300;
    result.status = !isGood ? TaskStatus::Failed : pending->asyncComplete ? TaskStatus::InProgress : TaskStatus::Completed;
    if (!isGood)
        result.reasonForIncompletion = Text("No response from the remote service");
    result.outputData = Value::object({{"response", Value::object({{"headers", headersValue(answer.headers)},
        {"reasonPhrase", httpReason(answer.status)}, {"body", bodyValue(answer.body)}, {"statusCode", answer.status}})}});
    pending->done(std::move(result));
}

}  // namespace baton
