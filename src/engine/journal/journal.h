// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/event.h"

#include <cstddef>

namespace baton {

/// The append-only record of what happened: the only truth. Every state is a fold of its events. Not thread-safe.
class Journal : public EventSink {
public:
    virtual void append(EventPtr event) = 0;                                // null is ignored
    void append(Event event) { append(std::make_shared<const Event>(std::move(event))); }
    void take(const Event& event) final { append(Event(event)); }           // so that an engine can write into it

    [[nodiscard]] virtual std::size_t size() const noexcept = 0;
    /// index < size(). The pointer outlives the journal.
    [[nodiscard]] virtual const EventPtr& share(std::size_t index) const noexcept = 0;
    /// index < size(). Lives as long as the journal.
    [[nodiscard]] const Event& event(std::size_t index) const noexcept { return *share(index); }
};

/// A journal in memory. A copy, and a fork at any position, costs O(log n) and shares the past; each then grows for itself.
class MemoryJournal final : public Journal {
public:
    using Journal::append;
    void append(EventPtr event) override;
    [[nodiscard]] std::size_t size() const noexcept override;
    [[nodiscard]] const EventPtr& share(std::size_t index) const noexcept override;

    /// A journal with the first `length` events (all of them when there are fewer).
    [[nodiscard]] MemoryJournal forked(std::size_t length) const;

private:
    PersistentVector<EventPtr> m_events;
};

/// The state after the first `length` events of the journal, folded from nothing: the plain, slow way.
[[nodiscard]] World worldAfter(const Journal& journal, std::size_t length);

}  // namespace baton
