// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/worker/journaldesk.h"

namespace baton {
namespace {

using namespace std::chrono_literals;

constexpr auto kLater = 200ms;
constexpr auto kTogether = 2ms;      // results that come faster than that after each other share an fsync
const std::string kLane = "result journal";

}  // namespace

void JournalDesk::append(JournalEntry entry)
{
    m_batch.writes.entries.push_back(std::move(entry));
    soon();
}

void JournalDesk::mark(JournalMark mark)
{
    if (!hasJournal())
        return;
    m_batch.writes.marks.push_back(std::move(mark));
    later();
}

void JournalDesk::take(HeldTask task)
{
    if (!hasJournal())
        return;
    const Text id = task.taskId;
    m_batch.held[id] = std::move(task);
    later();
}

void JournalDesk::letGo(const Text& taskId)
{
    if (!hasJournal())
        return;
    const auto waiting = m_batch.held.find(taskId);
    if (waiting != m_batch.held.end() && waiting->second)
        m_batch.held.erase(waiting);
    else
        m_batch.held[taskId] = std::nullopt;
    later();
}

void JournalDesk::later()
{
    if (m_timer == 0 && !m_busy)
        in(kLater);
}

void JournalDesk::soon()
{
    const std::chrono::nanoseconds wait = m_lastBegan + kTogether - m_world.now();
    if (m_busy)
        return;
    if (wait <= 0ns || !hasJournal())
        now();
    else
        in(wait);
}

void JournalDesk::in(std::chrono::nanoseconds time)
{
    const std::chrono::nanoseconds due = m_world.now() + time;
    if (m_timer != 0 && m_due <= due)
        return;
    if (m_timer != 0)
        m_world.loop().cancel(m_timer);
    m_due = due;
    m_timer = m_world.after(time, [this] {
        m_timer = 0;
        now();
    });
}

void JournalDesk::now()
{
    if (m_busy || m_batch.isEmpty())
        return;
    if (m_timer != 0)
        m_world.loop().cancel(std::exchange(m_timer, 0));
    if (!hasJournal()) {
        m_world.post([this, entries = std::exchange(m_batch.writes.entries, {})]() mutable { m_appended(std::move(entries), Status()); });
        return;
    }
    m_busy = true;
    if (!m_batch.writes.entries.empty())
        m_lastBegan = m_world.now();
    m_world.setup.pool->run(kLane, [world = m_world.shared_from_this(), journal = m_world.setup.journal, appended = m_appended,
                                       batch = std::make_shared<Batch>(std::exchange(m_batch, {})), this] {
        write(world, *journal, *batch, appended);
        world->post([this] { written(); });
    });
}

void JournalDesk::write(const std::shared_ptr<WorkerWorld>& world, ResultJournal& journal, Batch& batch, const Appended& appended)
{
    for (auto& [id, task] : batch.held) {
        if (task)
            batch.writes.taken.push_back(*std::move(task));
        else
            batch.writes.letGo.push_back(id);
    }
    // Losing a mark makes a result go out twice or a task come back later: no harm, so no error to anybody.
    Status done = journal.write(batch.writes);
    if (!batch.writes.entries.empty()) {
        world->post([appended, entries = std::move(batch.writes.entries), done = std::move(done)]() mutable {
            appended(std::move(entries), done);
        });
    }
    for (const auto& question : batch.questions)
        question(journal);
}

void JournalDesk::written()
{
    m_busy = false;
    if (!m_batch.questions.empty() || !m_flushed.empty())
        now();
    else if (!m_batch.writes.entries.empty())
        soon();
    else if (!m_batch.isEmpty())
        later();
    if (m_busy)
        return;
    for (const auto& done : std::exchange(m_flushed, {}))
        done();
}

void JournalDesk::flush(std::function<void()> done)
{
    m_flushed.push_back(std::move(done));
    now();
    if (!m_busy)
        m_world.post([this] { written(); });
}

}  // namespace baton
