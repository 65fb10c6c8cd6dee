// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/model/event.h"

#include <memory>

namespace baton {

// The form of events in journals, one JSON object each; members at their zero are left out:
//   kind          "TaskCompleted"
//   workflowId, at (epoch ms), slot
//   changes       {"status": "COMPLETED", "outputData": {...}}    fields of the task; enumerations by Conductor's word
//   workflow      {"variables": {...}}                            fields of the workflow
//   task          the new attempt: fields of Conductor's Task, and firstScheduledTime, callbackAfterMs, waitTimeout
//   started       the execution: fields of Conductor's Workflow, without the derived ones
//   detail        anything
// A task's workflowTask is written once in a sequence of events: in full where it first occurs (inside started's
// workflowDefinition, or in a task), later as its number; so is a definition. Numbers count from 0: definitions in the order
// of writing, and their tasks, an operator before its children. So a sequence must be read from its beginning, by one reader.
// "$raw" inside task, started and definitions holds what an import kept of members that did not fit.

class Numbered;

/// A definition that is kept beside the events, once for many sequences: they name it 0, and its tasks from 0 on.
class KnownDefinition {
public:
    explicit KnownDefinition(const WorkflowDefPtr& definition);

private:
    friend class EventWriter;
    friend class EventReader;
    std::shared_ptr<const Numbered> m_numbered;
};

class EventReader;

class EventWriter {
public:
    EventWriter();
    explicit EventWriter(const KnownDefinition& known);
    explicit EventWriter(EventReader&& reader);   // goes on with the sequence where the reader stopped
    EventWriter(EventWriter&&) noexcept;
    EventWriter& operator=(EventWriter&&) noexcept;
    ~EventWriter();
    [[nodiscard]] Value toValue(const Event& event);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

class EventReader {
public:
    EventReader();
    explicit EventReader(const KnownDefinition& known);   // equal to the writer's
    EventReader(EventReader&&) noexcept;
    EventReader& operator=(EventReader&&) noexcept;
    ~EventReader();
    /// Errors: InvalidArgument, naming the field.
    [[nodiscard]] Result<Event> eventFrom(const Value& json);

private:
    friend class EventWriter;
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace baton
