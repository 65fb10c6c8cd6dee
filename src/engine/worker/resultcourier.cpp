// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/worker/resultcourier.h"

namespace baton {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kMostUnused = 10'000;      // results kept for a later attempt of their task
constexpr int kMostDeadAtStart = 10'000;
constexpr int kPruneEvery = 5'000;               // deliveries
constexpr std::int64_t kKeepDelivered = 50'000;
constexpr auto kAppendAgain = 5s;
constexpr int kPerSender = 4;                    // results a sender has on the way at once

// Sending it once more would change nothing.
bool isFinal(const Error& error) noexcept
{
    return error.code == ErrorCode::NotFound || error.code == ErrorCode::InvalidArgument || error.code == ErrorCode::Unsupported;
}

bool isDead(const JournalEntry& entry) noexcept
{
    return entry.state == JournalState::Dead || entry.state == JournalState::Ignored;
}

}  // namespace

ResultCourier::ResultCourier(WorkerWorld& world, Hooks hooks)
    : m_world(world)
    , m_hooks(std::move(hooks))
    , m_desk(world, [this](std::vector<JournalEntry> entries, const Status& status) { appended(std::move(entries), status); })
{
}

Result<ResultCourier::Opening> ResultCourier::load(ResultJournal& journal, const Text& origin, const Text& name, EpochMs pruneBefore)
{
    std::ignore = journal.prune(pruneBefore, kKeepDelivered);
    Result<std::vector<JournalEntry>> pending = journal.pending(origin);
    if (!pending)
        return std::move(pending).error();
    Result<std::vector<JournalEntry>> dead = journal.list(JournalState::Dead, kMostDeadAtStart, 0);
    if (!dead)
        return std::move(dead).error();
    Result<std::vector<HeldTask>> held = journal.held(origin);
    if (!held)
        return std::move(held).error();
    const Result<JournalCounts> counts = journal.counts();
    return Opening {std::move(pending).value(), std::move(dead).value(), {journal.identity(name).valueOr(name), std::move(held).value()},
        counts ? counts->dead : 0};
}

void ResultCourier::open(const Text& name, std::function<void(Left)> ready)
{
    const std::int64_t keep = m_world.setup.journalSettings.keepDelivered.count();
    m_desk.ask<Opening>(
        [origin = m_world.setup.origin, name, before = m_world.time() - keep](ResultJournal& journal) {
            return load(journal, origin, name, before);
        },
        [this, name, ready = std::move(ready)](Result<Opening> opening) {
            if (!opening && m_desk.hasJournal())
                appendFailed({}, opening.error());
            opened(opening ? std::move(opening).value() : Opening {{}, {}, {name, {}}, 0}, ready);
        });
}

void ResultCourier::opened(Opening opening, const std::function<void(Left)>& ready)
{
    m_dead = opening.deadCount;
    for (auto entry = opening.dead.rbegin(); entry != opening.dead.rend(); ++entry) {
        if (entry->state == JournalState::Ignored)
            rememberUnused(entry->result);
    }
    for (JournalEntry& entry : opening.pending) {
        const LetterPtr letter = add(std::move(entry), nullptr);
        letter->isReplayed = true;
        m_ready.push_back(letter);
    }
    if (!opening.pending.empty()) {
        m_world.tell({.kind = WorkerEventKind::ResultsReplayed, .attempt = static_cast<int>(opening.pending.size())});
    }
    std::vector<HeldTask> held;
    for (HeldTask& task : opening.left.held) {
        if (pending(task.taskId))
            m_desk.letGo(task.taskId);
        else
            held.push_back(std::move(task));
    }
    showCounts();
    ready({opening.left.name, std::move(held)});
    pump();
}

LetterPtr ResultCourier::add(JournalEntry entry, InHandPtr task)
{
    const WorkerSettings& settings = m_world.setup.settings;
    const auto letter = std::make_shared<Letter>(Letter {.entry = std::move(entry), .task = std::move(task),
        .pauses = RetryPauses(settings.updateRetryTime, settings.maxUpdateRetryTime)});
    letter->serial = ++m_lastSerial;
    m_letters.emplace(letter->serial, letter);
    m_byTask[letter->entry.result.taskId] = letter;
    return letter;
}

void ResultCourier::submit(JournalEntry entry, InHandPtr task)
{
    const LetterPtr letter = add(std::move(entry), std::move(task));
    m_writing.push_back(letter);
    m_desk.append(letter->entry);
    showCounts();
}

void ResultCourier::appended(std::vector<JournalEntry> entries, const Status& status)
{
    std::vector<LetterPtr> failed;
    for (const JournalEntry& entry : entries) {
        const LetterPtr letter = m_writing.front();
        m_writing.pop_front();
        if (status) {
            letter->entry.id = entry.id;
            written(letter);
        } else {
            failed.push_back(letter);
        }
    }
    if (!failed.empty()) {
        appendFailed(failed, status.error());
    } else {
        journalRecovered();
    }
    pump();
}

void ResultCourier::written(const LetterPtr& letter)
{
    if (letter->isSettled) {   // taken from memory meanwhile
        m_desk.mark({letter->entry.id, JournalState::Delivered, letter->attempts, m_world.time(), {}});
        return;
    }
    if (m_desk.hasJournal()) {
        m_world.setup.metrics->task(letter->entry.taskType.view()).resultJournaled();
        m_world.tell(letter->event(WorkerEventKind::ResultJournaled));
    }
    m_hooks.journaled(*letter);
    if (letter->attempts == 0)
        m_ready.push_back(letter);
}

void ResultCourier::appendFailed(const std::vector<LetterPtr>& letters, const Error& error)
{
    if (m_journalWorks) {
        m_journalWorks = false;
        m_world.tell({.kind = WorkerEventKind::JournalFailed, .error = error});
    }
    for (const LetterPtr& letter : letters) {
        m_unwritten.push_back(letter);
        if (letter->attempts == 0)
            m_ready.push_back(letter);
    }
    awaitJournal();
}

void ResultCourier::awaitJournal()
{
    if (m_appendTimer != 0 || m_journalWorks)
        return;
    m_appendTimer = m_world.after(kAppendAgain, [this] {
        m_appendTimer = 0;
        appendAgain();
    });
}

void ResultCourier::journalRecovered()
{
    if (std::exchange(m_journalWorks, true))
        return;
    m_world.tell({.kind = WorkerEventKind::JournalRecovered});
    appendAgain();
}

void ResultCourier::appendAgain()
{
    std::erase_if(m_unwritten, [](const LetterPtr& letter) { return letter->isSettled; });
    if (m_unwritten.empty() && !m_journalWorks) {
        const auto tryToWrite = [](ResultJournal& journal) -> Result<bool> {
            JournalWrites writes {.marks = {JournalMark {}}};
            return journal.write(writes).ok();
        };
        m_desk.ask<bool>(tryToWrite, [this](const Result<bool>& works) {
            if (works.ok() && *works)
                journalRecovered();
            else
                awaitJournal();
        });
    }
    for (const LetterPtr& letter : std::exchange(m_unwritten, {})) {
        m_writing.push_back(letter);
        m_desk.append(letter->entry);
    }
}

void ResultCourier::hurry()
{
    for (const auto& [serial, letter] : m_letters) {
        if (letter->timer == 0)
            continue;
        m_world.loop().cancel(std::exchange(letter->timer, 0));
        letter->pauses.reset();
        m_ready.push_back(letter);
    }
    pump();
}

void ResultCourier::pump()
{
    while (!m_ready.empty() && m_sending < m_world.setup.journalSettings.senders * kPerSender) {
        const LetterPtr letter = m_ready.front();
        m_ready.pop_front();
        if (!letter->isSettled)
            send(letter);
    }
}

void ResultCourier::send(const LetterPtr& letter)
{
    ++m_sending;
    ++letter->attempts;
    m_world.tasks().update(letter->entry.result, m_world.reply<Text>([this, letter, began = m_world.now()](Result<Text> answer) {
        --m_sending;
        answered(letter, m_world.now() - began, answer);
        pump();
    }));
}

void ResultCourier::answered(const LetterPtr& letter, std::chrono::nanoseconds took, const Result<Text>& answer)
{
    TaskMeter& meter = m_world.setup.metrics->task(letter->entry.taskType.view());
    meter.updateTook(took, answer.ok());
    if (letter->isSettled)
        return;
    if (answer) {
        m_hooks.roundTrip(took);
        if (letter->isLate() && isTerminal(letter->entry.result.status))
            verify(letter);
        else
            settle(letter, JournalState::Delivered, {}, WorkerEventKind::ResultDelivered);
        if (std::exchange(m_failing, false))
            hurry();
        return;
    }
    meter.updateFailed(exceptionName(answer.error()));
    if (isFinal(answer.error()))
        settle(letter, JournalState::Dead, answer.error().oneLine(), WorkerEventKind::ResultDead);
    else
        retry(letter, answer.error());
}

void ResultCourier::retry(const LetterPtr& letter, const Error& error)
{
    m_failing = true;
    const std::chrono::nanoseconds pause = letter->pauses.next(m_world.chance());
    letter->entry.reason = error.oneLine();
    WorkerEvent event = letter->event(WorkerEventKind::ResultRetried);
    event.took = pause;
    event.error = error;
    m_world.tell(std::move(event));
    showCounts();
    letter->timer = m_world.after(pause, [this, letter] {
        letter->timer = 0;
        m_ready.push_back(letter);
        pump();
    });
}

// A late result is answered 200 and thrown away; only a look at the task tells.
void ResultCourier::verify(const LetterPtr& letter)
{
    m_world.tasks().task(letter->entry.result.taskId, m_world.reply<TaskView>([this, letter](Result<TaskView> answer) {
        if (!letter->isSettled)
            verified(letter, answer);
    }));
}

void ResultCourier::verified(const LetterPtr& letter, const Result<TaskView>& answer)
{
    if (!answer && !isFinal(answer.error())) {
        retry(letter, answer.error());
        return;
    }
    const bool isKnown = answer && answer->task;
    if (isKnown && answer->task->status == letter->entry.result.status) {
        settle(letter, JournalState::Delivered, {}, WorkerEventKind::ResultDelivered);
        return;
    }
    const std::string how = isKnown ? "the server had ended the task as " + std::string(toText(answer->task->status))
                                    : "the server does not know the task any more";
    settle(letter, JournalState::Ignored, how, WorkerEventKind::ResultIgnored);
}

void ResultCourier::markTaken(const LetterPtr& letter)
{
    if (!letter->isSettled)
        settle(letter, JournalState::Delivered, {}, WorkerEventKind::ResultDelivered);
}

void ResultCourier::settle(const LetterPtr& letter, JournalState state, const std::string& reason, WorkerEventKind kind)
{
    letter->isSettled = true;
    if (letter->timer != 0)
        m_world.loop().cancel(std::exchange(letter->timer, 0));
    m_letters.erase(letter->serial);
    const auto newest = m_byTask.find(letter->entry.result.taskId);
    if (newest != m_byTask.end() && newest->second == letter)
        m_byTask.erase(newest);
    if (letter->entry.id != 0)
        m_desk.mark({letter->entry.id, state, letter->attempts, m_world.time(), reason});
    TaskMeter& meter = m_world.setup.metrics->task(letter->entry.taskType.view());
    WorkerEvent event = letter->event(kind);
    if (state != JournalState::Delivered) {
        ++m_dead;
        meter.resultDead();
        if (state == JournalState::Ignored)
            rememberUnused(letter->entry.result);
        event.detail = reason;
        event.result = std::make_shared<TaskResult>(letter->entry.result);
    } else if (letter->isReplayed) {
        meter.resultReplayed();
    }
    if (letter->task)
        event.took = m_world.now() - letter->task->finishedAt;
    m_world.tell(std::move(event));
    showCounts();
    if (++m_sinceLastPrune >= kPruneEvery && m_desk.hasJournal()) {
        m_sinceLastPrune = 0;
        m_desk.ask<bool>([](ResultJournal& journal) -> Result<bool> { return journal.prune(0, kKeepDelivered).ok(); }, [](auto) { });
    }
    m_hooks.settled(*letter);
}

LetterPtr ResultCourier::pending(const Text& taskId) const
{
    const auto found = m_byTask.find(taskId);
    return found == m_byTask.end() ? nullptr : found->second;
}

std::shared_ptr<const TaskResult> ResultCourier::unusedResult(const Text& taskId) const
{
    if (const LetterPtr letter = pending(taskId); letter && letter->entry.result.status == TaskStatus::Completed)
        return std::make_shared<TaskResult>(letter->entry.result);
    const auto found = m_unused.find(taskId);
    return found == m_unused.end() ? nullptr : found->second;
}

void ResultCourier::rememberUnused(const TaskResult& result)
{
    if (result.status != TaskStatus::Completed)
        return;
    if (m_unused.insert_or_assign(result.taskId, std::make_shared<TaskResult>(result)).second)
        m_unusedOrder.push_back(result.taskId);
    if (m_unusedOrder.size() > kMostUnused) {
        m_unused.erase(m_unusedOrder.front());
        m_unusedOrder.pop_front();
    }
}

JournalCounts ResultCourier::counts() const noexcept
{
    return {m_letters.size(), m_dead, m_letters.empty() ? 0 : m_letters.begin()->second->entry.createdAt};
}

void ResultCourier::showCounts()
{
    const JournalCounts now = counts();
    const double age = now.oldestPending == 0 ? 0 : static_cast<double>(m_world.time() - now.oldestPending) / 1000.0;
    m_world.setup.metrics->setJournal(now.pending, now.dead, age);
}

void ResultCourier::resend(std::int64_t id, Done done)
{
    using Found = std::optional<JournalEntry>;
    m_desk.ask<Found>([id](ResultJournal& journal) { return journal.entry(id); },
        [this, id, done = std::move(done)](Result<Found> found) {
            if (!found)
                return done(std::move(found).error());
            if (!*found)
                return done(Error {ErrorCode::NotFound, "The journal has no result " + std::to_string(id)});
            if (!isDead(**found) || (*found)->origin != m_world.setup.origin)
                return done(Error {ErrorCode::Conflict, "Result " + std::to_string(id) + " is no dead letter for this server"});
            m_dead -= m_dead > 0 ? 1 : 0;
            m_desk.mark({id, JournalState::Pending, 0, m_world.time(), {}});
            m_ready.push_back(add(**std::move(found), nullptr));
            pump();
            done({});
        });
}

void ResultCourier::forget(std::int64_t id, Done done)
{
    using Found = std::optional<JournalEntry>;
    m_desk.ask<Found>(
        [id](ResultJournal& journal) -> Result<Found> {
            Result<Found> found = journal.entry(id);
            if (found && *found && isDead(**found)) {
                if (Status removed = journal.remove(id); !removed)
                    return std::move(removed).error();
            }
            return found;
        },
        [this, id, done = std::move(done)](Result<Found> found) {
            if (!found)
                return done(std::move(found).error());
            if (!*found || !isDead(**found))
                return done(Error {ErrorCode::NotFound, "The journal has no dead letter " + std::to_string(id)});
            m_dead -= m_dead > 0 ? 1 : 0;
            showCounts();
            done({});
        });
}

}  // namespace baton
