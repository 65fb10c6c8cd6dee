// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/start/casepanel.h"

#include "ui/kit/emptystate.h"
#include "ui/kit/fonts.h"
#include "ui/kit/icons.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/searchfield.h"
#include "ui/models/words.h"
#include "ui/start/inputeditor.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

CellLook dress(const QModelIndex& index)
{
    CellLook look;
    const bool chosen = index.data(ApplicantModel::ChosenRole).toBool();
    if (index.column() == 0) {
        look.icon = chosen ? u"run"_s : u"applicant"_s;
        look.tone = chosen ? Tone::Accent : Tone::Neutral;
        look.strong = chosen;
    }
    return look;
}

QString policyLabel(const PolicyInfo& policy)
{
    const QString title = policy.title.empty() ? toQString(policy.id) : toQString(policy.title);
    return policy.version.empty() ? title : CasePanel::tr("%1, version %2").arg(title, toQString(policy.version));
}

}  // namespace

CasePanel::CasePanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new ApplicantModel(this))
    , m_filtered(new ApplicantFilter(this))
    , m_search(new SearchField(this))
    , m_table(new QTableView(this))
    , m_button(new QPushButton(tr("Rehearse this applicant"), this))
    , m_input(new InputEditor(this))
    , m_empty(new EmptyState(this))
    , m_pages(new QStackedLayout)
    , m_policies(new QComboBox(this))
{
    setObjectName(u"casePanel"_s);
    setProperty("surface", true);
    setAttribute(Qt::WA_StyledBackground);
    m_filtered->setSourceModel(m_model);
    m_empty->setContent(u"applicants"_s, tr("No applicants"), tr("Open a workflow first; then drop a data set (CSV) here."));
    m_policyRow = makePolicyRow();
    m_pages->addWidget(makeTable());
    m_pages->addWidget(m_input);
    m_pages->addWidget(m_empty);
    m_pages->setCurrentWidget(m_empty);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_policyRow);
    column->addLayout(m_pages, 1);
    connect(m_input, &InputEditor::submitted, this, [this](const Value& input) {
        emit chosen({std::nullopt, toUtf8(policy()), input});
    });
    connect(m_filtered, &QAbstractItemModel::layoutChanged, this, &CasePanel::report);
    connect(m_filtered, &QAbstractItemModel::modelReset, this, &CasePanel::report);
    connect(m_filtered, &QAbstractItemModel::rowsInserted, this, &CasePanel::report);
    connect(m_filtered, &QAbstractItemModel::rowsRemoved, this, &CasePanel::report);
}

QWidget* CasePanel::makeTable()
{
    auto* page = new QWidget(this);
    m_search->setObjectName(u"applicantSearch"_s);
    m_search->setAccessibleName(tr("Search applicants"));
    m_search->setTarget(m_table);
    connect(m_search, &QLineEdit::textChanged, m_filtered, &ApplicantFilter::setQuery);

    m_table->setObjectName(u"applicantTable"_s);
    m_table->setAccessibleName(tr("Applicants"));
    m_table->setModel(m_filtered);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(space::kRowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setItemDelegate(new RowDelegate(dress, m_table));
    connect(m_table, &QTableView::activated, this, &CasePanel::choose);   // double click or Return

    m_button->setObjectName(u"applicantButton"_s);
    m_button->setIcon(icon(u"run"_s, Tone::Success));
    m_button->setToolTip(tr("Rehearse the selected applicant from the start (Return)"));
    connect(m_button, &QPushButton::clicked, this, &CasePanel::chooseCurrent);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(space::kBase, space::kBase, space::kBase, space::kTight);
    head->setSpacing(space::kSmall);
    head->addWidget(m_search, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(space::kBase, space::kBase, space::kBase, space::kBase);
    foot->addWidget(m_button);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_table, 1);
    column->addLayout(foot);
    return page;
}

QWidget* CasePanel::makePolicyRow()
{
    auto* box = new QWidget(this);
    auto* label = new QLabel(tr("Policy"), box);
    label->setProperty("muted", true);
    m_policies->setObjectName(u"policyBox"_s);
    m_policies->setAccessibleName(tr("Policy"));
    label->setBuddy(m_policies);
    connect(m_policies, &QComboBox::activated, this, &CasePanel::policyPicked);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(space::kWide, space::kBase, space::kBase, 0);
    row->addWidget(label);
    row->addWidget(m_policies, 1);
    box->hide();
    return box;
}

void CasePanel::setDocument(DocumentPtr document)
{
    m_document = std::move(document);
    m_policies->clear();
    m_policyRow->setVisible(m_document && !m_document->policies.empty());
    if (m_document) {
        for (const PolicyInfo& policy : m_document->policies) {
            m_policies->addItem(icon(u"policy"_s, Tone::Neutral), policyLabel(policy), toQString(policy.id));
            m_policies->setItemData(m_policies->count() - 1, toQString(policy.summary), Qt::ToolTipRole);
        }
    }
    m_search->clear();
    const DataSetPtr dataSet = m_document ? m_document->dataSet : nullptr;
    m_model->setDataSet(dataSet);
    const QString example = m_model->comparisonExample();
    m_search->setPlaceholderText(example.isEmpty() ? tr("Search") : tr("Search, or compare: %1").arg(example));
    if (dataSet && !dataSet->rows.empty()) {
        m_pages->setCurrentIndex(0);
        m_table->resizeColumnsToContents();
        m_table->setCurrentIndex(m_filtered->index(0, 0));
    } else if (m_document) {
        m_input->setInput(m_document->input);
        m_pages->setCurrentWidget(m_input);
    } else {
        m_pages->setCurrentWidget(m_empty);
    }
    report();
}

void CasePanel::setChoice(const RehearsalChoice& choice)
{
    m_choice = choice;
    m_model->setChosen(choice.applicant);
    if (const int row = m_policies->findData(toQString(choice.policy)); row >= 0)
        m_policies->setCurrentIndex(row);
    if (!choice.applicant)
        return;
    const QModelIndex index = m_filtered->mapFromSource(m_model->index(static_cast<int>(*choice.applicant), 0));
    if (index.isValid()) {
        m_table->setCurrentIndex(index);
        m_table->scrollTo(index);
    }
}

QString CasePanel::policy() const
{
    return m_policies->currentData().toString();
}

void CasePanel::choose(const QModelIndex& index)
{
    if (index.isValid())
        emit chosen({index.data(ApplicantModel::RowRole).toULongLong(), toUtf8(policy()), {}});
}

void CasePanel::chooseCurrent()
{
    choose(m_table->currentIndex());
}

void CasePanel::policyPicked()
{
    RehearsalChoice choice = m_choice;
    choice.policy = toUtf8(policy());
    emit chosen(choice);
}

void CasePanel::report()
{
    emit countChanged(m_filtered->rowCount(), m_model->rowCount());
}

}  // namespace baton::ui
