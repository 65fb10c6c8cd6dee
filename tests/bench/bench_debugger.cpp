// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

// What the debugger costs: steps, jumps, forks, breakpoints, provenance, comparison, opening a large execution.

#include "engine/debugger/branchtree.h"
#include "engine/debugger/comparison.h"
#include "engine/debugger/debugger.h"
#include "engine/debugger/postmortem.h"
#include "engine/debugger/provenance.h"
#include "engine/model/codec.h"
#include "engine/value/json.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include <unistd.h>

using namespace baton;

namespace {

using SteadyClock = std::chrono::steady_clock;

double msSince(SteadyClock::time_point start)
{
    return std::chrono::duration<double, std::milli>(SteadyClock::now() - start).count();
}

double residentMb()
{
    std::ifstream file("/proc/self/statm");
    long size = 0;
    long resident = 0;
    file >> size >> resident;
    return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

void say(const char* what, double value, const char* unit, const char* target)
{
    std::printf("%-62s %10.3f %-4s  (%s)\n", what, value, unit, target);
}

class Answering final : public TaskHandler {
public:
    explicit Answering(std::size_t bumped) : m_bumped(bumped) { m_description.name = "t"; }
    const TaskDescription& description() const override { return m_description; }
    TaskOutput execute(const Value& input, TaskContext&) override
    {
        const std::int64_t n = input["n"].asInteger();
        return TaskOutput::completed(Value::object({{"n", n + 1 + (static_cast<std::size_t>(n) == m_bumped ? 1000 : 0)}, {"score", n % 850}, {"note", "answered by the worker"}}));
    }

private:
    TaskDescription m_description;
    std::size_t m_bumped;
};

/// `count` tasks in a row, each reading the one before.
RehearsalSetup row(std::size_t count, std::size_t bumped = 1'000'000'000)
{
    auto definition = std::make_shared<WorkflowDef>();
    definition->name = "row";
    std::string before = "${workflow.input.n}";
    for (std::size_t i = 0; i < count; ++i) {
        auto task = std::make_shared<WorkflowTask>();
        task->name = "t";
        task->taskReferenceName = Text("t" + std::to_string(i));
        task->inputParameters = Value::object({{"n", before}, {"fixed", 7}});
        before = "${t" + std::to_string(i) + ".output.n}";
        definition->tasks.push_back(std::move(task));
    }
    definition->outputParameters = Value::object({{"n", before}});
    RehearsalSetup setup;
    setup.workflow = definition;
    setup.input = Value::object({{"n", 0}});
    setup.startAt = 1'000'000;
    auto handlers = std::make_shared<TaskRegistry>();
    (void)handlers->add(std::make_shared<Answering>(bumped));
    setup.handlers = handlers;
    return setup;
}

std::unique_ptr<Rehearsal> started(RehearsalSetup setup)
{
    auto made = Rehearsal::start(std::move(setup));
    if (!made) {
        std::fprintf(stderr, "%s\n", made.error().oneLine().c_str());
        std::exit(1);
    }
    return std::move(made).value();
}

double percentile(std::vector<double> values, double part)
{
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(static_cast<double>(values.size() - 1) * part)];
}

void steps()
{
    auto run = started(row(1000));
    Debugger debugger(*run);
    std::vector<double> forward;
    for (bool more = true; more;) {
        const auto begin = SteadyClock::now();
        more = debugger.move(Move::Event).report.stop == StepReport::Stop::Moved;
        forward.push_back(msSince(begin));
    }
    say("step forward, 1,000 tasks, p95", percentile(forward, 0.95), "ms", "must 16, aim 2");
    std::vector<double> back;
    while (run->position() > 0) {
        const auto begin = SteadyClock::now();
        debugger.move(Move::BackEvent);
        back.push_back(msSince(begin));
    }
    say("step back, 1,000 tasks, p95", percentile(back, 0.95), "ms", "must 16, aim 2");
}

void jumps(Rehearsal& run)
{
    std::vector<double> times;
    std::size_t position = 17;
    run.moveTo(run.journal().size());
    for (int i = 0; i < 2000; ++i) {
        position = (position * 7919 + 104729) % run.journal().size();
        const auto begin = SteadyClock::now();
        run.moveTo(position);
        times.push_back(msSince(begin));
    }
    std::printf("(%zu events)\n", run.journal().size());
    say("jump to any event, p95", percentile(times, 0.95), "ms", "must 50, aim 16");
    say("jump to any event, worst", percentile(times, 1), "ms", "must 50");
}

void forks()
{
    auto run = started(row(1000));
    run->run();
    std::vector<double> times;
    std::vector<std::unique_ptr<Rehearsal>> all;
    const double before = residentMb();
    for (std::size_t i = 0; i < 1000; ++i) {
        const auto begin = SteadyClock::now();
        auto made = run->fork((i * 4) % run->journal().size() + 1);
        times.push_back(msSince(begin));
        if (made)
            all.push_back(std::move(made).value());
    }
    say("fork of a 1,000-task run, p95", percentile(times, 0.95), "ms", "target 5");
    say("memory of 1,000 such forks", residentMb() - before, "MB", "target 100");
    const auto begin = SteadyClock::now();
    for (std::size_t i = 0; i < 100; ++i)
        (void)withEdit(*run, run->journal().size() / 2, run->mainWorkflowId(), edit::Output {static_cast<TaskSlot>(i + 300), Value::object({{"n", 1}})});
    say("edit of an output, mean", msSince(begin) / 100, "ms", "target 5");
}

double runOnce(std::size_t tasks, std::size_t breakpoints)
{
    auto run = started(row(tasks));
    Debugger debugger(*run);
    for (std::size_t i = 0; i < breakpoints; ++i) {
        Breakpoint one;
        one.at = BreakAt::Condition;
        one.expression = "t" + std::to_string(i % tasks) + ".output.score > " + std::to_string(2000 + i);
        (void)debugger.breakpoints().add(std::move(one));
    }
    (void)debugger.hits();   // makes the set ready, once for all runs of a session
    const auto begin = SteadyClock::now();
    debugger.move(Move::Run);
    return msSince(begin);
}

void breakpoints()
{
    for (const std::size_t tasks : {std::size_t {13}, std::size_t {1000}}) {
        const int rounds = tasks < 100 ? 301 : 15;
        std::vector<double> bare;
        std::vector<double> watched;
        for (int i = 0; i < rounds; ++i) {
            bare.push_back(runOnce(tasks, 0));
            watched.push_back(runOnce(tasks, 1000));
        }
        const double without = percentile(bare, 0.5);
        const double with = percentile(watched, 0.5);
        std::printf("run of %zu tasks: %.3f ms bare, %.3f ms with 1,000 conditional breakpoints\n", tasks, without, with);
        say("  slower by", (with / without - 1) * 100, "%", "target 10");
    }
}

void firstTime(Rehearsal& run)
{
    Debugger debugger(run);
    const auto begin = SteadyClock::now();
    const auto found = debugger.firstTime("t" + std::to_string(9990) + ".output.score >= 0");
    say("first time a condition was true", msSince(begin), "ms", "target 200 in 100,000 events");
    if (!found || !*found)
        std::printf("not found\n");
}

void provenance(Rehearsal& run)
{
    run.moveTo(run.journal().size());
    const Execution& execution = *run.world().find(run.mainWorkflowId());
    Provenance chains(run.journal());
    const auto first = SteadyClock::now();
    (void)chains.origins(valueRefFrom("workflow.output.n", execution).value(), run.journal().size());
    say("provenance, first question (takes in the journal)", msSince(first), "ms", "");
    std::vector<double> times;
    for (int i = 100; i < 1100; i += 10) {
        const ValueRef place = valueRefFrom("t" + std::to_string(i) + ".output.n", execution).value();
        const auto begin = SteadyClock::now();
        (void)chains.origins(place, run.journal().size());
        times.push_back(msSince(begin));
    }
    say("provenance, chain of up to 1,000 steps, p95", percentile(times, 0.95), "ms", "target 20");
    const ValueRef income = valueRefFrom("t9000.output.n", execution).value();
    const auto begin = SteadyClock::now();
    const auto uses = chains.uses(income, run.journal().size());
    say("what a value went into", msSince(begin), "ms", "target 20");
    std::printf("(%zu uses)\n", uses.size());
}

void comparison()
{
    auto a = started(row(10'000));
    auto b = started(row(10'000, 5'000));
    a->run();
    b->run();
    const auto begin = SteadyClock::now();
    const Comparison compared = compareRuns({&a->journal(), {}}, {&b->journal(), {}});
    say("comparison of 2 x 10,000 tasks", msSince(begin), "ms", "target 200");
    const Difference& cause = compared.differences[compared.cause];
    std::printf("(first cause: %s of %s)\n", std::string(toText(cause.kind)).c_str(), compared.tasks[cause.task].name.str().c_str());
}

void largeExecution()
{
    auto run = started(row(20'000));
    run->run();
    const Execution& execution = *run->world().find(run->mainWorkflowId());
    const std::string json = toJson(toValue(execution, run->world().now));
    const auto begin = SteadyClock::now();
    const auto parsed = parseJson(json);
    auto opened = openExecution(*parsed);
    const double total = msSince(begin);
    std::printf("(%.1f MB of JSON)\n", static_cast<double>(json.size()) / 1e6);
    say("open an execution, per 50 MB", total * 50e6 / static_cast<double>(json.size()), "ms", "target 2,000");
    say("open that execution", total, "ms", "");
}

}  // namespace

int main()
{
    steps();
    forks();
    breakpoints();
    auto large = started(row(10'000));
    large->run();
    jumps(*large);
    firstTime(*large);
    provenance(*large);
    comparison();
    largeExecution();
    return 0;
}
