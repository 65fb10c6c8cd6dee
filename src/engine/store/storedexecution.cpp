// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/store/storedexecution.h"

#include "engine/value/json.h"

namespace baton {
namespace {

class Folding {
public:
    Folding(const StoreFile::Found& found, const KnownDefinition& known)
        : m_workflowId(found.workflowId), m_reader(known), m_execution(std::make_shared<Execution>())
    {
    }

    [[nodiscard]] Status add(std::string_view lines)
    {
        while (!lines.empty()) {
            const std::size_t end = std::min(lines.find('\n'), lines.size());
            if (Status added = addLine(lines.substr(0, end)); !added)
                return added;
            lines.remove_prefix(std::min(end + 1, lines.size()));
        }
        return {};
    }

    [[nodiscard]] StoredExecution take() &&
    {
        return {std::move(m_execution), std::move(m_logs), std::move(m_reader), 0, 0, m_lastMoment};
    }

private:
    [[nodiscard]] Status addLine(std::string_view line)
    {
        const Result<Value> json = parseJson(line);
        if (!json)
            return json.error();
        Result<Event> event = m_reader.eventFrom(*json);
        if (!event)
            return std::move(event).error();
        event->workflowId = m_workflowId;
        m_lastMoment = std::max(m_lastMoment, event->at);
        if (event->kind == EventKind::WorkflowRestarted)
            m_logs.clear();
        if (const TaskRun* task = event->kind == EventKind::TaskLogged ? m_execution->task(event->slot) : nullptr)
            m_logs.push_back({task->taskId, event->detail["log"].toText(), event->detail["createdTime"].asInteger()});
        apply(*m_execution, *event);
        return {};
    }

    Text m_workflowId;
    EventReader m_reader;
    std::shared_ptr<Execution> m_execution;
    std::vector<TaskLogEntry> m_logs;
    EpochMs m_lastMoment = 0;
};

}  // namespace

void appendLine(std::string& lines, const Event& event, EventWriter& writer)
{
    Event line = event;
    line.workflowId = {};
    appendJson(lines, writer.toValue(line));
    lines += '\n';
}

Result<StoredExecution> readExecution(const StoreFile::Found& found, const DefinitionShelf::Place& place, StoreFile& file)
{
    Folding folding(found, place.known);
    std::int64_t next = 0;
    std::int64_t batches = 0;
    Status read = file.batches(found.row, [&](std::int64_t number, std::string_view lines) {
        next = number + 1;
        ++batches;
        return folding.add(lines);
    });
    StoredExecution stored = std::move(folding).take();
    if (read && (!stored.execution->definition || stored.execution->workflowId != found.workflowId))
        read = Error {ErrorCode::InvalidArgument, "its beginning is missing"};
    if (!read) {
        Error error = std::move(read).error();
        error.message = "workflow " + found.workflowId.str() + ": " + error.message;
        return std::move(error).in(file.path());
    }
    stored.nextNumber = next;
    stored.batches = batches;
    return stored;
}

Condensed condensed(const StoredExecution& stored, const DefinitionShelf::Place& place)
{
    Condensed result {{}, EventWriter(place.known)};
    Event whole;
    whole.kind = EventKind::WorkflowStarted;
    whole.at = stored.lastMoment;
    whole.started = stored.execution;
    appendLine(result.lines, whole, result.writer);
    for (const TaskLogEntry& entry : stored.logs) {
        Event line;
        line.kind = EventKind::TaskLogged;
        line.at = stored.lastMoment;
        line.slot = stored.execution->slotOfTaskId(entry.taskId);
        line.detail = Value::object({{"log", entry.log}, {"createdTime", entry.createdTime}});
        appendLine(result.lines, line, result.writer);
    }
    return result;
}

}  // namespace baton
