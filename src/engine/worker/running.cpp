// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/worker/core.h"

#include "engine/value/json.h"

namespace baton {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kMostRecent = 10'000;
constexpr std::size_t kMostOutputBytes = 10'240UL * 1024;   // the server ends a task with more by itself
constexpr auto kLinesEvery = 1s;
constexpr auto kStopGrace = 5s;                             // for a handler that is overdue
const Key kExternalInput("externalInputPayloadStoragePath");

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

bool isFailure(TaskOutcome outcome) noexcept
{
    return outcome == TaskOutcome::Failed || outcome == TaskOutcome::FailedTerminal;
}

std::string codeOf(const TaskOutput& output)
{
    return output.error && !output.error->code.empty() ? output.error->code : std::string("TASK_FAILED");
}

// What the server would refuse, or answer with a failure nobody understands, becomes a failure that says what to do.
TaskOutput fitted(TaskOutput output, std::size_t& bytes)
{
    bytes = toJson(output.output).size();
    if (bytes <= kMostOutputBytes)
        return output;
    TaskOutput refused = TaskOutput::failed({"OUTPUT_TOO_LARGE", "The task's output of " + std::to_string(bytes)
            + " bytes is more than the server takes (10 MiB)", Value::object({{"bytes", bytes}}), false});
    bytes = toJson(refused.output).size();
    return refused;
}

TaskOutput runHandler(const TaskRegistry& registry, const std::string& taskType, const TaskRun& task, TaskContext& context)
{
    if (task.inputData.empty() && task.unknownFields.contains(kExternalInput)) {
        return TaskOutput::failed({"EXTERNAL_INPUT", "The task's input is in external storage, which this worker does not read",
            Value::object({{"path", task.unknownFields[kExternalInput]}}), false});
    }
    return registry.run(taskType, task.inputData, context);
}

}  // namespace

void Worker::Core::run(TypePoller& poller, const InHandPtr& task)
{
    poller.takeSlot();
    ++m_slotsUsed;
    task->holdsSlot = true;
    poller.noteRunning(1);
    poller.meter().started();
    const TaskRun& run = task->task();
    if (run.pollCount <= 1 && run.scheduledTime > 0)
        poller.meter().scheduledToStarted(std::chrono::milliseconds(std::max<EpochMs>(0, m_world->time() - run.scheduledTime)));
    if (const TaskHandler* handler = m_world->setup.registry->find(poller.taskType()))
        task->deadline = handler->description().timeout > 0s ? m_world->now() + handler->description().timeout : 0s;
    m_leases.rearm(task);
    task->context = std::make_shared<RunContext>(task->view, m_world->setup.clock, m_world->setup.sideEffectsAllowed,
        [world = m_world->weak_from_this(), this, weak = std::weak_ptr(task)] {
            if (const auto still = world.lock())
                still->post([this, weak] { m_world->after(kLinesEvery, [this, weak] { sendLines(weak); }); });
        });
    m_world->tell(task->event(WorkerEventKind::TaskStarted));
    m_world->setup.pool->run(poller.taskType(), [world = m_world, registry = m_world->setup.registry, type = poller.taskType(),
                                                    context = task->context, view = task->view, task, this]() mutable {
        const auto began = world->now();
        TaskOutput output = runHandler(*registry, type, *view.task, *context);
        const auto took = world->now() - began;
        std::size_t bytes = 0;
        output = fitted(std::move(output), bytes);
        world->post([this, task = std::move(task), output = std::move(output), took, bytes]() mutable {
            finished(task, std::move(output), took, bytes);
        });
    });
}

void Worker::Core::finished(const InHandPtr& task, TaskOutput output, std::chrono::nanoseconds took, std::size_t bytes)
{
    TypePoller* poller = pollerOf(task->taskType);
    const bool failed = isFailure(output.outcome);
    poller->noteRunning(-1);
    poller->meter().executed(took, !failed);
    poller->meter().resultSize(bytes);
    if (failed)
        poller->meter().executeFailed(codeOf(output));
    WorkerEvent event = task->event(WorkerEventKind::TaskFinished);
    event.status = statusOf(output.outcome);
    event.took = took;
    event.detail = failed ? output.reason : std::string();
    m_world->tell(std::move(event));
    if (task->stage == InHand::Stage::Stuck) {
        m_stuck.erase(task);
        poller->noteStuck(-1);
        releaseSlot(*task);
        drainStep();
        return;
    }
    task->finishedAt = m_world->now();
    // Asked to stop because the worker stops: whoever gets it next shall not pay for that with an attempt.
    if (m_drain && task->cancelled && output.outcome == TaskOutcome::Failed) {
        noteHandedBack();
        poller->meter().handedBack();
        answer(task, handBackResult(*task));
        return;
    }
    if (m_drain)
        noteFinished();
    TaskResult result = resultFor(*task, statusOf(output.outcome), std::move(output.output));
    result.reasonForIncompletion = Text(output.reason);
    result.callbackAfterSeconds = output.callbackAfter.count();
    result.logs = gathered(task->context->takeLines());
    answer(task, std::move(result));
}

TaskResult Worker::Core::resultFor(const InHand& task, TaskStatus status, Value output) const
{
    TaskResult result;
    result.workflowInstanceId = task.workflowId();
    result.taskId = task.task().taskId;
    result.status = status;
    result.outputData = std::move(output);
    const TypePoller* poller = pollerOf(task.taskType);
    result.workerId = poller != nullptr ? poller->workerId() : m_ownId;
    return result;
}

TaskResult Worker::Core::handBackResult(const InHand& task) const
{
    return resultFor(task, TaskStatus::InProgress, task.task().outputData);
}

void Worker::Core::answer(const InHandPtr& task, TaskResult result)
{
    task->stage = InHand::Stage::Answered;
    if (task->finishedAt == 0ns)
        task->finishedAt = m_world->now();
    m_leases.rearm(task);
    m_courier.submit({.origin = m_world->setup.origin, .taskType = task->taskType, .referenceName = task->task().referenceTaskName,
        .result = std::move(result), .createdAt = m_world->time()}, task);
}

void Worker::Core::cancel(InHand& task, const std::string& why)
{
    if (task.cancelled)
        return;
    task.cancelled = true;
    m_world->setup.metrics->task(task.taskType.view()).cancelled();
    WorkerEvent event = task.event(WorkerEventKind::TaskCancelled);
    event.detail = why;
    m_world->tell(std::move(event));
    if (task.context)
        task.context->requestStop();
}

void Worker::Core::overdue(InHand& task)
{
    if (task.context)
        task.context->requestStop();
    WorkerEvent event = task.event(WorkerEventKind::TaskCancelled);
    event.detail = "it has used up its time";
    m_world->tell(std::move(event));
    m_world->setup.metrics->task(task.taskType.view()).cancelled();
    const auto found = m_hand.find(task.task().taskId);
    if (found == m_hand.end())
        return;
    m_world->after(kStopGrace, [this, weak = std::weak_ptr(found->second)] {
        const InHandPtr still = weak.lock();
        if (!still || still->stage != InHand::Stage::Running)
            return;
        const TaskOutput output = TaskOutput::failed({"TASK_TIMEOUT", "The task's handler did not return in time", {}, true});
        TaskResult result = resultFor(*still, TaskStatus::Failed, output.output);
        result.reasonForIncompletion = Text(output.reason);
        giveUpOn(still, std::move(result), "it does not return");
    });
}

// Answers for a handler that does not return. Its thread, and so its slot, stay taken.
void Worker::Core::giveUpOn(const InHandPtr& task, TaskResult result, const std::string& why)
{
    WorkerEvent event = task->event(WorkerEventKind::TaskStuck);
    event.detail = why;
    m_world->tell(std::move(event));
    pollerOf(task->taskType)->noteStuck(1);
    const auto ghost = std::make_shared<InHand>(InHand {.view = task->view, .taskType = task->taskType});
    m_hand[task->task().taskId] = ghost;
    ghost->leaseTime = task->leaseTime;
    ghost->cancelled = task->cancelled;
    m_leases.release(*task);
    m_leases.keep(ghost, pollerOf(task->taskType)->plan().leaseExtend);
    result.logs = gathered(task->context->takeLines());
    task->stage = InHand::Stage::Stuck;
    m_stuck.insert(task);
    answer(ghost, std::move(result));
}

void Worker::Core::sendLines(const std::weak_ptr<InHand>& weak)
{
    const InHandPtr task = weak.lock();
    if (!task || task->stage != InHand::Stage::Running)
        return;
    std::string text;
    for (const TaskLog& line : task->context->takeLines())
        text.append(text.empty() ? "" : "\n").append(line.log.view());
    if (!text.empty())
        m_world->tasks().addLog(task->task().taskId, Text(text), [](const Status&) { });
}

void Worker::Core::journaled(Letter& letter)
{
    if (letter.task)
        releaseSlot(*letter.task);
}

void Worker::Core::settled(Letter& letter)
{
    const Text& id = letter.entry.result.taskId;
    m_courier.desk().letGo(id);
    if (letter.task) {
        releaseSlot(*letter.task);
        m_leases.release(*letter.task);
        const auto found = m_hand.find(id);
        if (found != m_hand.end() && found->second == letter.task)
            m_hand.erase(found);
    }
    if (m_recent.insert_or_assign(id, letter.task ? letter.task->task().pollCount : 0).second)
        m_recentOrder.push_back(id);
    if (m_recentOrder.size() > kMostRecent) {
        m_recent.erase(m_recentOrder.front());
        m_recentOrder.pop_front();
    }
    drainStep();
}

void Worker::Core::releaseSlot(InHand& task)
{
    if (!std::exchange(task.holdsSlot, false))
        return;
    --m_slotsUsed;
    pollerOf(task.taskType)->freeSlot();
    considerSoon();
}

}  // namespace baton
