// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/timeline/timelinelanes.h"

#include "ui/models/selection.h"
#include "ui/models/words.h"

namespace baton::ui {

namespace {

bool ends(EventKind kind)
{
    switch (kind) {
    case EventKind::WorkflowCompleted:
    case EventKind::WorkflowFailed:
    case EventKind::WorkflowTimedOut:
    case EventKind::WorkflowTerminated:
    case EventKind::TaskCompleted:
    case EventKind::TaskFailed:
    case EventKind::TaskTimedOut:
    case EventKind::TaskCanceled:
    case EventKind::TaskSkipped:
    case EventKind::TaskRemoved: return true;
    default: return false;
    }
}

bool reopens(EventKind kind)
{
    return kind == EventKind::TaskReset || kind == EventKind::WorkflowRetried || kind == EventKind::WorkflowRerun
        || kind == EventKind::WorkflowRestarted || kind == EventKind::WorkflowRevived;
}

bool alarms(EventKind kind)
{
    return kind == EventKind::TaskFailed || kind == EventKind::TaskTimedOut || kind == EventKind::WorkflowFailed
        || kind == EventKind::WorkflowTimedOut;
}

StatusLook endLook(const Event& event)
{
    for (const FieldChange& change : event.changes)
        if (change.field == Field::TaskStatus)
            if (const std::int64_t number = change.value.asInteger(-1); number >= 0 && number <= static_cast<int>(TaskStatus::Skipped))
                return lookOf(static_cast<TaskStatus>(number));
    return lookOf(event.kind);
}

std::string keyOf(const Event& event)
{
    return event.workflowId.str() + '\n' + std::to_string(event.slot);
}

}  // namespace

void TimelineLanes::clear()
{
    *this = TimelineLanes();
}

void TimelineLanes::extend(const Journal& journal)
{
    const std::size_t known = events();
    if (known > journal.size() || (known > 0 && journal.share(known - 1).get() != m_lastEvent))
        clear();
    m_laneOf.reserve(journal.size());
    for (std::size_t i = events(); i < journal.size(); ++i)
        take(journal.event(i));
    m_lastEvent = journal.size() == 0 ? nullptr : journal.share(journal.size() - 1).get();
}

void TimelineLanes::take(const Event& event)
{
    const std::size_t number = m_laneOf.size();
    ++m_work;
    if (number == 0)
        m_start = event.at;
    if (event.slot == kNoTask)
        takeWorkflow(event, number);
    else
        takeTask(event, number);
    if (isBookkeeping(event.kind))
        return;
    TimelineLane& lane = m_lanes[m_laneOf.back()];
    lane.ticks.push_back(number);
    if (alarms(event.kind))
        lane.alarms.push_back(number);
}

std::uint32_t TimelineLanes::laneNamed(const std::string& key, const QString& name, bool isWorkflow)
{
    const auto [place, isNew] = m_laneByKey.try_emplace(key, static_cast<std::uint32_t>(m_lanes.size()));
    if (isNew) {
        m_lanes.emplace_back();
        m_lanes.back().name = name;
        m_lanes.back().isWorkflow = isWorkflow;
    }
    return place->second;
}

TimelineLanes::Place& TimelineLanes::open(const std::string& key, std::uint32_t lane)
{
    std::vector<TimelineBar>& bars = m_lanes[lane].bars;
    bars.push_back({m_laneOf.size(), TimelineBar::kNever, TimelineBar::kNever, {}});
    return m_barByKey[key] = {lane, static_cast<std::uint32_t>(bars.size() - 1)};
}

void TimelineLanes::takeWorkflow(const Event& event, std::size_t number)
{
    const std::string key = event.workflowId.str();
    if (event.workflowId.empty() && !m_lanes.empty()) {   // the clock's: nobody's in particular
        m_laneOf.push_back(0);
        return;
    }
    const bool known = m_laneByKey.contains(key);
    const QString name = event.started && event.started->definition ? toQString(event.started->definition->name.view()) : toQString(key);
    const std::uint32_t lane = laneNamed(key, name, true);
    if (event.started && m_lanes[lane].bars.empty())
        m_lanes[lane].name = name;
    Place& place = !known || reopens(event.kind) || m_lanes[lane].bars.empty() ? open(keyOf(event), lane) : m_barByKey[keyOf(event)];
    TimelineBar& bar = m_lanes[lane].bars[place.bar];
    if (bar.started == TimelineBar::kNever)
        bar.started = number;
    if (ends(event.kind)) {
        bar.last = number;
        bar.end = lookOf(event.kind);
    }
    m_laneOf.push_back(lane);
}

void TimelineLanes::takeTask(const Event& event, std::size_t number)
{
    const std::string key = keyOf(event);
    const auto known = m_barByKey.find(key);
    if (event.task || known == m_barByKey.end()) {
        const QString name = event.task ? baseReference(toQString(event.task->referenceTaskName.view())) : QStringLiteral("#%1").arg(event.slot);
        open(key, laneNamed(event.workflowId.str() + '\n' + toUtf8(name), name, false));
    } else if (reopens(event.kind)) {
        open(key, known->second.lane);
    }
    const Place place = m_barByKey[key];
    TimelineBar& bar = m_lanes[place.lane].bars[place.bar];
    if (event.kind == EventKind::TaskStarted && bar.started == TimelineBar::kNever)
        bar.started = number;
    if (ends(event.kind) && bar.last == TimelineBar::kNever) {
        bar.last = number;
        bar.end = endLook(event);
    }
    m_laneOf.push_back(place.lane);
}

}  // namespace baton::ui
