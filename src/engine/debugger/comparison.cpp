// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/comparison.h"

#include "engine/debugger/likevalue.h"
#include "engine/model/codec.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

namespace baton {
namespace {

/// When things happened to an attempt; event numbers.
struct TaskTimes {
    std::size_t scheduled = 0;
    std::size_t told = 0;            // the last event that changed output, status or reason
};

struct RunTimes {
    std::size_t started = 0;
    std::size_t variables = 0;
    std::size_t told = 0;
    std::vector<TaskTimes> tasks;
};

/// One side, folded.
struct Side {
    World world;
    std::unordered_map<Text, RunTimes> times;
    Text main;

    explicit Side(const RunSide& run) : main(run.workflowId)
    {
        for (std::size_t i = 0; i < run.journal->size(); ++i) {
            const Event& event = run.journal->event(i);
            apply(world, event);
            note(event, i);
        }
    }

    void note(const Event& event, std::size_t number)
    {
        if (event.workflowId.empty())
            return;
        if (main.empty() && event.started)
            main = event.workflowId;
        RunTimes& run = times[event.workflowId];
        if (event.started)
            run.started = number;
        if (event.slot == kNoTask) {
            for (const FieldChange& change : event.changes) {
                run.variables = change.field == Field::Variables ? number : run.variables;
                run.told = change.field == Field::WorkflowStatus || change.field == Field::Output ? number : run.told;
            }
            return;
        }
        if (event.slot >= run.tasks.size())
            run.tasks.resize(std::size_t {event.slot} + 1);
        TaskTimes& task = run.tasks[event.slot];
        if (event.task)
            task = {number, number};
        for (const FieldChange& change : event.changes) {
            if (change.field == Field::OutputData || change.field == Field::TaskStatus || change.field == Field::TaskReason)
                task.told = number;
        }
    }

    [[nodiscard]] const TaskTimes& timesOf(const Text& workflowId, TaskSlot slot) const
    {
        static const TaskTimes kNone;
        const auto found = times.find(workflowId);
        return found == times.end() || slot >= found->second.tasks.size() ? kNone : found->second.tasks[slot];
    }
};

struct Attempt {
    Text reference;
    int attempt;
    int again;                       // reruns give attempts of the same number
    bool operator==(const Attempt&) const = default;
};

struct AttemptHash {
    std::size_t operator()(const Attempt& one) const noexcept
    {
        return one.reference.hash() * 31 + static_cast<std::size_t>(one.attempt) * 7 + static_cast<std::size_t>(one.again);
    }
};

using Attempts = std::unordered_map<Attempt, TaskSlot, AttemptHash>;

template <typename Visit>
void forEachAttempt(const Execution& execution, const Visit& visit)
{
    std::unordered_map<Attempt, int, AttemptHash> seen;
    seen.reserve(execution.tasks.size());
    for (TaskSlot slot = 0; slot < execution.tasks.size(); ++slot) {
        if (const TaskRun* task = execution.task(slot)) {
            Attempt attempt {task->referenceTaskName, task->retryCount, 0};
            attempt.again = seen[attempt]++;
            visit(attempt, slot);
        }
    }
}

/// The work of one comparison.
class Comparer {
public:
    Comparer(const RunSide& a, const RunSide& b) : m_a(a), m_b(b) { }

    Comparison compare()
    {
        m_open.push_back({m_a.main, m_b.main, {}});
        for (std::size_t i = 0; i < m_open.size(); ++i)
            align(m_open[i].a, m_open[i].b, m_open[i].prefix);
        for (const Pair& pair : m_open)
            compareExecutions(pair.a, pair.b);
        for (std::size_t i = 0; i < m_made.tasks.size(); ++i)
            compareTask(i);
        order();
        return std::move(m_made);
    }

private:
    struct Pair {
        Text a;
        Text b;
        std::string prefix;
    };

    void align(Text idA, Text idB, const std::string prefix)
    {
        m_like.pair(idA, idB);
        const Execution* a = m_a.world.find(idA);
        const Execution* b = m_b.world.find(idB);
        Attempts inB;
        if (b) {
            inB.reserve(b->tasks.size());
            forEachAttempt(*b, [&](const Attempt& attempt, TaskSlot slot) { inB.emplace(attempt, slot); });
        }
        std::vector<TaskPair> pairs;
        std::vector<std::vector<TaskPair>> after(b ? b->tasks.size() + 1 : 1);
        std::vector<bool> common(b ? b->tasks.size() : 0, false);
        const auto make = [&](const Attempt& attempt) {
            TaskPair pair;
            pair.name = Text(prefix + attempt.reference.str());
            pair.attempt = attempt.attempt;
            pair.workflowA = idA;
            pair.workflowB = idB;
            return pair;
        };
        if (a) {
            forEachAttempt(*a, [&](const Attempt& attempt, TaskSlot slot) {
                TaskPair pair = make(attempt);
                pair.a = slot;
                if (const auto found = inB.find(attempt); found != inB.end()) {
                    pair.b = found->second;
                    common[pair.b] = true;
                }
                pairs.push_back(std::move(pair));
            });
        }
        // Where nothing came before it in both runs: at the beginning.
        std::size_t last = after.size() - 1;
        if (b) {
            forEachAttempt(*b, [&](const Attempt& attempt, TaskSlot slot) {
                if (common[slot]) {
                    last = slot;
                    return;
                }
                TaskPair pair = make(attempt);
                pair.b = slot;
                after[last].push_back(std::move(pair));
            });
        }
        const auto take = [&](std::vector<TaskPair>& group) {
            for (TaskPair& pair : group)
                m_made.tasks.push_back(std::move(pair));
            group.clear();
        };
        take(after.back());
        for (TaskPair& pair : pairs) {
            const TaskSlot slot = pair.b;
            enterChild(pair, a, b);
            m_made.tasks.push_back(std::move(pair));
            if (slot != kNoTask)
                take(after[slot]);
        }
    }

    void enterChild(const TaskPair& pair, const Execution* a, const Execution* b)
    {
        if (pair.a == kNoTask || pair.b == kNoTask)
            return;
        const TaskRun& taskA = *a->task(pair.a);
        const TaskRun& taskB = *b->task(pair.b);
        m_like.pair(taskA.taskId, taskB.taskId);
        if (!taskA.subWorkflowId.empty() && !taskB.subWorkflowId.empty() && m_a.world.find(taskA.subWorkflowId)
            && m_b.world.find(taskB.subWorkflowId))
            m_open.push_back({taskA.subWorkflowId, taskB.subWorkflowId, pair.name.str() + "/"});
    }

    void add(DifferenceKind kind, std::size_t task, const Text& a, const Text& b, std::size_t event, std::vector<Change> changes)
    {
        if (changes.size() > Difference::kMostChanges)
            changes.resize(Difference::kMostChanges);
        if (task != Difference::kNone)
            m_made.tasks[task].differs = true;
        m_made.differences.push_back({kind, task, a, b, std::move(changes), event});
    }

    void value(DifferenceKind kind, std::size_t task, const Text& a, const Text& b, std::size_t event, const Value& before, const Value& after)
    {
        if (!m_like.same(before, after))
            add(kind, task, a, b, event, diff(before, after));
    }

    void compareExecutions(const Text& idA, const Text& idB)
    {
        const Execution* a = m_a.world.find(idA);
        const Execution* b = m_b.world.find(idB);
        if (!a || !b)
            return;
        const RunTimes& times = m_a.times[idA];
        const auto both = [&](DifferenceKind kind, std::size_t event, const Value& before, const Value& after) {
            value(kind, Difference::kNone, idA, idB, event, before, after);
        };
        both(DifferenceKind::WorkflowInput, times.started, a->input, b->input);
        both(DifferenceKind::Variables, times.variables, a->variables, b->variables);
        both(DifferenceKind::WorkflowStatus, times.told, toText(a->status), toText(b->status));
        both(DifferenceKind::WorkflowOutput, times.told, a->output, b->output);
    }

    void compareTask(std::size_t index)
    {
        const TaskPair pair = m_made.tasks[index];
        if (pair.b == kNoTask || pair.a == kNoTask)
            return only(index, pair);
        const TaskRun& a = *m_a.world.find(pair.workflowA)->task(pair.a);
        const TaskRun& b = *m_b.world.find(pair.workflowB)->task(pair.b);
        const TaskTimes& times = m_a.timesOf(pair.workflowA, pair.a);
        const std::size_t before = m_made.differences.size();
        const auto both = [&](DifferenceKind kind, std::size_t event, const Value& first, const Value& second) {
            value(kind, index, pair.workflowA, pair.workflowB, event, first, second);
        };
        both(DifferenceKind::Input, times.scheduled, a.inputData, b.inputData);
        both(DifferenceKind::Outcome, times.told, toText(a.status), toText(b.status));
        both(DifferenceKind::Output, times.told, a.outputData, b.outputData);
        if (m_made.differences.size() == before && a.reasonForIncompletion != b.reasonForIncompletion)
            both(DifferenceKind::Reason, times.told, a.reasonForIncompletion, b.reasonForIncompletion);
        if (m_made.differences.size() == before || a.workflowTask == b.workflowTask)
            return;
        // What the author wrote differs, and the run with it: a cause before anything else of this task.
        const Value first = written(a);
        const Value second = written(b);
        if (first == second)
            return;
        add(DifferenceKind::Definition, index, pair.workflowA, pair.workflowB, times.scheduled, diff(first, second));
        std::rotate(m_made.differences.begin() + static_cast<std::ptrdiff_t>(before), m_made.differences.end() - 1,
                    m_made.differences.end());
    }

    static Value written(const TaskRun& task)
    {
        return task.workflowTask ? toValue(*task.workflowTask).without("taskDefinition") : Value();
    }

    void only(std::size_t index, const TaskPair& pair)
    {
        const bool inA = pair.a != kNoTask;
        std::size_t event = inA ? m_a.timesOf(pair.workflowA, pair.a).scheduled : 0;
        if (!inA) {
            // After whatever both have done before it.
            for (std::size_t i = index; i-- > 0;) {
                const TaskPair& other = m_made.tasks[i];
                if (other.workflowB != pair.workflowB || other.a == kNoTask || other.b == kNoTask)
                    continue;
                event = m_a.timesOf(other.workflowA, other.a).told;
                break;
            }
        }
        add(inA ? DifferenceKind::OnlyInA : DifferenceKind::OnlyInB, index, pair.workflowA, pair.workflowB, event, {});
    }

    void order()
    {
        const auto rank = [&](const Difference& one) {
            // A workflow's own values follow from its tasks, except its input.
            const bool isEnd = one.kind == DifferenceKind::WorkflowOutput || one.kind == DifferenceKind::WorkflowStatus;
            return std::tuple(one.event, one.kind == DifferenceKind::OnlyInB, isEnd);
        };
        std::ranges::stable_sort(m_made.differences, [&](const Difference& x, const Difference& y) { return rank(x) < rank(y); });
        if (!m_made.differences.empty())
            m_made.cause = 0;
    }

    Side m_a;
    Side m_b;
    LikeValues m_like;
    std::vector<Pair> m_open;
    Comparison m_made;
};

}  // namespace

Comparison compareRuns(const RunSide& a, const RunSide& b)
{
    if (!a.journal || !b.journal)
        return {};
    return Comparer(a, b).compare();
}

std::string_view toText(DifferenceKind kind) noexcept
{
    constexpr std::array<std::string_view, 11> kNames {"workflow input", "definition", "input", "output", "status", "reason",
        "variables", "only in the first", "only in the second", "workflow output", "workflow status"};
    return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace baton
