// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/breakpointscan.h"

#include "engine/debugger/compiledbreakpoint.h"

#include <algorithm>

namespace baton {

struct BreakpointScan::State {
    explicit State(const BreakpointSet& set);

    BreakpointIndex index;
    std::uint64_t version;
    std::size_t position = 0;
    std::vector<BreakpointHit> hits;

    void look(CompiledBreakpoint& one, const Event& event, const Moment& moment);
    void hit(CompiledBreakpoint& one, const Moment& moment);
    void noteAll(const Event& event, const Moment& moment, bool before);
};

BreakpointScan::State::State(const BreakpointSet& set) : index(set.all()), version(set.version()) { }

void BreakpointScan::State::hit(CompiledBreakpoint& one, const Moment& moment)
{
    ++one.hitCount;
    if (one.isSpent || !one.wants(one.hitCount))
        return;
    BreakpointHit made;
    made.event = position;
    made.position = one.stopsBefore() ? position : position + 1;
    made.breakpoint = one.breakpoint.id;
    made.count = one.hitCount;
    made.stops = one.breakpoint.log.empty();
    if (!made.stops)
        made.message = one.message(index.reader(), moment);
    one.isSpent = one.breakpoint.once;
    hits.push_back(std::move(made));
}

void BreakpointScan::State::look(CompiledBreakpoint& one, const Event& event, const Moment& moment)
{
    if (!one.fits(event, moment))
        return;
    if (!one.isWatching()) {
        if (!one.condition || isTruthy(index.reader().evaluate(*one.condition, one.references)))
            hit(one, moment);
        return;
    }
    Value now = index.reader().evaluate(*one.condition, one.references);
    Value& before = one.lastOf(moment.execution->workflowId);
    if (one.breakpoint.at == BreakAt::Condition)
        now = Value(isTruthy(now));
    const bool changed = !(now == before);
    before = std::move(now);
    if (changed && (one.breakpoint.at == BreakAt::Change || before.asBool()))
        hit(one, moment);
}

void BreakpointScan::State::noteAll(const Event& event, const Moment& moment, bool before)
{
    for (const std::size_t number : index.candidates()) {
        CompiledBreakpoint& one = index.at(number);
        if (one.stopsBefore() == before)
            look(one, event, moment);
    }
}

BreakpointScan::BreakpointScan(const BreakpointSet& set) : m_state(std::make_unique<State>(set)) { }
BreakpointScan::BreakpointScan(BreakpointScan&&) noexcept = default;
BreakpointScan& BreakpointScan::operator=(BreakpointScan&&) noexcept = default;
BreakpointScan::~BreakpointScan() = default;

void BreakpointScan::take(const Event& event, const World& after)
{
    State& state = *m_state;
    const bool concerns = !state.index.isEmpty() && state.index.mayConcern(event);
    const Execution* execution = concerns ? after.find(event.workflowId) : nullptr;
    if (execution) {
        const Moment moment {execution, isTaskEvent(event.kind) ? execution->task(event.slot) : nullptr};
        if (state.index.choose(event, moment)) {
            state.index.reader().look(moment);
            state.noteAll(event, moment, true);
            state.noteAll(event, moment, false);
        }
    }
    ++state.position;
}

std::size_t BreakpointScan::position() const noexcept { return m_state->position; }
std::uint64_t BreakpointScan::version() const noexcept { return m_state->version; }
bool BreakpointScan::isEmpty() const noexcept { return m_state->index.isEmpty(); }
const std::vector<BreakpointHit>& BreakpointScan::hits() const noexcept { return m_state->hits; }

const BreakpointHit* BreakpointScan::stopAt(std::size_t event, std::size_t after) const noexcept
{
    const auto& hits = m_state->hits;
    for (auto at = std::ranges::lower_bound(hits, event, {}, &BreakpointHit::event); at != hits.end() && at->event == event; ++at) {
        if (at->stops && at->position > after)
            return &*at;
    }
    return nullptr;
}

const BreakpointHit* BreakpointScan::lastStop(std::size_t before) const noexcept
{
    const auto& hits = m_state->hits;
    for (auto at = std::ranges::lower_bound(hits, before, {}, &BreakpointHit::position); at != hits.begin();) {
        --at;
        if (at->stops)
            return &*at;
    }
    return nullptr;
}

}  // namespace baton
