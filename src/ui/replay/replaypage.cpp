// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/replay/replaypage.h"

#include "ui/kit/elidedlabel.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/icons.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/searchfield.h"
#include "ui/kit/settingsstore.h"
#include "ui/models/words.h"
#include "ui/replay/figuresview.h"
#include "ui/replay/mappingtab.h"
#include "ui/replay/policytab.h"
#include "ui/replay/replaywords.h"
#include "ui/replay/sensitivitytab.h"

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kSplitKey = u"replay/split"_s;

}  // namespace

ReplayPage::ReplayPage(const ReplayServices& services, SettingsStore& settings, QWidget* parent)
    : QWidget(parent), m_services(services), m_settings(settings), m_controller(new ReplayController(this)), m_cases(new CaseListModel(this)), m_pages(new QStackedWidget(this)), m_empty(new EmptyState(this))
{
    setObjectName(u"replayPage"_s);
    makeActions();
    m_empty->setObjectName(u"replayEmpty"_s);
    m_empty->setContent(u"replay"_s, tr("No data set to replay"), tr("Open a workflow with a data set and a mapping, or a sample."));
    m_pages->addWidget(m_empty);
    m_pages->addWidget(makeBoard());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_pages, 1);
    m_policies->setServices(&m_services);
    m_mapping->setServices(&m_services);
    m_sensitivity->setServices(&m_services);
    connectAll();
    setDocument(nullptr);
}

ReplayPage::~ReplayPage()
{
    if (auto* split = findChild<QSplitter*>(u"replaySplit"_s))
        m_settings.setValue(kSplitKey, split->saveState());
}

QAction* ReplayPage::add(const QString& id, const QString& text, const QString& iconName, const QKeySequence& keys, const QString& tip)
{
    auto* action = new QAction(icon(iconName), text, this);
    action->setObjectName(id);
    action->setShortcut(keys);
    action->setStatusTip(tip);
    const QString words = tip.isEmpty() ? QString(text).remove(u'&') : tip;
    action->setToolTip(keys.isEmpty() ? words : u"%1 (%2)"_s.arg(words, keys.toString(QKeySequence::NativeText)));
    m_actions += action;
    return action;
}

void ReplayPage::makeActions()
{
    m_run = add(u"replay.run"_s, tr("&Run the portfolio"), u"run"_s, QKeySequence(Qt::Key_F5), tr("Run every application under both policies"));
    connect(m_run, &QAction::triggered, this, &ReplayPage::run);
    m_pause = add(u"replay.pause"_s, tr("&Pause"), u"pause"_s, QKeySequence(Qt::Key_F6), tr("Pause, or go on"));
    m_pause->setCheckable(true);
    connect(m_pause, &QAction::triggered, m_controller, &ReplayController::togglePause);
    m_cancel = add(u"replay.cancel"_s, tr("&Cancel"), u"stop"_s, QKeySequence(Qt::SHIFT | Qt::Key_F5), tr("Stop; what has run by then is shown"));
    connect(m_cancel, &QAction::triggered, m_controller, &ReplayController::cancel);
    m_save = add(u"replay.save"_s, tr("&Save results\u2026"), u"save"_s, QKeySequence(QKeySequence::Save), tr("Save rows with decisions, or a report"));
    connect(m_save, &QAction::triggered, this, &ReplayPage::save);
    m_open = add(u"replay.open"_s, tr("Step through this &application"), u"debug"_s, QKeySequence(Qt::CTRL | Qt::Key_Return), tr("Make its run again, stepped to where the policies part"));
    connect(m_open, &QAction::triggered, this, &ReplayPage::openCase);
    m_all = add(u"replay.all"_s, tr("Show &all applications"), u"applicants"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A), {});
    connect(m_all, &QAction::triggered, this, &ReplayPage::showAll);
}

QWidget* ReplayPage::makeHead()
{
    auto* head = new QWidget(this);
    head->setObjectName(u"replayHead"_s);
    head->setProperty("bar", true);
    head->setAttribute(Qt::WA_StyledBackground);
    m_data = new ElidedLabel(head);
    m_data->setObjectName(u"replayData"_s);
    m_first = new QComboBox(head);
    m_first->setObjectName(u"replayFirst"_s);
    m_first->setAccessibleName(tr("Policy A"));
    m_second = new QComboBox(head);
    m_second->setObjectName(u"replaySecond"_s);
    m_second->setAccessibleName(tr("Policy B"));
    for (QComboBox* box : {m_first, m_second}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMinimumContentsLength(14);
    }
    m_bar = new QProgressBar(head);
    m_bar->setObjectName(u"replayBar"_s);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(120);
    m_bar->setAccessibleName(tr("Progress"));
    m_progress = new QLabel(head);
    m_progress->setObjectName(u"replayProgress"_s);
    m_progress->setProperty("muted", true);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(space::kWide, space::kTight, space::kSmall, space::kTight);
    row->setSpacing(space::kBase);
    row->addWidget(m_data, 1);
    row->addWidget(new QLabel(tr("A", "policy"), head));
    row->addWidget(m_first);
    row->addWidget(new QLabel(tr("B", "policy"), head));
    row->addWidget(m_second);
    for (QAction* action : {m_run, m_pause, m_cancel, m_save}) {
        auto* button = new QToolButton(head);
        button->setDefaultAction(action);
        button->setObjectName(action->objectName() + u"Button"_s);
        button->setAccessibleName(QString(action->text()).remove(u'&').remove(u'\u2026'));
        if (action == m_run)
            button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        row->addWidget(button);
    }
    row->addWidget(m_bar);
    row->addWidget(m_progress);
    return head;
}

QWidget* ReplayPage::makeBoard()
{
    m_figures = new FiguresView(this);
    m_sensitivity = new SensitivityTab(this);
    m_policies = new PolicyTab(this);
    m_mapping = new MappingTab(this);
    m_figures->addTab(m_sensitivity, tr("Sensitivity"));
    m_figures->addTab(m_policies, tr("Policies"));
    m_figures->addTab(m_mapping, tr("Mapping"));
    auto* split = new QSplitter(Qt::Vertical, this);
    split->setObjectName(u"replaySplit"_s);
    split->setChildrenCollapsible(false);
    split->addWidget(m_figures);
    split->addWidget(makeList());
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setSizes({520, 300});
    split->restoreState(m_settings.value(kSplitKey).toByteArray());
    return split;
}

QWidget* ReplayPage::makeList()
{
    auto* box = new QWidget(this);
    m_listTitle = new ElidedLabel(box);
    m_listTitle->setObjectName(u"caseTitle"_s);
    m_search = new SearchField(box);
    m_search->setObjectName(u"caseSearch"_s);
    m_search->setPlaceholderText(tr("Filter by name, decision or reason"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setMaximumWidth(320);
    m_list = new QTableView(box);
    m_list->setObjectName(u"caseList"_s);
    m_list->setAccessibleName(tr("Applications"));
    m_list->setModel(m_cases);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setShowGrid(false);
    m_list->setAlternatingRowColors(true);
    m_list->setSortingEnabled(true);
    m_list->setTabKeyNavigation(false);
    m_list->horizontalHeader()->setSortIndicatorClearable(true);
    m_list->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setDefaultSectionSize(space::kRowHeight);
    m_list->setItemDelegate(new RowDelegate([this](const QModelIndex& index) {
        CellLook look;
        const std::string_view decision = m_cases->decisionAt(index);
        look.toned = !decision.empty();
        look.tone = decisionTone(decision);
        return look;
    }, m_list));
    m_search->setTarget(m_list);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(space::kWide, space::kSmall, space::kSmall, space::kSmall);
    row->addWidget(m_listTitle, 1);
    for (QAction* action : {m_all, m_open}) {
        auto* button = new QToolButton(box);
        button->setDefaultAction(action);
        button->setObjectName(action->objectName() + u"Button"_s);
        button->setAccessibleName(QString(action->text()).remove(u'&'));
        row->addWidget(button);
    }
    row->addWidget(m_search);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_list, 1);
    return box;
}

void ReplayPage::connectAll()
{
    connect(m_controller, &ReplayController::progressChanged, this, &ReplayPage::showProgress);
    connect(m_controller, &ReplayController::finished, this, &ReplayPage::showResult);
    connect(m_controller, &ReplayController::failed, this, &ReplayPage::failed);
    connect(m_figures, &FiguresView::rowsChosen, this, &ReplayPage::showRows);
    connect(m_sensitivity, &SensitivityTab::failed, this, &ReplayPage::failed);
    connect(m_policies, &PolicyTab::failed, this, &ReplayPage::failed);
    connect(m_policies, &PolicyTab::draftsChanged, this, &ReplayPage::fillPolicies);
    connect(m_mapping, &MappingTab::failed, this, &ReplayPage::failed);
    connect(m_mapping, &MappingTab::applied, this, &ReplayPage::documentChanged);
    connect(m_first, &QComboBox::currentIndexChanged, this, &ReplayPage::policiesChosen);
    connect(m_second, &QComboBox::currentIndexChanged, this, &ReplayPage::policiesChosen);
    connect(m_search, &QLineEdit::textChanged, m_cases, &CaseListModel::setFilter);
    connect(m_list, &QTableView::activated, this, &ReplayPage::openCase);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) { m_open->setEnabled(now.isValid()); });
    connect(m_cases, &QAbstractItemModel::modelReset, this, [this] { m_open->setEnabled(false); });
}

void ReplayPage::setDocument(const DocumentPtr& document)
{
    m_controller->cancel();
    m_document = document && document->dataSet && m_services.plan ? document : nullptr;
    m_ran.clear();
    m_figures->setResult(nullptr, nullptr, {});
    m_cases->setTable(nullptr, nullptr, {}, {});
    m_pages->setCurrentIndex(m_document ? 1 : 0);
    m_data->setText(m_document ? tr("%1 \u00b7 %n application(s)", nullptr, static_cast<int>(m_document->dataSet->rows.size())).arg(toQString(m_document->dataSet->title)) : QString());
    m_policies->setDrafts(m_document && m_services.policies ? m_services.policies(*m_document) : std::vector<PolicyDraft> {});
    m_mapping->setDocument(m_document);
    m_listTitle->setText({});
    fillPolicies();
    m_second->setCurrentIndex(m_second->count() > 1 ? 1 : 0);
    m_save->setEnabled(false);
    m_all->setEnabled(false);
    m_open->setEnabled(false);
    showProgress();
}

void ReplayPage::fillPolicies()
{
    for (QComboBox* box : {m_first, m_second}) {
        const int before = box->currentIndex();
        const QSignalBlocker blocker(box);
        box->clear();
        for (const PolicyDraft& draft : m_policies->drafts())
            box->addItem(toQString(draft.title));
        box->setCurrentIndex(box->count() == 0 ? -1 : std::clamp(before, 0, box->count() - 1));
    }
    policiesChosen();
}

void ReplayPage::policiesChosen()
{
    m_policies->setCompared(m_first->currentIndex(), m_second->currentIndex());
}

QStringList ReplayPage::variantNames() const
{
    return m_ran.size() > 1 ? QStringList {tr("A", "policy"), tr("B", "policy")} : QStringList {tr("A", "policy")};
}

std::vector<PolicyDraft> ReplayPage::chosenPolicies() const
{
    std::vector<PolicyDraft> chosen;
    for (const QComboBox* box : {m_first, m_second})
        if (const int at = box->currentIndex(); at >= 0 && at < static_cast<int>(m_policies->drafts().size()))
            chosen.push_back(m_policies->drafts()[static_cast<std::size_t>(at)]);
    return chosen;
}

void ReplayPage::run()
{
    if (!m_document || m_controller->isBusy())
        return;
    auto plan = m_services.plan(*m_document, chosenPolicies());
    if (!plan) {
        emit failed(plan.error());
        return;
    }
    // The old figures look into the old plan.
    m_figures->setResult(nullptr, nullptr, {});
    m_cases->setTable(nullptr, nullptr, {}, {});
    m_ran = chosenPolicies();
    if (const Status started = m_controller->start(std::move(plan).value()); !started)
        emit failed(started.error());
}

void ReplayPage::showProgress()
{
    const ReplayProgress now = m_controller->progress();
    const bool busy = m_controller->isBusy();
    m_run->setEnabled(m_document != nullptr && !busy);
    m_pause->setEnabled(busy);
    m_pause->setChecked(now.state == ReplayProgress::State::Paused);
    m_cancel->setEnabled(busy);
    m_bar->setVisible(busy);
    m_bar->setRange(0, static_cast<int>(std::max<std::size_t>(1, now.total)));
    m_bar->setValue(static_cast<int>(now.done));
    if (!m_document || now.state == ReplayProgress::State::Ready) {
        m_progress->clear();
        return;
    }
    const QLocale locale;
    QString text = busy ? tr("%1 of %2 \u00b7 %3 a second \u00b7 %4 s left").arg(locale.toString(static_cast<qulonglong>(now.done)), locale.toString(static_cast<qulonglong>(now.total)), numberText(now.rowsPerSecond, 0), numberText(now.secondsLeft, 0))
                        : tr("%1 applications \u00b7 %2 a second").arg(locale.toString(static_cast<qulonglong>(now.done - std::min(now.done, now.bad))), numberText(now.rowsPerSecond, 0));
    if (now.bad > 0)
        text += u" \u00b7 "_s + tr("%n bad row(s)", nullptr, static_cast<int>(now.bad));
    m_progress->setText(text);
    m_progress->setMinimumWidth(std::min(420, m_progress->sizeHint().width()));
}

void ReplayPage::showResult()
{
    const auto table = m_controller->table();
    const ReplayPlan* const plan = m_controller->plan();
    if (!table || plan == nullptr || !m_document || m_ran.empty())
        return;
    m_cases->setTable(table, plan->data, plan->mapping.idColumn, variantNames());
    m_figures->setResult(plan, table, variantNames());
    m_sensitivity->setBase(m_document, m_ran.front(), plan, table);
    for (int column = 0; column + 1 < m_cases->columnCount(); ++column)
        m_list->setColumnWidth(column, 130);
    m_save->setEnabled(true);
    m_all->setEnabled(true);
    showAll();
    if (!table->badRows.empty()) {
        const BadRow& bad = table->badRows.front();
        emit done(tr("%n row(s) could not be used, the first: line %1: %2", nullptr, static_cast<int>(table->badRows.size())).arg(bad.line).arg(toQString(bad.problem)));
    }
}

void ReplayPage::showAll()
{
    const auto table = m_controller->table();
    if (!table)
        return;
    RowList rows(table->size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = static_cast<std::uint32_t>(i);
    showRows(tr("All applications"), rows);
}

void ReplayPage::showRows(const QString& title, const RowList& rows)
{
    m_cases->setRows(rows);
    m_listTitle->setText(u"%1 \u00b7 %2"_s.arg(title, tr("%n application(s)", nullptr, static_cast<int>(rows.size()))));
    if (m_cases->rowCount() > 0)
        m_list->setCurrentIndex(m_cases->index(0, 0));
}

void ReplayPage::openCase()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid() || !m_document || m_ran.empty() || !m_services.openCase)
        return;
    const std::uint32_t row = m_cases->dataRow(current.row());
    auto opened = m_services.openCase(*m_document, m_ran.front(), m_ran.back(), row);
    if (opened)
        emit caseOpened(*opened, row, toQString(m_ran.back().title));
    else
        emit failed(opened.error());
}

void ReplayPage::save()
{
    const auto table = m_controller->table();
    if (!table || m_controller->plan() == nullptr || !m_services.save)
        return;
    const QString all = tr("Rows with decisions (*.csv *.jsonl)");
    const QString listed = tr("Only the applications in the list (*.csv *.jsonl)");
    QString kind = all;
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the results"), {}, QStringList {all, listed, tr("Report (*.html)")}.join(u";;"_s), &kind);
    if (path.isEmpty())
        return;
    const auto wanted = kind == listed ? std::make_shared<const OutcomeTable>(withRows(*table, m_cases->shownRows())) : table;
    m_saving = std::jthread([this, path, table = wanted, plan = *m_controller->plan(), policies = m_ran, write = m_services.save] {
        const Status written = write(plan, *table, policies, path.toStdString());
        QMetaObject::invokeMethod(this, [this, written, path] {
            if (written)
                emit done(tr("Saved %1").arg(path));
            else
                emit failed(written.error());
        }, Qt::QueuedConnection);
    });
}

}  // namespace baton::ui
