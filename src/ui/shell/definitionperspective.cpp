// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/definitionperspective.h"

#include "engine/debugger/branchtree.h"
#include "ui/definitions/definitionpage.h"
#include "ui/definitions/mockpanel.h"
#include "ui/graph/graphview.h"
#include "ui/models/sessioncontroller.h"
#include "ui/models/words.h"
#include "ui/shell/actioncollection.h"
#include "ui/shell/perspectives.h"

namespace baton::ui {

using namespace Qt::StringLiterals;

DefinitionPerspective::DefinitionPerspective(const Parts& parts, QWidget* parent)
    : QObject(parent)
    , m_graph(new GraphView)
    , m_page(new DefinitionPage(parts.settings, m_graph, parent))
{
    m_graph->setObjectName(u"definitionGraph"_s);
    m_page->setOutputs(parts.services.outputsOf);
    parts.perspectives.add({u"definition"_s, tr("Def&inition"), u"edit"_s, QKeySequence(Qt::CTRL | Qt::Key_2), tr("Write a workflow's definition")}, m_page);
    makeActions(parts);
    connectPage();
}

void DefinitionPerspective::makeActions(const Parts& parts)
{
    QList<QAction*> own;
    const auto add = [&](const char* id, const ActionCollection::Look& look, void (DefinitionPage::*slot)()) {
        QAction* action = parts.actions.add(QLatin1String(id), tr("Definition"), look);
        connect(action, &QAction::triggered, m_page, slot);
        own += action;
        return action;
    };
    QAction* fresh = add("definition.new", {tr("&New definition"), u"plus"_s, {QKeySequence(QKeySequence::New)}, tr("Begin a new workflow definition")},
                         &DefinitionPage::newDefinition);
    QAction* save = add("definition.save", {tr("&Save definition"), u"save"_s, {QKeySequence(QKeySequence::Save)}, tr("Show what changes, then save")},
                        &DefinitionPage::save);
    add("definition.saveAs", {tr("Save definition &as…"), {}, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)}, {}}, &DefinitionPage::saveAs);
    QAction* format = add("definition.format", {tr("Lay out the &text"), u"layout"_s, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)},
                                               tr("Indent the whole text evenly")}, &DefinitionPage::formatText);
    QAction* version = add("definition.raiseVersion", {tr("Raise the &version"), u"changes"_s, {}, tr("Add one to the definition's version")},
                           &DefinitionPage::raiseVersion);
    add("definition.find", {tr("&Find in the definition"), u"search"_s, {QKeySequence(QKeySequence::Find)}, {}}, &DefinitionPage::find);
    QAction* rehearse = add("definition.rehearse", {tr("&Rehearse this text"), u"run"_s, {QKeySequence(Qt::Key_F5)},
                                                    tr("Open the text as it is in the debugger (F5)")}, &DefinitionPage::rehearse);
    m_page->setTools({fresh, save, format, version}, rehearse);
    parts.perspectives.own(u"definition"_s, own);
}

void DefinitionPerspective::connectPage()
{
    connect(m_page, &DefinitionPage::definitionChanged, this, [this](const WorkflowDefPtr& definition) {
        const QString selected = m_graph->selected();
        m_graph->setDefinition(definition);
        m_graph->setSelected(selected);
    });
    connect(m_page, &DefinitionPage::taskAtCursorChanged, m_graph, &GraphView::setSelected);
    connect(m_graph, &GraphView::taskSelected, m_page, [this](const QString& reference) { m_page->showTask(reference); });
    connect(m_page, &DefinitionPage::rehearseRequested, this, &DefinitionPerspective::rehearseRequested);
    connect(m_page, &DefinitionPage::saved, this, &DefinitionPerspective::saved);
    connect(m_page, &DefinitionPage::failed, this, &DefinitionPerspective::failed);
    connect(&m_page->mocks(), &MockPanel::failed, this, &DefinitionPerspective::failed);
    connect(&m_page->mocks(), &MockPanel::recordRequested, this, &DefinitionPerspective::recordRequested);
}

Value DefinitionPerspective::mocks() const
{
    return m_page->mocks().isOn() ? m_page->mocks().mocks() : Value();
}

void DefinitionPerspective::takeAnswers(const SessionController& session)
{
    if (!session.branches())
        return;
    m_page->mocks().setMocks(toTestRequest(session.branches()->rehearsal())["taskRefToMockOutput"]);
    m_page->mocks().setOn(true);
}

void DefinitionPerspective::setDocument(const DocumentPtr& document)
{
    if (!document || document->text.empty())
        return;
    m_page->mocks().setInput(document->input);
    m_page->setDefinition(toQString(document->text), {toQString(document->title), toQString(document->path)});
}

}  // namespace baton::ui
