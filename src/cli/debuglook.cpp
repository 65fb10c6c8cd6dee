// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

// What a debugging session shows, and its breakpoints.

#include "cli/debugsession.h"

#include "cli/sentences.h"
#include "cli/textfile.h"
#include "cli/trace.h"
#include "engine/value/json.h"

#include <charconv>
#include <fstream>
#include <ostream>

namespace baton::cli {

namespace {

Result<std::uint32_t> numberFrom(const std::string& text)
{
    std::uint32_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size())
        return Error {ErrorCode::InvalidArgument, "'" + text + "' is no number"};
    return number;
}

Result<Breakpoint> breakpointOf(Words& words)
{
    const std::string all = words.rest();
    if (all.starts_with('{')) {
        const auto json = parseJson(all);
        return json ? breakpointFrom(*json) : Result<Breakpoint>(json.error());
    }
    Words inner(all);
    const std::string what = inner.next();
    Breakpoint made;
    const auto expression = [&](BreakAt at) {
        made.at = at;
        made.expression = inner.rest();
        return made;
    };
    if (what == "when")
        return expression(BreakAt::Condition);
    if (what == "change")
        return expression(BreakAt::Change);
    if (what == "reason") {
        made.at = BreakAt::Reason;
        made.code = inner.rest();
        return made;
    }
    if (what == "event") {
        made.at = BreakAt::Event;
        made.event = eventKindFrom(inner.rest());
        return made;
    }
    if (what == "edge") {
        made.at = BreakAt::Edge;
        made.from = inner.next();
        made.to = inner.next();
        return made;
    }
    if (what == "status") {
        made.at = BreakAt::ToStatus;
        made.task = inner.next();
        const std::string status = inner.rest();
        made.status = taskStatusFrom(status.empty() ? made.task.view() : std::string_view(status));
        if (status.empty()) {
            made.workflowStatus = workflowStatusFrom(made.task);
            made.task = {};
        }
        return made;
    }
    const auto at = breakAtFrom(what);
    made.at = at.value_or(BreakAt::Ended);
    made.task = at ? Text(inner.next()) : Text(what);
    if (inner.next() == "if")
        made.expression = inner.rest();
    return made;
}

std::string nameOf(const Event& event, const World& world)
{
    const Execution* execution = world.find(event.workflowId);
    const TaskRun* task = execution && isTaskEvent(event.kind) ? execution->task(event.slot) : nullptr;
    if (task)
        return task->referenceTaskName.str() + (task->retryCount > 0 ? " #" + std::to_string(task->retryCount + 1) : "");
    return execution && execution->definition ? execution->definition->name.str() : event.workflowId.str();
}

}  // namespace

Status DebugSession::addBreakpoint(Words& words)
{
    auto made = breakpointOf(words);
    if (!made)
        return made.error();
    BreakpointSet& set = m_debugger ? m_debugger->breakpoints() : m_early;
    const auto id = set.add(std::move(made).value());
    if (!id)
        return id.error();
    m_streams.out << "breakpoint " << *id << '\n';
    return {};
}

Status DebugSession::addOneShot(Words& words)
{
    auto made = breakpointOf(words);
    if (!made)
        return made.error();
    made->once = true;
    Words json(toJson(toValue(*made)));
    const std::string text = toJson(toValue(*made));
    Words again(text);
    return addBreakpoint(again);
}

Status DebugSession::addLogPoint(Words& words)
{
    Breakpoint made;
    made.at = BreakAt::Ended;
    made.task = words.next();
    made.log = words.rest();
    const std::string text = toJson(toValue(made));
    Words json(text);
    return made.log.empty() ? Status(Error {ErrorCode::InvalidArgument, "say what to write"}) : addBreakpoint(json);
}

Status DebugSession::listBreakpoints(Words&)
{
    for (const Breakpoint& one : (m_debugger ? m_debugger->breakpoints() : m_early).all()) {
        int hits = 0;
        if (m_debugger) {
            for (const BreakpointHit& hit : m_debugger->hits())
                hits += hit.breakpoint == one.id ? 1 : 0;
        }
        m_streams.out << one.id << "  " << toJson(toValue(one)) << "  " << hits << " hits\n";
    }
    return {};
}

Status DebugSession::deleteBreakpoint(Words& words)
{
    BreakpointSet& set = m_debugger ? m_debugger->breakpoints() : m_early;
    const std::string which = words.rest();
    if (which == "all") {
        set.clear();
        return {};
    }
    const auto number = numberFrom(which);
    if (!number)
        return number.error();
    return set.remove(*number) ? Status() : Status(Error {ErrorCode::NotFound, "there is no breakpoint " + which});
}

Status DebugSession::enable(Words& words)
{
    const auto number = numberFrom(words.rest());
    if (!number)
        return number.error();
    BreakpointSet& set = m_debugger ? m_debugger->breakpoints() : m_early;
    return set.setEnabled(*number, true) ? Status() : Status(Error {ErrorCode::NotFound, "there is no such breakpoint"});
}

Status DebugSession::disable(Words& words)
{
    const auto number = numberFrom(words.rest());
    if (!number)
        return number.error();
    BreakpointSet& set = m_debugger ? m_debugger->breakpoints() : m_early;
    return set.setEnabled(*number, false) ? Status() : Status(Error {ErrorCode::NotFound, "there is no such breakpoint"});
}

Status DebugSession::loadBreakpoints(Words& words)
{
    const std::string path = words.rest();
    const auto text = readTextFile(path);
    if (!text)
        return text.error();
    const auto json = parseJson(*text);
    if (!json)
        return Error(json.error()).in(path);
    if (Status loaded = (m_debugger ? m_debugger->breakpoints() : m_early).load(*json); !loaded)
        return Error(loaded.error()).in(path);
    return {};
}

Status DebugSession::saveBreakpoints(Words& words)
{
    const std::string path = words.rest();
    std::ofstream out(path, std::ios::binary);
    out << toPrettyJson((m_debugger ? m_debugger->breakpoints() : m_early).toValue()) << '\n';
    return out.flush() ? Status() : Status(Error {ErrorCode::IoError, "cannot write the file", path});
}

const Execution* DebugSession::shown() const
{
    if (!m_tree)
        return nullptr;
    const Rehearsal& run = rehearsal();
    if (run.position() > 0) {
        const Event& event = run.journal().event(run.position() - 1);
        if (const Execution* execution = run.world().find(event.workflowId))
            return execution;
    }
    return run.world().find(run.mainWorkflowId());
}

void DebugSession::tellPlace()
{
    const Rehearsal& run = rehearsal();
    m_streams.out << run.position() << '/' << run.journal().size();
    if (run.position() > 0) {
        const Event& event = run.journal().event(run.position() - 1);
        m_streams.out << "  " << toText(event.kind) << "  " << nameOf(event, run.world());
    }
    m_streams.out << '\n';
}

Status DebugSession::where(Words&)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    tellPlace();
    return {};
}

Status DebugSession::tasks(Words&)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    const Execution* execution = shown();
    for (const TaskPtr& task : execution ? execution->tasksBySeq() : std::vector<TaskPtr>())
        m_streams.out << task->referenceTaskName.view() << "  " << task->taskType.view() << "  " << toText(task->status) << "  " << brief(task->outputData) << '\n';
    return {};
}

Status DebugSession::print(Words& words)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    const Execution* execution = shown();
    if (!execution)
        return Error {ErrorCode::Conflict, "the workflow has not begun at this moment"};
    const auto value = evaluateWatch(words.rest(), *execution);
    if (!value)
        return value.error();
    m_streams.out << toPrettyJson(*value) << '\n';
    return {};
}

Status DebugSession::watch(Words& words)
{
    const std::string expression = words.rest();
    if (expression.empty()) {
        for (const std::string& one : m_watches) {
            const auto value = shown() ? evaluateWatch(one, *shown()) : Result<Value>(Value());
            m_streams.out << one << " = " << (value ? toJson(*value) : "?") << '\n';
        }
        return {};
    }
    const auto condition = Condition::parse(expression);
    if (!condition)
        return condition.error();
    m_watches.push_back(expression);
    return {};
}

Status DebugSession::history(Words& words)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    const auto changes = watchHistory(words.rest(), rehearsal().journal(), rehearsal().journal().size(),
                                      shown() ? shown()->workflowId : rehearsal().mainWorkflowId());
    if (!changes)
        return changes.error();
    for (const WatchChange& change : *changes)
        m_streams.out << change.position << "  " << toJson(change.value) << '\n';
    return {};
}

Status DebugSession::first(Words& words)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    const auto position = m_debugger->firstTime(words.rest());
    if (!position)
        return position.error();
    if (!*position)
        return Error {ErrorCode::NotFound, "it is never true in what is recorded"};
    m_before = rehearsal().position();
    rehearsal().moveTo(**position);
    tellPlace();
    return {};
}

Status DebugSession::changes(Words&)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    const Rehearsal& run = rehearsal();
    for (std::size_t i = std::min(m_before, run.position()); i < run.position(); ++i) {
        const Event& event = run.journal().event(i);
        for (const FieldChange& change : event.changes) {
            const bool tells = change.field == Field::OutputData || change.field == Field::InputData || change.field == Field::Variables || change.field == Field::Output;
            if (tells)
                m_streams.out << nameOf(event, run.world()) << '.' << fieldName(change.field) << " = " << brief(change.value, 120) << '\n';
        }
    }
    return {};
}

Status DebugSession::why(Words& words)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    const Execution* execution = shown();
    if (!execution)
        return Error {ErrorCode::Conflict, "the workflow has not begun at this moment"};
    ExplainContext context;
    if (const auto handlers = rehearsal().setup().handlers)
        context.hasWorker = [handlers](std::string_view type) { return handlers->find(type) != nullptr; };
    const std::string task = words.rest();
    const World& world = rehearsal().world();
    const auto all = task.empty() ? explainExecution(world, execution->workflowId, context)
                                  : explainReference(world, execution->workflowId, task, context);
    for (const Explanation& one : all)
        m_streams.out << sentence(one, world.now) << '\n';
    return {};
}

Status DebugSession::chain(Words& words, bool forward)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    const Execution* execution = shown();
    const auto place = execution ? valueRefFrom(words.rest(), *execution) : Result<ValueRef>(Error {ErrorCode::Conflict, "the workflow has not begun at this moment"});
    if (!place)
        return place.error();
    Provenance provenance(rehearsal().journal());
    const std::size_t position = rehearsal().position();
    for (const ProvenanceStep& step : forward ? provenance.uses(*place, position) : provenance.origins(*place, position))
        m_streams.out << line(step, rehearsal().world()) << '\n';
    return {};
}

Status DebugSession::from(Words& words)
{
    return chain(words, false);
}

Status DebugSession::into(Words& words)
{
    return chain(words, true);
}

Status DebugSession::trace(Words&)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    printTrace(m_streams.out, rehearsal());
    return {};
}

Status DebugSession::expect(Words& words)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    const std::string expression = words.rest();
    const Execution* execution = shown();
    const auto value = execution ? evaluateWatch(expression, *execution) : Result<Value>(Value());
    if (!value)
        return value.error();
    if (isTruthy(*value))
        return {};
    return Error {ErrorCode::Conflict, "expected " + expression + ", but it is " + toJson(*value)};
}

}  // namespace baton::cli
