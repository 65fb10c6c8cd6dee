// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/definitions/definitionpage.h"

#include "engine/value/json.h"
#include "ui/definitions/findinglook.h"
#include "ui/definitions/jsonplace.h"
#include "ui/definitions/mockpanel.h"
#include "ui/definitions/savedialog.h"
#include "ui/kit/badge.h"
#include "ui/kit/banner.h"
#include "ui/kit/elidedlabel.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/fonts.h"
#include "ui/kit/icons.h"
#include "ui/kit/rowtree.h"
#include "ui/kit/settingsstore.h"
#include "ui/models/findingmodel.h"
#include "ui/models/words.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QSaveFile>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabWidget>
#include <QToolButton>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kDraftKey = u"definition/draft"_s;
const QString kDraftPathKey = u"definition/draftPath"_s;
const QString kDraftTitleKey = u"definition/draftTitle"_s;
const QString kAskKey = u"definition/showChanges"_s;
const QString kAcrossKey = u"definition/across"_s;
const QString kDownKey = u"definition/down"_s;
constexpr qsizetype kMostDraft = 4'000'000;   // characters
constexpr std::string_view kTemplate = R"({
  "name": "my_workflow",
  "description": "",
  "version": 1,
  "schemaVersion": 2,
  "ownerEmail": "",
  "inputParameters": [],
  "tasks": [
    {
      "name": "first_task",
      "taskReferenceName": "first_task_ref",
      "type": "SIMPLE",
      "inputParameters": {}
    }
  ],
  "outputParameters": {}
}
)";

Schema workflowSchema()
{
    QFile file(u":/baton/schemas/workflow.schema.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto schema = Schema::parse(file.readAll().toStdString(), QLocale().name().left(2).toStdString());
    return schema ? std::move(schema).value() : Schema();
}

int countOf(const std::vector<Finding>& findings, Severity severity)
{
    return static_cast<int>(std::count_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.severity == severity; }));
}

}  // namespace

DefinitionPage::DefinitionPage(SettingsStore& settings, QWidget* preview, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_editor(new DefinitionEditor(workflowSchema(), this))
    , m_findings(new FindingModel(this))
    , m_findingTree(new RowTree(u"definitionFindings"_s, findingLook, this))
    , m_name(new ElidedLabel(this))
    , m_state(new Badge(this))
    , m_banner(new Banner(this))
    , m_across(new QSplitter(Qt::Horizontal, this))
    , m_down(new QSplitter(Qt::Vertical, this))
    , m_pages(new QStackedLayout)
    , m_empty(new EmptyState(this))
    , m_mocks(new MockPanel(this))
    , m_tools(new QWidget(this))
    , m_showOther(new QAction(tr("Show it instead"), this))
    , m_restore(new QAction(tr("Take it up again"), this))
{
    setObjectName(u"definitionPage"_s);
    m_banner->setObjectName(u"definitionBanner"_s);
    m_banner->hide();
    m_empty->setContent(u"edit"_s, tr("No definition to write"), tr("Open a workflow, or begin a new one."));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_banner);
    auto* body = new QWidget(this);
    body->setLayout(m_pages);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(makeBody(preview));
    column->addWidget(body, 1);

    connect(m_banner, &Banner::closed, m_banner, &QWidget::hide);
    connect(m_showOther, &QAction::triggered, this, [this] {
        keepDraft();
        load(m_waitingText, m_waitingOrigin);
        m_savedText = m_waitingText;
        edited();
        offer(tr("Your changes are kept"), tr("What you wrote before is not lost."), m_restore);
    });
    connect(m_restore, &QAction::triggered, this, &DefinitionPage::restoreDraft);
    connect(m_editor, &DefinitionEditor::textChanged, this, &DefinitionPage::edited);
    connect(m_editor, &DefinitionEditor::cursorMoved, this, &DefinitionPage::tellTask);
    connect(&m_checker, &DefinitionChecker::checked, this, &DefinitionPage::checkedText);
    if (!m_settings.value(kDraftKey).toString().isEmpty())
        offer(tr("There are changes of last time that were not saved"), m_settings.value(kDraftTitleKey).toString(), m_restore);
    showState();
}

DefinitionPage::~DefinitionPage()
{
    keepDraft();
    m_settings.setValue(kAcrossKey, m_across->saveState());
    m_settings.setValue(kDownKey, m_down->saveState());
}

QWidget* DefinitionPage::makeHead()
{
    auto* head = new QWidget(this);
    head->setObjectName(u"definitionHead"_s);
    head->setProperty("bar", true);
    head->setAttribute(Qt::WA_StyledBackground);
    m_name->setObjectName(u"definitionName"_s);
    m_name->setFont(textFont(0, QFont::DemiBold));
    m_state->setObjectName(u"definitionState"_s);
    auto* tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(space::kTight);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(space::kWide, space::kTight, space::kSmall, space::kTight);
    row->setSpacing(space::kBase);
    row->addWidget(m_name);
    row->addWidget(m_state);
    row->addStretch(1);
    row->addWidget(m_tools);
    return head;
}

void DefinitionPage::setTools(const QList<QAction*>& actions, QAction* primary)
{
    for (QAction* action : actions) {
        auto* button = new QToolButton(m_tools);
        button->setObjectName(action->objectName() + u"Button"_s);
        button->setDefaultAction(action);
        button->setAccessibleName(action->text().remove(u'&'));
        m_tools->layout()->addWidget(button);
    }
    auto* button = new QPushButton(primary->icon(), primary->text().remove(u'&'), m_tools);
    button->setObjectName(primary->objectName() + u"Button"_s);
    button->setToolTip(primary->toolTip());
    connect(button, &QPushButton::clicked, primary, &QAction::trigger);
    m_tools->layout()->addWidget(button);
}

QWidget* DefinitionPage::makeBody(QWidget* preview)
{
    m_across->setObjectName(u"definitionAcross"_s);
    m_across->setChildrenCollapsible(false);
    m_across->addWidget(m_editor);
    m_across->addWidget(preview);
    m_across->setStretchFactor(0, 3);
    m_across->setStretchFactor(1, 2);
    if (!m_across->restoreState(m_settings.value(kAcrossKey).toByteArray()))
        m_across->setSizes({600, 400});
    m_down->setObjectName(u"definitionDown"_s);
    m_down->setChildrenCollapsible(false);
    m_down->addWidget(m_across);
    auto* below = new QTabWidget(this);
    below->setObjectName(u"definitionBelow"_s);
    below->setDocumentMode(true);
    below->addTab(makeFindings(), icon(u"problems"_s), tr("Problems"));
    below->addTab(m_mocks, icon(u"input"_s), tr("Mock answers"));
    m_down->addWidget(below);
    m_down->setStretchFactor(0, 5);
    m_down->setStretchFactor(1, 1);
    if (!m_down->restoreState(m_settings.value(kDownKey).toByteArray()))
        m_down->setSizes({800, 200});
    return m_down;
}

QWidget* DefinitionPage::makeFindings()
{
    m_findingTree->setAccessibleName(tr("Findings about this definition"));
    m_findingTree->setModel(m_findings);
    m_findingTree->setFlat();
    m_findingTree->header()->setStretchLastSection(true);
    m_findingTree->setTextElideMode(Qt::ElideRight);
    m_findingTree->header()->resizeSection(FindingModel::WhatColumn, 460);
    m_findingTree->header()->resizeSection(FindingModel::WhereColumn, 300);
    connect(m_findingTree, &QTreeView::activated, this, &DefinitionPage::goToFinding);
    connect(m_findingTree, &QTreeView::clicked, this, &DefinitionPage::goToFinding);
    return m_findingTree;
}

void DefinitionPage::setOutputs(std::function<std::vector<std::string>(std::string_view)> outputs)
{
    m_facts.outputs = std::move(outputs);
}

bool DefinitionPage::isModified() const
{
    return m_hasText && m_editor->text() != m_savedText;
}

void DefinitionPage::load(const QString& text, const Origin& origin)
{
    m_origin = origin;
    m_hasText = true;
    m_pages->setCurrentIndex(1);
    m_editor->setText(text);
    m_checker.check(text, QFileInfo(origin.path).fileName());
    m_checker.checkNow();
}

void DefinitionPage::setDefinition(const QString& text, const Origin& origin)
{
    if (m_hasText && text == m_editor->text())
        return;
    if (isModified()) {
        m_waitingText = text;
        m_waitingOrigin = origin;
        offer(tr("Another definition was opened"), tr("This one has changes that are not saved; it stays here."), m_showOther);
        return;
    }
    m_savedText = text;
    load(text, origin);
    showState();
}

void DefinitionPage::newDefinition()
{
    setDefinition(QString::fromUtf8(kTemplate.data(), static_cast<qsizetype>(kTemplate.size())), {tr("New workflow"), {}});
    m_editor->setFocus();
}

void DefinitionPage::offer(const QString& title, const QString& text, QAction* action)
{
    m_banner->setContent({Tone::Accent, u"info"_s, title, {}, text, {}});
    m_banner->setAction(action);
    m_banner->show();
}

void DefinitionPage::restoreDraft()
{
    const QString text = m_settings.value(kDraftKey).toString();
    const QString path = m_settings.value(kDraftPathKey).toString();
    QFile file(path);
    m_savedText = !path.isEmpty() && file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    m_banner->hide();
    load(text, {m_settings.value(kDraftTitleKey).toString(), path});
    showState();
}

void DefinitionPage::keepDraft()
{
    const QString text = m_editor->text();
    if (!isModified() || text.size() > kMostDraft)
        return;
    m_settings.setValue(kDraftKey, text);
    m_settings.setValue(kDraftPathKey, m_origin.path);
    m_settings.setValue(kDraftTitleKey, m_origin.title);
}

void DefinitionPage::edited()
{
    m_checker.check(m_editor->text(), QFileInfo(m_origin.path).fileName());
    showState();
}

void DefinitionPage::checkedText(const CheckedText& result)
{
    const bool stillReadable = result.definition != nullptr;
    m_checked = result;
    std::stable_sort(m_checked.findings.begin(), m_checked.findings.end(),
                     [](const Finding& a, const Finding& b) { return a.severity < b.severity; });   // as the model lists them
    m_editor->setFindings(result.findings);
    m_findings->setFindings(result.findings);
    if (stillReadable) {
        m_facts.definition = result.definition;
        m_editor->setFacts(m_facts);
        m_mocks->setDefinition(result.definition);
        emit definitionChanged(result.definition);
    }
    keepDraft();
    showState();
    tellTask();
}

void DefinitionPage::showState()
{
    const QString title = m_origin.title.isEmpty() ? QFileInfo(m_origin.path).fileName() : m_origin.title;
    m_name->setText(!m_hasText ? tr("Definition") : isModified() ? tr("%1, not saved").arg(title) : title);
    m_tools->setEnabled(true);
    m_state->setVisible(m_hasText);
    const int errors = countOf(m_checked.findings, Severity::Error);
    const int warnings = countOf(m_checked.findings, Severity::Warning);
    if (errors > 0)
        m_state->setContent(tr("%n error(s)", nullptr, errors), Tone::Danger, u"error"_s);
    else if (warnings > 0)
        m_state->setContent(tr("%n warning(s)", nullptr, warnings), Tone::Warning, u"warning"_s);
    else
        m_state->setContent(tr("No problems"), Tone::Success, u"check"_s);
}

void DefinitionPage::tellTask()
{
    if (m_checked.json.isNull())
        return;
    const QByteArray bytes = m_editor->bytes();
    const JsonPlace place = placeIn({bytes.constData(), static_cast<std::size_t>(bytes.size())}, m_editor->cursorByte());
    emit taskAtCursorChanged(toQString(taskAround(m_checked.json, place.path)));
}

void DefinitionPage::showTask(const QString& referenceName)
{
    const auto path = pathOfTask(m_checked.json, toUtf8(referenceName));
    if (!path)
        return;
    const QByteArray bytes = m_editor->bytes();
    if (const auto offset = offsetOf({bytes.constData(), static_cast<std::size_t>(bytes.size())}, *path))
        m_editor->goToByte(*offset + 1);
}

void DefinitionPage::goToFinding(const QModelIndex& index)
{
    if (!index.isValid() || static_cast<std::size_t>(index.row()) >= m_checked.findings.size())
        return;
    const Error& what = m_checked.findings[static_cast<std::size_t>(index.row())].what;
    if (what.line > 0)
        m_editor->goTo(what.line, qMax(1, what.column));
    m_editor->setFocus();
}

void DefinitionPage::find()
{
    m_editor->find();
}

void DefinitionPage::formatText()
{
    const auto json = parseJson(m_editor->bytes().toStdString());
    if (!json) {
        emit failed(Error(json.error()).in(toUtf8(m_origin.title)));
        return;
    }
    m_editor->replaceText(toQString(toPrettyJson(*json)) + u'\n');
}

void DefinitionPage::raiseVersion()
{
    static const Key kVersion {"version"};
    const QByteArray bytes = m_editor->bytes();
    const std::string_view text {bytes.constData(), static_cast<std::size_t>(bytes.size())};
    const auto at = offsetOf(text, Path {{kVersion}});
    if (!at) {
        emit failed({ErrorCode::InvalidArgument, tr("the definition has no version to raise").toStdString(), toUtf8(m_origin.title), "version", 0, 0,
                     tr("write \"version\": 1 first").toStdString()});
        return;
    }
    std::size_t end = *at;
    while (end < text.size() && text[end] != ',' && text[end] != '}' && text[end] != '\n' && text[end] != ' ')
        ++end;
    const QByteArray raised = QByteArray::number(QByteArray(text.data() + *at, static_cast<qsizetype>(end - *at)).toLongLong() + 1);
    m_editor->replaceText(QString::fromUtf8(bytes.left(static_cast<qsizetype>(*at)) + raised + bytes.mid(static_cast<qsizetype>(end))));
}

void DefinitionPage::rehearse()
{
    emit rehearseRequested(m_editor->text());
}

void DefinitionPage::save()
{
    if (m_origin.path.isEmpty())
        saveAs();
    else
        (void)write(m_origin.path);
}

void DefinitionPage::saveAs()
{
    const QString suggested = m_origin.path.isEmpty() && m_checked.definition ? toQString(m_checked.definition->name) + u".json"_s : m_origin.path;
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the definition"), suggested, tr("Workflow definitions (*.json)"));
    if (!path.isEmpty())
        (void)write(path);
}

bool DefinitionPage::write(const QString& path)
{
    const QString text = m_editor->text();
    QFile old(path);
    const QString before = old.open(QIODevice::ReadOnly) ? QString::fromUtf8(old.readAll()) : QString();
    old.close();
    if (before != text && m_settings.value(kAskKey, true).toBool()) {
        SaveDialog dialog({path, before, text, countOf(m_checked.findings, Severity::Error)}, this);
        if (dialog.exec() != QDialog::Accepted)
            return false;
        m_settings.setValue(kAskKey, dialog.askAgain());
    }
    QSaveFile file(path);
    const QByteArray bytes = text.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        emit failed({ErrorCode::IoError, toUtf8(tr("cannot be written: %1").arg(file.errorString())), toUtf8(path), {}, 0, 0,
                     toUtf8(tr("save it somewhere else"))});
        return false;
    }
    m_savedText = text;
    m_origin = {QFileInfo(path).fileName(), path};
    m_settings.remove(kDraftKey);
    showState();
    emit saved(path);
    return true;
}

}  // namespace baton::ui
