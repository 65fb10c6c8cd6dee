// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/schedule/schedulebook.h"

#include "engine/conductor/port/wire.h"
#include "engine/conductor/search/query.h"

#include <algorithm>
#include <utility>

namespace baton {
namespace {

constexpr EpochMs kStartSlackMs = 500;   // so that the start itself counts
constexpr int kMostNext = 5;

Error notFound(std::string_view name)
{
    return {ErrorCode::NotFound, "Schedule '" + std::string(name) + "' not found"};
}

Error incomplete(std::string_view field)
{
    return {ErrorCode::Internal, "A schedule needs a " + std::string(field), {}, std::string(field)};
}

Text zoneOf(const Value& json)
{
    return json["zoneId"].isText() ? json["zoneId"].toText() : Text("UTC");
}

// A member as it came, when it is of its kind.
void copy(ObjectBuilder& out, const Value& json, const char* name, bool (Value::*isKind)() const noexcept)
{
    const Value& value = json[Key(name)];
    if ((value.*isKind)())
        out.set(Key(name), value);
}

Value cronSchedulesOf(const Value& json)
{
    std::vector<Value> all;
    for (const Value& item : json["cronSchedules"].items()) {
        ObjectBuilder one;
        copy(one, item, "cronExpression", &Value::isText);
        copy(one, item, "zoneId", &Value::isText);
        all.push_back(std::move(one).build());
    }
    return Value::array(std::move(all));
}

Result<Value> requestOf(const Value& json)
{
    const Result<StartRequest> request = startRequestFromWire(json);
    if (!request)
        return request.error();
    Value wire = toWire(*request);
    if (wire["taskToDomain"].isNull())
        wire = std::move(wire).with("taskToDomain", Value::object());
    return wire;
}

Value normalized(const Value& json, Value request, const Value& before, EpochMs now)
{
    ObjectBuilder out;
    copy(out, json, "name", &Value::isText);
    copy(out, json, "cronExpression", &Value::isText);
    out.set("runCatchupScheduleInstances", json["runCatchupScheduleInstances"].asBool());
    out.set("paused", json["paused"].asBool());
    copy(out, json, "pausedReason", &Value::isText);
    out.set("startWorkflowRequest", std::move(request));
    out.set("zoneId", zoneOf(json));
    copy(out, json, "scheduleStartTime", &Value::isInteger);
    copy(out, json, "scheduleEndTime", &Value::isInteger);
    out.set("createTime", before.isNull() ? Value(now) : before["createTime"]);
    out.set("updatedTime", now);
    out.set("createdBy", before.isNull() ? Value("") : before["createdBy"]);
    out.set("updatedBy", "");
    copy(out, json, "description", &Value::isText);
    out.set("cronSchedules", cronSchedulesOf(json));
    return std::move(out).build();
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool holdsIgnoringCase(std::string_view text, std::string_view part)
{
    return !std::ranges::search(text, part, {}, lower, lower).empty() || part.empty();
}

}  // namespace

std::vector<ScheduleBook::Cron> ScheduleBook::cronsOf(const Value& schedule)
{
    std::vector<Cron> crons;
    const auto add = [&crons](const Value& json) {
        Cron cron {json["cronExpression"].toText(), zoneOf(json), {}, {}, {}};
        Result<CronExpression> parsed = CronExpression::parse(cron.expression);
        Result<TimeZone> zone = TimeZone::find(cron.zoneId);
        if (parsed && zone) {
            cron.parsed = std::move(parsed).value();
            cron.zone = std::move(zone).value();
        }
        crons.push_back(std::move(cron));
    };
    for (const Value& item : schedule["cronSchedules"].items())
        add(item);
    if (crons.empty() && schedule["cronExpression"].isText())
        add(schedule);
    return crons;
}

std::optional<EpochMs> ScheduleBook::nextOf(const Value& schedule, const Cron& cron, EpochMs now, EpochMs last)
{
    if (!cron.parsed)
        return std::nullopt;
    if (schedule["runCatchupScheduleInstances"].asBool())
        return cron.parsed->next(last, cron.zone);
    const Value& start = schedule["scheduleStartTime"];
    if (start.isInteger() && start.asInteger() > 0 && now < start.asInteger() - kStartSlackMs)
        return cron.parsed->next(start.asInteger() - kStartSlackMs, cron.zone);
    const std::optional<EpochMs> next = cron.parsed->next(std::max(now, last), cron.zone);
    const Value& end = schedule["scheduleEndTime"];
    return next && end.isInteger() && *next > end.asInteger() ? std::nullopt : next;
}

Result<Value> ScheduleBook::save(const Value& schedule, EpochMs now)
{
    if (!schedule.isObject() || !schedule["name"].isText() || schedule["name"].asText().empty())
        return incomplete("name");
    if (!schedule["startWorkflowRequest"].isObject())
        return incomplete("startWorkflowRequest");
    Result<Value> request = requestOf(schedule["startWorkflowRequest"]);
    if (!request)
        return request;
    if (schedule["cronSchedules"].empty()) {
        if (Result<TimeZone> zone = TimeZone::find(zoneOf(schedule)); !zone)
            return std::move(zone).error();
    }
    m_changed = true;
    Entry& entry = m_entries[std::string(schedule["name"].asText())];
    entry.schedule = normalized(schedule, std::move(request).value(), entry.schedule, now);
    entry.crons = cronsOf(entry.schedule);
    for (Cron& cron : entry.crons)
        cron.next = nextOf(entry.schedule, cron, now, now);
    return entry.schedule;
}

Result<Value> ScheduleBook::find(std::string_view name) const
{
    const auto found = m_entries.find(name);
    if (found == m_entries.end())
        return notFound(name);
    return found->second.schedule;
}

std::vector<Value> ScheduleBook::all(std::string_view workflowName) const
{
    std::vector<Value> result;
    for (const auto& [name, entry] : m_entries) {
        if (workflowName.empty() || entry.schedule["startWorkflowRequest"]["name"].asText() == workflowName)
            result.push_back(entry.schedule);
    }
    return result;
}

Page<Value> ScheduleBook::search(const ScheduleSearch& request) const
{
    std::vector<Value> found = all(request.workflowName);
    std::erase_if(found, [&](const Value& schedule) {
        return !holdsIgnoringCase(schedule["name"].asText(), request.scheduleName)
            || (request.paused && schedule["paused"].asBool() != *request.paused);
    });
    return pageOf(std::move(found), request.start, request.size);
}

bool ScheduleBook::remove(std::string_view name)
{
    const auto found = m_entries.find(name);
    if (found == m_entries.end())
        return false;
    m_entries.erase(found);
    m_changed = true;
    return true;
}

Status ScheduleBook::setPaused(std::string_view name, bool paused, const Text& reason, EpochMs now)
{
    const auto found = m_entries.find(name);
    if (found == m_entries.end() || (!paused && !found->second.schedule["paused"].asBool()))
        return notFound(name);
    Value schedule = found->second.schedule.with("paused", paused).without("pausedReason");
    if (paused && !reason.empty())
        schedule = std::move(schedule).with("pausedReason", reason);
    if (!paused) {
        if (Result<Value> saved = save(schedule, now); !saved)
            return std::move(saved).error();
        return {};
    }
    found->second.schedule = std::move(schedule).with("updatedTime", now);
    m_changed = true;
    return {};
}

void ScheduleBook::setRunning(bool running) noexcept
{
    m_running = running;
    m_changed = true;
}

std::optional<EpochMs> ScheduleBook::nextDue() const
{
    if (std::exchange(m_changed, false))
        m_soonest = soonest();
    return m_soonest;
}

std::optional<EpochMs> ScheduleBook::soonest() const
{
    std::optional<EpochMs> first;
    for (const auto& [name, entry] : m_entries) {
        if (!m_running || entry.schedule["paused"].asBool())
            continue;
        for (const Cron& cron : entry.crons) {
            if (cron.next && (!first || *cron.next < *first))
                first = cron.next;
        }
    }
    return first;
}

std::optional<ScheduleBook::Due> ScheduleBook::takeDue(EpochMs now)
{
    const std::optional<EpochMs> soonest = nextDue();
    if (!soonest || *soonest > now)
        return std::nullopt;
    for (auto& [name, entry] : m_entries) {
        if (entry.schedule["paused"].asBool())
            continue;
        const auto cron = std::ranges::find(entry.crons, soonest, &Cron::next);
        if (cron == entry.crons.end())
            continue;
        cron->next = nextOf(entry.schedule, *cron, now, *soonest);
        m_changed = true;
        return Due {entry.schedule, Text(cron->expression.str() + ' ' + cron->zoneId.str()), cron->zoneId, *soonest};
    }
    return std::nullopt;
}

Text ScheduleBook::addRun(const Value& run)
{
    std::vector<Value>& runs = m_runs[std::string(run["scheduleName"].asText())];
    runs.push_back(run);
    if (runs.size() <= kMostRuns)
        return {};
    const Text forgotten = runs.front()["executionId"].toText();
    runs.erase(runs.begin());
    return forgotten;
}

Value ScheduleBook::document(std::string_view name) const
{
    const auto found = m_entries.find(name);
    if (found == m_entries.end())
        return {};
    std::vector<Value> next;
    for (const Cron& cron : found->second.crons)
        next.push_back(cron.next ? Value(*cron.next) : Value());
    return Value::object({{"schedule", found->second.schedule}, {"next", Value::array(std::move(next))}});
}

Status ScheduleBook::restore(const Value& document)
{
    const Value& schedule = document["schedule"];
    if (!schedule["name"].isText())
        return Error {ErrorCode::InvalidArgument, "this is no schedule", {}, "name"};
    Entry entry {schedule, cronsOf(schedule)};
    for (std::size_t i = 0; i < entry.crons.size(); ++i) {
        const Value& next = document["next"].at(i);
        if (next.isInteger() && entry.crons[i].parsed)
            entry.crons[i].next = next.asInteger();
    }
    m_entries.insert_or_assign(std::string(schedule["name"].asText()), std::move(entry));
    m_changed = true;
    return {};
}

Result<std::vector<EpochMs>> ScheduleBook::nextRuns(std::string_view cron, std::string_view zone, EpochMs from, EpochMs to,
                                                    int limit, EpochMs now)
{
    Result<CronExpression> parsed = CronExpression::parse(cron);
    if (!parsed)
        return std::move(parsed).error();
    Result<TimeZone> there = zone.empty() ? TimeZone() : TimeZone::find(zone);
    if (!there)
        return std::move(there).error();
    const Cron one {Text(cron), Text(zone), std::move(parsed).value(), std::move(there).value(), {}};
    Value schedule = Value::object();
    if (from != 0)
        schedule = std::move(schedule).with("scheduleStartTime", from);
    if (to != 0)
        schedule = std::move(schedule).with("scheduleEndTime", to);
    std::vector<EpochMs> result;
    EpochMs last = now;
    for (int i = 0; i < std::min(kMostNext, limit); ++i) {
        const std::optional<EpochMs> next = nextOf(schedule, one, now, last);
        if (!next)
            break;
        result.push_back(*next);
        last = std::exchange(now, *next);
    }
    return result;
}

}  // namespace baton
