// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/replay/policytab.h"

#include "engine/value/json.h"
#include "ui/kit/icons.h"
#include "ui/kit/searchfield.h"
#include "ui/models/words.h"
#include "ui/replay/figuretable.h"
#include "ui/replay/parametermodel.h"

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QSaveFile>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QUndoCommand>
#include <QVBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

/// One edit: the draft before and after.
class PolicyTab::ChangeCommand : public QUndoCommand {
public:
    ChangeCommand(PolicyTab& tab, int at, PolicyDraft before, PolicyDraft after, const QString& text)
        : QUndoCommand(text), m_tab(tab), m_at(at), m_before(std::move(before)), m_after(std::move(after))
    {
    }
    void undo() override { m_tab.replace(m_at, m_before); }
    void redo() override { m_tab.replace(m_at, m_after); }

private:
    PolicyTab& m_tab;
    int m_at;
    PolicyDraft m_before;
    PolicyDraft m_after;
};

PolicyTab::PolicyTab(QWidget* parent)
    : QWidget(parent), m_which(new QComboBox(this)), m_search(new SearchField(this)), m_model(new ParameterModel(this)), m_view(new QTableView(this)), m_differences(new FigureTable(u"policyDifferences"_s, this)), m_differencesTitle(new QLabel(this))
{
    setObjectName(u"policyTab"_s);
    m_which->setObjectName(u"policyEdited"_s);
    m_which->setAccessibleName(tr("Policy to edit"));
    m_search->setObjectName(u"policySearch"_s);
    m_search->setPlaceholderText(tr("Find a parameter"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setTarget(m_view);
    m_view->setObjectName(u"policyParameters"_s);
    m_view->setAccessibleName(tr("Parameters of the policy"));
    m_view->setModel(m_model);
    m_view->setShowGrid(false);
    m_view->setAlternatingRowColors(true);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(space::kRowHeight);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_model->offer = [this](const std::string& path, const Value& value) { return change(path, value); };
    const auto button = [this](QAction* action, const QString& name) {
        auto* made = new QToolButton(this);
        made->setDefaultAction(action);
        made->setObjectName(name);
        made->setAccessibleName(QString(action->text()).remove(u'&'));
        return made;
    };
    QAction* undo = m_undo.createUndoAction(this, tr("Undo"));
    QAction* redo = m_undo.createRedoAction(this, tr("Redo"));
    undo->setIcon(icon(u"step-back"_s));
    redo->setIcon(icon(u"step-over"_s));
    undo->setShortcut(QKeySequence::Undo);
    redo->setShortcut(QKeySequence::Redo);
    for (QAction* action : {undo, redo}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    auto* copy = new QAction(icon(u"copy"_s), tr("Copy this policy to change it"), this);
    connect(copy, &QAction::triggered, this, &PolicyTab::copyDraft);
    auto* save = new QAction(icon(u"save"_s), tr("Save this policy\u2026"), this);
    connect(save, &QAction::triggered, this, &PolicyTab::saveDraft);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(space::kBase, space::kSmall, space::kBase, space::kSmall);
    row->addWidget(m_which);
    row->addWidget(button(copy, u"policyCopy"_s));
    row->addWidget(button(undo, u"policyUndo"_s));
    row->addWidget(button(redo, u"policyRedo"_s));
    row->addWidget(button(save, u"policySave"_s));
    row->addWidget(m_search, 1);
    auto* beside = new QWidget(this);
    auto* besideColumn = new QVBoxLayout(beside);
    besideColumn->setContentsMargins(0, 0, 0, 0);
    besideColumn->addWidget(m_differencesTitle);
    besideColumn->addWidget(m_differences, 1);
    auto* split = new QSplitter(this);
    split->addWidget(m_view);
    split->addWidget(beside);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(split, 1);
    connect(m_which, &QComboBox::currentIndexChanged, this, &PolicyTab::showDraft);
    connect(m_search, &QLineEdit::textChanged, m_model, &ParameterModel::setFilter);
}

void PolicyTab::setDrafts(std::vector<PolicyDraft> drafts)
{
    m_undo.clear();
    m_drafts = std::move(drafts);
    const QSignalBlocker blocker(m_which);
    m_which->clear();
    for (const PolicyDraft& draft : m_drafts)
        m_which->addItem(toQString(draft.title));
    m_which->setCurrentIndex(m_drafts.empty() ? -1 : 0);
    showDraft();
}

void PolicyTab::addDraft(PolicyDraft draft)
{
    const auto known = std::find_if(m_drafts.begin(), m_drafts.end(), [&](const PolicyDraft& d) { return d.id == draft.id; });
    if (known != m_drafts.end()) {
        replace(static_cast<int>(known - m_drafts.begin()), draft);
        return;
    }
    m_which->addItem(toQString(draft.title));
    m_drafts.push_back(std::move(draft));
    m_which->setCurrentIndex(m_which->count() - 1);
    emit draftsChanged();
}

void PolicyTab::setCompared(int first, int second)
{
    m_first = first;
    m_second = second;
    showDifferences();
}

void PolicyTab::copyDraft()
{
    const int at = m_which->currentIndex();
    if (at < 0)
        return;
    PolicyDraft copy = m_drafts[static_cast<std::size_t>(at)];
    const QString title = tr("%1, changed %2").arg(toQString(copy.title)).arg(++m_copies);
    copy.id += "#" + std::to_string(m_copies);
    copy.title = title.toStdString();
    addDraft(std::move(copy));
}

bool PolicyTab::change(const std::string& path, const Value& value)
{
    const int at = m_which->currentIndex();
    if (at < 0 || m_services == nullptr || !m_services->change)
        return false;
    const PolicyDraft before = m_drafts[static_cast<std::size_t>(at)];
    auto after = m_services->change(before, path, value);
    if (!after) {
        emit failed(after.error());
        return false;
    }
    after->id = before.id;
    after->title = before.title;
    m_undo.push(new ChangeCommand(*this, at, before, std::move(after).value(), tr("Change %1").arg(toQString(path))));
    return true;
}

void PolicyTab::replace(int at, const PolicyDraft& draft)
{
    m_drafts[static_cast<std::size_t>(at)] = draft;
    if (m_which->currentIndex() == at)
        showDraft();
    showDifferences();
    emit draftsChanged();
}

void PolicyTab::showDraft()
{
    const int at = m_which->currentIndex();
    if (at < 0 || m_services == nullptr || !m_services->parameters) {
        m_model->setParameters({});
        return;
    }
    auto parameters = m_services->parameters(m_drafts[static_cast<std::size_t>(at)]);
    if (!parameters) {
        emit failed(parameters.error());
        return;
    }
    const bool first = m_model->rowCount() == 0;
    m_model->setParameters(std::move(parameters).value());
    if (!first)
        return;
    m_view->setColumnWidth(ParameterModel::Path, 290);
    m_view->setColumnWidth(ParameterModel::Current, 130);
    m_view->setColumnWidth(ParameterModel::Unit, 70);
    m_view->setColumnWidth(ParameterModel::Range, 150);
}

void PolicyTab::showDifferences()
{
    m_differences->begin({tr("Parameter"), tr("A", "policy"), tr("B", "policy")});
    const auto count = static_cast<int>(m_drafts.size());
    int differing = 0;
    if (m_first >= 0 && m_first < count && m_second >= 0 && m_second < count && m_services != nullptr && m_services->differences) {
        const auto differences = m_services->differences(m_drafts[static_cast<std::size_t>(m_first)], m_drafts[static_cast<std::size_t>(m_second)]);
        const auto text = [](const Value& value) { return value.isNull() ? u"\u2013"_s : value.isText() ? toQString(value.asText()) : toQString(toJson(value)); };
        if (differences) {
            differing = static_cast<int>(differences->size());
            for (const ParameterDifference& one : *differences)
                m_differences->addRow({{toQString(one.path)}, {text(one.before)}, {text(one.after)}});
        }
    }
    m_differencesTitle->setText(tr("%n parameter(s) differ between A and B", nullptr, differing));
    m_differencesTitle->setContentsMargins(space::kBase, space::kSmall, 0, space::kSmall);
    m_differences->finish();
}

void PolicyTab::saveDraft()
{
    const int at = m_which->currentIndex();
    if (at < 0)
        return;
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the policy"), {}, tr("Policies (*.yaml *.yml)"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const std::string& text = m_drafts[static_cast<std::size_t>(at)].text;
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) < 0 || !file.commit())
        emit failed({ErrorCode::IoError, "cannot be written", path.toStdString(), {}, 0, 0, "check the folder and its permissions"});
}

}  // namespace baton::ui
