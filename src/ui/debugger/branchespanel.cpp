// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/debugger/branchespanel.h"

#include "ui/kit/icons.h"
#include "ui/kit/rowtree.h"
#include "ui/kit/statuslook.h"
#include "ui/models/sessioncontroller.h"
#include "ui/models/words.h"

#include <QAction>
#include <QHash>
#include <QInputDialog>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace baton::ui {

using namespace Qt::StringLiterals;

BranchesPanel::BranchesPanel(SessionController& session, QWidget* parent)
    : ListPane(u"branches"_s, {tr("Branch"), tr("Changed"), tr("Parts at event"), tr("Status")}, parent)
    , m_session(session)
{
    addLine(tr("Name of a new branch at this moment"), tr("Branch off"));
    auto* compared = new QPushButton(tr("Compare with the current one"), this);
    compared->setObjectName(u"branchesCompareButton"_s);
    addTool(compared);
    setEmpty(u"tree"_s, tr("No branches"), tr("Open a workflow; what you change in its past becomes a branch."));
    setWidths({130, 130, 100});
    connect(compared, &QPushButton::clicked, this, &BranchesPanel::compare);
    connect(this, &ListPane::entered, this, [this](const QString& name) {
        const Status made = m_session.branchHere(toUtf8(name));
        if (made)
            findChild<QLineEdit*>(u"branchesLine"_s)->clear();
        showProblem(made ? QString() : toQString(made.error().oneLine()));
    });
    connect(this, &ListPane::activated, this, [this](const QVariant& key) { m_session.chooseBranch(key.toUInt()); });
    connect(this, &ListPane::removeRequested, this, [this](const QVariant& key) {
        const Status removed = m_session.removeBranch(key.toUInt());
        showProblem(removed ? QString() : toQString(removed.error().oneLine()));
    });
    auto* rename = new QAction(tr("Rename…"), &tree());
    rename->setShortcut(Qt::Key_F2);
    rename->setShortcutContext(Qt::WidgetShortcut);
    connect(rename, &QAction::triggered, this, &BranchesPanel::rename);
    tree().addAction(rename);
    tree().setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(&m_session, &SessionController::branchesChanged, this, &BranchesPanel::refresh);
    connect(&m_session, &SessionController::stopped, this, &BranchesPanel::refresh);
    connect(&m_session, &SessionController::positionChanged, this, [this] {
        if (!m_session.isOpen())
            refresh();
    });
    refresh();
}

void BranchesPanel::refresh()
{
    begin();
    QHash<quint32, QStandardItem*> items;
    const BranchTree* tree = m_session.branches();
    if (!tree)
        return finish();
    for (const Branch& one : tree->all()) {
        const Execution* execution = one.rehearsal->world().find(one.rehearsal->mainWorkflowId());
        const bool current = one.id == tree->current().id;
        const StatusLook look = execution ? lookOf(execution->status) : lookOfNothing();
        items[one.id] = add({.cells = {toQString(one.name), toQString(one.edit), one.parent == 0 ? QString() : QLocale().toString(static_cast<qulonglong>(one.forkedAt)),
                                       execution ? Words::of(execution->status) : QString()},
                             .key = one.id, .icon = look.icon, .tone = look.tone, .strong = current}, items.value(one.parent, nullptr));
    }
    finish();
}

void BranchesPanel::rename()
{
    const quint32 id = currentKey().toUInt();
    const Branch* one = m_session.branches() ? m_session.branches()->find(id) : nullptr;
    if (!one)
        return;
    auto* dialog = new QInputDialog(window());
    dialog->setObjectName(u"renameDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename branch"));
    dialog->setLabelText(tr("Name"));
    dialog->setTextValue(toQString(one->name));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, id](const QString& name) {
        const Status renamed = m_session.renameBranch(id, toUtf8(name.trimmed()));
        showProblem(renamed ? QString() : toQString(renamed.error().oneLine()));
    });
    dialog->open();
}

void BranchesPanel::compare()
{
    const BranchTree* tree = m_session.branches();
    if (!tree)
        return;
    quint32 other = currentKey().toUInt();
    if (!tree->find(other) || other == tree->current().id)
        other = tree->current().parent;
    if (tree->find(other))
        emit compareRequested(other, tree->current().id);
    else
        showProblem(tr("Choose another branch to compare the current one with."));
}

}  // namespace baton::ui
