// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/conductor/command.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace baton {

// Everything a Conductor is asked is answered by calling back, once. A remote one calls back later, on its own thread; the
// embedded one before the call returns, on the caller's thread, except where a call may wait (long polls, execute, signals
// that wait): those may be answered later, on the thread that made it possible.
//
// Errors carry the real server's words: NotFound is its 404, Conflict 409, InvalidArgument 400 (with Error::violations for
// requests that break rules), Timeout and Unavailable what a network does, anything else its 500.

template <typename T>
using Reply = std::function<void(Result<T>)>;
using Done = Reply<void>;

/// The answer of a call that is made before it returns: answerOf<Text>([&](Reply<Text> reply) { port.start(r, reply); }).
/// Unavailable when no answer came yet.
template <typename T, typename Call>
[[nodiscard]] Result<T> answerOf(Call&& call)
{
    const auto answer = std::make_shared<std::optional<Result<T>>>();
    std::forward<Call>(call)(Reply<T>([answer](Result<T> result) { answer->emplace(std::move(result)); }));
    if (!*answer)
        return Error {ErrorCode::Unavailable, "There is no answer yet"};
    return *std::move(*answer);
}

/// A task as it is handed out, with the execution it belongs to (whose name and id the wire form carries).
struct TaskView {
    TaskPtr task;
    ExecutionPtr execution;
};

template <typename T>
struct Page {
    std::int64_t totalHits = 0;
    std::vector<T> results;
};

/// What to search for; see docs of the real server for the query language: field=value AND field IN (a,b)...
struct SearchRequest {
    std::int64_t start = 0;
    std::int64_t size = 100;
    Text sort;                 // field:ASC|DESC, joined by |
    Text freeText = "*";
    Text query;
    Text classifier;           // "workflow" or "agent"; empty: both
    bool topLevelOnly = false;
};

/// How a request over several ids went; one that failed does not stop the rest.
struct BulkResult {
    std::vector<std::pair<Text, Text>> errors;   // id and why
    std::vector<Text> successes;
};

struct PollData {
    Text queueName;            // the task type
    Text domain;
    Text workerId;
    EpochMs lastPollTime = 0;
    bool operator==(const PollData&) const = default;
};

}  // namespace baton
