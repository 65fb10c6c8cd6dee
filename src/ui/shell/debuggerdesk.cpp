// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/debuggerdesk.h"

#include "engine/debugger/bundle.h"
#include "engine/value/json.h"
#include "ui/debugger/breakpointspanel.h"
#include "ui/debugger/comparisonpanel.h"
#include "ui/debugger/debuggerpanel.h"
#include "ui/debugger/jsondialog.h"
#include "ui/debugger/notespanel.h"
#include "ui/debugger/originspanel.h"
#include "ui/debugger/watchespanel.h"
#include "ui/graph/graphview.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/kit/settingsstore.h"
#include "ui/models/selection.h"
#include "ui/models/sessioncontroller.h"
#include "ui/models/words.h"
#include "ui/shell/actioncollection.h"

#include <QAction>
#include <QFileDialog>
#include <QMenu>
#include <QSaveFile>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

enum Fault { kFail, kFailForGood, kCrash, kDelay, kDuplicate };
constexpr std::int64_t kDelayMs = 60'000;

Edit faultOf(int kind, TaskSlot slot, const Text& reason)
{
    switch (kind) {
    case kFail: return edit::Failure {slot, reason, false};
    case kFailForGood: return edit::Failure {slot, reason, true};
    case kCrash: return edit::Crash {slot};
    case kDelay: return edit::Delay {slot, kDelayMs};
    default: return edit::Duplicate {slot};
    }
}

}  // namespace

DebuggerDesk::DebuggerDesk(const Around& around, QWidget* window)
    : QObject(window)
    , m_around(around)
    , m_window(window)
{
    makeMoves();
    makeEdits();
    makeFiles();
    const SessionController& session = m_around.session;
    connect(&session, &SessionController::positionChanged, this, &DebuggerDesk::update);
    connect(&session, &SessionController::runningChanged, this, &DebuggerDesk::update);
    connect(&m_around.selection, &Selection::changed, this, &DebuggerDesk::update);
    connect(&session, &SessionController::breakpointsChanged, this, &DebuggerDesk::showMarks);
    update();
}

DebuggerPanel* DebuggerDesk::makePanel(QWidget* parent)
{
    m_panel = new DebuggerPanel(m_around.session, m_around.selection, parent);
    connect(m_panel, &DebuggerPanel::revealRequested, this, &DebuggerDesk::revealRequested);
    connect(&m_panel->comparison(), &ComparisonPanel::compared, this, &DebuggerDesk::showMarks);
    const QString key = u"debugger/watches"_s;
    m_panel->watches().setExpressions(m_around.settings.value(key).toStringList());
    connect(&m_panel->watches(), &WatchesPanel::expressionsChanged, this,
            [this, key] { m_around.settings.setValue(key, m_panel->watches().expressions()); });
    // Breakpoints stay from one day to the next; what cannot be read is left out.
    const QString stops = u"debugger/breakpoints"_s;
    if (const auto saved = parseJson(toUtf8(m_around.settings.value(stops).toString())); saved)
        (void)m_around.session.loadBreakpoints(*saved);
    connect(&m_around.session, &SessionController::breakpointsChanged, this,
            [this, stops] { m_around.settings.setValue(stops, toQString(toJson(m_around.session.breakpoints().toValue()))); });
    return m_panel;
}

void DebuggerDesk::connectViews(GraphView& graph, InspectorPanel& inspector)
{
    m_graph = &graph;
    connect(&inspector, &InspectorPanel::originRequested, this, [this](const QString& place, bool forward) {
        m_panel->origins().ask(place, forward);
        m_panel->showTab(DebuggerPanel::Tab::Origins);
    });
    showMarks();
}

void DebuggerDesk::makeMoves()
{
    const QString category = tr("Debug");
    ActionCollection& actions = m_around.actions;
    SessionController& session = m_around.session;
    const auto keys = [](const QKeySequence& one) { return QList<QKeySequence> {one}; };
    m_toggle = actions.add(u"debug.toggleBreakpoint"_s, category,
                           {tr("&Breakpoint on the selected task"), u"stop"_s, keys(Qt::Key_F9), tr("Stop before the selected task is scheduled, or no longer")});
    connect(m_toggle, &QAction::triggered, this, [this] { m_around.session.toggleBreakpoint(m_around.selection.reference()); });
    m_reverse = actions.add(u"debug.reverseContinue"_s, category,
                            {tr("Run &back to the previous breakpoint"), u"step-back"_s, keys(Qt::ALT | Qt::Key_F5), tr("Go back to where a breakpoint was hit before; nothing runs again")});
    connect(m_reverse, &QAction::triggered, &session, &SessionController::reverseContinue);
    m_backOut = actions.add(u"debug.backOut"_s, category,
                            {tr("Step back o&ut"), u"step-out"_s, keys(Qt::ALT | Qt::SHIFT | Qt::Key_F11), tr("Go back to where this loop or sub-workflow began")});
    connect(m_backOut, &QAction::triggered, &session, &SessionController::stepBackOut);
    m_iteration = actions.add(u"debug.iteration"_s, category,
                              {tr("Step to the next &iteration"), u"event-retry"_s, keys(Qt::CTRL | Qt::SHIFT | Qt::Key_F11), tr("Run until the loop begins anew or ends")});
    connect(m_iteration, &QAction::triggered, &session, &SessionController::stepIteration);
    const auto note = [&](const char* id, const QString& text, const QKeySequence& key, auto slot) {
        QAction* action = actions.add(QLatin1String(id), category, {text, u"event-note"_s, keys(key), {}});
        connect(action, &QAction::triggered, this, [this, slot] { (m_panel->notes().*slot)(); });
        m_ofSession += action;
    };
    note("debug.nextNote", tr("Next &note"), Qt::CTRL | Qt::ALT | Qt::Key_Right, &NotesPanel::next);
    note("debug.previousNote", tr("&Previous note"), Qt::CTRL | Qt::ALT | Qt::Key_Left, &NotesPanel::previous);
}

void DebuggerDesk::makeEdits()
{
    const QString category = tr("Change the past");
    const auto add = [&](const char* id, const QString& text, const QString& what, QList<QAction*>& needs) {
        QAction* action = m_around.actions.add(QLatin1String(id), category, {text, u"edit"_s, {}, tr("Makes a branch; this run stays as it is")});
        connect(action, &QAction::triggered, this, [this, what] { editValue(what); });
        needs += action;
    };
    add("debug.editInput", tr("Change the task’s &input…"), u"input"_s, m_ofTask);
    add("debug.editOutput", tr("Change the task’s &output…"), u"output"_s, m_ofTask);
    add("debug.editVariables", tr("Change the &variables…"), u"variables"_s, m_ofSession);
    add("debug.editWorkflowInput", tr("Change the &workflow’s input…"), u"workflow"_s, m_ofSession);
    addFault("debug.faultFail", tr("Let the task &fail"), kFail);
    addFault("debug.faultTerminal", tr("Let the task fail for &good"), kFailForGood);
    addFault("debug.faultCrash", tr("Let its worker &crash"), kCrash);
    addFault("debug.faultDelay", tr("Let it answer a minute &later"), kDelay);
    addFault("debug.faultDuplicate", tr("Let it answer &twice"), kDuplicate);
}

void DebuggerDesk::addFault(const char* id, const QString& text, int kind)
{
    QAction* action = m_around.actions.add(QLatin1String(id), tr("Change the past"), {text, u"warning"_s, {}, tr("Makes a branch; this run stays as it is")});
    connect(action, &QAction::triggered, this, [this, kind] { fault(kind); });
    m_ofTask += action;
}

void DebuggerDesk::makeFiles()
{
    const QString category = tr("Debug");
    const auto add = [&](const char* id, const QString& text, const QString& tip, auto slot) {
        QAction* action = m_around.actions.add(QLatin1String(id), category, {text, u"save"_s, {}, tip});
        connect(action, &QAction::triggered, this, slot);
        m_ofSession += action;
    };
    add("debug.savePage", tr("Save as a web &page…"), tr("One HTML file that steps through this run in any browser"), &DebuggerDesk::savePage);
    add("debug.saveBundle", tr("Save as a &bundle…"), tr("Every event with a chain of hashes; baton verify checks it"), &DebuggerDesk::saveBundle);
    add("debug.saveTest", tr("Save as a &test…"), tr("A WorkflowTestRequest that runs the same scenario on a server"), &DebuggerDesk::saveTest);
}

void DebuggerDesk::fillMenu(QMenu& menu) const
{
    const auto fill = [this](QMenu* into, std::initializer_list<const char*> ids) {
        for (const char* id : ids) {
            if (*id == '-')
                into->addSeparator();
            else
                into->addAction(m_around.actions.action(QLatin1String(id)));
        }
    };
    menu.addSeparator();
    fill(&menu, {"debug.toggleBreakpoint", "debug.reverseContinue", "debug.backOut", "debug.iteration", "-"});
    QMenu* changes = menu.addMenu(tr("&Change the past"));
    changes->setObjectName(u"changeMenu"_s);
    fill(changes, {"debug.editInput", "debug.editOutput", "debug.editVariables", "debug.editWorkflowInput", "-", "debug.faultFail",
                   "debug.faultTerminal", "debug.faultCrash", "debug.faultDelay", "debug.faultDuplicate"});
    fill(&menu, {"debug.nextNote", "debug.previousNote", "-", "debug.savePage", "debug.saveBundle", "debug.saveTest"});
}

TaskSlot DebuggerDesk::selectedSlot() const
{
    return m_around.selection.isWorkflow() ? kNoTask : m_around.selection.slotIn(m_around.session.execution());
}

void DebuggerDesk::update()
{
    const SessionController& session = m_around.session;
    const bool rests = session.isOpen() && !session.isRunning();
    m_toggle->setEnabled(session.isOpen() && !m_around.selection.isWorkflow());
    m_reverse->setEnabled(session.canStepBack());
    m_backOut->setEnabled(session.canStepBack());
    m_iteration->setEnabled(session.canStepForward());
    for (QAction* action : m_ofSession)
        action->setEnabled(rests);
    for (QAction* action : m_ofTask)
        action->setEnabled(rests && selectedSlot() != kNoTask);
}

void DebuggerDesk::showMarks()
{
    if (!m_graph || !m_panel)
        return;
    QSet<QString> stops;
    for (const Breakpoint& one : m_around.session.breakpoints().all()) {
        const Text& name = one.at == BreakAt::Edge ? one.to : one.task;
        if (one.enabled && !name.empty())
            stops += toQString(name);
    }
    m_graph->setMarks(stops, m_panel->comparison().differing());
}

void DebuggerDesk::edit(const Edit& change)
{
    const Status done = m_around.session.branchOff(change);
    if (!done) {
        emit failed(done.error());
        return;
    }
    m_panel->showTab(DebuggerPanel::Tab::Branches);
}

void DebuggerDesk::editValue(const QString& what)
{
    const Execution* execution = m_around.session.execution();
    if (!execution)
        return;
    const TaskSlot slot = selectedSlot();
    const TaskRun* task = execution->task(slot);
    const bool ofTask = what == "input"_L1 || what == "output"_L1;
    if (ofTask && !task)
        return;
    const Value before = what == "input"_L1 ? task->inputData
        : what == "output"_L1               ? task->outputData
        : what == "variables"_L1            ? execution->variables
                                            : execution->input;
    const auto accept = [this, what, slot](const Value& value) -> Status {
        const Edit change = what == "input"_L1 ? Edit(edit::Input {slot, value})
            : what == "output"_L1              ? Edit(edit::Output {slot, value})
            : what == "variables"_L1           ? Edit(edit::Variables {value})
                                               : Edit(edit::WorkflowInput {value});
        Status done = m_around.session.branchOff(change);
        if (done)
            m_panel->showTab(DebuggerPanel::Tab::Branches);
        return done;
    };
    const QString name = ofTask ? toQString(task->referenceTaskName) : toQString(execution->definition ? execution->definition->name : execution->workflowId);
    auto* dialog = new JsonDialog(name, tr("What would have happened with another value? The answer is a branch; this run stays as it is."),
                                  before.isNull() ? Value::object() : before, accept, m_window);
    dialog->open();
}

void DebuggerDesk::fault(int kind)
{
    if (const TaskSlot slot = selectedSlot(); slot != kNoTask)
        edit(faultOf(kind, slot, Text(toUtf8(tr("Failed in a what-if")))));
}

void DebuggerDesk::savePage()
{
    const WorkflowDefPtr definition = m_around.session.definition();
    RunPageWords words;
    words.title = definition ? definition->name.str() : std::string();
    words.first = toUtf8(tr("First"));
    words.back = toUtf8(tr("Back"));
    words.next = toUtf8(tr("Next"));
    words.last = toUtf8(tr("Last"));
    words.tasks = toUtf8(tr("Tasks"));
    words.event = toUtf8(tr("What happened"));
    words.input = toUtf8(tr("Input"));
    words.output = toUtf8(tr("Output"));
    words.notes = toUtf8(tr("Notes"));
    words.note = toUtf8(tr("This page is complete in itself: it needs no server and sends nothing."));
    saveText(tr("Save as a web page"), tr("Web pages (*.html)"), u".html"_s, runPage(*m_around.session.journal(), m_around.session.notes(), words));
}

void DebuggerDesk::saveBundle()
{
    std::vector<Value> notes;
    for (const MomentNote& note : m_around.session.notes())
        notes.push_back(Value::object({{"position", note.position}, {"text", note.text}}));
    const Value header = Value::object({{"breakpoints", m_around.session.breakpoints().toValue()}, {"notes", Value::array(std::move(notes))}});
    saveText(tr("Save as a bundle"), tr("Bundles (*.bundle)"), u".bundle"_s, writeBundle(*m_around.session.journal(), header));
}

void DebuggerDesk::saveTest()
{
    if (const BranchTree* tree = m_around.session.branches())
        saveText(tr("Save as a test"), tr("Tests (*.json)"), u".test.json"_s, toPrettyJson(toTestRequest(tree->rehearsal())) + "\n");
}

void DebuggerDesk::saveText(const QString& title, const QString& filter, const QString& suffix, const std::string& text)
{
    const WorkflowDefPtr definition = m_around.session.definition();
    auto* dialog = new QFileDialog(m_window, title, m_around.settings.value(u"window/folder"_s).toString());
    dialog->setObjectName(u"saveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(filter);
    dialog->selectFile((definition ? toQString(definition->name) : u"run"_s) + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, text](const QString& path) {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) < 0 || !file.commit())
            emit failed({.code = ErrorCode::IoError, .message = toUtf8(file.errorString()), .source = toUtf8(path), .hint = toUtf8(tr("Choose another folder"))});
    });
    dialog->open();
}

}  // namespace baton::ui
