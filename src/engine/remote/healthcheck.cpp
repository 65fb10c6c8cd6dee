// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/healthcheck.h"

#include "engine/value/json.h"

#include <algorithm>

namespace baton {
namespace {

bool isHealthAnswer(const HttpAnswer& answer)
{
    const Result<Value> json = parseJson(answer.body);
    return json.ok() && ((*json)["healthy"].isBool() || json->contains("healthResults"));
}

Error wrongPath(const std::string& url, std::string message)
{
    return {ErrorCode::Unavailable, std::move(message), url, {}, 0, 0, "check the server's URL; the API's path normally ends with /api"};
}

HealthReport with(HealthReport report, HealthState state, Error error)
{
    report.state = state;
    report.error = std::move(error);
    return report;
}

// No answer at all, however often asked, against one that merely refuses.
HealthReport judgedError(HealthReport report, const ApiOutcome& outcome)
{
    if (outcome.credentials)
        return with(std::move(report), HealthState::NeedsAuthentication, *outcome.error);
    if (outcome.answer.status == 0)
        return with(std::move(report), HealthState::Unreachable, *outcome.error);
    const bool told = isConductorError(outcome.answer);
    const bool gateway = outcome.answer.status >= 500;
    if (isRedirect(outcome.answer.status) || (!told && !gateway))
        return with(std::move(report), HealthState::WrongPath, *outcome.error);
    return with(std::move(report), HealthState::Unhealthy, *outcome.error);
}

std::string versionIn(const ApiOutcome& version)
{
    constexpr std::size_t kLongest = 40;
    const std::string& text = version.answer.body;
    const bool plain = !text.empty() && text.size() <= kLongest
        && std::all_of(text.begin(), text.end(), [](unsigned char c) { return c > 0x20 && c < 0x7f && c != '<' && c != '{'; });
    return version.error || !plain ? std::string() : text;
}

std::int64_t fastest(std::initializer_list<const ApiOutcome*> outcomes)
{
    std::int64_t best = -1;
    for (const ApiOutcome* const outcome : outcomes) {
        if (outcome->answer.status == 0)
            continue;
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(outcome->answer.took).count();
        best = best < 0 ? took : std::min<std::int64_t>(best, took);
    }
    return best;
}

}  // namespace

std::string_view toText(HealthState state) noexcept
{
    switch (state) {
    case HealthState::Healthy: return "healthy";
    case HealthState::Unhealthy: return "unhealthy";
    case HealthState::NeedsAuthentication: return "needs_authentication";
    case HealthState::WrongPath: return "wrong_path";
    case HealthState::Unreachable: return "unreachable";
    }
    return "unreachable";
}

HealthReport judged(const ApiOutcome& health, const ApiOutcome& queue, const ApiOutcome& version)
{
    HealthReport report;
    report.latencyMs = fastest({&health, &queue});
    report.version = versionIn(version);
    if (queue.error && queue.credentials)
        return judgedError(std::move(report), queue);
    if (health.error)
        return judgedError(std::move(report), health);
    if (!isHealthAnswer(health.answer))
        return with(std::move(report), HealthState::WrongPath, wrongPath(health.url, "what answers there is no Conductor"));
    const Result<Value> said = parseJson(health.answer.body);
    if (said.ok() && (*said)["healthy"].isBool() && !(*said)["healthy"].asBool())
        return with(std::move(report), HealthState::Unhealthy, {ErrorCode::Unavailable, "the server says that it is not healthy", health.url});
    if (queue.error)
        return judgedError(std::move(report), queue);
    const Result<Value> size = parseJson(queue.answer.body);
    if (!size.ok() || !size->isNumber())
        return with(std::move(report), HealthState::WrongPath, wrongPath(queue.url, "the server does not answer as a Conductor does"));
    report.state = HealthState::Healthy;
    return report;
}

void lookAt(const ApiSender& send, std::chrono::milliseconds timeout, std::function<void(HealthReport)> reply)
{
    struct Answers {
        std::array<ApiOutcome, 3> outcomes;
        std::size_t missing = 3;
    };
    const auto answers = std::make_shared<Answers>();
    const auto ask = [&](std::size_t place, ApiRequest request) {
        ApiCall call = request.attempts(1).take();
        call.timeout = timeout;
        send(std::move(call), [answers, place, reply](ApiOutcome outcome) {
            answers->outcomes[place] = std::move(outcome);
            if (--answers->missing == 0)
                reply(judged(answers->outcomes[0], answers->outcomes[1], answers->outcomes[2]));
        });
    };
    ask(0, ApiRequest("GET", "/health"));
    ask(1, ApiRequest("GET", "/tasks/queue/size").with("taskType", "baton_probe"));
    ask(2, ApiRequest("GET", "/version"));
}

}  // namespace baton
