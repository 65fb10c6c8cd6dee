// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/definitions/mockpanel.h"

#include "engine/value/json.h"
#include "ui/definitions/mockmodel.h"
#include "ui/kit/icons.h"
#include "ui/kit/jsoneditor.h"
#include "ui/kit/rowtree.h"
#include "ui/kit/tokens.h"
#include "ui/models/words.h"

#include <QCheckBox>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSaveFile>
#include <QSplitter>
#include <QToolButton>

#include <Qsci/qscilexerjson.h>
#include <Qsci/qsciscintilla.h>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

CellLook dress(const QModelIndex& index)
{
    CellLook look;
    look.strong = index.column() == MockModel::TaskColumn;
    look.muted = index.column() == MockModel::TypeColumn;
    const auto* model = qobject_cast<const MockModel*>(index.model());
    if (index.column() == MockModel::AnswersColumn && model && !model->problemAt(index.row()).isEmpty()) {
        look.icon = u"error"_s;
        look.tone = Tone::Danger;
    }
    return look;
}

}  // namespace

MockPanel::MockPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new MockModel(this))
    , m_tree(new RowTree(u"mockTree"_s, dress, this))
    , m_editor(new QsciScintilla(this))
    , m_lexer(new QsciLexerJSON(m_editor))
    , m_on(new QCheckBox(tr("Use in rehearsals"), this))
    , m_add(new QToolButton(this))
    , m_problem(new QLabel(this))
{
    setObjectName(u"mockPanel"_s);
    setProperty("surface", true);
    setAttribute(Qt::WA_StyledBackground);
    m_tree->setAccessibleName(tr("Tasks and their mock answers"));
    m_tree->setModel(m_model);
    m_tree->setFlat();
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(MockModel::TaskColumn, 200);
    m_tree->header()->resizeSection(MockModel::TypeColumn, 160);
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_tree);
    split->addWidget(makeEditor());
    split->setSizes({500, 500});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTools());
    column->addWidget(split, 1);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &MockPanel::showTask);
    connect(m_model, &QAbstractItemModel::modelReset, this, &MockPanel::showTask);
    connect(m_model, &MockModel::mocksChanged, this, &MockPanel::changed);
    connect(m_editor, &QsciScintilla::textChanged, this, &MockPanel::written);
    connect(m_on, &QCheckBox::toggled, this, &MockPanel::changed);
    paintJsonEditor(*m_editor, *m_lexer, tokensFor(this));
    showTask();
}

QWidget* MockPanel::makeTools()
{
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(space::kWide, space::kTight, space::kSmall, space::kTight);
    row->setSpacing(space::kTight);
    m_on->setObjectName(u"mockOn"_s);
    m_on->setToolTip(tr("Tasks with mock answers give those, the others are done as before"));
    row->addWidget(m_on);
    row->addStretch(1);
    const auto tool = [&](const char* name, const QString& iconName, const QString& tip, auto slot) {
        auto* button = new QToolButton(bar);
        button->setObjectName(QLatin1String(name));
        button->setIcon(icon(iconName));
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        connect(button, &QToolButton::clicked, this, slot);
        row->addWidget(button);
    };
    tool("mockRecord", u"log"_s, tr("Take the answers of the run in the debugger"), &MockPanel::recordRequested);
    tool("mockLoad", u"open"_s, tr("Load mock answers or a test request"), &MockPanel::load);
    tool("mockSave", u"save"_s, tr("Save as a test request for a server"), &MockPanel::saveFor);
    return bar;
}

QWidget* MockPanel::makeEditor()
{
    auto* page = new QWidget(this);
    dressJsonEditor(*m_editor, *m_lexer);
    m_editor->setObjectName(u"mockText"_s);
    m_editor->setAccessibleName(tr("Answers of the selected task, as JSON"));
    m_editor->setMarginWidth(0, u"000"_s);
    m_add->setObjectName(u"mockAdd"_s);
    m_add->setText(tr("Add an answer"));
    m_add->setIcon(icon(u"plus"_s));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_add);
    const auto entry = [&](const QString& text, AnswerKind kind) { connect(menu->addAction(text), &QAction::triggered, this, [this, kind] { add(kind); }); };
    entry(tr("Completed"), AnswerKind::Completed);
    entry(tr("Failed, to be tried again"), AnswerKind::Failed);
    entry(tr("Failed for good"), AnswerKind::FailedForGood);
    entry(tr("In progress"), AnswerKind::InProgress);
    entry(tr("JavaScript"), AnswerKind::Script);
    m_add->setMenu(menu);
    m_problem->setObjectName(u"mockProblem"_s);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->setWordWrap(true);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(space::kBase, space::kTight, space::kBase, space::kTight);
    foot->addWidget(m_problem, 1);
    foot->addWidget(m_add);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_editor, 1);
    column->addLayout(foot);
    return page;
}

void MockPanel::setDefinition(const WorkflowDefPtr& definition)
{
    m_definition = definition;
    if (!definition)
        return;
    const QString chosen = m_model->referenceAt(m_tree->currentIndex().row());
    m_model->setDefinition(*definition);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->referenceAt(row) == chosen || (row == 0 && chosen.isEmpty()))
            m_tree->setCurrentIndex(m_model->index(row, 0));
    }
}

void MockPanel::setInput(const Value& input)
{
    m_input = input;
}

bool MockPanel::isOn() const
{
    return m_on->isChecked();
}

void MockPanel::setOn(bool on)
{
    m_on->setChecked(on);
}

Value MockPanel::mocks() const
{
    return m_model->mocks();
}

void MockPanel::setMocks(const Value& mocks)
{
    const int row = m_tree->currentIndex().row();
    m_model->setMocks(mocks);
    if (m_model->rowCount() > 0)
        m_tree->setCurrentIndex(m_model->index(qBound(0, row, m_model->rowCount() - 1), 0));
    showTask();
}

void MockPanel::showTask()
{
    const int row = m_tree->currentIndex().row();
    m_filling = true;
    m_editor->setText(m_model->textAt(row));
    m_filling = false;
    m_editor->setEnabled(row >= 0);
    m_add->setEnabled(row >= 0);
    showProblem();
}

void MockPanel::showProblem()
{
    const int row = m_tree->currentIndex().row();
    const QString problem = m_model->problemAt(row);
    m_problem->setText(row < 0                          ? tr("Select a task to write what it answers.")
                           : !problem.isEmpty()         ? tr("Not used: %1").arg(problem)
                           : m_editor->text().isEmpty() ? tr("No mock answer: the task is done as without mocks.")
                                                        : tr("Given in turn; the last one stands from then on."));
}

void MockPanel::written()
{
    if (m_filling)
        return;
    m_model->setText(m_tree->currentIndex().row(), m_editor->text());
    showProblem();
}

void MockPanel::add(AnswerKind kind)
{
    const auto list = answersFrom(toUtf8(m_editor->text()));
    if (!list) {
        m_editor->setFocus();
        return;   // what is there has to be mended first; the line below says how
    }
    std::vector<Value> answers(list->items().begin(), list->items().end());
    answers.push_back(answerOf(kind));
    m_editor->setText(toQString(toPrettyJson(Value::array(std::move(answers)))));
    m_editor->setFocus();
}

void MockPanel::load()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Load mock answers"), {}, tr("Mock answers and test requests (*.json)"));
    if (path.isEmpty())
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        emit failed({ErrorCode::IoError, toUtf8(file.errorString()), toUtf8(path)});
        return;
    }
    auto mocks = mocksFrom(file.readAll().toStdString());
    if (!mocks) {
        emit failed(Error(mocks.error()).in(toUtf8(path)));
        return;
    }
    setMocks(*mocks);
    setOn(true);
}

void MockPanel::saveFor()
{
    if (!m_definition)
        return;
    const TestRequest made = testRequestFor(*m_definition, m_input, mocks());
    const QString path = QFileDialog::getSaveFileName(this, tr("Save as a test request"), toQString(m_definition->name) + u".test.json"_s,
                                                      tr("Test requests (*.json)"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const std::string text = toPrettyJson(made.request) + "\n";
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) < 0 || !file.commit()) {
        emit failed({ErrorCode::IoError, toUtf8(file.errorString()), toUtf8(path)});
        return;
    }
    QStringList leftOut;
    for (const std::string& task : made.leftOut)
        leftOut += toQString(task);
    if (!leftOut.isEmpty())
        m_problem->setText(tr("Saved without the scripts of %1: no server runs those.").arg(leftOut.join(u", "_s)));
}

void MockPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        paintJsonEditor(*m_editor, *m_lexer, tokensFor(this));
    QWidget::changeEvent(event);
}

}  // namespace baton::ui
