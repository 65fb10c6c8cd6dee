// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decider/minirun.h"

#include "engine/model/codec.h"

#include <algorithm>

namespace baton::test {

namespace {

std::string lookUp(const std::map<std::string, std::string, std::less<>>& map, std::string_view name, bool& found)
{
    const auto it = map.find(name);
    found = it != map.end();
    return found ? it->second : std::string();
}

std::optional<std::string> find(const std::map<std::string, std::string, std::less<>>& map, std::string_view name)
{
    bool found = false;
    std::string value = lookUp(map, name, found);
    return found ? std::optional<std::string>(std::move(value)) : std::nullopt;
}

}  // namespace

WorkflowDefPtr TestSources::workflow(std::string_view name, std::optional<int> version) const
{
    const auto found = workflows.find(name);
    if (found == workflows.end())
        return nullptr;
    if (!version)
        return found->second.rbegin()->second;
    const auto one = found->second.find(*version);
    return one == found->second.end() ? nullptr : one->second;
}

TaskDefPtr TestSources::task(std::string_view name) const
{
    const auto found = tasks.find(name);
    return found == tasks.end() ? nullptr : found->second;
}

std::optional<std::string> TestSources::workflowEnvironment(std::string_view name) const
{
    return find(environment, name);
}

std::optional<std::string> TestSources::systemVariable(std::string_view name) const
{
    return find(environment, "system." + std::string(name));
}

std::optional<std::string> TestSources::secret(std::string_view name) const
{
    return find(secrets, name);
}

MiniRun::MiniRun()
    : evaluators(makeEvaluators())
    , context {sources, sources, evaluators, ids}
{
}

Value MiniRun::value(std::string_view json)
{
    std::string text(json);
    std::replace(text.begin(), text.end(), '\'', '"');
    return parseJson(text).valueOr(Value("this is no JSON: " + text));
}

std::string MiniRun::dump(const Text& workflowId)
{
    for (std::size_t i = 0; i < m_world.order.size(); ++i) {
        if (const Execution* execution = m_world.find(m_world.order[i]))
            m_dump.name(execution->workflowId, execution->definition->name.str());
    }
    return m_dump.print((*this)[workflowId]);
}

void MiniRun::taskDef(std::string_view json)
{
    const Result<TaskDefPtr> read = taskDefFrom(value(json));
    if (!read)
        m_problem = read.error().oneLine();
    else
        sources.tasks[(*read)->name.str()] = *read;
}

void MiniRun::workflowFrom(const Value& json)
{
    const Result<WorkflowDefPtr> read = workflowDefFrom(json);
    if (!read)
        m_problem = read.error().oneLine();
    else
        sources.workflows[(*read)->name.str()][(*read)->version] = *read;
}

Text MiniRun::start(std::string_view name, std::string_view input)
{
    StartRequest request;
    request.name = name;
    request.input = value(input);
    return start(std::move(request));
}

Text MiniRun::start(StartRequest request)
{
    error.clear();
    Result<Outcome> outcome = decide(std::nullopt, command::Start {std::move(request)}, now, context);
    if (!outcome) {
        error = outcome.error().message;
        return {};
    }
    const Text id = outcome->state.workflowId;
    for (const Event& event : outcome->events)
        apply(m_world, event);
    if (m_world.find(id)->stateHash() != outcome->state.stateHash())
        m_problem = "the events of a start do not give its state";
    events.insert(events.end(), outcome->events.begin(), outcome->events.end());
    for (Effect& effect : outcome->effects)
        m_effects.emplace_back(id, std::move(effect));
    if (m_performing)
        return id;
    m_last = id;
    settle();
    return id;
}

Status MiniRun::run(const Text& workflowId, const Command& command)
{
    error.clear();
    Status done = carryOut(workflowId, command);
    if (!done)
        error = done.error().message;
    settle();
    return done;
}

Status MiniRun::retry(const Text& workflowId, bool resume)
{
    for (const AddressedCommand& one : retryCommands(m_world, workflowId, {resume})) {
        if (Status done = run(one.workflowId, one.command); !done)
            return done;
    }
    return {};
}

Status MiniRun::rerun(const Text& workflowId, command::Rerun command)
{
    for (const AddressedCommand& one : rerunCommands(m_world, workflowId, command)) {
        if (Status done = run(one.workflowId, one.command); !done)
            return done;
    }
    return {};
}

Status MiniRun::carryOut(const Text& workflowId, const Command& command)
{
    const Execution* before = m_world.find(workflowId);
    if (!before)
        return Error {.code = ErrorCode::NotFound, .message = "there is no such execution"};
    Execution folded = *before;
    Result<Outcome> outcome = decide(*before, command, now, context);
    if (!outcome)
        return std::move(outcome).error();
    for (const Event& event : outcome->events) {
        apply(folded, event);
        apply(m_world, event);
    }
    // Of large executions only now and then: it costs as much as they are large.
    if ((folded.tasks.size() < 50 || events.size() % 101 == 0) && folded.stateHash() != outcome->state.stateHash())
        m_problem = "folding the events does not give the state";
    if (folded.open != outcome->state.open || folded.lastSeq != outcome->state.lastSeq)
        m_problem = "folding the events does not give the indexes";
    events.insert(events.end(), outcome->events.begin(), outcome->events.end());
    for (Effect& effect : outcome->effects)
        m_effects.emplace_back(workflowId, std::move(effect));
    return {};
}

void MiniRun::settle()
{
    if (m_performing)
        return;
    m_performing = true;
    for (int round = 0; round < 100'000; ++round) {
        if (!m_effects.empty()) {
            const auto [workflowId, effect] = std::move(m_effects.front());
            m_effects.pop_front();
            perform(workflowId, effect);
        } else if (!visitDueTasks()) {
            break;
        }
    }
    m_performing = false;
}

// One round over all system tasks; joins look each time, as long as that changes more than their count of looks.
bool MiniRun::visitDueTasks()
{
    bool changed = false;
    for (std::size_t i = 0; i < m_world.order.size(); ++i) {
        const Text workflowId = m_world.order[i];
        const Execution* execution = m_world.find(workflowId);
        if (!execution || isTerminal(execution->status))
            continue;
        for (const TaskSlot slot : std::vector<TaskSlot>(execution->open)) {
            const TaskRun* task = m_world.find(workflowId)->task(slot);
            if (!task || dutyOf(task->taskType) != TaskDuty::Asynchronous || isTerminal(task->status))
                continue;
            const bool isCalled = std::any_of(calls.begin(), calls.end(),
                [&](const effect::Call& call) { return call.taskId == task->taskId; });
            const bool isWaitingJoin = task->taskType == "JOIN" && task->status == TaskStatus::InProgress;
            const std::optional<EpochMs> due = visitDue(*task);
            if (isCalled || (!isWaitingJoin && (!due || *due > now)))
                continue;
            const TaskStatus status = task->status;
            const Value output = task->outputData;
            (void)carryOut(workflowId, command::VisitSystemTask {slot});
            const TaskRun* after = m_world.find(workflowId)->task(slot);
            changed = changed || !m_effects.empty() || !after || after->status != status || after->outputData != output;
        }
    }
    return changed;
}

void MiniRun::perform(const Text& workflowId, const Effect& effect)
{
    if (const auto* child = std::get_if<effect::StartChild>(&effect))
        startChild(workflowId, *child);
    else if (const auto* other = std::get_if<effect::StartWorkflow>(&effect))
        (void)start(other->request);
    else if (const auto* failure = std::get_if<effect::StartFailureWorkflow>(&effect)) {
        const Text id = start(failure->request);
        (void)carryOut(workflowId, command::FailureWorkflowStarted {id, id.empty() ? Text(error) : Text()});
    } else if (const auto* stop = std::get_if<effect::TerminateChild>(&effect))
        (void)carryOut(stop->workflowId, command::Terminate {stop->reason});
    else if (const auto* again = std::get_if<effect::RetryChild>(&effect)) {
        if (!carryOut(again->workflowId, command::Retry {})) {
            const ExecutionPtr refused = *m_world.executions.find(again->workflowId);
            (void)carryOut(refused->parentWorkflowId, command::ChildChanged {refused->parentWorkflowTaskId, refused});
        }
    } else if (const auto* notice = std::get_if<effect::NotifyParent>(&effect))
        tellParent(workflowId, *notice);
    else if (const auto* call = std::get_if<effect::Call>(&effect))
        calls.push_back(*call);
    else if (const auto* message = std::get_if<effect::Publish>(&effect))
        published.push_back(*message);
}

void MiniRun::startChild(const Text& parent, const effect::StartChild& child)
{
    const Execution* there = m_world.find(child.request.workflowId);
    Text id = child.request.workflowId;
    StartRequest request = child.request;
    if (there && isTerminal(there->status) && !isSuccessful(there->status)) {
        request.workflowId = Text(ids.nextId());
        there = nullptr;
    }
    if (!there)
        id = start(request);
    if (id.empty()) {
        (void)carryOut(parent, command::ChildNotStarted {child.slot, child.taskId, Text(error)});
        return;
    }
    (void)carryOut(parent, command::ChildStarted {child.slot, child.taskId, id});
    const ExecutionPtr* started = m_world.executions.find(id);
    if (started && isTerminal((*started)->status))
        (void)carryOut(parent, command::ChildChanged {child.taskId, *started});
}

void MiniRun::tellParent(const Text& child, const effect::NotifyParent& notice)
{
    if (notice.revived) {
        (void)carryOut(notice.parentWorkflowId, command::ChildRevived {notice.parentTaskId, child, notice.story});
        return;
    }
    if (const ExecutionPtr* execution = m_world.executions.find(child))
        (void)carryOut(notice.parentWorkflowId, command::ChildChanged {notice.parentTaskId, *execution});
}

std::optional<std::pair<Text, TaskSlot>> MiniRun::poll(std::string_view type)
{
    for (std::size_t i = 0; i < m_world.order.size(); ++i) {
        const Text workflowId = m_world.order[i];
        const Execution* execution = m_world.find(workflowId);
        for (TaskSlot slot = 0; execution && slot < execution->tasks.size(); ++slot) {
            const TaskRun* task = execution->task(slot);
            if (!task || task->taskType != type || task->status != TaskStatus::Scheduled)
                continue;
            const std::int64_t delay = task->callbackAfterMs > 0 ? task->callbackAfterMs : task->callbackAfterSeconds * 1000;
            const EpochMs from = task->pollCount > 0 ? task->updateTime : task->scheduledTime;
            if (from + delay > now)
                continue;
            if (!run(workflowId, command::PollTask {slot, "tester", {}}))
                continue;
            return std::pair(workflowId, slot);
        }
    }
    return std::nullopt;
}

bool MiniRun::work(std::string_view type, std::string_view status, std::string_view output, std::string_view reason)
{
    const auto place = poll(type);
    if (!place)
        return false;
    TaskResult result;
    result.status = taskStatusFrom(status).value_or(TaskStatus::Failed);
    result.outputData = value(output);
    result.reasonForIncompletion = reason;
    return update(place->first, place->second, std::move(result)).ok();
}

Status MiniRun::update(const Text& workflowId, TaskSlot slot, TaskResult result)
{
    result.workflowInstanceId = workflowId;
    result.taskId = (*this)[workflowId].task(slot)->taskId;
    result.workerId = "tester";
    return run(workflowId, command::UpdateTask {std::move(result), slot});
}

std::optional<EpochMs> MiniRun::nextTimer() const
{
    std::optional<EpochMs> soonest;
    const auto keep = [&](std::optional<EpochMs> due) {
        if (due && *due > now && (!soonest || *due < *soonest))
            soonest = due;
    };
    for (std::size_t i = 0; i < m_world.order.size(); ++i) {
        const Execution* execution = m_world.find(m_world.order[i]);
        if (!execution || isTerminal(execution->status))
            continue;
        keep(nextDeadline(*execution));
        for (const TaskSlot slot : execution->open)
            keep(visitDue(*execution->task(slot)));
    }
    return soonest;
}

void MiniRun::advanceMs(std::int64_t milliseconds)
{
    const EpochMs end = now + milliseconds;
    for (std::optional<EpochMs> next = nextTimer(); next && *next <= end; next = nextTimer()) {
        now = *next;
        for (std::size_t i = 0; i < m_world.order.size(); ++i) {
            const Execution* execution = m_world.find(m_world.order[i]);
            const std::optional<EpochMs> deadline = execution ? nextDeadline(*execution) : std::nullopt;
            if (deadline && *deadline <= now)
                (void)run(m_world.order[i], command::Decide {});
        }
        settle();
    }
    now = end;
    settle();
}

Text MiniRun::childOf(const Text& workflowId, std::string_view reference) const
{
    return task(workflowId, reference).subWorkflowId;
}

TaskSlot MiniRun::slot(const Text& workflowId, std::string_view reference) const
{
    const TaskSlot* found = (*this)[workflowId].latestByReference.find(Text(reference));
    return found ? *found : kNoTask;
}

const TaskRun& MiniRun::task(const Text& workflowId, std::string_view reference) const
{
    static const TaskRun kNone;
    const TaskRun* found = (*this)[workflowId].latest(reference);
    return found ? *found : kNone;
}

}  // namespace baton::test
