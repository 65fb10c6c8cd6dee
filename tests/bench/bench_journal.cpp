// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

// What events cost: applying them, moving in a journal of 100,000, hashing, saving and loading, importing a large execution.

#include "engine/journal/cursor.h"
#include "engine/journal/importexecution.h"
#include "engine/journal/journalfile.h"
#include "engine/model/codec.h"
#include "engine/model/statehash.h"
#include "engine/value/json.h"
#include "support/figure.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>
#include <sstream>
#include <string>
#include <vector>

using namespace baton;
using namespace baton::test;

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

constexpr std::size_t kTasksPerRun = 13;
constexpr EpochMs kStart = 1'700'000'000'000;

WorkflowDefPtr definition()
{
    auto made = std::make_shared<WorkflowDef>();
    made->name = "underwriting";
    for (std::size_t i = 0; i < kTasksPerRun; ++i) {
        auto task = std::make_shared<WorkflowTask>();
        task->name = task->taskReferenceName = Text("underwriting_task_" + std::to_string(i));
        task->inputParameters = Value::object({{"amount", "${workflow.input.amount}"}, {"score", 700}});
        task->taskDefinition = std::make_shared<TaskDef>();
        made->tasks.push_back(std::move(task));
    }
    return made;
}

Event event(EventKind kind, const Text& id, TaskSlot slot, EpochMs at, std::vector<FieldChange> changes)
{
    Event made;
    made.kind = kind;
    made.workflowId = id;
    made.slot = slot;
    made.at = at;
    made.changes = std::move(changes);
    return made;
}

Value outputOf(std::size_t number)
{
    return Value::object({{"decision", "approved"}, {"score", static_cast<int>(number % 850)}, {"rate", 0.0625},
                          {"reasons", Value::array({"income verified by the employer", "no delinquencies"})}});
}

/// One workflow of `count` tasks: four events a task.
std::vector<Event> story(const Text& id, std::size_t count, const WorkflowDefPtr& def)
{
    std::vector<Event> events;
    auto started = std::make_shared<Execution>();
    started->workflowId = id;
    started->definition = def;
    started->createTime = kStart;
    Event first = event(EventKind::WorkflowStarted, id, kNoTask, kStart, {});
    first.started = started;
    events.push_back(std::move(first));
    for (std::size_t i = 0; i < count; ++i) {
        const auto slot = static_cast<TaskSlot>(i);
        const EpochMs at = kStart + static_cast<EpochMs>(i) * 10;
        auto task = std::make_shared<TaskRun>();
        task->workflowTask = def->tasks[i % def->tasks.size()];
        task->taskId = Text(id.str() + "-" + std::to_string(i));
        task->referenceTaskName = Text(task->workflowTask->taskReferenceName.str() + "__" + std::to_string(i / kTasksPerRun));
        task->taskType = task->taskDefName = task->workflowTask->name;
        task->seq = static_cast<int>(i + 1);
        task->scheduledTime = at;
        task->inputData = outputOf(i);
        Event scheduled = event(EventKind::TaskScheduled, id, slot, at, {});
        scheduled.task = std::move(task);
        events.push_back(std::move(scheduled));
        events.push_back(event(EventKind::TaskStarted, id, slot, at + 1,
                               {{Field::TaskStatus, static_cast<int>(TaskStatus::InProgress)}, {Field::StartTime, at + 1},
                                {Field::PollCount, 1}, {Field::WorkerId, "worker-1"}}));
        events.push_back(event(EventKind::TaskCompleted, id, slot, at + 5,
                               {{Field::TaskStatus, static_cast<int>(TaskStatus::Completed)}, {Field::TaskEndTime, at + 5},
                                {Field::TaskUpdateTime, at + 5}, {Field::OutputData, outputOf(i)}}));
        events.push_back(event(EventKind::TaskExecuted, id, slot, at + 5, {{Field::Executed, true}}));
    }
    return events;
}

void benchApply()
{
    Execution execution;
    Event first = event(EventKind::TaskScheduled, "w", 0, 0, {});
    auto task = std::make_shared<TaskRun>();
    task->referenceTaskName = "a";
    first.task = std::move(task);
    apply(execution, first);
    first.task = nullptr;
    const Event change = event(EventKind::TaskCompleted, "w", 0, 5,
                               {{Field::TaskStatus, static_cast<int>(TaskStatus::Completed)}, {Field::TaskEndTime, kStart},
                                {Field::TaskUpdateTime, kStart}, {Field::OutputData, outputOf(1)}});
    World world;
    world.executions.set("w", std::make_shared<Execution>(std::move(execution)));
    Execution alone;
    {
        Event add = event(EventKind::TaskScheduled, "w", 0, 0, {});
        add.task = std::make_shared<TaskRun>();
        apply(alone, add);
    }
    constexpr int kCalls = 2'000'000;
    double best = 1e9;
    double bestWorld = 1e9;
    for (int round = 0; round < 5; ++round) {
        auto start = Clock::now();
        for (int i = 0; i < kCalls; ++i)
            apply(alone, change);
        best = std::min(best, secondsSince(start) / kCalls * 1e9);
        start = Clock::now();
        for (int i = 0; i < kCalls; ++i)
            apply(world, change);
        bestWorld = std::min(bestWorld, secondsSince(start) / kCalls * 1e9);
    }
    std::printf("4-field change in place      %8.1f ns on an execution, %.1f ns through a world\n", best, bestWorld);
}

void benchReplay()
{
    const auto def = definition();
    double best = 1e9;
    std::size_t events = 0;
    for (int round = 0; round < 5; ++round) {
        double taken = 0;
        events = 0;
        for (int i = 0; i < 400; ++i) {
            auto all = story(Text("w" + std::to_string(i)), kTasksPerRun, def);
            World world;
            const auto start = Clock::now();
            for (Event& one : all) {
                apply(world, one);
                one.task = nullptr;   // as for an engine that keeps no events
            }
            taken += secondsSince(start);
            events += all.size();
        }
        best = std::min(best, taken);
    }
    std::printf("replay, events not kept      %8.1f ns an event, %.1f ns a task (%zu events)\n",
                best / static_cast<double>(events) * 1e9, best / (400.0 * kTasksPerRun) * 1e9, events);
}

void benchCursor()
{
    MemoryJournal journal;
    for (Event& one : story("w", 25'000, definition()))
        journal.append(std::move(one));
    Cursor cursor(journal);
    auto start = Clock::now();
    cursor.toEnd();
    std::printf("cursor, first jump to end    %8.2f ms (%zu events, checkpoints made)\n", secondsSince(start) * 1e3, journal.size());
    std::mt19937_64 chance(1);
    std::vector<double> jumps;
    for (int i = 0; i < 5000; ++i) {
        const std::size_t target = chance() % (journal.size() + 1);
        start = Clock::now();
        cursor.moveTo(target);
        jumps.push_back(secondsSince(start) * 1e3);
    }
    std::sort(jumps.begin(), jumps.end());
    printFigure("jump to any event of 100,000, p95", jumps[4750], "ms", 50, 16);
    std::printf("cursor, any jump             %8.4f ms median, %.4f ms p95, %.4f ms most\n", jumps[2500], jumps[4750], jumps.back());
    std::vector<double> steps;
    cursor.toEnd();
    for (int i = 0; i < 5000; ++i) {
        start = Clock::now();
        cursor.back();
        steps.push_back(secondsSince(start) * 1e3);
    }
    std::sort(steps.begin(), steps.end());
    printFigure("step back in 100,000 events, p95", steps[4750], "ms", 16, 2);
    std::printf("cursor, step back            %8.4f ms median, %.4f ms p95, %.4f ms most\n", steps[2500], steps[4750], steps.back());

    start = Clock::now();
    const auto hash = cursor.world().stateHash();
    std::printf("state hash, %zu tasks     %8.2f ms (%llx)\n", cursor.world().find("w")->tasks.size(), secondsSince(start) * 1e3,
                static_cast<unsigned long long>(hash & 0xfff));
    std::ostringstream out;
    start = Clock::now();
    writeJournal(journal, out);
    const std::string text = out.str();
    std::printf("journal written              %8.2f ms, %.1f MB\n", secondsSince(start) * 1e3, static_cast<double>(text.size()) / 1e6);
    start = Clock::now();
    const auto loaded = readJournal(text);
    std::printf("journal read                 %8.2f ms, %zu events\n", secondsSince(start) * 1e3,
                loaded ? loaded->journal.size() : std::size_t {0});
}

void benchImport()
{
    World world;
    for (const Event& one : story("w", 13'000, definition()))
        apply(world, one);
    const std::string text = toJson(toValue(*world.find("w"), kStart));
    auto start = Clock::now();
    const auto json = parseJson(text);
    const double parsed = secondsSince(start);
    start = Clock::now();
    const auto execution = executionFrom(*json);
    const double read = secondsSince(start);
    start = Clock::now();
    const auto events = eventsOf(**execution);
    const double told = secondsSince(start);
    start = Clock::now();
    Execution folded;
    for (const Event& one : events)
        apply(folded, one);
    const double applied = secondsSince(start);
    start = Clock::now();
    const Value written = toValue(folded, kStart);
    const double wrote = secondsSince(start);
    std::printf("import, %.1f MB              %8.0f ms: parse %.0f, read %.0f, to %zu events %.0f, fold %.0f; write %.0f\n",
                static_cast<double>(text.size()) / 1e6, (parsed + read + told + applied) * 1e3, parsed * 1e3, read * 1e3,
                events.size(), told * 1e3, applied * 1e3, wrote * 1e3);
    if (written != *json)
        std::printf("import: what was written differs\n");
}

}  // namespace

int main()
{
    benchApply();
    benchReplay();
    benchCursor();
    benchImport();
    return 0;
}
