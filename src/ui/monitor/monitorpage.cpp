// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/monitor/monitorpage.h"

#include "ui/kit/badge.h"
#include "ui/kit/elidedlabel.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/icons.h"
#include "ui/kit/settingsstore.h"
#include "ui/models/words.h"
#include "ui/monitor/chartboard.h"
#include "ui/monitor/connectdialog.h"
#include "ui/monitor/connectioncard.h"
#include "ui/monitor/logpanel.h"
#include "ui/monitor/monitorfeed.h"
#include "ui/monitor/monitorwords.h"
#include "ui/monitor/resultspanel.h"
#include "ui/monitor/workerspanel.h"

#include <QAction>
#include <QFileDialog>
#include <QMenu>
#include <QPushButton>
#include <QSaveFile>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kSplitKey = u"monitor/split"_s;
const QString kTabKey = u"monitor/tab"_s;
constexpr int kSamples = 20;   // the sample limits itself to 25 decisions a minute

}  // namespace

MonitorPage::MonitorPage(MonitorServices services, SettingsStore& settings, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_feed(new MonitorFeed(std::move(services), this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_phase(new Badge(this))
    , m_summary(new ElidedLabel(this))
    , m_server(new ConnectionCard(Origin::Remote, this))
    , m_embedded(new ConnectionCard(Origin::Embedded, this))
{
    setObjectName(u"monitorPage"_s);
    makeActions();
    m_pages->addWidget(m_empty);
    m_pages->addWidget(makeBoard());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_pages, 1);
    connect(m_feed, &MonitorFeed::stateChanged, this, &MonitorPage::refresh);
    connect(m_feed, &MonitorFeed::updated, this, &MonitorPage::refresh);
    connect(m_feed, &MonitorFeed::failed, this, &MonitorPage::failed);
    connect(m_feed, &MonitorFeed::done, this, &MonitorPage::done);
    restoreState();
    refresh();
}

MonitorPage::~MonitorPage() = default;

QAction* MonitorPage::add(const QString& id, const QString& text, const QString& iconName, const QKeySequence& keys, const QString& tip)
{
    auto* action = new QAction(icon(iconName), text, this);
    action->setObjectName(id);
    action->setShortcut(keys);
    const QString words = tip.isEmpty() ? QString(text).remove(u'&') : tip;
    action->setStatusTip(tip);
    action->setToolTip(keys.isEmpty() ? words : u"%1 (%2)"_s.arg(words, keys.toString(QKeySequence::NativeText)));
    m_actions += action;
    return action;
}

void MonitorPage::makeActions()
{
    const auto key = [](Qt::Key letter) { return QKeySequence(Qt::CTRL | Qt::SHIFT | letter); };
    m_start = add(u"monitor.start"_s, tr("Start &worker"), u"run"_s, key(Qt::Key_W), tr("Start a worker that rehearses on the embedded Conductor"));
    connect(m_start, &QAction::triggered, this, [this] { m_feed->start({}); });
    m_connect = add(u"monitor.connect"_s, tr("Work for a &server\u2026"), u"connection"_s, key(Qt::Key_N), tr("Start a worker for a Conductor server"));
    connect(m_connect, &QAction::triggered, this, &MonitorPage::connectToServer);
    m_stop = add(u"monitor.stop"_s, tr("S&top worker"), u"stop"_s, key(Qt::Key_X), tr("Finish or hand back what is in hand, then stop"));
    connect(m_stop, &QAction::triggered, m_feed, &MonitorFeed::stop);
    m_samples = add(u"monitor.samples"_s, tr("Send &20 applications"), u"applicants"_s, key(Qt::Key_A), tr("Start the underwriting of 20 sample applications"));
    connect(m_samples, &QAction::triggered, this, [this] { m_feed->startSamples(kSamples); });
    m_pauseAll = add(u"monitor.pauseAll"_s, tr("&Pause all task types"), u"pause"_s, {}, tr("Poll no more tasks; those in hand go on"));
    connect(m_pauseAll, &QAction::triggered, this, [this] { m_feed->setPaused({}, true); });
    m_resumeAll = add(u"monitor.resumeAll"_s, tr("&Resume all task types"), u"run"_s, {}, {});
    connect(m_resumeAll, &QAction::triggered, this, [this] { m_feed->setPaused({}, false); });
    m_automatic = add(u"monitor.automatic"_s, tr("Choose the Conductor &automatically"), u"follow"_s, {}, tr("The server while it is well, else the embedded one"));
    connect(m_automatic, &QAction::triggered, this, [this] { m_feed->choose(FailoverChoice::Automatic); });
    m_useServer = add(u"monitor.useServer"_s, tr("Always use the s&erver"), u"connection"_s, {}, {});
    connect(m_useServer, &QAction::triggered, this, [this] { m_feed->choose(FailoverChoice::Remote); });
    m_useEmbedded = add(u"monitor.useEmbedded"_s, tr("Always &rehearse"), u"virtual-clock"_s, {}, tr("Use the embedded Conductor, however well the server is"));
    connect(m_useEmbedded, &QAction::triggered, this, [this] { m_feed->choose(FailoverChoice::Embedded); });
    m_freeze = add(u"monitor.freeze"_s, tr("&Hold the charts"), u"pause"_s, key(Qt::Key_H), tr("Keep the charts as they are; counting goes on"));
    m_freeze->setCheckable(true);
    m_save = add(u"monitor.save"_s, tr("Save figures\u2026"), u"save"_s, key(Qt::Key_E), tr("Save the charts' figures as CSV"));
    connect(m_save, &QAction::triggered, this, &MonitorPage::save);
}

QWidget* MonitorPage::makeHead()
{
    auto* head = new QWidget(this);
    head->setObjectName(u"monitorHead"_s);
    head->setProperty("bar", true);
    head->setAttribute(Qt::WA_StyledBackground);
    m_phase->setObjectName(u"monitorPhase"_s);
    m_summary->setObjectName(u"monitorSummary"_s);
    m_summary->setProperty("muted", true);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(space::kWide, space::kTight, space::kSmall, space::kTight);
    row->setSpacing(space::kBase);
    row->addWidget(m_phase);
    row->addWidget(m_summary, 1);
    const auto button = [&](QAction* action) {
        auto* made = new QToolButton(head);
        made->setDefaultAction(action);
        made->setObjectName(action->objectName() + u"Button"_s);
        made->setAccessibleName(QString(action->text()).remove(u'&').remove(u'\u2026'));
        made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        row->addWidget(made);
        return made;
    };
    for (QAction* action : {m_start, m_connect, m_samples, m_stop})
        button(action);
    auto* more = new QToolButton(head);
    more->setObjectName(u"monitorMore"_s);
    more->setIcon(icon(u"more"_s));
    more->setToolTip(tr("More about the worker"));
    more->setAccessibleName(more->toolTip());
    more->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(more);
    menu->addActions({m_pauseAll, m_resumeAll});
    menu->addSeparator();
    menu->addActions({m_automatic, m_useServer, m_useEmbedded});
    more->setMenu(menu);
    row->addWidget(more);
    return head;
}

QWidget* MonitorPage::makeBoard()
{
    m_charts = new ChartBoard(*m_feed, m_settings, m_freeze, m_save, this);
    m_workers = new WorkersPanel(*m_feed, this);
    m_results = new ResultsPanel(*m_feed, this);
    m_log = new LogPanel(*m_feed, this);
    m_workers->setRange(m_charts->rangeMs());
    connect(m_charts, &ChartBoard::rangeChanged, m_workers, &WorkersPanel::setRange);
    connect(m_workers, &WorkersPanel::typeChosen, m_charts, &ChartBoard::showType);
    m_actions += m_workers->actions() + m_results->actions();
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(u"monitorTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_workers, icon(u"worker"_s), tr("Task types"));
    m_tabs->addTab(m_results, icon(u"send"_s), tr("Results"));
    m_tabs->addTab(m_log, icon(u"log"_s), tr("Log"));
    auto* corner = new QStackedWidget(m_tabs);
    for (QWidget* tools : {m_workers->tools(), m_results->tools(), m_log->tools()}) {
        auto* held = new QWidget(corner);
        auto* row = new QHBoxLayout(held);
        row->setContentsMargins(0, 0, space::kSmall, 0);
        row->addStretch(1);
        row->addWidget(tools);
        corner->addWidget(held);
    }
    m_tabs->setCornerWidget(corner, Qt::TopRightCorner);
    connect(m_tabs, &QTabWidget::currentChanged, corner, &QStackedWidget::setCurrentIndex);
    auto* top = new QWidget(this);
    auto* cards = new QHBoxLayout;
    cards->setContentsMargins(space::kBase, space::kBase, space::kBase, space::kBase);
    cards->setSpacing(space::kBase);
    cards->addWidget(m_server, 3);
    cards->addWidget(m_embedded, 2);
    auto* column = new QVBoxLayout(top);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(cards);
    column->addWidget(m_charts, 1);
    m_split = new QSplitter(Qt::Vertical, this);
    m_split->setObjectName(u"monitorSplit"_s);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(top);
    m_split->addWidget(m_tabs);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    return m_split;
}

void MonitorPage::restoreState()
{
    m_split->restoreState(m_settings.value(kSplitKey).toByteArray());
    m_tabs->setCurrentIndex(qBound(0, m_settings.value(kTabKey).toInt(), m_tabs->count() - 1));
}

void MonitorPage::saveState() const
{
    m_settings.setValue(kSplitKey, m_split->saveState());
    m_settings.setValue(kTabKey, m_tabs->currentIndex());
}

bool MonitorPage::isWorking() const
{
    return m_feed->isRunning() || m_feed->isBusy();
}

void MonitorPage::refresh()
{
    const bool running = m_feed->isRunning();
    const bool free = !m_feed->isBusy();
    const ServiceStatus& status = m_feed->status();
    const bool seen = running || m_feed->history().latest() > 0;
    const bool server = running && !status.rehearsing;
    for (QAction* action : {m_start, m_connect})
        action->setEnabled(free && !running && m_feed->canStart());
    for (QAction* action : {m_stop, m_samples, m_pauseAll, m_resumeAll})
        action->setEnabled(free && running);
    for (QAction* action : {m_automatic, m_useServer, m_useEmbedded})
        action->setEnabled(free && server);
    m_save->setEnabled(seen);
    m_freeze->setEnabled(seen);
    m_pages->setCurrentIndex(seen ? 1 : 0);
    m_empty->setContent(u"worker"_s, m_feed->isBusy() ? tr("The worker starts\u2026") : tr("No worker runs here"),
        m_feed->canStart() ? tr("A worker does the tasks of workflows. It can rehearse on the Conductor inside this program, with no server at hand, "
                                "or work for a real one.")
                           : tr("This build has no worker."));
    m_empty->setAction(m_feed->canStart() ? m_start : nullptr);
    const ServicePhase phase = running ? m_feed->isBusy() ? ServicePhase::Draining : status.phase : m_feed->isBusy() ? ServicePhase::Starting : seen ? ServicePhase::Stopped : ServicePhase::Ready;
    const Tone tone = phase == ServicePhase::Working ? Tone::Success : phase == ServicePhase::Draining || phase == ServicePhase::Starting ? Tone::Active : Tone::Neutral;
    m_phase->setContent(MonitorWords::of(phase), tone, phase == ServicePhase::Working ? u"live"_s : u"stop"_s);
    QStringList words;
    if (running) {
        const TaskFigures total = m_feed->history().figures({}, 0).value_or(TaskFigures {});
        words += tr("%n task(s) done", nullptr, static_cast<int>(std::min<std::uint64_t>(total.succeeded + total.failed, 2'000'000'000)));
        if (const std::string reason = status.notReady(); !reason.empty() && free)
            words += toQString(reason);
        if (!status.registrationError.empty())
            words += toQString(status.registrationError);
    }
    m_summary->setText(words.join(u"  \u00b7  "_s));
    m_server->setVisible(!status.rehearsing);
    m_server->setStatus(status);
    m_embedded->setStatus(status);
}

void MonitorPage::connectToServer()
{
    auto* dialog = new ConnectDialog(m_settings, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_feed->start(dialog->choice()); });
    dialog->open();
}

void MonitorPage::save()
{
    auto* dialog = new QFileDialog(this, tr("Save figures"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Tables (*.csv)"));
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(u"worker-figures.csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &MonitorPage::saveFigures);
    dialog->open();
}

bool MonitorPage::saveFigures(const QString& path)
{
    QSaveFile file(path);
    const QByteArray text = m_charts->csv();
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return true;
    emit failed({.code = ErrorCode::IoError, .message = toUtf8(file.errorString()), .source = toUtf8(path), .hint = toUtf8(tr("Choose another folder"))});
    return false;
}

}  // namespace baton::ui
