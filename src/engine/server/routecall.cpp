// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/server/routecall.h"

#include "engine/conductor/port/wire.h"
#include "engine/server/route.h"

namespace baton {

const Value& RouteCall::parameter(std::string_view name) const
{
    static const Value kNone;
    const auto found = m_state->parameters.find(name);
    return found == m_state->parameters.end() ? kNone : found->second;
}

std::optional<int> RouteCall::version(std::string_view name) const
{
    const Value& value = parameter(name);
    return value.isInteger() ? std::optional(static_cast<int>(value.asInteger())) : std::nullopt;   // its type was checked
}

std::vector<Text> RouteCall::list(std::string_view name) const
{
    std::vector<Text> texts;
    for (const Value& item : parameter(name).items())
        texts.push_back(item.toText());
    return texts;
}

std::vector<Text> RouteCall::bodyList() const
{
    std::vector<Text> texts;
    for (const Value& item : body().items())
        texts.push_back(item.toText());
    return texts;
}

SearchRequest RouteCall::searchRequest() const
{
    SearchRequest search;
    search.start = number("start");
    search.size = number("size");
    search.sort = text("sort");
    search.freeText = text("freeText");
    search.query = text("query");
    search.classifier = text("classifier");
    search.topLevelOnly = flag("topLevelOnly");
    return search;
}

void RouteCall::send(HttpResponse response) const
{
    const State& state = *m_state;
    if (state.context->observe)
        state.context->observe(state.route->method, state.route->path, response.status, std::chrono::steady_clock::now() - state.began);
    state.responder.send(std::move(response));
}

void RouteCall::plain(std::string_view text) const
{
    send(text.empty() ? HttpResponse::empty() : HttpResponse::text(text));
}

void RouteCall::error(const Error& error) const
{
    send(errorResponse(error, m_state->context->instance));
}

Done RouteCall::done(int status) const
{
    return [call = *this, status](Result<void> result) {
        if (result)
            call.empty(status);
        else
            call.error(result.error());
    };
}

Reply<Text> RouteCall::plainReply() const
{
    return reply<Text>([](const RouteCall& call, const Text& text) { call.plain(text); });
}

Reply<Value> RouteCall::jsonReply() const
{
    return reply<Value>([](const RouteCall& call, const Value& value) { call.json(value); });
}

HttpResponse errorResponse(const Error& error, std::string_view instance)
{
    const bool isUnsupported = error.code == ErrorCode::Unsupported;
    const int status = isUnsupported ? 501 : httpStatus(error);
    Value body = errorBody(error, instance);
    if (isUnsupported)
        body = std::move(body).with("status", status);
    return HttpResponse::json(body, status);
}

}  // namespace baton
