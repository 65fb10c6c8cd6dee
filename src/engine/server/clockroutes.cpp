// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/server/routegroups.h"

// The virtual clock. The real server has nothing like it; the paths are our own.

namespace baton {
namespace {

constexpr double kMostSeconds = 3'155'760'000.0;   // a hundred years

Error wrong(std::string message, std::string field)
{
    return {ErrorCode::InvalidArgument, std::move(message), {}, std::move(field)};
}

Result<EpochMs> targetOf(const Value& body, EpochMs now)
{
    const auto most = now + static_cast<EpochMs>(kMostSeconds * 1000);
    if (const Value& to = body["to"]; to.isInteger()) {
        if (to.asInteger() < now || to.asInteger() > most)
            return wrong("'to' must be a moment from now on, within a hundred years: milliseconds since 1970", "to");
        return to.asInteger();
    }
    const Value& seconds = body["seconds"];
    if (!seconds.isNumber() || !(seconds.asDecimal() >= 0 && seconds.asDecimal() <= kMostSeconds))
        return wrong("Give 'seconds', a number from 0 to a hundred years, or 'to'", "seconds");
    return now + static_cast<EpochMs>(seconds.asDecimal() * 1000);
}

}  // namespace

void addClockRoutes(std::vector<Route>& routes, const ConductorApiSettings& settings)
{
    const std::string path = "/api/baton/clock";
    const bool isVirtual = settings.advanceClock != nullptr;
    routes.push_back({"GET", path, "baton", "The server's time", {}, {}, "Clock", 200, [isVirtual](const RouteCall& call) {
        call.json(Value::object({{"now", call.now()}, {"virtual", isVirtual}}));
    }});
    if (!isVirtual)
        return;
    routes.push_back({"POST", path, "baton", "Move the virtual clock on; whatever becomes due happens before the answer", {},
        RouteBody {"ClockAdvance", "how far the clock goes"}, "Clock", 200,
        [advance = settings.advanceClock](const RouteCall& call) {
            const Result<EpochMs> target = targetOf(call.body(), call.now());
            if (!target)
                return call.error(target.error());
            advance(*target);
            call.json(Value::object({{"now", call.now()}, {"virtual", true}}));
        }});
}

}  // namespace baton
