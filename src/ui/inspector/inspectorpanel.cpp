// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/inspectorpanel.h"

#include "engine/model/codec.h"
#include "ui/inspector/answerpanel.h"
#include "ui/inspector/changesview.h"
#include "ui/inspector/jsonview.h"
#include "ui/inspector/taskheader.h"
#include "ui/inspector/valueview.h"
#include "ui/kit/tokens.h"
#include "ui/models/explainwords.h"
#include "ui/models/journalindex.h"
#include "ui/models/scope.h"
#include "ui/models/selection.h"
#include "ui/models/sessioncontroller.h"
#include "ui/models/variablesmodel.h"
#include "ui/models/words.h"

#include <QLabel>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int indexOf(InspectorPanel::Tab tab)
{
    return static_cast<int>(tab);
}

Value orEmpty(const Value& value)
{
    return value.isObject() || value.isArray() ? value : Value::object();
}

}  // namespace

InspectorPanel::InspectorPanel(SessionController& session, Selection& selection, const JournalIndex& names, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_selection(selection)
    , m_names(names)
    , m_header(new TaskHeader(this))
    , m_why(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_input(new ValueView(new ValueTreeModel, u"input"_s, this))
    , m_output(new ValueView(new ValueTreeModel, u"output"_s, this))
    , m_variablesModel(new VariablesModel)
    , m_variables(new ValueView(m_variablesModel, u"variables"_s, this))
    , m_changes(new ChangesView(this))
    , m_json(new JsonView(this))
    , m_answer(new AnswerPanel(this))
{
    setObjectName(u"inspectorPanel"_s);
    setProperty("surface", true);
    setAttribute(Qt::WA_StyledBackground);
    makeTabs();
    m_answer->hide();
    m_why->setObjectName(u"inspectorWhy"_s);
    m_why->setWordWrap(true);
    m_why->setTextFormat(Qt::PlainText);
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_why->setContentsMargins(space::kWide, 0, space::kBase, space::kSmall);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_why);
    column->addWidget(m_tabs, 1);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(space::kBase, 0, space::kBase, space::kBase);
    foot->addWidget(m_answer);
    column->addLayout(foot);
    connectAll();
    refresh();
}

void InspectorPanel::makeTabs()
{
    m_tabs->setObjectName(u"inspectorTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->tabBar()->setObjectName(u"inspectorTabBar"_s);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the inspector"));
    m_tabs->addTab(m_input, tr("Input"));
    m_tabs->addTab(m_output, tr("Output"));
    m_tabs->addTab(m_variables, tr("Variables"));
    m_tabs->addTab(m_changes, tr("Changes"));
    m_tabs->addTab(m_json, tr("JSON"));
    m_variables->setEmptyText(u"variables"_s, tr("No variables"), tr("This workflow has set none up to this moment."));
    m_variables->setReferencePrefix(u"workflow.variables"_s);
}

void InspectorPanel::connectAll()
{
    connect(&m_session, &SessionController::executionChanged, this, &InspectorPanel::refresh);
    connect(&m_selection, &Selection::changed, this, &InspectorPanel::refresh);
    connect(m_tabs->tabBar(), &QTabBar::tabBarClicked, this, [this] { m_tabChosen = true; });
    connect(m_tabs, &QTabWidget::currentChanged, this, &InspectorPanel::showJson);
    connect(m_changes, &ChangesView::taskActivated, &m_selection, &Selection::select);
    for (const ValueView* view : {m_input, m_output, m_variables})
        connect(view, &ValueView::originRequested, this, &InspectorPanel::originRequested);
    connect(m_answer, &AnswerPanel::answered, this, [this](const TaskResult& result) {
        const Status status = m_session.answer(result);
        m_answer->showProblem(status ? QString() : toQString(status.error().oneLine()));
    });
}

void InspectorPanel::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(indexOf(tab));
    m_tabChosen = true;
}

void InspectorPanel::pickTab(bool hasOutput)
{
    if (!m_tabChosen)
        m_tabs->setCurrentIndex(indexOf(hasOutput ? Tab::Output : Tab::Input));
}

void InspectorPanel::refresh()
{
    const Execution* execution = m_session.execution();
    if (!m_session.isOpen()) {
        showNothing();
    } else if (m_selection.isWorkflow()) {
        if (execution)
            showWorkflow(*execution);
        else
            showNothing();
    } else if (const TaskSlot slot = m_selection.slotIn(execution); slot != kNoTask) {
        showTask(*execution, slot);
    } else {
        showDefinition();
    }
    showVariables(execution);
    showChanges();
    showWaiting();
    showWhy();
    showJson();
    markTabs();
}

void InspectorPanel::showTask(const Execution& execution, TaskSlot slot)
{
    const TaskRun& task = *execution.task(slot);
    const Execution* earlier = m_session.executionBefore();
    const TaskRun* before = earlier ? earlier->task(slot) : nullptr;
    const bool fresh = before == nullptr;
    m_header->showTask(task, execution, m_session.world()->now);
    m_input->setNote({});
    m_input->setEmptyText(u"input"_s, tr("No input"), tr("This task was given nothing."));
    m_input->setReferencePrefix(toQString(task.referenceTaskName) + u".input"_s);
    m_input->setValue(orEmpty(task.inputData), fresh ? std::optional<Value>() : orEmpty(before->inputData));
    const bool open = !isTerminal(task.status);
    m_output->setEmptyText(u"output"_s, open ? tr("No output so far") : tr("No output"),
                           open ? tr("This task has not ended at this moment.") : tr("This task ended without giving anything."));
    m_output->setReferencePrefix(toQString(task.referenceTaskName) + u".output"_s);
    m_output->setValue(orEmpty(task.outputData), orEmpty(before ? before->outputData : Value()));
    pickTab(!task.outputData.empty());
}

void InspectorPanel::showDefinition()
{
    const WorkflowDefPtr definition = m_session.definition();
    const WorkflowTask* task = definition ? taskNamed(*definition, toUtf8(baseReference(m_selection.reference()))) : nullptr;
    if (!task) {
        showNothing();
        return;
    }
    m_header->showDefinition(*task);
    m_input->setNote(tr("Not reached at this moment. The definition will give it:"));
    m_input->setEmptyText(u"input"_s, tr("No input"), tr("The definition gives this task nothing."));
    m_input->setReferencePrefix({});
    m_input->setValue(orEmpty(task->inputParameters));
    m_output->setEmptyText(u"output"_s, tr("Not reached"), tr("This task has not been scheduled at this moment."));
    m_output->setValue(Value::object());
    pickTab(false);
}

void InspectorPanel::showWorkflow(const Execution& execution)
{
    const Execution* before = m_session.executionBefore();
    m_header->showWorkflow(execution, m_session.world()->now);
    m_input->setNote({});
    m_input->setEmptyText(u"input"_s, tr("No input"), tr("This workflow was started without input."));
    m_input->setReferencePrefix(u"workflow.input"_s);
    m_input->setValue(orEmpty(execution.input), before ? orEmpty(before->input) : std::optional<Value>());
    m_output->setEmptyText(u"output"_s, tr("No output so far"), tr("A workflow gives its output when it ends."));
    m_output->setReferencePrefix(u"workflow.output"_s);
    m_output->setValue(orEmpty(execution.output), orEmpty(before ? before->output : Value()));
    pickTab(!execution.output.empty());
}

void InspectorPanel::showNothing()
{
    m_header->showNothing();
    m_input->setNote({});
    m_input->setEmptyText(u"input"_s, tr("Nothing selected"), tr("Select a task in the graph to see what went in and out."));
    m_output->setEmptyText(u"output"_s, tr("Nothing selected"), tr("Select a task in the graph to see what went in and out."));
    m_input->setValue(Value::object());
    m_output->setValue(Value::object());
}

void InspectorPanel::showVariables(const Execution* execution)
{
    const Execution* before = m_session.executionBefore();
    const Value now = orEmpty(execution ? execution->variables : Value());
    m_variables->setValue(now, execution && before ? orEmpty(before->variables) : std::optional<Value>());
    if (const Journal* journal = m_session.journal(); journal && execution)
        m_variablesModel->setOrigins(*journal, m_names, execution->workflowId, m_session.position());
}

void InspectorPanel::showChanges()
{
    const Execution* execution = m_session.execution();
    const bool moved = execution && m_session.stepBegan() != m_session.position();
    const QString name = execution && execution->definition ? toQString(execution->definition->name) : QString();
    m_changes->setChanges(moved ? changesBetween(m_session.executionBefore(), *execution) : std::vector<StepChange>(), name);
}

void InspectorPanel::showWaiting()
{
    const std::optional<WaitingTask> waiting = m_session.waitingTask(m_selection.slotIn(m_session.execution()));
    const Execution* execution = waiting ? m_session.world()->find(waiting->workflowId) : nullptr;
    const TaskRun* task = execution ? execution->task(waiting->slot) : nullptr;
    m_answer->setVisible(task != nullptr);
    if (task)
        m_answer->setTask(*task, execution->workflowId);
}

void InspectorPanel::showWhy()
{
    constexpr std::size_t kShown = 3;
    const Execution* execution = m_session.execution();
    std::vector<Explanation> all;
    if (execution && !m_session.isRunning()) {
        const TaskSlot slot = m_selection.isWorkflow() ? kNoTask : m_selection.slotIn(execution);
        if (slot != kNoTask)
            all = explainTask(*m_session.world(), execution->workflowId, slot, m_session.explainContext());
        else if (!m_selection.isWorkflow())
            all = explainReference(*m_session.world(), execution->workflowId, toUtf8(m_selection.reference()), m_session.explainContext());
    }
    QStringList sentences;
    for (const Explanation& one : all) {
        // What the badge says already needs no sentence.
        const bool told = one.why == Why::Completed || one.why == Why::TaskRuns || one.why == Why::WorkflowEnded || one.why == Why::NothingToDo;
        if (!told && sentences.size() < static_cast<qsizetype>(kShown))
            sentences += ExplainWords::of(one, m_session.world()->now);
    }
    m_why->setText(sentences.join(u'\n'));
    m_why->setVisible(!sentences.isEmpty());
}

void InspectorPanel::showJson()
{
    if (m_tabs->currentIndex() != indexOf(Tab::Json))
        return;
    const Execution* execution = m_session.execution();
    if (!execution) {
        m_json->setValue({});
        return;
    }
    const EpochMs now = m_session.world()->now;
    const TaskSlot slot = m_selection.slotIn(execution);
    if (slot != kNoTask) {
        m_json->setValue(toValue(*execution->task(slot), *execution, now));
        return;
    }
    const WorkflowTask* task = m_selection.isWorkflow() || !execution->definition
        ? nullptr
        : taskNamed(*execution->definition, toUtf8(baseReference(m_selection.reference())));
    m_json->setValue(task ? toValue(*task) : toValue(*execution, now));
}

void InspectorPanel::markTabs()
{
    const auto mark = [this](Tab tab, const QString& text, const ValueView* view) {
        m_tabs->setTabText(indexOf(tab), view->model().hasChanges() ? text + u" \u2022"_s : text);
    };
    mark(Tab::Input, tr("Input"), m_input);
    mark(Tab::Output, tr("Output"), m_output);
    mark(Tab::Variables, tr("Variables"), m_variables);
    const int changes = m_changes->model().changeCount();
    m_tabs->setTabText(indexOf(Tab::Changes), changes > 0 ? tr("Changes (%1)").arg(changes) : tr("Changes"));
}

}  // namespace baton::ui
