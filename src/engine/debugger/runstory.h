// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/referenceparts.h"

#include <unordered_map>

namespace baton {

/// A value as an event left it.
struct Version {
    std::size_t event = 0;
    Value value;
};

/// What a journal says of one attempt.
struct TaskAccount {
    TaskPtr scheduled;               // as it was scheduled; null for a slot that is not there
    std::size_t event = 0;
    std::vector<Version> inputs;     // ascending by event; the first is how it was scheduled
    std::vector<Version> outputs;
    Text childId;                    // of a SUB_WORKFLOW or START_WORKFLOW
    bool handMadeOutput = false;     // an edit changed it
    std::vector<std::pair<TaskSlot, std::size_t>> readers {};   // tasks whose parameters read this one: slot, part number
};

/// What it says of one execution.
struct RunAccount {
    ExecutionPtr started;
    std::size_t event = 0;
    std::vector<TaskAccount> tasks;  // by slot
    std::vector<Version> variables;
    std::vector<std::optional<TaskSlot>> setters;   // of each version of the variables; none: by hand
    std::vector<Version> outputs;
    std::unordered_map<std::string, std::vector<TaskSlot>> byName;   // without iteration; ascending
    std::vector<std::pair<TaskSlot, std::size_t>> workflowReaders;   // tasks that read input or variables
    std::vector<TaskSlot> collectors;                                // JOINs and loops: their output is made of others'
    std::size_t enlisted = 0;                                        // tasks whose reading was noted

    /// The newest attempt `name` meant when the event happened; kNoTask: none.
    [[nodiscard]] TaskSlot meant(const std::string& name, std::size_t before) const;
    [[nodiscard]] TaskSlot slotOfTaskId(std::string_view taskId) const;
};

/// The whole journal, put in order by execution and task. Takes in what the journal grew by.
class RunStory {
public:
    explicit RunStory(const Journal& journal) : m_journal(journal) { }

    void follow();
    /// Notes who reads whom; only what goes forward needs it.
    void followReaders();
    [[nodiscard]] const RunAccount* find(const Text& workflowId) const;
    [[nodiscard]] const TaskAccount* find(const Text& workflowId, TaskSlot slot) const;
    [[nodiscard]] ReferenceParts& parts() noexcept { return m_parts; }
    [[nodiscard]] const Journal& journal() const noexcept { return m_journal; }

private:
    void take(const Event& event, std::size_t number);
    void takeTask(RunAccount& run, const Event& event, std::size_t number);
    void takeChanges(RunAccount& run, const Event& event, std::size_t number);
    void enlist(RunAccount& run, TaskSlot slot);

    const Journal& m_journal;
    std::size_t m_taken = 0;
    std::unordered_map<Text, RunAccount> m_runs;
    ReferenceParts m_parts;
};

/// The last version that is there after `position` events; null: none.
[[nodiscard]] const Version* versionAt(const std::vector<Version>& versions, std::size_t position);

}  // namespace baton
