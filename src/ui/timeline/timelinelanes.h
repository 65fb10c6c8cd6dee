// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/journal/journal.h"
#include "ui/kit/statuslook.h"

#include <QString>

#include <cstdint>
#include <limits>
#include <string>
#include <unordered_map>
#include <vector>

namespace baton::ui {

/// One attempt of a task, or one workflow, as a stretch of events.
struct TimelineBar {
    static constexpr std::size_t kNever = std::numeric_limits<std::size_t>::max();
    std::size_t first = 0;           // the event that scheduled it
    std::size_t started = kNever;    // ... that a worker took it with
    std::size_t last = kNever;       // ... that ended it; kNever: still open
    StatusLook end;                  // of the last one
};

struct TimelineLane {
    QString name;                    // a reference name, or the workflow's name
    bool isWorkflow = false;
    std::vector<TimelineBar> bars;   // by first
    std::vector<std::size_t> ticks;  // events worth seeing, ascending
    std::vector<std::size_t> alarms; // those of them that are failures or time-outs
};

/// A journal told by lanes: the workflow first, then tasks in the order they first appear. Grows with the journal; each event
/// is looked at once.
class TimelineLanes {
public:
    /// Takes in what the journal has more; begins again when it is another or has been rewritten.
    void extend(const Journal& journal);
    void clear();

    [[nodiscard]] std::size_t events() const noexcept { return m_laneOf.size(); }
    [[nodiscard]] const std::vector<TimelineLane>& lanes() const noexcept { return m_lanes; }
    [[nodiscard]] std::size_t laneOf(std::size_t event) const { return m_laneOf[event]; }
    [[nodiscard]] EpochMs start() const noexcept { return m_start; }
    /// Events looked at so far, over all calls.
    [[nodiscard]] std::size_t work() const noexcept { return m_work; }

private:
    struct Place {
        std::uint32_t lane = 0;
        std::uint32_t bar = 0;
    };
    void take(const Event& event);
    std::uint32_t laneNamed(const std::string& key, const QString& name, bool isWorkflow);
    Place& open(const std::string& key, std::uint32_t lane);
    void takeTask(const Event& event, std::size_t number);
    void takeWorkflow(const Event& event, std::size_t number);

    std::vector<TimelineLane> m_lanes;
    std::vector<std::uint32_t> m_laneOf;                        // by event
    std::unordered_map<std::string, std::uint32_t> m_laneByKey;
    std::unordered_map<std::string, Place> m_barByKey;          // workflow id and slot -> newest bar
    const Event* m_lastEvent = nullptr;
    EpochMs m_start = 0;
    std::size_t m_work = 0;
};

}  // namespace baton::ui
