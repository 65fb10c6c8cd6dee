// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/embedded/ports.h"

#include "engine/conductor/port/wire.h"

#include <algorithm>

namespace baton {
namespace {

constexpr int kMostStartsOfTurn = 1000;         // a long stop with catching up is worked off in several turns
constexpr std::size_t kMostReason = 999;

// The request of a schedule's run, with what the workflow is told of it.
Result<StartRequest> startOf(const ScheduleBook::Due& due, const Text& executionId, EpochMs now)
{
    Result<StartRequest> request = startRequestFromWire(due.schedule["startWorkflowRequest"]);
    if (!request)
        return request;
    request->createdBy = due.schedule["createdBy"].toText();
    request->input = std::move(request->input).mergedWith(Value::object({{"_startedByScheduler", due.schedule["name"]},
        {"_scheduledTime", due.scheduledTime}, {"_executedTime", now}, {"_executionId", executionId},
        {"_schedulerCron", due.cron}}));
    return request;
}

Value runOf(const ScheduleBook::Due& due, const Text& executionId, EpochMs now, const Result<Text>& started)
{
    const Value& request = due.schedule["startWorkflowRequest"];
    ObjectBuilder run;
    run.set("executionId", executionId).set("scheduleName", due.schedule["name"]).set("scheduledTime", due.scheduledTime);
    run.set("executionTime", now).set("workflowName", request["name"]);
    if (started)
        run.set("workflowId", *started);
    else
        run.set("reason", std::string_view(started.error().message).substr(0, kMostReason));
    run.set("startWorkflowRequest", request).set("state", started ? "EXECUTED" : "FAILED").set("zoneId", due.zone);
    return std::move(run).build();
}

}  // namespace

void EmbeddedCore::keepSchedule(std::string_view name)
{
    keep("schedule", name, m_schedules.document(name));
}

void EmbeddedCore::startDue()
{
    for (int count = 0; count < kMostStartsOfTurn; ++count) {
        const std::optional<ScheduleBook::Due> due = m_schedules.takeDue(now());
        if (!due)
            return;
        const Text executionId(m_ids->nextId());
        Result<StartRequest> request = startOf(*due, executionId, now());
        const Result<Text> started = request ? start(std::move(request).value()) : request.error();
        const Value run = runOf(*due, executionId, now(), started);
        if (const Text forgotten = m_schedules.addRun(run); !forgotten.empty())
            keep("scheduleRun", forgotten, {});
        keep("scheduleRun", executionId, run);
        keepSchedule(due->schedule["name"].asText());
    }
}

Status EmbeddedCore::restoreSchedules(const ConductorMemory& memory)
{
    for (const Value& document : memory.schedules) {
        if (Status restored = m_schedules.restore(document); !restored)
            return restored;
    }
    std::vector<Value> runs = memory.scheduleRuns;
    std::ranges::stable_sort(runs, {}, [](const Value& run) { return run["executionTime"].asInteger(); });
    for (const Value& run : runs)
        (void)m_schedules.addRun(run);
    return {};
}

void EmbeddedSchedules::save(Value schedule, Reply<Value> reply)
{
    m_core.answer<Value>(reply, [&] {
        Result<Value> saved = m_core.schedules().save(schedule, m_core.now());
        if (saved)
            m_core.keepSchedule((*saved)["name"].asText());
        return saved;
    });
}

void EmbeddedSchedules::schedule(Text name, Reply<Value> reply)
{
    m_core.answer<Value>(reply, [&] { return m_core.schedules().find(name); });
}

void EmbeddedSchedules::schedules(Text workflowName, Reply<std::vector<Value>> reply)
{
    using All = std::vector<Value>;
    m_core.answer<All>(reply, [&]() -> Result<All> { return m_core.schedules().all(workflowName); });
}

void EmbeddedSchedules::search(ScheduleSearch request, Reply<Page<Value>> reply)
{
    m_core.answer<Page<Value>>(reply, [&]() -> Result<Page<Value>> { return m_core.schedules().search(request); });
}

void EmbeddedSchedules::remove(Text name, Done done)
{
    m_core.answer<void>(done, [&]() -> Status {
        if (m_core.schedules().remove(name))
            m_core.keep("schedule", name, {});
        return {};
    });
}

void EmbeddedSchedules::setPaused(Text name, bool paused, Text reason, Done done)
{
    m_core.answer<void>(done, [&]() -> Status {
        Status set = m_core.schedules().setPaused(name, paused, reason, m_core.now());
        if (set)
            m_core.keepSchedule(name);
        return set;
    });
}

void EmbeddedSchedules::setRunning(bool running, Done done)
{
    m_core.answer<void>(done, [&]() -> Status {
        m_core.schedules().setRunning(running);
        return {};
    });
}

void EmbeddedSchedules::nextRuns(Text cronExpression, Text zone, EpochMs from, EpochMs to, int limit,
                                 Reply<std::vector<EpochMs>> reply)
{
    m_core.answer<std::vector<EpochMs>>(reply, [&] {
        return ScheduleBook::nextRuns(cronExpression, zone, from, to, limit, m_core.now());
    });
}

void EmbeddedSchedules::executions(SearchRequest request, Reply<Page<Value>> reply)
{
    m_core.answer<Page<Value>>(reply, [&] { return m_core.schedules().runs(request); });
}

}  // namespace baton
