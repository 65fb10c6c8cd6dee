// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/service/servicelog.h"

namespace baton {

namespace {

LogLevel levelOf(const WorkerEvent& event)
{
    switch (event.kind) {
    case WorkerEventKind::ResultDead:
    case WorkerEventKind::JournalFailed:
    case WorkerEventKind::LeaseLost:
    case WorkerEventKind::TaskStuck:
        return LogLevel::Error;
    case WorkerEventKind::PollFailed:
        return (event.attempt & (event.attempt - 1)) == 0 ? LogLevel::Warn : LogLevel::Debug;
    case WorkerEventKind::ResultIgnored:
    case WorkerEventKind::ResultRetried:
    case WorkerEventKind::LeaseFailed:
    case WorkerEventKind::TaskCancelled:
    case WorkerEventKind::TaskDuplicate:
        return LogLevel::Warn;
    case WorkerEventKind::Started:
    case WorkerEventKind::Paused:
    case WorkerEventKind::Resumed:
    case WorkerEventKind::PollRecovered:
    case WorkerEventKind::TaskHandedBack:
    case WorkerEventKind::TaskAnsweredAgain:
    case WorkerEventKind::TaskFinished:
    case WorkerEventKind::ResultsReplayed:
    case WorkerEventKind::JournalRecovered:
    case WorkerEventKind::Draining:
    case WorkerEventKind::Stopped:
        return LogLevel::Info;
    case WorkerEventKind::TaskReceived:
    case WorkerEventKind::TaskStarted:
    case WorkerEventKind::LeaseExtended:
    case WorkerEventKind::ResultJournaled:
    case WorkerEventKind::ResultDelivered:
        return LogLevel::Debug;
    }
    return LogLevel::Debug;
}

Value orNull(bool given, Value value)
{
    return given ? std::move(value) : Value();
}

}  // namespace

void WorkerLog::onEvent(const WorkerEvent& event)
{
    const LogLevel level = levelOf(event);
    const bool finished = event.kind == WorkerEventKind::TaskFinished;
    if (finished)
        m_logger.tookTask(event.took, {{"task_type", Value(event.taskType)}, {"task_id", Value(event.taskId)},
                                          {"workflow_id", Value(event.workflowId)}, {"server", Value(m_origin)}});
    if (!m_logger.enabled(level))
        return;
    std::string words(toText(event.kind));
    for (char& c : words)
        c = c == '_' ? ' ' : c;
    std::vector<LogField> fields;
    const auto add = [&fields](std::string_view name, Value value) {
        if (!value.isNull())
            fields.emplace_back(name, std::move(value));
    };
    add("server", Value(m_origin));
    add("task_type", orNull(!event.taskType.empty(), Value(event.taskType)));
    add("task_id", orNull(!event.taskId.empty(), Value(event.taskId)));
    add("workflow_id", orNull(!event.workflowId.empty(), Value(event.workflowId)));
    add("task", orNull(!event.referenceName.empty(), Value(event.referenceName)));
    add("status", event.status ? Value(toText(*event.status)) : Value());
    add("attempt", orNull(event.attempt > 0, Value(event.attempt)));
    add("took_ms", orNull(event.took.count() > 0, Value(std::chrono::duration<double, std::milli>(event.took).count())));
    add("detail", orNull(!event.detail.empty(), Value(event.detail)));
    add("error", event.error ? Value(event.error->oneLine()) : Value());
    m_logger.log(level, words, fields);
}

void logFailover(Logger& logger, const FailoverView& view)
{
    const bool bad = view.phase == FailoverPhase::Waiting || view.phase == FailoverPhase::Refused || view.phase == FailoverPhase::Rehearsing
        || view.phase == FailoverPhase::Unsteady;
    const auto active = view.active();
    std::vector<LogField> fields {{"state", Value(toText(view.phase))}, {"reason", Value(toText(view.reason))}};
    if (active)
        fields.emplace_back("active", Value(toText(*active)));
    if (!view.health.error.message.empty())
        fields.emplace_back("error", Value(view.health.error.oneLine()));
    logger.log(bad ? LogLevel::Warn : LogLevel::Info, "fail-over state changed", fields);
}

void logRegistration(Logger& logger, const RegistrationReport& report, Origin at)
{
    const Value server(toText(at));
    const LogLevel noteLevel = at == Origin::Remote ? LogLevel::Info : LogLevel::Debug;
    for (const LiftNote& note : report.plan.notes)
        logger.log(noteLevel, "definition adapted", {{"server", server}, {"kind", Value(toText(note.kind))},
            {"definition", note.taskName.empty() ? Value("workflow") : Value(note.taskName)}, {"field", Value(note.field)},
            {"written", note.written}, {"registered", note.registered}, {"why", Value(note.why)}});
    for (const Finding& finding : report.plan.findings)
        logger.log(finding.severity == Severity::Error ? LogLevel::Error : at == Origin::Remote ? LogLevel::Warn : LogLevel::Debug,
            "definition checked", {{"server", server}, {"finding", Value(finding.what.oneLine())}});
    for (const auto& [name, error] : report.failures)
        logger.error("definition not registered", {{"server", server}, {"name", Value(name)}, {"error", Value(error.oneLine())}});
    logger.info("definitions registered", {{"server", server}, {"added", Value(report.added)}, {"replaced", Value(report.replaced)},
                                              {"kept", Value(report.kept)}, {"refused", Value(report.plan.refused())}});
}

}  // namespace baton
