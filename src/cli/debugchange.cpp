// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

// What a debugging session changes: answers, edits, faults, branches, files.

#include "cli/debugsession.h"

#include "cli/sentences.h"
#include "engine/debugger/bundle.h"
#include "engine/value/json.h"

#include <charconv>
#include <fstream>
#include <ostream>

namespace baton::cli {

namespace {

Status write(const std::string& path, const std::string& text)
{
    std::ofstream out(path, std::ios::binary);
    out << text;
    return out.flush() ? Status() : Status(Error {ErrorCode::IoError, "cannot write the file", path, {}, 0, 0, "name a file in a folder that is there"});
}

Result<std::int64_t> secondsFrom(const std::string& text)
{
    std::int64_t seconds = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || seconds < 0 || seconds > 4'000'000'000)
        return Error {ErrorCode::InvalidArgument, "'" + text + "' is no number of seconds"};
    return seconds;
}

// JSON up to its end; what follows stays.
Result<Value> jsonAndRest(std::string& text)
{
    for (std::size_t end = text.size(); end > 0;) {
        if (auto whole = parseJson(std::string_view(text).substr(0, end))) {
            text.erase(0, end);
            return *std::move(whole);
        }
        const std::size_t blank = text.find_last_of(' ', end - 1);
        end = blank == std::string::npos ? 0 : blank;
    }
    return Error {ErrorCode::ParseError, "JSON is wanted: " + text};
}

}  // namespace

Result<TaskSlot> DebugSession::slotOf(const std::string& reference) const
{
    const Execution* execution = shown();
    const TaskSlot* slot = execution ? execution->latestByReference.find(Text(reference)) : nullptr;
    if (!slot)
        return Error {ErrorCode::NotFound, "there is no task '" + reference + "' at this moment", {}, {}, 0, 0, "tasks lists them"};
    return *slot;
}

Status DebugSession::answer(Words& words)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    const auto slot = slotOf(words.next());
    if (!slot)
        return slot.error();
    std::string text = words.rest();
    const auto output = jsonAndRest(text);
    if (!output)
        return output.error();
    Words status(text);
    const std::string word = status.next();
    TaskResult result;
    result.taskId = shown()->task(*slot)->taskId;
    result.status = word.empty() ? TaskStatus::Completed : taskStatusFrom(word).value_or(TaskStatus::Failed);
    result.reasonForIncompletion = Text(status.rest());
    result.outputData = *output;
    m_before = rehearsal().position();
    const auto answered = rehearsal().answer(std::move(result));
    if (!answered)
        return answered.error();
    tellPlace();
    return {};
}

Status DebugSession::edit(const Edit& change)
{
    const Execution* execution = shown();
    if (!execution)
        return Error {ErrorCode::Conflict, "the workflow has not begun at this moment"};
    const auto made = m_tree->branch(rehearsal().position(), execution->workflowId, change);
    if (!made)
        return made.error();
    m_streams.out << "branch: " << m_tree->current().name << ", " << m_tree->current().edit << '\n';
    if (Status followed = selected(); !followed)
        return followed;
    tellPlace();
    return {};
}

Status DebugSession::set(Words& words)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    const std::string what = words.next();
    const bool ofTask = what == "input" || what == "output" || what == "status";
    Result<TaskSlot> slot = ofTask ? slotOf(words.next()) : Result<TaskSlot>(kNoTask);
    if (!slot)
        return slot.error();
    std::string text = words.rest();
    if (what == "status") {
        const auto status = taskStatusFrom(text);
        return status ? edit(edit::Outcome {*slot, *status, {}}) : Status(Error {ErrorCode::InvalidArgument, "'" + text + "' is no status"});
    }
    const auto value = jsonAndRest(text);
    if (!value)
        return value.error();
    if (what == "input")
        return edit(edit::Input {*slot, *value});
    if (what == "output")
        return edit(edit::Output {*slot, *value});
    if (what == "variables")
        return edit(edit::Variables {*value});
    if (what == "workflow-input")
        return edit(edit::WorkflowInput {*value});
    return Error {ErrorCode::InvalidArgument, "set input, output, status, variables or workflow-input"};
}

Status DebugSession::fault(Words& words)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    const std::string kind = words.next();
    const auto slot = slotOf(words.next());
    if (!slot)
        return slot.error();
    const std::string rest = words.rest();
    if (kind == "fail" || kind == "terminal")
        return edit(edit::Failure {*slot, Text(rest), kind == "terminal"});
    if (kind == "crash")
        return edit(edit::Crash {*slot});
    if (kind == "duplicate")
        return edit(edit::Duplicate {*slot});
    if (kind != "delay")
        return Error {ErrorCode::InvalidArgument, "faults are fail, terminal, crash, delay and duplicate"};
    const auto seconds = secondsFrom(rest);
    return seconds ? edit(edit::Delay {*slot, *seconds * 1000}) : Status(seconds.error());
}

Status DebugSession::clock(Words& words)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    const auto seconds = secondsFrom(words.rest());
    return seconds ? edit(edit::Clock {rehearsal().world().now + *seconds * 1000}) : Status(seconds.error());
}

Status DebugSession::branches(Words&)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    for (const Branch& one : m_tree->all()) {
        const Branch* parent = m_tree->find(one.parent);
        m_streams.out << (one.id == m_tree->current().id ? "* " : "  ") << one.name;
        if (parent)
            m_streams.out << "  of " << parent->name << " at " << one.forkedAt << (one.edit.empty() ? "" : ", " + one.edit);
        m_streams.out << '\n';
    }
    return {};
}

Status DebugSession::branch(Words& words)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    const auto made = m_tree->branch(rehearsal().position(), words.rest());
    if (!made)
        return made.error();
    m_streams.out << "branch: " << m_tree->current().name << '\n';
    return selected();
}

Status DebugSession::choose(Words& words)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    const std::string name = words.rest();
    const Branch* found = m_tree->find(std::string_view(name));
    if (!found)
        return Error {ErrorCode::NotFound, "there is no branch '" + name + "'", {}, {}, 0, 0, "branches lists them"};
    m_tree->select(found->id);
    return selected();
}

Status DebugSession::rename(Words& words)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    const std::string name = words.next();
    const Branch* found = m_tree->find(std::string_view(name));
    return found ? m_tree->rename(found->id, words.rest()) : Status(Error {ErrorCode::NotFound, "there is no branch '" + name + "'"});
}

Status DebugSession::drop(Words& words)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    const std::string name = words.rest();
    const Branch* found = m_tree->find(std::string_view(name));
    if (!found)
        return Error {ErrorCode::NotFound, "there is no branch '" + name + "'"};
    if (Status removed = m_tree->remove(found->id); !removed)
        return removed;
    return selected();
}

Status DebugSession::compare(Words& words)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    const std::string first = words.next();
    const std::string second = words.next();
    const Branch* a = m_tree->find(std::string_view(first));
    const Branch* b = second.empty() ? &m_tree->current() : m_tree->find(std::string_view(second));
    if (!a || !b)
        return Error {ErrorCode::NotFound, "there is no branch '" + (a ? second : first) + "'"};
    const Comparison comparison = compareRuns({&a->rehearsal->journal(), a->rehearsal->mainWorkflowId()},
                                              {&b->rehearsal->journal(), b->rehearsal->mainWorkflowId()});
    if (comparison.isEqual())
        m_streams.out << "alike\n";
    for (std::size_t i = 0; i < comparison.differences.size(); ++i)
        m_streams.out << (i == comparison.cause ? "first: " : "then:  ") << line(comparison, comparison.differences[i]) << '\n';
    return {};
}

Status DebugSession::note(Words& words)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    m_notes.push_back({rehearsal().position(), words.rest()});
    return {};
}

Status DebugSession::save(Words& words)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    std::vector<Value> notes;
    for (const MomentNote& one : m_notes)
        notes.push_back(Value::object({{"position", one.position}, {"text", one.text}}));
    const Value header = Value::object({{"breakpoints", m_debugger->breakpoints().toValue()}, {"notes", Value::array(std::move(notes))},
                                        {"watches", Value::array({m_watches.begin(), m_watches.end()})}, {"branch", m_tree->current().name}});
    return write(words.rest(), writeBundle(rehearsal().journal(), header));
}

Status DebugSession::page(Words& words)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    RunPageWords text;
    if (rehearsal().setup().workflow)
        text.title = rehearsal().setup().workflow->name.str();
    return write(words.rest(), runPage(rehearsal().journal(), m_notes, text));
}

Status DebugSession::test(Words& words)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    return write(words.rest(), toPrettyJson(toTestRequest(rehearsal())) + "\n");
}

}  // namespace baton::cli
