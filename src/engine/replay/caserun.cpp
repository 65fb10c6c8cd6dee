// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/replay/caserun.h"

#include "engine/conductor/decider.h"

#include <algorithm>

namespace baton {

namespace {

constexpr int kMostSteps = 100'000;     // of one run; a workflow that needs more does not come to an end
const Text kWorker("replay");

class ReplayContext final : public TaskContext {
public:
    ReplayContext(const Execution& execution, const TaskRun& task, const Clock& clock) : m_execution(execution), m_task(task), m_clock(clock) { }

    const Clock& clock() const override { return m_clock; }
    std::string_view taskId() const override { return m_task.taskId; }
    std::string_view workflowId() const override { return m_execution.workflowId; }
    std::string_view referenceName() const override { return m_task.referenceTaskName; }
    int attempt() const override { return m_task.retryCount; }
    std::stop_token stopToken() const override { return {}; }
    bool sideEffectsAllowed() const override { return false; }
    void log(std::string) override { }

private:
    const Execution& m_execution;
    const TaskRun& m_task;
    const Clock& m_clock;
};

std::vector<WorkflowDefPtr> definitionsOf(const ReplayPlan& plan, const ReplayVariant& variant)
{
    std::vector<WorkflowDefPtr> all = plan.library;
    all.push_back(variant.workflow);
    return all;
}

TaskStatus statusOf(TaskOutcome outcome) noexcept
{
    switch (outcome) {
    case TaskOutcome::Completed: return TaskStatus::Completed;
    case TaskOutcome::Failed: return TaskStatus::Failed;
    case TaskOutcome::FailedTerminal: return TaskStatus::FailedWithTerminalError;
    case TaskOutcome::InProgress: return TaskStatus::InProgress;
    }
    return TaskStatus::Failed;
}

RunStatus statusOf(WorkflowStatus status) noexcept
{
    switch (status) {
    case WorkflowStatus::Completed: return RunStatus::Completed;
    case WorkflowStatus::Failed: return RunStatus::Failed;
    case WorkflowStatus::TimedOut: return RunStatus::TimedOut;
    case WorkflowStatus::Terminated: return RunStatus::Terminated;
    case WorkflowStatus::Running:
    case WorkflowStatus::Paused: break;
    }
    return RunStatus::Waiting;
}

RunEnd refused(std::string problem)
{
    return {RunStatus::Refused, {}, std::move(problem)};
}

}  // namespace

/// What lives for one run: time, ids and executions begin anew with each.
struct CaseRun::Live {
    SeededIdSource ids;
    VirtualClock clock;
    Engine engine;

    Live(std::uint64_t seed, EpochMs startAt, const CaseRun& run)
        : ids(seed)
        , clock(startAt)
        , engine({run.m_definitions, run.m_environment, const_cast<CaseRun&>(run).m_evaluators, ids, {}, nullptr, run.m_cache}, clock)
    {
    }
};

CaseRun::CaseRun(const ReplayPlan& plan, const ReplayVariant& variant, ReplayHandlers handlers)
    : m_plan(plan)
    , m_variant(variant)
    , m_handlers(std::move(handlers))
    , m_definitions(definitionsOf(plan, variant), plan.taskDefs)
    , m_evaluators(makeEvaluators())
    , m_cache(std::make_shared<DefinitionCache>())
{
}

CaseRun::~CaseRun() = default;

RunEnd CaseRun::run(const Value& input, const Value& record, std::uint32_t row)
{
    m_polled.clear();
    m_mainId = {};
    m_handlers.show(record);
    m_live = std::make_unique<Live>(rowSeed(m_plan.seed, row), m_plan.startAt, *this);
    StartRequest request;
    request.name = m_variant.workflow->name;
    request.workflowDef = m_variant.workflow;
    request.input = input;
    Result<Text> id = m_live->engine.start(std::move(request));
    if (!id)
        return refused(id.error().message);
    m_mainId = *id;
    return follow();
}

ExecutionPtr CaseRun::main() const
{
    return m_live ? m_live->engine.execution(m_mainId) : nullptr;
}

// The order in which things happen is a rehearsal's: what was polled is answered first, then the first thing that is due.
RunEnd CaseRun::follow()
{
    for (int step = 0; step < kMostSteps; ++step) {
        Status done;
        if (!m_polled.empty()) {
            done = finishPolled();
        } else if (const std::optional<WorkItem> item = choose()) {
            if (item->due > m_live->clock.now()) {
                m_live->clock.advanceTo(item->due);
                m_live->engine.noteClock();
            } else {
                done = perform(*item);
            }
        } else {
            const std::vector<Waiting> waiting = asked();
            const Result<bool> answered = answer(waiting);
            if (!answered)
                return refused(answered.error().message);
            if (!*answered)
                return endOf(waiting);
        }
        if (!done)
            return refused(done.error().message);
    }
    return refused("the workflow does not come to an end");
}

RunEnd CaseRun::endOf(const std::vector<Waiting>& waiting) const
{
    const ExecutionPtr execution = main();
    if (!execution)
        return refused("the run is gone");
    RunEnd end {statusOf(execution->status), {}, {}};
    if (end.status == RunStatus::Waiting && !waiting.empty()) {
        const ExecutionPtr asking = m_live->engine.execution(waiting.front().workflowId);
        if (const TaskRun* const task = asking ? asking->task(waiting.front().slot) : nullptr)
            end.stoppedAt = task->referenceTaskName;
    } else if (end.status == RunStatus::Failed) {
        const auto failed = execution->failedReferenceTaskNames.items();
        if (!failed.empty())
            end.stoppedAt = failed.front().toText();
    }
    return end;
}

bool CaseRun::isForHand(const TaskRun& task) const
{
    if (isTerminal(task.status))
        return false;
    switch (dutyOf(task.taskType)) {
    case TaskDuty::Worker: return m_handlers.tasks->find(task.taskType) == nullptr;
    case TaskDuty::Synchronous: return task.taskType == "EVENT" && task.status == TaskStatus::InProgress;
    case TaskDuty::External: return true;
    case TaskDuty::Asynchronous: break;
    }
    if (task.taskType == "JOIN" || task.taskType == "SUB_WORKFLOW" || visitDue(task))
        return false;
    return task.status == TaskStatus::InProgress;
}

std::vector<CaseRun::Waiting> CaseRun::asked() const
{
    std::vector<Waiting> waiting;
    const World& world = m_live->engine.world();
    for (std::size_t i = 0; i < world.order.size(); ++i) {
        const Text& id = world.order[i];
        const Execution* const execution = world.find(id);
        if (execution == nullptr || isTerminal(execution->status))
            continue;
        for (const TaskSlot slot : execution->open) {
            const TaskRun* const task = execution->task(slot);
            if (task != nullptr && isForHand(*task))
                waiting.push_back({id, slot});
        }
    }
    if (!waiting.empty())
        return waiting;
    for (const WorkItem& item : m_live->engine.waiting())
        if (item.kind == WorkItem::Kind::OutsideCall && m_handlers.tasks->find(item.taskType) == nullptr)
            waiting.push_back({item.workflowId, item.slot});
    return waiting;
}

bool CaseRun::canPerform(const WorkItem& item, bool& isAsked) const
{
    switch (item.kind) {
    case WorkItem::Kind::SystemTask: return true;
    case WorkItem::Kind::Sweep: return item.due <= m_live->clock.now() || !(isAsked = isAsked || !asked().empty());
    case WorkItem::Kind::WorkerTask:
    case WorkItem::Kind::OutsideCall: break;
    }
    const ExecutionPtr execution = m_live->engine.execution(item.workflowId);
    const TaskRun* const task = execution ? execution->task(item.slot) : nullptr;
    return task != nullptr && m_handlers.tasks->find(task->taskType) != nullptr;
}

std::optional<WorkItem> CaseRun::choose() const
{
    bool isAsked = false;
    std::optional<WorkItem> first = m_live->engine.next();
    if (!first || canPerform(*first, isAsked))
        return first;
    for (WorkItem& item : m_live->engine.waiting())
        if (canPerform(item, isAsked))
            return std::move(item);
    return std::nullopt;
}

TaskResult CaseRun::attempt(const Execution& execution, const TaskRun& task, std::string_view type)
{
    ReplayContext context(execution, task, m_live->clock);
    TaskOutput output = m_handlers.tasks->run(type, withSecrets(task.inputData, m_environment), context);
    TaskResult result;
    result.workflowInstanceId = execution.workflowId;
    result.taskId = task.taskId;
    result.status = statusOf(output.outcome);
    result.outputData = std::move(output.output);
    result.reasonForIncompletion = Text(output.reason);
    result.callbackAfterSeconds = output.callbackAfter.count();
    result.workerId = kWorker;
    return result;
}

Status CaseRun::finishPolled()
{
    const Waiting polled = m_polled.front();
    m_polled.erase(m_polled.begin());
    const ExecutionPtr execution = m_live->engine.execution(polled.workflowId);
    const TaskRun* const task = execution ? execution->task(polled.slot) : nullptr;
    if (task == nullptr || task->status != TaskStatus::InProgress)
        return {};
    return m_live->engine.run(polled.workflowId, command::UpdateTask {attempt(*execution, *task, task->taskType), polled.slot});
}

Status CaseRun::perform(const WorkItem& item)
{
    if (item.kind == WorkItem::Kind::SystemTask || item.kind == WorkItem::Kind::Sweep)
        return m_live->engine.perform(item);
    if (item.kind == WorkItem::Kind::WorkerTask) {
        m_polled.push_back({item.workflowId, item.slot});
        return m_live->engine.run(item.workflowId, command::PollTask {item.slot, kWorker, item.domain});
    }
    const ExecutionPtr execution = m_live->engine.execution(item.workflowId);
    const TaskRun& task = *execution->task(item.slot);
    return m_live->engine.run(item.workflowId, command::CompleteCall {item.slot, task.taskId, attempt(*execution, task, task.taskType)});
}

Result<bool> CaseRun::answer(const std::vector<Waiting>& waiting)
{
    for (const Waiting& one : waiting) {
        const ExecutionPtr execution = m_live->engine.execution(one.workflowId);
        const TaskRun* const task = execution ? execution->task(one.slot) : nullptr;
        if (task == nullptr)
            continue;
        const auto standing = std::find_if(m_plan.answers.begin(), m_plan.answers.end(),
            [&](const StandingAnswer& a) { return task->referenceTaskName == a.referenceName || task->workflowTask->taskReferenceName == a.referenceName; });
        if (standing == m_plan.answers.end())
            continue;
        TaskResult result;
        result.workflowInstanceId = one.workflowId;
        result.taskId = task->taskId;
        result.status = TaskStatus::Completed;
        result.outputData = standing->output;
        result.workerId = kWorker;
        Status done;
        if (dutyOf(task->taskType) == TaskDuty::Worker && task->status == TaskStatus::Scheduled)
            done = m_live->engine.run(one.workflowId, command::PollTask {one.slot, kWorker, task->domain});
        if (done)
            done = m_live->engine.run(one.workflowId, command::UpdateTask {std::move(result), one.slot});
        if (!done)
            return done.error();
        return true;
    }
    return false;
}

void CaseRun::writePath(std::string& path) const
{
    path.clear();
    const World& world = m_live->engine.world();
    std::vector<std::pair<const Execution*, std::size_t>> open {{world.find(m_mainId), 0}};
    while (!open.empty()) {
        auto& [execution, slot] = open.back();
        if (execution == nullptr || slot >= execution->tasks.size()) {
            open.pop_back();
            continue;
        }
        const TaskRun* const task = execution->task(static_cast<TaskSlot>(slot++));
        if (task == nullptr)
            continue;
        if (!path.empty())
            path += ' ';
        path += task->referenceTaskName.view();
        path += ':';
        path += toText(task->status);
        if (!task->subWorkflowId.empty() && open.size() < 100)
            open.emplace_back(world.find(task->subWorkflowId), 0);
    }
}

std::size_t CaseRun::attempts() const
{
    const World& world = m_live->engine.world();
    std::size_t sum = 0;
    for (std::size_t i = 0; i < world.order.size(); ++i)
        if (const Execution* const execution = world.find(world.order[i]))
            sum += execution->tasks.size();
    return sum;
}

}  // namespace baton
