// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/port/reply.h"
#include "engine/remote/http/answererror.h"
#include "engine/remote/http/courier.h"

#include <initializer_list>

namespace baton {

/// Takes a request from any thread; the reply comes on the network thread.
using ApiSender = std::function<void(ApiCall, std::function<void(ApiOutcome)>)>;

/// Builds an ApiCall: ApiRequest("PUT", "/workflow/{workflowId}/pause", {id}).
class ApiRequest {
public:
    /// The arguments take the places of the template's {names}, in order.
    ApiRequest(std::string_view method, std::string_view uri, std::initializer_list<std::string_view> arguments = {});

    ApiRequest& with(std::string_view name, std::string_view value);          // a query parameter
    ApiRequest& with(std::string_view name, std::int64_t value);
    ApiRequest& withFlag(std::string_view name, bool value);
    ApiRequest& withAny(std::string_view name, std::string_view value);       // left out when it is empty
    ApiRequest& json(const Value& body);
    ApiRequest& text(std::string_view body);
    ApiRequest& once();                                                       // not to be repeated
    ApiRequest& on(Lane lane);
    ApiRequest& held(std::chrono::milliseconds time);
    ApiRequest& attempts(int count);

    /// None when an argument is empty: the path would be another one's.
    [[nodiscard]] bool complete() const noexcept { return m_complete; }
    [[nodiscard]] ApiCall take() { return std::move(m_call); }

private:
    ApiCall m_call;
    bool m_complete = true;
};

/// Sends it and reads the answer with `read`: Result<T>(const ApiOutcome&).
template <typename T, typename Read>
void ask(const ApiSender& send, ApiRequest request, Reply<T> reply, Read read)
{
    if (!request.complete()) {
        reply(Error {ErrorCode::InvalidArgument, "a name or id is empty"});
        return;
    }
    send(request.take(), [reply = std::move(reply), read = std::move(read)](ApiOutcome outcome) {
        if (outcome.error)
            reply(*std::move(outcome.error));
        else
            reply(read(outcome));
    });
}

/// The same for what answers nothing.
void ask(const ApiSender& send, ApiRequest request, Done done);
/// The same for what answers a text: an id.
void ask(const ApiSender& send, ApiRequest request, Reply<Text> reply);

/// The same with the answer's JSON: Result<T>(const Value&).
template <typename T, typename Read>
void askJson(const ApiSender& send, ApiRequest request, Reply<T> reply, Read read)
{
    ask<T>(send, std::move(request), std::move(reply), [read = std::move(read)](const ApiOutcome& outcome) -> Result<T> {
        const Result<Value> json = jsonOf(outcome.answer, outcome.url);
        if (!json)
            return json.error();
        Result<T> result = read(*json);
        if (!result)
            return std::move(result).error().in(outcome.url);
        return result;
    });
}

}  // namespace baton
