// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/ports/apirequest.h"

#include "engine/remote/auth/tokens.h"
#include "engine/value/json.h"

namespace baton {

ApiRequest::ApiRequest(std::string_view method, std::string_view uri, std::initializer_list<std::string_view> arguments)
{
    m_call.method = method;
    m_call.uri = uri;
    auto argument = arguments.begin();
    std::size_t at = 0;
    while (at < uri.size()) {
        const std::size_t open = uri.find('{', at);
        m_call.path += uri.substr(at, open - at);
        if (open == std::string_view::npos)
            break;
        const std::string_view value = argument == arguments.end() ? std::string_view() : *argument++;
        m_complete = m_complete && !value.empty();
        m_call.path += formEncoded(value);
        at = uri.find('}', open) + 1;
    }
}

ApiRequest& ApiRequest::with(std::string_view name, std::string_view value)
{
    m_call.query.append(m_call.query.empty() ? "" : "&").append(formEncoded(name)).append("=").append(formEncoded(value));
    return *this;
}

ApiRequest& ApiRequest::with(std::string_view name, std::int64_t value)
{
    return with(name, std::string_view(std::to_string(value)));
}

ApiRequest& ApiRequest::withFlag(std::string_view name, bool value)
{
    return with(name, value ? std::string_view("true") : std::string_view("false"));
}

ApiRequest& ApiRequest::withAny(std::string_view name, std::string_view value)
{
    return value.empty() ? *this : with(name, value);
}

ApiRequest& ApiRequest::json(const Value& body)
{
    m_call.body = toJson(body);
    m_call.contentType = "application/json";
    return *this;
}

ApiRequest& ApiRequest::text(std::string_view body)
{
    m_call.body = body;
    m_call.contentType = "text/plain; charset=utf-8";
    return *this;
}

ApiRequest& ApiRequest::once()
{
    m_call.repeatable = false;
    return *this;
}

ApiRequest& ApiRequest::on(Lane lane)
{
    m_call.lane = lane;
    return *this;
}

ApiRequest& ApiRequest::held(std::chrono::milliseconds time)
{
    m_call.held = std::max(time, std::chrono::milliseconds(0));
    return *this;
}

ApiRequest& ApiRequest::attempts(int count)
{
    m_call.attempts = count;
    return *this;
}

void ask(const ApiSender& send, ApiRequest request, Done done)
{
    ask<void>(send, std::move(request), std::move(done), [](const ApiOutcome&) { return Status(); });
}

void ask(const ApiSender& send, ApiRequest request, Reply<Text> reply)
{
    ask<Text>(send, std::move(request), std::move(reply), [](const ApiOutcome& outcome) -> Result<Text> {
        const std::string& body = outcome.answer.body;
        const std::size_t begin = body.find_first_not_of(" \t\r\n");
        if (begin == std::string::npos)
            return Text();
        if (body[begin] != '"' && body[begin] != '<')
            return Text(std::string_view(body).substr(begin, body.find_last_not_of(" \t\r\n") - begin + 1));
        const Result<Value> json = jsonOf(outcome.answer, outcome.url);
        return json ? Result<Text>(json->toText()) : Result<Text>(json.error());
    });
}

}  // namespace baton
