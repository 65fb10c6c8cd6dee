// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/origins.h"

namespace baton {

/// Looks one step ahead: what a value went into, in the accounts of a journal.
class UseFinder {
public:
    explicit UseFinder(RunStory& story) : m_story(story) { }
    /// `since`: the event that brought the value. Only what happened up to `position` counts.
    [[nodiscard]] std::vector<ValueRef> find(const ValueRef& value, std::size_t since, std::size_t position);

private:
    void readers(const ValueRef& value, const RunAccount& run, std::size_t since);
    void addReader(const ValueRef& value, TaskSlot reader, const TaskAccount& task, const ReferencePart& part);
    void fromInput(const ValueRef& value, const TaskAccount& task);
    void fromOutput(const ValueRef& value, const RunAccount& run, const TaskAccount& task);
    void workflowOutputs(const ValueRef& value, const RunAccount& run);
    void add(ValueRef use) { m_found.push_back(std::move(use)); }

    RunStory& m_story;
    std::size_t m_position = 0;
    std::vector<ValueRef> m_found;
};

}  // namespace baton
