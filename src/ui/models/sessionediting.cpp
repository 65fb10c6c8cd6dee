// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/sessioncontroller.h"

#include "engine/debugger/postmortem.h"
#include "ui/models/selection.h"
#include "ui/models/words.h"

#include <algorithm>

// Breakpoints, edits, branches and notes of a session.

namespace baton::ui {

Status SessionController::open(MemoryJournal journal, RehearsalSetup setup)
{
    auto opened = openJournal(std::move(journal), std::move(setup));
    if (!opened)
        return std::move(opened).error();
    adopt(std::move(opened).value());
    look();
    return {};
}

BreakpointSet& SessionController::ownBreakpoints() noexcept
{
    return m_debugger ? m_debugger->breakpoints() : m_breakpoints;
}

const BreakpointSet& SessionController::breakpoints() const noexcept
{
    return m_debugger ? m_debugger->breakpoints() : m_breakpoints;
}

Status SessionController::addBreakpoint(Breakpoint breakpoint)
{
    if (auto added = ownBreakpoints().add(std::move(breakpoint)); !added)
        return std::move(added).error();
    emit breakpointsChanged();
    return {};
}

Status SessionController::replaceBreakpoint(const Breakpoint& breakpoint)
{
    Status replaced = ownBreakpoints().replace(breakpoint);
    if (replaced)
        emit breakpointsChanged();
    return replaced;
}

void SessionController::removeBreakpoint(std::uint32_t id)
{
    if (ownBreakpoints().remove(id))
        emit breakpointsChanged();
}

Status SessionController::loadBreakpoints(const Value& json)
{
    Status loaded = ownBreakpoints().load(json);
    if (loaded)
        emit breakpointsChanged();
    return loaded;
}

bool SessionController::hasBreakpoint(std::string_view reference) const
{
    return std::ranges::any_of(breakpoints().all(), [&](const Breakpoint& one) { return one.task.view() == reference; });
}

void SessionController::toggleBreakpoint(const QString& reference)
{
    const std::string name = toUtf8(baseReference(reference));
    if (name.empty())
        return;
    std::vector<std::uint32_t> there;
    for (const Breakpoint& one : breakpoints().all()) {
        if (one.task.view() == name)
            there.push_back(one.id);
    }
    if (there.empty()) {
        Breakpoint made;
        made.task = Text(name);
        (void)ownBreakpoints().add(std::move(made));
    }
    for (const std::uint32_t id : there)
        ownBreakpoints().remove(id);
    emit breakpointsChanged();
}

std::vector<BreakpointHit> SessionController::hits()
{
    return m_debugger && !isRunning() ? m_debugger->hits() : std::vector<BreakpointHit>();
}

void SessionController::follow(std::uint32_t branch)
{
    stop();
    emit closed();   // views let go of the journal first
    m_tree->select(branch);
    m_rehearsal = &m_tree->rehearsal();
    m_debugger->follow(*m_rehearsal);
    look();
}

Status SessionController::branchOff(const Edit& edit, const std::string& name)
{
    if (!m_tree || isRunning())
        return Error {ErrorCode::Conflict, "nothing is open, or it is running"};
    const auto made = m_tree->branch(position(), m_shown, edit, name);
    if (!made)
        return made.error();
    follow(*made);
    return {};
}

Status SessionController::branchHere(const std::string& name)
{
    if (!m_tree || isRunning())
        return Error {ErrorCode::Conflict, "nothing is open, or it is running"};
    const auto made = m_tree->branch(position(), name);
    if (!made)
        return made.error();
    follow(*made);
    return {};
}

void SessionController::chooseBranch(std::uint32_t id)
{
    if (m_tree && m_tree->find(id) && id != m_tree->current().id)
        follow(id);
}

Status SessionController::renameBranch(std::uint32_t id, const std::string& name)
{
    if (!m_tree)
        return Error {ErrorCode::Conflict, "nothing is open"};
    Status renamed = m_tree->rename(id, name);
    if (renamed)
        emit branchesChanged();
    return renamed;
}

Status SessionController::removeBranch(std::uint32_t id)
{
    if (!m_tree || !m_tree->find(id))
        return Error {ErrorCode::NotFound, "there is no such branch"};
    const std::uint32_t parent = m_tree->find(id)->parent;
    if (parent == 0)
        return m_tree->remove(id);
    // What is shown may be one of those that go.
    follow(parent);
    Status removed = m_tree->remove(id);
    emit branchesChanged();
    return removed;
}

void SessionController::setNotes(std::vector<MomentNote> notes)
{
    if (notes == m_notes)
        return;
    m_notes = std::move(notes);
    emit notesChanged();
}

ExplainContext SessionController::explainContext() const
{
    ExplainContext context;
    if (m_rehearsal && m_rehearsal->setup().handlers && !m_rehearsal->setup().recorded) {
        const auto handlers = m_rehearsal->setup().handlers;
        context.hasWorker = [handlers](std::string_view type) { return handlers->find(type) != nullptr; };
    }
    return context;
}

}  // namespace baton::ui
