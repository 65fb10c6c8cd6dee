// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/service/servicestatus.h"

#include "engine/conductor/port/wire.h"

#include <algorithm>
#include <array>

namespace baton {

std::string_view toText(ServicePhase phase) noexcept
{
    static constexpr std::array<std::string_view, 5> kNames {"ready", "starting", "working", "draining", "stopped"};
    const auto index = static_cast<std::size_t>(phase);
    return index < kNames.size() ? kNames[index] : std::string_view();
}

bool ServiceStatus::healthy() const noexcept
{
    const bool journals = std::all_of(workers.begin(), workers.end(), [](const ServiceWorker& w) { return w.status.journalWorks; });
    return journals && (phase == ServicePhase::Starting || phase == ServicePhase::Working || phase == ServicePhase::Draining);
}

std::string ServiceStatus::notReady() const
{
    if (phase != ServicePhase::Working)
        return "the service is " + std::string(toText(phase));
    switch (failover.phase) {
    case FailoverPhase::Starting:
        return "the server has not been seen yet";
    case FailoverPhase::Waiting:
    case FailoverPhase::Refused:
        return failover.health.error.message.empty() ? "the server is away" : failover.health.error.message;
    case FailoverPhase::Connected:
    case FailoverPhase::Unsteady:
    case FailoverPhase::Rehearsing:
    case FailoverPhase::Returning:
        break;
    }
    return {};
}

const ServiceWorker* ServiceStatus::activeWorker() const noexcept
{
    const std::optional<Origin> active = rehearsing ? Origin::Embedded : failover.active();
    const auto found = std::find_if(workers.begin(), workers.end(), [&](const ServiceWorker& w) { return active && w.origin == *active; });
    return found != workers.end() ? &*found : workers.empty() ? nullptr : &workers.front();
}

const WorkerTypeStatus* ServiceStatus::type(std::string_view taskType) const noexcept
{
    const ServiceWorker* const worker = activeWorker();
    if (worker == nullptr)
        return nullptr;
    const auto& types = worker->status.types;
    const auto found = std::find_if(types.begin(), types.end(), [&](const WorkerTypeStatus& t) { return t.taskType == taskType; });
    return found == types.end() ? nullptr : &*found;
}

Value toValue(const WorkerTypeStatus& type, const WorkerStatus& worker)
{
    return Value::object({{"taskType", type.taskType}, {"server", worker.origin}, {"phase", toText(worker.phase)},
        {"polling", worker.polling && !type.paused}, {"paused", type.paused}, {"running", type.running},
        {"slots", type.plan.threadCount}, {"slotsUsed", type.slotsUsed}, {"stuck", type.stuck},
        {"pollsInFlight", type.pollsInFlight}, {"pollFailures", type.pollFailures}, {"lastPollAt", type.lastPollAt},
        {"lastTaskAt", type.lastTaskAt}, {"lastError", type.lastError}, {"domain", type.plan.domain},
        {"pollIntervalMs", type.plan.pollInterval.count()}, {"workerId", type.plan.workerId}});
}

Value toValue(const FailoverView& view)
{
    const auto active = view.active();
    return Value::object({{"state", toText(view.phase)}, {"reason", toText(view.reason)}, {"since", view.since},
        {"active", active ? Value(toText(*active)) : Value()}, {"sideEffects", view.sideEffects}, {"failures", view.failures},
        {"successes", view.successes}, {"switches", view.switches}, {"returnAt", view.returnAt}});
}

Value healthValue(const ServiceStatus& status)
{
    std::uint64_t pending = 0;
    std::uint64_t dead = 0;
    bool journalWorks = true;
    int inHand = 0;
    for (const ServiceWorker& worker : status.workers) {
        pending += worker.status.journal.pending;
        dead += worker.status.journal.dead;
        inHand += worker.status.inHand;
        journalWorks = journalWorks && worker.status.journalWorks;
    }
    const HealthReport& health = status.failover.health;
    const Value server = status.rehearsing ? Value()
        : Value::object({{"url", status.url}, {"state", health.checkedAt == 0 ? Value("unknown") : Value(toText(health.state))},
              {"latencyMs", health.latencyMs}, {"checkedAt", health.checkedAt}, {"error", health.error.message}});
    return Value::object({{"status", status.healthy() ? "UP" : "DOWN"}, {"phase", toText(status.phase)},
        {"uptimeMs", status.startedAt == 0 ? 0 : status.now - status.startedAt}, {"ready", status.notReady().empty()},
        {"server", server}, {"failover", toValue(status.failover)}, {"tasksInHand", inHand},
        {"journal", Value::object({{"works", journalWorks}, {"pending", pending}, {"dead", dead}})}});
}

Value readyValue(const ServiceStatus& status)
{
    const std::string reason = status.notReady();
    return Value::object({{"ready", reason.empty()}, {"reason", reason.empty() ? Value() : Value(reason)},
        {"failover", toText(status.failover.phase)}});
}

Value workersValue(const ServiceStatus& status)
{
    std::vector<Value> list;
    for (const ServiceWorker& worker : status.workers)
        for (const WorkerTypeStatus& type : worker.status.types)
            list.push_back(toValue(type, worker.status).with(Key("origin"), Value(toText(worker.origin))));
    return Value::array(std::move(list));
}

Value toValue(const JournalEntry& entry)
{
    return Value::object({{"id", entry.id}, {"origin", entry.origin}, {"taskType", entry.taskType},
        {"referenceName", entry.referenceName}, {"state", toText(entry.state)}, {"attempts", entry.attempts},
        {"createdAt", entry.createdAt}, {"updatedAt", entry.updatedAt}, {"reason", entry.reason}, {"result", toWire(entry.result)}});
}

}  // namespace baton
