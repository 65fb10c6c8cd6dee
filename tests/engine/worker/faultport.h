// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/port/taskport.h"

#include <deque>
#include <map>
#include <vector>

namespace baton::bench {

/// What can go wrong with one call on its way.
struct Fault {
    enum class Kind : std::uint8_t {
        Refuse,      // the server does nothing and answers with the error, or is never reached
        LoseAnswer,  // the server does it; its answer is lost, which the error tells
        Hold,        // nothing comes until releaseHeld(): a half-open connection
    };
    Kind kind = Kind::Refuse;
    Error error {};
};

/// A TaskPort that a test breaks, call by call.
class FaultPort final : public TaskPort {
public:
    enum class Call : std::uint8_t { Poll, Update, Lease, Look, Claim, Log };

    explicit FaultPort(TaskPort& inner) : m_inner(inner) { }

    /// For the next calls of that kind, one each.
    void next(Call call, std::vector<Fault> faults)
    {
        for (Fault& fault : faults)
            m_faults[call].push_back(std::move(fault));
    }
    /// For every call from now on (and none of those above are left), until works() again.
    void break_(Error error) { m_down = std::move(error); }
    void works() { m_down.reset(); }
    void releaseHeld()
    {
        for (const auto& held : std::exchange(m_held, {}))
            held();
    }
    [[nodiscard]] int calls(Call call) const
    {
        const auto found = m_calls.find(call);
        return found == m_calls.end() ? 0 : found->second;
    }
    /// Changes what a poll brings.
    std::function<void(std::vector<TaskView>&)> onPolled;
    std::vector<PollRequest> polls;
    std::vector<TaskResult> updates;          // no lease extensions

    void poll(PollRequest request, Reply<std::vector<TaskView>> reply) override
    {
        polls.push_back(request);
        using Views = std::vector<TaskView>;
        through<Views>(Call::Poll, reply, [this, request](Reply<Views> answer) {
            m_inner.poll(request, [this, answer](Result<Views> views) {
                if (views && onPolled)
                    onPolled(*views);
                answer(std::move(views));
            });
        });
    }
    void update(TaskResult result, Reply<Text> reply) override
    {
        if (!result.extendLease)
            updates.push_back(result);
        through<Text>(result.extendLease ? Call::Lease : Call::Update, reply,
            [this, result](Reply<Text> answer) { m_inner.update(result, answer); });
    }
    void task(Text taskId, Reply<TaskView> reply) override
    {
        through<TaskView>(Call::Look, reply, [this, taskId](Reply<TaskView> answer) { m_inner.task(taskId, answer); });
    }
    void inProgress(Text taskType, std::int64_t start, std::int64_t count, Reply<std::vector<TaskView>> reply) override
    {
        using Views = std::vector<TaskView>;
        through<Views>(Call::Claim, reply, [=, this](Reply<Views> answer) { m_inner.inProgress(taskType, start, count, answer); });
    }
    void addLog(Text taskId, Text line, Done done) override
    {
        through<void>(Call::Log, done, [=, this](Done answer) { m_inner.addLog(taskId, line, answer); });
    }

    // What a worker does not use goes through.
    void updateAndPoll(TaskResult result, Reply<std::optional<TaskView>> reply) override { m_inner.updateAndPoll(result, reply); }
    void updateByReference(ReferenceUpdate update, Reply<Text> reply) override { m_inner.updateByReference(update, reply); }
    void updateByReferenceSync(ReferenceUpdate update, Reply<ExecutionPtr> reply) override { m_inner.updateByReferenceSync(update, reply); }
    void signal(Text id, TaskStatus status, Value output, Done done) override { m_inner.signal(id, status, output, done); }
    void signalAndWait(Text id, TaskStatus status, Value output, ReturnStrategy strategy, std::int64_t timeoutMs,
                       Reply<Value> reply) override
    {
        m_inner.signalAndWait(id, status, output, strategy, timeoutMs, reply);
    }
    void logs(Text taskId, Reply<std::vector<TaskLogEntry>> reply) override { m_inner.logs(taskId, reply); }
    void search(SearchRequest request, Reply<Page<TaskView>> reply) override { m_inner.search(request, reply); }
    void queueSizes(std::vector<Text> names, Reply<std::vector<QueueSize>> reply) override { m_inner.queueSizes(names, reply); }
    void pollData(Text taskType, Reply<std::vector<PollData>> reply) override { m_inner.pollData(taskType, reply); }
    void requeue(Text taskType, Reply<std::int64_t> reply) override { m_inner.requeue(taskType, reply); }

private:
    template <typename T, typename Ask>
    void through(Call call, Reply<T> reply, Ask ask)
    {
        ++m_calls[call];
        if (m_down)
            return reply(*m_down);
        std::deque<Fault>& faults = m_faults[call];
        if (faults.empty())
            return ask(std::move(reply));
        const Fault fault = std::move(faults.front());
        faults.pop_front();
        switch (fault.kind) {
        case Fault::Kind::Refuse: return reply(fault.error);
        case Fault::Kind::LoseAnswer: return ask([reply, error = fault.error](const Result<T>&) { reply(error); });
        case Fault::Kind::Hold: m_held.emplace_back([ask, reply] { ask(reply); }); return;
        }
    }

    TaskPort& m_inner;
    std::map<Call, std::deque<Fault>> m_faults;
    std::map<Call, int> m_calls;
    std::optional<Error> m_down;
    std::vector<std::function<void()>> m_held;
};

}  // namespace baton::bench
