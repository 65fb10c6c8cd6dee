// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/debugsession.h"

#include "cli/recordfile.h"
#include "cli/textfile.h"
#include "engine/debugger/postmortem.h"
#include "engine/value/json.h"

#include <charconv>
#include <ostream>

namespace baton::cli {

namespace {

constexpr std::string_view kBlanks = " \t\r";

Error unknown(const std::string& name)
{
    return {ErrorCode::InvalidArgument, "there is no command '" + name + "'", {}, {}, 0, 0, "help lists the commands"};
}

constexpr std::string_view kHelp = R"(open FILE | sample ID          a definition to rehearse, or an execution, journal or bundle to look at
input KEY=VALUE | input FILE   the workflow's input; case N, policy NAME, mock FILE: how it is rehearsed
break WHAT...                  WHAT: scheduled|started|ended TASK [if EXPR], when EXPR, change EXPR, status TASK STATUS,
                               edge FROM TO, error, reason CODE, event KIND, or a JSON object; tbreak: once only
log TASK TEXT                  writes TEXT with ${...} whenever TASK ends
breakpoints, delete N|all, enable N, disable N, load-breakpoints FILE, save-breakpoints FILE
run (continue, c), step (s, into), next (n, over), finish (out), iteration, event (e), task, decision, to TASK
back, back-over, back-out, back-event, back-decision, reverse (rc), start, end, goto N, first EXPR
where, tasks, print EXPR, watch EXPR, watch, history EXPR, changes, trace, why [TASK], from PLACE, into PLACE
answer TASK JSON [STATUS]      an answer by hand to a task that waits
set input|output TASK JSON, set variables JSON, set workflow-input JSON, set status TASK STATUS
fault fail|terminal|crash|delay|duplicate TASK [REASON|SECONDS], clock SECONDS
branches, branch [NAME], switch NAME, rename NAME NEW, drop NAME, diff NAME [NAME]
note TEXT, save FILE (a bundle), page FILE (HTML), test FILE (a WorkflowTestRequest)
expect EXPR                    fails the script unless it is true; echo TEXT; help; quit
)";

}  // namespace

std::string Words::next()
{
    const std::size_t begin = m_rest.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) {
        m_rest = {};
        return {};
    }
    m_rest.remove_prefix(begin);
    const std::size_t end = m_rest.find_first_of(kBlanks);
    const std::string word(m_rest.substr(0, end));
    m_rest.remove_prefix(end == std::string_view::npos ? m_rest.size() : end);
    return word;
}

std::string Words::rest()
{
    const std::size_t begin = m_rest.find_first_not_of(kBlanks);
    const std::size_t end = m_rest.find_last_not_of(kBlanks);
    const std::string all(begin == std::string_view::npos ? std::string_view() : m_rest.substr(begin, end - begin + 1));
    m_rest = {};
    return all;
}

bool Words::atEnd() const
{
    return m_rest.find_first_not_of(kBlanks) == std::string_view::npos;
}

const std::vector<DebugSession::Entry>& DebugSession::commands()
{
    using S = DebugSession;
    static const std::vector<Entry> all {{"open", &S::open}, {"sample", &S::sample}, {"input", &S::input}, {"mock", &S::mock},
        {"case", &S::caseNumber}, {"policy", &S::policy}, {"break", &S::addBreakpoint}, {"tbreak", &S::addOneShot},
        {"log", &S::addLogPoint}, {"breakpoints", &S::listBreakpoints}, {"delete", &S::deleteBreakpoint}, {"enable", &S::enable},
        {"disable", &S::disable}, {"load-breakpoints", &S::loadBreakpoints}, {"save-breakpoints", &S::saveBreakpoints},
        {"goto", &S::goTo}, {"where", &S::where}, {"tasks", &S::tasks}, {"print", &S::print}, {"watch", &S::watch},
        {"history", &S::history}, {"first", &S::first}, {"changes", &S::changes}, {"why", &S::why}, {"from", &S::from}, {"into-value", &S::into},
        {"trace", &S::trace}, {"expect", &S::expect}, {"answer", &S::answer}, {"set", &S::set}, {"fault", &S::fault},
        {"clock", &S::clock}, {"branches", &S::branches}, {"branch", &S::branch}, {"switch", &S::choose}, {"rename", &S::rename},
        {"drop", &S::drop}, {"diff", &S::compare}, {"note", &S::note}, {"save", &S::save}, {"page", &S::page}, {"test", &S::test},
        {"echo", &S::echo}, {"help", &S::help}, {"quit", &S::quit}, {"q", &S::quit}, {"?", &S::help}};
    return all;
}

Status DebugSession::execute(std::string_view line)
{
    Words words(line);
    const std::string name = words.next();
    if (name.empty() || name.starts_with('#'))
        return {};
    static constexpr std::pair<std::string_view, Move> kMoves[] {{"run", Move::Run}, {"continue", Move::Run}, {"c", Move::Run},
        {"step", Move::Into}, {"s", Move::Into}, {"next", Move::Over}, {"n", Move::Over}, {"over", Move::Over},
        {"finish", Move::Out}, {"out", Move::Out}, {"iteration", Move::Iteration}, {"event", Move::Event}, {"e", Move::Event},
        {"task", Move::Task}, {"decision", Move::Decision}, {"to", Move::ToTask}, {"back", Move::BackTask},
        {"back-over", Move::BackOver}, {"back-out", Move::BackOut}, {"back-event", Move::BackEvent},
        {"back-decision", Move::BackDecision}, {"reverse", Move::ReverseContinue}, {"rc", Move::ReverseContinue},
        {"start", Move::Start}, {"end", Move::End}};
    // "into PLACE" asks what a value went into; "into" alone steps.
    if (name == "into")
        return words.atEnd() ? move(Move::Into, words) : into(words);
    for (const auto& [word, kind] : kMoves) {
        if (word == name)
            return move(kind, words);
    }
    for (const Entry& entry : commands()) {
        if (entry.name == name)
            return (this->*entry.handler)(words);
    }
    return unknown(name);
}

Status DebugSession::open(Words& words)
{
    const std::string path = words.rest();
    const auto text = readTextFile(path);
    if (!text)
        return text.error();
    m_tree.reset();
    m_debugger.reset();
    if (!looksLikeRecord(*text)) {
        auto casebook = Casebook::fromDefinition(*text, path);
        if (!casebook)
            return casebook.error();
        m_casebook = std::move(casebook).value();
        return {};
    }
    auto journal = recordFrom(*text, path);
    if (!journal)
        return journal.error();
    auto opened = openJournal(std::move(journal).value());
    if (!opened)
        return Error(opened.error()).in(path);
    m_tree = std::make_unique<BranchTree>(std::move(opened).value());
    return selected();
}

Status DebugSession::sample(Words& words)
{
    auto casebook = Casebook::fromSample(words.rest());
    if (!casebook)
        return casebook.error();
    m_casebook = std::move(casebook).value();
    if (m_casebook->table)
        m_request.row = 0;
    m_tree.reset();
    m_debugger.reset();
    return {};
}

Status DebugSession::input(Words& words)
{
    const std::string text = words.rest();
    if (!m_request.input.isObject())
        m_request.input = Value::object();
    const std::size_t equals = text.find('=');
    if (equals != std::string::npos && equals > 0 && !text.starts_with('{')) {
        const std::string written = text.substr(equals + 1);
        auto value = parseJson(written);
        m_request.input = m_request.input.with(Key(text.substr(0, equals)), value ? *std::move(value) : Value(written));
        return {};
    }
    std::string json = text;
    if (!text.starts_with('{')) {
        auto read = readTextFile(text);
        if (!read)
            return read.error();
        json = std::move(read).value();
    }
    auto value = parseJson(json);
    if (!value || !value->isObject())
        return value ? Error {ErrorCode::InvalidArgument, "the input must be a JSON object"} : value.error();
    m_request.input = m_request.input.mergedWith(*value);
    return {};
}

Status DebugSession::mock(Words& words)
{
    m_request.mockFile = words.rest();
    return {};
}

Status DebugSession::policy(Words& words)
{
    m_request.policy = words.rest();
    return {};
}

Status DebugSession::caseNumber(Words& words)
{
    const std::string text = words.rest();
    std::size_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || number == 0)
        return Error {ErrorCode::InvalidArgument, "a case is a number from 1 on"};
    m_request.row = number - 1;
    return {};
}

Status DebugSession::ensureStarted()
{
    if (m_tree)
        return {};
    if (!m_casebook)
        return Error {ErrorCode::Conflict, "nothing is open", {}, {}, 0, 0, "open FILE or sample underwriting first"};
    auto setup = prepareRehearsal(*m_casebook, m_request);
    if (!setup)
        return setup.error();
    auto started = Rehearsal::start(std::move(setup).value());
    if (!started)
        return started.error();
    m_tree = std::make_unique<BranchTree>(std::move(started).value());
    return selected();
}

Status DebugSession::selected()
{
    if (m_debugger) {
        m_debugger->follow(rehearsal());
    } else {
        m_debugger.emplace(rehearsal());
        m_debugger->breakpoints() = m_early;
    }
    m_before = rehearsal().position();
    return {};
}

Status DebugSession::move(Move kind, Words& words)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    const std::string task = words.rest();
    if (kind == Move::ToTask && task.empty())
        return Error {ErrorCode::InvalidArgument, "name the task to run to"};
    m_before = rehearsal().position();
    const DebugStop stop = m_debugger->move(kind, task);
    tell(stop);
    if (stop.report.stop == StepReport::Stop::Failed)
        return Error {ErrorCode::Internal, stop.report.detail.str()};
    return {};
}

Status DebugSession::goTo(Words& words)
{
    if (Status ready = ensureStarted(); !ready)
        return ready;
    const std::string text = words.rest();
    std::size_t position = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), position);
    if (read.ec != std::errc() || position > rehearsal().journal().size())
        return Error {ErrorCode::InvalidArgument, "there are the positions 0 to " + std::to_string(rehearsal().journal().size())};
    m_before = rehearsal().position();
    rehearsal().moveTo(position);
    tellPlace();
    return {};
}

void DebugSession::tell(const DebugStop& stop)
{
    for (const std::string& line : stop.log)
        m_streams.out << "log: " << line << '\n';
    switch (stop.report.stop) {
    case StepReport::Stop::Breakpoint:
        m_streams.out << "breakpoint";
        for (const std::uint32_t id : stop.breakpoints)
            m_streams.out << ' ' << id;
        m_streams.out << '\n';
        break;
    case StepReport::Stop::AtStart: m_streams.out << "at the start\n"; return;
    case StepReport::Stop::AtEnd: m_streams.out << "at the end\n"; break;
    case StepReport::Stop::Waiting: m_streams.out << "waits for an answer by hand\n"; break;
    default: break;
    }
    tellPlace();
    for (const std::string& expression : m_watches) {
        const auto value = shown() ? evaluateWatch(expression, *shown()) : Result<Value>(Value());
        m_streams.out << "  " << expression << " = " << (value ? toJson(*value) : "?") << '\n';
    }
}

Status DebugSession::echo(Words& words)
{
    m_streams.out << words.rest() << '\n';
    return {};
}

Status DebugSession::help(Words&)
{
    m_streams.out << kHelp;
    return {};
}

Status DebugSession::quit(Words&)
{
    m_over = true;
    return {};
}

}  // namespace baton::cli
