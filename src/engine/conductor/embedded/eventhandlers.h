// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/engine.h"

#include <deque>
#include <map>

namespace baton {

class EmbeddedCore;

/// One message of an event, such as "conductor:workflow:queue".
struct EventMessage {
    Text event;
    Text id;
    Value payload;
    std::int64_t number = 0;      // in the order of publishing
    bool isKept = false;          // the store knows that it waits
};

/// The event handlers, in the real server's JSON, and the messages nobody has handled yet.
class EventHandlers {
public:
    static constexpr std::size_t kMostWaiting = 10'000;   // messages kept for handlers yet to come; the oldest go first

    [[nodiscard]] const Value* find(std::string_view name) const;
    [[nodiscard]] std::vector<Value> handlers(std::string_view event, bool activeOnly) const;
    void put(const Value& handler);
    bool remove(std::string_view name);

    void publish(EventMessage message);
    /// The oldest message some active handler waits for, taken away.
    [[nodiscard]] std::optional<EventMessage> nextMessage();

    /// Tells what a store should know of the messages: the documents of those that wait since the last time, null for those
    /// that wait no more. And back.
    void tellWaiting(const std::function<void(std::string_view id, const Value& document)>& tell);
    void restoreWaiting(const std::vector<Value>& documents);

private:
    void noteGone(const EventMessage& message);

    std::map<std::string, Value, std::less<>> m_handlers;
    std::deque<EventMessage> m_messages;
    std::vector<Text> m_gone;     // a store still believes these wait
    std::int64_t m_published = 0;
    bool m_mayMatch = false;      // something changed since no message was found
};

/// What one handler does with one message: its condition, then its actions. With the core's lock held.
void handleMessage(EmbeddedCore& core, const Value& handler, const EventMessage& message, Evaluators& evaluators);

/// Normalized (defaults filled in), or InvalidArgument with violations below addEventHandler.arg0 or its like.
[[nodiscard]] Result<Value> checkedHandler(const Value& handler, const std::string& path);

}  // namespace baton
