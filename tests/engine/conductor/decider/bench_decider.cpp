// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decider/minirun.h"

#include <chrono>
#include <cstdio>

// What one task costs through schedule, poll, update and decide, with nothing around the decider; and wide forks.

using namespace baton;
using namespace baton::test;

namespace {

double seconds(const std::chrono::steady_clock::time_point& since)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
}

std::string chain(int length)
{
    std::string tasks;
    for (int i = 0; i < length; ++i) {
        const std::string before = i ? "${t" + std::to_string(i - 1) + ".output}" : "${workflow.input.applicant}";
        tasks += std::string(i ? "," : "") + "{'name': 'work', 'taskReferenceName': 't" + std::to_string(i)
            + "', 'type': 'SIMPLE', 'inputParameters': {'id': '${workflow.input.id}', 'before': '" + before
            + "', 'amount': '${workflow.input.loan.amount}', 'kind': 'x'}}";
    }
    return "{'name': 'chain', 'tasks': [" + tasks + "], 'outputParameters': {'last': '${t" + std::to_string(length - 1)
        + ".output.v}'}}";
}

/// Drives one execution by moving its state from decide to decide.
class Straight {
public:
    Straight(MiniRun& run, Execution state) : m_run(run), m_state(std::move(state)) { }

    void carry(const Command& command)
    {
        Result<Outcome> outcome = decide(std::move(m_state), command, m_run.now, m_run.context);
        m_events += outcome->events.size();
        m_state = std::move(outcome->state);
    }

    void complete(TaskSlot slot, const Value& output)
    {
        carry(command::PollTask {slot, "bench", {}});
        TaskResult result;
        result.taskId = m_state.task(slot)->taskId;
        result.status = TaskStatus::Completed;
        result.outputData = output;
        carry(command::UpdateTask {std::move(result), slot});
    }

    [[nodiscard]] const Execution& state() const { return m_state; }
    [[nodiscard]] std::size_t events() const { return m_events; }

private:
    MiniRun& m_run;
    Execution m_state;
    std::size_t m_events = 0;
};

Execution begin(MiniRun& run, std::string_view name, const Value& input)
{
    StartRequest request;
    request.name = name;
    request.input = input;
    return std::move(decide(std::nullopt, command::Start {std::move(request)}, run.now, run.context)).value().state;
}

void benchChain(int length, int times)
{
    MiniRun run;
    run.workflow(chain(length));
    const Value input = MiniRun::value("{'id': 'A-1', 'applicant': {'name': 'Ann', 'income': 52000}, 'loan': {'amount': 250000}}");
    const Value output = MiniRun::value("{'v': 1, 'score': 712, 'details': {'a': [1, 2, 3], 'why': 'because'}}");
    const auto since = std::chrono::steady_clock::now();
    for (int i = 0; i < times; ++i) {
        Straight one(run, begin(run, "chain", input));
        for (TaskSlot slot = 0; slot < static_cast<TaskSlot>(length); ++slot)
            one.complete(slot, output);
        if (one.state().status != WorkflowStatus::Completed)
            std::puts("a chain did not complete");
    }
    const double took = seconds(since);
    std::printf("chain of %d, %d times: %.2f s, %.2f us per task\n", length, times, took, took * 1e6 / (1.0 * length * times));
}

void benchFork(int width, bool single)
{
    std::string branches;
    std::string names;
    for (int i = 0; i < width; ++i) {
        const std::string name = std::to_string(i);
        branches += std::string(i ? "," : "") + "[{'name': 't', 'taskReferenceName': 'a" + name + "', 'type': 'SIMPLE'}"
            + (single ? "]" : ", {'name': 't', 'taskReferenceName': 'b" + name + "', 'type': 'SIMPLE'}]");
        names += std::string(i ? "," : "") + (single ? "'a" : "'b") + name + "'";
    }
    MiniRun run;
    run.workflow("{'name': 'fork', 'tasks': [{'name': 'f', 'taskReferenceName': 'f', 'type': 'FORK_JOIN', 'forkTasks': ["
        + branches + "]}, {'name': 'j', 'taskReferenceName': 'j', 'type': 'JOIN', 'joinOn': [" + names + "]}]}");
    const auto since = std::chrono::steady_clock::now();
    Straight one(run, begin(run, "fork", Value::object()));
    const TaskSlot join = *one.state().latestByReference.find(Text("j"));
    for (TaskSlot slot = 0; slot < one.state().tasks.size(); ++slot) {
        const TaskRun* task = one.state().task(slot);
        if (!task || task->status != TaskStatus::Scheduled)
            continue;
        one.complete(slot, Value::object({{"v", static_cast<int>(slot)}}));
        one.carry(command::VisitSystemTask {join});
    }
    std::printf("fork of %d, %s: %.2f s, %s\n", width, single ? "one task each" : "two tasks each", seconds(since),
        std::string(toText(one.state().status)).c_str());
}

}  // namespace

int main()
{
    benchChain(13, 20000);
    benchChain(3000, 3);
    benchFork(10000, true);
    benchFork(10000, false);
    return 0;
}
