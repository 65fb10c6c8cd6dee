// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/journal/journal.h"

#include <QString>

#include <unordered_map>
#include <vector>

namespace baton::ui {

/// What an event needs to be told to a person and does not carry itself: the task's names, by its slot. Grows with the
/// journal.
class JournalIndex {
public:
    struct Entry {
        Text reference;      // of the task; empty for events of the workflow
        Text taskType;
        int attempt = 0;     // 0 for the first
        int iteration = 0;
    };

    /// Takes in what the journal has more than before; starts again when it has less or is another.
    void extend(const Journal& journal);
    void clear();

    [[nodiscard]] std::size_t size() const noexcept { return m_entries.size(); }
    [[nodiscard]] const Entry& entry(std::size_t event) const { return m_entries[event]; }
    /// Events that set variables, ascending.
    [[nodiscard]] const std::vector<std::size_t>& variableEvents() const noexcept { return m_variableEvents; }
    /// Virtual time of the first event.
    [[nodiscard]] EpochMs start() const noexcept { return m_start; }

private:
    struct Place {
        Text workflowId;
        TaskSlot slot;
        bool operator==(const Place&) const = default;
    };
    struct PlaceHash {
        std::size_t operator()(const Place& place) const { return place.workflowId.hash() * 31 + place.slot; }
    };
    void take(const Event& event);

    const Journal* m_journal = nullptr;
    std::vector<Entry> m_entries;
    std::unordered_map<Place, Entry, PlaceHash> m_tasks;
    std::vector<std::size_t> m_variableEvents;
    EpochMs m_start = 0;
};

}  // namespace baton::ui
