// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/embedded/core.h"

#include "engine/conductor/definitionindex.h"
#include "engine/conductor/embedded/scriptthread.h"
#include "engine/conductor/metadata/fixeddefinitions.h"
#include "engine/model/codec.h"

#include <algorithm>

namespace baton {
namespace {

constexpr int kMostWorkOfTurn = 1000;            // what is ready beyond that waits for the next turn
constexpr std::size_t kStartsPerClean = 10'000;  // definitions given with a start do not stay prepared for ever
constexpr EpochMs kPostponeMs = 60'000;

template <typename T>
std::shared_ptr<T> orElse(std::shared_ptr<T> given, std::shared_ptr<T> other)
{
    return given ? std::move(given) : std::move(other);
}

std::function<Evaluators()> orDefault(std::function<Evaluators()> make)
{
    return make ? std::move(make) : [] { return makeEvaluators(); };
}

}  // namespace

class EmbeddedCore::Sink final : public EventSink {
public:
    explicit Sink(EmbeddedCore& core) : m_core(core), m_outside(core.m_sinkOutside) { }
    void take(const Event& event) override
    {
        m_core.m_index.take(event);
        if (m_core.m_archive && isEnd(event.kind))
            m_core.m_ended.push_back(event.workflowId);
        if (!m_outside)
            return;
        m_core.m_unflushed = true;
        m_outside->take(event);
    }
    void settled() override
    {
        if (m_outside)
            m_outside->settled();
    }

private:
    static bool isEnd(EventKind kind) noexcept
    {
        return kind == EventKind::WorkflowCompleted || kind == EventKind::WorkflowFailed
            || kind == EventKind::WorkflowTimedOut || kind == EventKind::WorkflowTerminated;
    }

    EmbeddedCore& m_core;
    ConductorSink* m_outside;
};

EmbeddedCore::EmbeddedCore(EmbeddedSetup setup)
    : m_clock(orElse<const Clock>(std::move(setup.clock), std::make_shared<SystemClock>()))
    , m_ids(orElse<IdSource>(std::move(setup.ids), std::make_shared<RandomIdSource>()))
    , m_environment(orElse<const EnvironmentSource>(std::move(setup.environment), std::make_shared<FixedEnvironment>()))
    , m_caller(std::move(setup.caller))
    , m_sinkOutside(setup.sink)
    , m_archive(setup.archive)
    , m_mostEnded(setup.mostEnded)
    , m_version(std::move(setup.version))
    , m_evaluators(makeThreadedEvaluators(orDefault(std::move(setup.evaluators))))
    , m_sink(std::make_unique<Sink>(*this))
    , m_engine({m_definitions, *m_environment, m_evaluators, *m_ids, std::move(setup.settings), this}, *m_clock, m_sink.get())
    , m_link(std::make_shared<Link>())
{
    m_link->core = this;
    if (m_caller)
        m_engine.onCall = [this](const Text& id, const effect::Call& call) { callOutside(id, call); };
    m_engine.onPublish = [this](const Text&, const effect::Publish& publish) {
        m_handlers.publish({publish.sink, publish.messageId, publish.payload});
    };
}

EmbeddedCore::~EmbeddedCore()
{
    const std::lock_guard<std::recursive_mutex> lock(m_link->mutex);
    m_link->core = nullptr;
}

RuleContext EmbeddedCore::rules()
{
    return {m_definitions, *m_environment, m_evaluators.javascript.get(), m_engine.context().settings};
}

Result<Text> EmbeddedCore::start(StartRequest request)
{
    std::vector<Violation> violations;
    if (request.priority < 0 || request.priority > 99) {
        const std::string given = std::to_string(request.priority);
        violations.push_back({"startWorkflow.arg0.priority", "priority: " + given
                + (request.priority < 0 ? " should be minimum 0" : " should be maximum 99"), given});
    }
    if (request.workflowDef)
        checkDefinition(*request.workflowDef, "startWorkflow.arg0.workflowDef", rules(), violations);
    if (Status checked = statusOf(std::move(violations)); !checked)
        return std::move(checked).error();
    if (request.name.empty() && !request.workflowDef)
        return Error {ErrorCode::InvalidArgument, "Workflow name must be specified when searching for a definition"};
    if (++m_startsSinceClean >= kStartsPerClean) {
        m_startsSinceClean = 0;
        m_engine.context().cache = std::make_shared<DefinitionCache>();
    }
    return m_engine.start(std::move(request));
}

bool EmbeddedCore::isHeldBack(const WorkItem& item, const TaskRun& task)
{
    const TaskDef* definition = task.workflowTask ? task.workflowTask->taskDefinition.get() : nullptr;
    const int limit = definition ? definition->concurrentExecLimit.value_or(0) : 0;
    if (limit > 0 && m_engine.inProgress(definition->name) >= static_cast<std::size_t>(limit)) {
        m_engine.postpone(item, now() + kPostponeMs);
        m_heldBack.push_back(item);
        return true;
    }
    const std::optional<EpochMs> later = m_polls.admit(task.taskDefName, task.rateLimitPerFrequency,
        task.rateLimitFrequencyInSeconds, now());
    if (later)
        m_engine.postpone(item, *later);
    return later.has_value();
}

std::vector<TaskView> EmbeddedCore::hand(const PollRequest& request)
{
    std::vector<TaskView> handed;
    const Text queue = queueName(request.domain, request.taskType, {}, {});
    while (static_cast<std::int64_t>(handed.size()) < request.count) {
        const std::optional<WorkItem> item = m_engine.nextFor(queue);
        if (!item)
            break;
        const ExecutionPtr before = m_engine.execution(item->workflowId);
        const TaskRun* waiting = before ? before->task(item->slot) : nullptr;
        if (!waiting || isHeldBack(*item, *waiting)) {
            if (!waiting)
                m_engine.postpone(*item, now() + kPostponeMs);
            continue;
        }
        if (!m_engine.run(item->workflowId, command::PollTask {item->slot, request.workerId, request.domain})) {
            m_engine.postpone(*item, now() + kPostponeMs);
            continue;
        }
        TaskView view;
        view.execution = m_engine.execution(item->workflowId);
        view.task = view.execution->tasks[item->slot];
        Value input = withSecrets(view.task->inputData, *m_environment);
        if (!input.sharesNodeWith(view.task->inputData)) {
            auto copy = std::make_shared<TaskRun>(*view.task);
            copy->inputData = std::move(input);
            view.task = std::move(copy);
        }
        handed.push_back(std::move(view));
    }
    return handed;
}

void EmbeddedCore::keep(std::string_view kind, std::string_view key, const Value& document)
{
    if (!m_sinkOutside)
        return;
    m_unflushed = true;
    m_sinkOutside->keep(kind, key, document);
    m_sinkOutside->settled();
}

void EmbeddedCore::callOutside(const Text& workflowId, const effect::Call& call)
{
    OutsideCall outside {workflowId, call.taskId, call.kind, call.request};
    const TaskSlot slot = call.slot;
    auto done = [link = m_link, workflowId, slot, taskId = call.taskId](TaskResult result) {
        const std::lock_guard<std::recursive_mutex> lock(link->mutex);
        if (!link->core)
            return;
        link->core->turn([&] {
            (void)link->core->engine().run(workflowId, command::CompleteCall {slot, taskId, std::move(result)});
        });
    };
    defer([caller = m_caller, outside = std::move(outside), done = std::move(done)] { caller(outside, done); });
}

void EmbeddedCore::performReady()
{
    for (int done = 0; done < kMostWorkOfTurn; ++done) {
        if (const std::optional<WorkItem> item = m_engine.nextOwn(); item && item->due <= now()
            && item->kind != WorkItem::Kind::OutsideCall) {
            (void)m_engine.perform(*item);
        } else if (const std::optional<EventMessage> message = m_handlers.nextMessage()) {
            for (const Value& handler : m_handlers.handlers(message->event, true))
                handleMessage(*this, handler, *message, m_evaluators);
        } else {
            return;
        }
    }
}

// A place has become free: those who waited for one may be polled again.
void EmbeddedCore::releaseHeldBack()
{
    std::erase_if(m_heldBack, [&](const WorkItem& item) {
        const ExecutionPtr execution = m_engine.execution(item.workflowId);
        const TaskRun* task = execution ? execution->task(item.slot) : nullptr;
        if (!task || task->status != TaskStatus::Scheduled || !task->workflowTask || !task->workflowTask->taskDefinition)
            return true;
        const TaskDef& definition = *task->workflowTask->taskDefinition;
        if (m_engine.inProgress(definition.name) >= static_cast<std::size_t>(definition.concurrentExecLimit.value_or(1)))
            return false;
        m_engine.postpone(item, now());
        return true;
    });
}

void EmbeddedCore::settle()
{
    startDue();
    performReady();
    if (!m_heldBack.empty())
        releaseHeldBack();
}

void EmbeddedCore::serveWaiters(bool release)
{
    for (auto it = m_waiters.begin(); it != m_waiters.end();) {
        if (it->tryAnswer(release || it->deadline <= now()))
            it = m_waiters.erase(it);
        else
            ++it;
    }
}

void EmbeddedCore::endTurn()
{
    settle();
    if (!m_waiters.empty())
        serveWaiters(false);
    flush();
}

void EmbeddedCore::afterwards()
{
    std::vector<std::function<void()>> deferred;
    bool wakeUp = false;
    {
        const std::lock_guard lock(m_mutex);
        deferred.swap(m_deferred);
        const std::optional<EpochMs> due = m_wakeUp ? dueNow() : std::nullopt;
        wakeUp = due && (!m_told || *due < *m_told);
        if (wakeUp)
            m_told = due;
    }
    for (const std::function<void()>& answer : deferred)
        answer();
    if (wakeUp)
        m_wakeUp();
}

void EmbeddedCore::turn(const std::function<void()>& work)
{
    {
        const std::lock_guard lock(m_mutex);
        work();
        endTurn();
    }
    afterwards();
}

std::optional<EpochMs> EmbeddedCore::dueNow() const
{
    std::optional<EpochMs> due;
    const auto keepSoonest = [&](std::optional<EpochMs> other) {
        if (other && (!due || *other < *due))
            due = other;
    };
    if (const std::optional<WorkItem> item = m_engine.nextOwn(); item && item->kind != WorkItem::Kind::OutsideCall)
        keepSoonest(item->due);
    keepSoonest(m_schedules.nextDue());
    for (const Waiter& waiter : m_waiters) {
        keepSoonest(waiter.deadline);
        if (!waiter.queue.empty())
            keepSoonest(m_engine.nextReady(waiter.queue));
    }
    return due;
}

std::optional<EpochMs> EmbeddedCore::nextDue() const
{
    const std::lock_guard lock(m_mutex);
    m_told = dueNow();
    return m_told;
}

void EmbeddedCore::tick()
{
    turn([this] { m_told = {}; });
}

void EmbeddedCore::releaseWaiting()
{
    turn([this] { serveWaiters(true); });
}

bool EmbeddedCore::isPolled(std::string_view taskType, std::string_view domain, std::int64_t at) const
{
    return m_polls.isPolled(taskType, domain, at);
}

World EmbeddedCore::world() const
{
    const std::lock_guard lock(m_mutex);
    return m_engine.world();
}

Status EmbeddedCore::restore(ConductorMemory memory)
{
    const std::lock_guard lock(m_mutex);
    for (const Value& json : memory.workflows) {
        Result<WorkflowDefPtr> definition = workflowDefFrom(json);
        if (!definition)
            return std::move(definition).error();
        m_definitions.put(*definition);
    }
    for (const Value& json : memory.tasks) {
        Result<TaskDefPtr> definition = taskDefFrom(json);
        if (!definition)
            return std::move(definition).error();
        m_definitions.put(*definition);
    }
    for (const Value& handler : memory.handlers)
        m_handlers.put(handler);
    m_handlers.restoreWaiting(memory.messages);
    if (Status restored = restoreSchedules(memory); !restored)
        return restored;
    m_index.rebuild(memory.world);
    for (TaskLogEntry& entry : memory.logs)
        m_index.addLog(std::move(entry));
    for (const Text& id : memory.world.order) {
        const Execution* execution = memory.world.find(id);
        if (m_archive && execution && isTerminal(execution->status))
            m_ended.push_back(id);
    }
    m_engine.restore(std::move(memory.world));
    return {};
}

}  // namespace baton
