// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/worker/core.h"

namespace baton {
namespace {

using namespace std::chrono_literals;

constexpr std::int64_t kMostStranded = 100;
constexpr auto kAskAgain = 5s;

}  // namespace

void Worker::Core::arrived(TypePoller& poller, std::vector<TaskView> tasks)
{
    for (TaskView& view : tasks) {
        if (view.task)
            receive(poller, std::move(view));
    }
}

void Worker::Core::receive(TypePoller& poller, TaskView view)
{
    const Text& id = view.task->taskId;
    if (const auto known = m_hand.find(id); known != m_hand.end() && known->second->stage == InHand::Stage::Running) {
        poller.meter().duplicate();
        m_world->tell(known->second->event(WorkerEventKind::TaskDuplicate));
        return;
    }
    // A poll's answer that was overtaken: the task was claimed and is done.
    if (const auto recent = m_recent.find(id); recent != m_recent.end() && recent->second >= view.task->pollCount) {
        poller.meter().duplicate();
        return;
    }
    if (isAnsweredAlready(poller, view))
        return;
    if (m_phase != WorkerPhase::Running) {
        handBack(poller, std::move(view), "the worker is stopping");
        return;
    }
    if (poller.freeSlots() <= 0 || freeOverall() <= 0) {
        handBack(poller, std::move(view), "more tasks came than were asked for");
        return;
    }
    run(poller, takeInHand(poller, std::move(view)));
}

// The same task again although its result is on the way, or a new attempt of a task that was completed here unheard.
bool Worker::Core::isAnsweredAlready(TypePoller& poller, const TaskView& view)
{
    if (const LetterPtr letter = m_courier.pending(view.task->taskId)) {
        if (!isTerminal(letter->entry.result.status)) {
            m_courier.markTaken(letter);   // it came back as that result had asked
            return false;
        }
        poller.meter().duplicate();
        m_world->tell(letter->event(WorkerEventKind::TaskDuplicate));
        m_courier.hurry();
        return true;
    }
    const Text& earlier = view.task->retriedTaskId.empty() ? view.task->taskId : view.task->retriedTaskId;
    const std::shared_ptr<const TaskResult> known = m_courier.unusedResult(earlier);
    if (!known)
        return false;
    poller.meter().duplicate();
    const InHandPtr task = takeInHand(poller, view);
    m_world->tell(task->event(WorkerEventKind::TaskAnsweredAgain));
    TaskResult again = resultFor(*task, TaskStatus::Completed, known->outputData);
    again.externalOutputPayloadStoragePath = known->externalOutputPayloadStoragePath;
    answer(task, std::move(again));
    return true;
}

InHandPtr Worker::Core::takeInHand(TypePoller& poller, TaskView view)
{
    const auto task = std::make_shared<InHand>(InHand {.view = std::move(view), .taskType = Text(poller.taskType())});
    m_hand[task->task().taskId] = task;
    m_leases.keep(task, poller.plan().leaseExtend);
    m_courier.desk().take({task->task().taskId, task->workflowId(), task->taskType, task->task().referenceTaskName,
        m_world->setup.origin});
    m_world->tell(task->event(WorkerEventKind::TaskReceived));
    return task;
}

void Worker::Core::handBack(TypePoller& poller, TaskView view, const std::string& why)
{
    poller.meter().handedBack();
    const InHandPtr task = takeInHand(poller, std::move(view));
    WorkerEvent event = task->event(WorkerEventKind::TaskHandedBack);
    event.detail = why;
    m_world->tell(std::move(event));
    if (m_drain)
        noteHandedBack();
    answer(task, handBackResult(*task));
}

// A poll whose answer was lost may have put tasks into our hands; the server lists them under our name.
void Worker::Core::claimStranded(TypePoller& poller)
{
    if (poller.workerId() != m_ownId)
        return;   // another process may use the same name
    m_world->tasks().inProgress(Text(poller.taskType()), 0, kMostStranded,
        m_world->reply<std::vector<TaskView>>([this, &poller](Result<std::vector<TaskView>> tasks) {
            if (!tasks)
                return;
            for (TaskView& view : *tasks) {
                if (!view.task || view.task->status != TaskStatus::InProgress || view.task->workerId != m_ownId)
                    continue;
                const Text& id = view.task->taskId;
                if (m_hand.contains(id) || m_courier.pending(id))
                    continue;
                receive(poller, std::move(view));
            }
        }));
}

void Worker::Core::claimAll()
{
    for (const auto& [type, poller] : m_pollers)
        claimStranded(*poller);
}

// What a process that died had in hand goes back on the queue now, not when the server's patience ends.
void Worker::Core::giveBackHeld(const HeldTask& task)
{
    m_world->tasks().task(task.taskId, m_world->reply<TaskView>([this, task](Result<TaskView> answer) {
        giveBack(task, answer);
    }));
}

void Worker::Core::giveBack(const HeldTask& held, const Result<TaskView>& answer)
{
    if (!answer && answer.error().code != ErrorCode::NotFound) {
        m_world->after(kAskAgain, [this, held] { giveBackHeld(held); });
        return;
    }
    if (!answer || !answer->task || answer->task->status != TaskStatus::InProgress || m_hand.contains(held.taskId)) {
        m_courier.desk().letGo(held.taskId);
        return;
    }
    TypePoller* poller = pollerOf(held.taskType);
    if (poller == nullptr) {
        m_courier.desk().letGo(held.taskId);
        return;
    }
    handBack(*poller, *answer, "an earlier process of this worker ended with it in hand");
}

}  // namespace baton
