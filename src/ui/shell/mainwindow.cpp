// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/mainwindow.h"

#include "engine/model/codec.h"
#include "engine/value/json.h"
#include "ui/graph/graphview.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/kit/banner.h"
#include "ui/kit/docktitle.h"
#include "ui/kit/settingsstore.h"
#include "ui/models/findingmodel.h"
#include "ui/models/words.h"
#include "ui/shell/about.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/debugactions.h"
#include "ui/shell/debuggerdesk.h"
#include "ui/shell/definitionperspective.h"
#include "ui/shell/docks.h"
#include "ui/shell/documentopener.h"
#include "ui/shell/eventspanel.h"
#include "ui/shell/monitorperspective.h"
#include "ui/shell/replayperspective.h"
#include "ui/shell/perspectives.h"
#include "ui/shell/problemspanel.h"
#include "ui/shell/sessionkeeper.h"
#include "ui/shell/sessionpage.h"
#include "ui/shell/statusline.h"
#include "ui/start/casepanel.h"
#include "ui/start/recentfiles.h"
#include "ui/start/startpage.h"
#include "ui/timeline/timelineview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QSaveFile>
#include <QStackedWidget>
#include <QStatusBar>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kGeometryKey = u"window/geometry"_s;
const QString kFolderKey = u"window/folder"_s;
constexpr QSize kFirstSize(1440, 900);
constexpr int kCompactWidth = 1000;   // below, the tool bar has no room for the perspectives' words

QStringList localFiles(const QMimeData& data)
{
    QStringList files;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile())
            files += url.toLocalFile();
    }
    return files;
}

}  // namespace

MainWindow::MainWindow(const Services& services, SettingsStore& settings, Theme& theme, QWidget* parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_settings(settings)
    , m_theme(theme)
    , m_recent(new RecentFiles(settings, this))
    , m_opener(new DocumentOpener(services, this))
{
    setObjectName(u"mainWindow"_s);
    setAcceptDrops(true);
    setMinimumSize(720, 480);
    makeFileActions();
    makeViewActions();
    makeThemeActions();
    m_debug = new DebugActions(m_actions, m_session, m_selection, this);
    m_desk = new DebuggerDesk({m_actions, m_session, m_selection, m_settings}, this);
    m_keeper = new SessionKeeper(m_session, toQString(m_services.sessionFolder), this);
    makeHelpActions();
    m_status = new StatusLine(*statusBar(), m_session);
    makeCentre();
    makePerspectives();
    makeDocks();
    makeMenus();
    makeToolBar();
    makePalette();
    connectAll();
    for (QAction* action : m_actions.actions())
        addAction(action);
    restoreLayout();
    showStart(true);
    m_perspectives->restore();
    followSession();
    offerLeftover();
}

MainWindow::~MainWindow()
{
    // Views look at the session until they are gone; it is a member and goes before the child widgets otherwise.
    m_session.disconnect();
    m_selection.disconnect();
    m_events.setJournal(nullptr);
    m_timeline->setJournal(nullptr);
    m_session.close();
}

void MainWindow::connectAll()
{
    connect(m_opener, &DocumentOpener::opened, this, &MainWindow::documentOpened);
    connect(m_opener, &DocumentOpener::failed, this, [this](const Error& error) { showError(error); });
    connect(m_opener, &DocumentOpener::busyChanged, m_status, &StatusLine::setBusy);
    connect(m_start, &StartPage::sampleChosen, this, &MainWindow::openSample);
    connect(m_start, &StartPage::fileChosen, this, &MainWindow::openFile);
    connect(m_cases, &CasePanel::chosen, this, &MainWindow::rehearse);
    connect(m_cases, &CasePanel::countChanged, this, [this](int shown, int all) {
        const QLocale locale;
        const QString count = all == 0 ? QString()
            : shown == all             ? locale.toString(all)
                                       : tr("%1 of %2").arg(locale.toString(shown), locale.toString(all));
        m_docks->title(u"applicants"_s)->setNote(count);
    });
    connect(m_timeline, &TimelineView::positionRequested, &m_session, &SessionController::moveTo);
    connect(&m_session, &SessionController::positionChanged, this, &MainWindow::showJournal);
    connect(&m_session, &SessionController::executionChanged, this, &MainWindow::followSession);
    connect(&m_session, &SessionController::opened, this, [this] { m_events.setJournal(m_session.journal()); });
    connect(&m_session, &SessionController::closed, this, [this] {
        m_events.setJournal(nullptr);
        m_timeline->setJournal(nullptr);
    });
    connect(&m_session, &SessionController::stopped, this, [this](StepReport::Stop stop) {
        if (stop == StepReport::Stop::Failed)
            showError({.code = ErrorCode::Internal, .message = m_session.lastReport().detail.str()});
        if (stop == StepReport::Stop::Waiting)
            m_docks->reveal(u"inspector"_s);
    });
    connect(m_definition, &DefinitionPerspective::rehearseRequested, m_opener, &DocumentOpener::openText);
    connect(m_definition, &DefinitionPerspective::failed, this, &MainWindow::showError);
    connect(m_definition, &DefinitionPerspective::recordRequested, this, [this] { m_definition->takeAnswers(m_session); });
    connect(m_replay, &ReplayPerspective::caseOpened, this, &MainWindow::showReplayedCase);
    connect(m_replay, &ReplayPerspective::documentChanged, this, [this](const DocumentPtr& document) { documentOpened(document, {}); });
    connect(m_replay, &ReplayPerspective::failed, this, &MainWindow::showError);
    connect(m_replay, &ReplayPerspective::done, statusBar(), [this](const QString& words) { statusBar()->showMessage(words, 8000); });
    connect(m_monitor, &MonitorPerspective::failed, this, &MainWindow::showError);
    connect(m_monitor, &MonitorPerspective::done, statusBar(), [this](const QString& words) { statusBar()->showMessage(words, 4000); });
    connect(m_monitor, &MonitorPerspective::closable, this, &MainWindow::close);
    connect(m_definition, &DefinitionPerspective::saved, m_recent, &RecentFiles::add);
    connect(m_perspectives, &Perspectives::currentChanged, this, &MainWindow::showPanels);
    connect(m_desk, &DebuggerDesk::failed, this, &MainWindow::showError);
    connect(m_desk, &DebuggerDesk::revealRequested, this, [this] { m_docks->reveal(u"debugger"_s); });
    connect(m_status, &StatusLine::problemsClicked, this, [this] { m_docks->reveal(u"problems"_s); });
}

void MainWindow::restoreLayout()
{
    const QByteArray geometry = m_settings.value(kGeometryKey).toByteArray();
    if (geometry.isEmpty() || !restoreGeometry(geometry))
        resize(kFirstSize);
    m_docks->restore();
}

void MainWindow::saveLayout() const
{
    m_settings.setValue(kGeometryKey, saveGeometry());
    m_docks->save();
    m_perspectives->save();
    m_monitor->saveState();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_session.stop();
    saveLayout();
    if (!m_monitor->mayClose()) {
        m_perspectives->show(u"monitor"_s);
        event->ignore();
        return;
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::setFirstChoice(std::optional<std::size_t> applicant, const std::string& policy)
{
    m_firstChoice.applicant = applicant;
    m_firstChoice.policy = policy;
}

void MainWindow::openFile(const QString& path)
{
    m_opener->openFile(path);
}

void MainWindow::openSample(const QString& id)
{
    m_opener->openSample(id);
}

void MainWindow::documentOpened(const DocumentPtr& document, const QString& path)
{
    if (!path.isEmpty() && !path.endsWith(".journal"_L1))
        m_recent->add(path);
    m_document = document;
    m_banner->hide();
    m_cases->setDocument(document);
    m_problems->setDocument(document);
    m_definition->setDocument(document);
    m_replay->setDocument(document);
    m_status->setProblems(m_problems->model().count(Severity::Error), m_problems->model().count(Severity::Warning));
    setWindowTitle(u"%1 \u2013 Baton"_s.arg(toQString(document->title.empty() ? document->workflow->name.str() : document->title)));
    setWindowFilePath(toQString(document->path));
    RehearsalChoice choice = std::exchange(m_firstChoice, {});
    const bool hasCases = document->dataSet && !document->dataSet->rows.empty();
    if (!hasCases)
        choice.applicant.reset();
    else if (!choice.applicant || *choice.applicant >= document->dataSet->rows.size())
        choice.applicant = 0;
    if (choice.policy.empty())
        choice.policy = toUtf8(m_cases->policy());
    choice.input = document->input;
    m_docks->dock(u"applicants"_s)->setWindowTitle(hasCases ? tr("Applicants") : tr("Input"));
    showStart(false);
    m_perspectives->show(u"debug"_s);
    rehearse(choice);
    m_page->graph().setFocus(Qt::OtherFocusReason);
}

void MainWindow::rehearse(const RehearsalChoice& choice)
{
    if (!m_document || !m_services.prepare)
        return;
    RehearsalChoice wanted = choice;
    wanted.mocks = m_definition->mocks();
    Result<RehearsalSetup> setup = m_services.prepare(*m_document, wanted);
    if (!setup) {
        showError(setup.error());
        return;
    }
    const Status started = m_document->record ? m_session.open(*m_document->record, std::move(setup).value())
                                              : m_session.start(std::move(setup).value());
    if (!started) {
        showError(started.error());
        return;
    }
    m_banner->hide();
    m_cases->setChoice(choice);
    m_page->setCase(caseWords(choice));
    m_selection.selectWorkflow();
}

void MainWindow::showReplayedCase(const OpenedCase& opened, std::size_t applicant, const QString& policy)
{
    if (const Status started = m_session.start(opened.setup); !started) {
        showError(started.error());
        return;
    }
    m_banner->hide();
    RehearsalChoice choice;
    choice.applicant = applicant;
    m_cases->setChoice(choice);
    m_page->setCase(tr("Applicant %1 \u00b7 policy %2").arg(m_cases->model().nameOf(applicant), policy));
    m_selection.selectWorkflow();
    m_perspectives->show(u"debug"_s);
    if (!opened.partsAt.empty())
        m_session.runTo(toQString(opened.partsAt));
}

QString MainWindow::caseWords(const RehearsalChoice& choice) const
{
    QStringList words;
    if (choice.applicant)
        words += tr("Applicant %1").arg(m_cases->model().nameOf(*choice.applicant));
    for (const PolicyInfo& policy : m_document->policies) {
        if (policy.id == choice.policy)
            words += tr("policy %1").arg(toQString(policy.title.empty() ? policy.id : policy.title));
    }
    return words.join(u" \u00b7 "_s);
}

void MainWindow::closeDocument()
{
    if (!m_document)
        return;
    m_session.close();
    m_document.reset();
    m_opener->setCurrent(nullptr);
    m_cases->setDocument(nullptr);
    m_replay->setDocument(nullptr);
    m_problems->setDocument(nullptr);
    m_status->setProblems(0, 0);
    m_selection.selectWorkflow();
    showStart(true);
}

void MainWindow::showJournal()
{
    m_events.refresh();
    m_events.setPosition(m_session.position());
    m_timeline->setJournal(m_session.journal());
    m_timeline->setPosition(m_session.position());
    m_eventsPanel->refresh();
    const bool open = m_session.isOpen();
    m_docks->title(u"events"_s)->setNote(open ? tr("%n event(s)", nullptr, static_cast<int>(m_session.length())) : QString());
}

/// The task the last event was about becomes the selected one.
void MainWindow::followSession()
{
    const bool open = m_session.isOpen();
    for (const char* id : {"file.close", "file.export", "view.find", "view.zoomIn", "view.zoomOut", "view.fit", "view.zoomReset"})
        m_actions.action(QLatin1String(id))->setEnabled(open);
    const Execution* execution = m_session.execution();
    if (!execution || !m_actions.action(u"view.follow"_s)->isChecked())
        return;
    if (const TaskRun* task = execution->task(m_session.currentTask()))
        m_selection.select(toQString(task->referenceTaskName), m_session.currentTask());
    else if (isTerminal(execution->status) || m_session.position() <= 1)
        m_selection.selectWorkflow();
}

/// A session that a crash left behind is offered once.
void MainWindow::offerLeftover()
{
    const QString path = m_keeper->leftover();
    if (path.isEmpty())
        return;
    auto* restore = new QAction(tr("Open it again"), this);
    restore->setObjectName(u"restoreSession"_s);
    connect(restore, &QAction::triggered, this, [this, path] {
        connect(m_opener, &DocumentOpener::idle, this, [this, path] { m_keeper->discard(path); }, Qt::SingleShotConnection);
        openFile(path);
    });
    m_banner->setContent({Tone::Warning, u"recent"_s, tr("The last session did not end in good order"), {},
                          tr("What happened in it up to its last second was kept."), {}});
    m_banner->setAction(restore);
    m_banner->show();
}

void MainWindow::showStart(bool start)
{
    m_centre->setCurrentIndex(start ? 0 : 1);
    showPanels();
    if (start) {
        setWindowTitle(u"Baton"_s);
        setWindowFilePath({});
        m_recent->check();
    }
}

/// The panels belong to the debugger, and to an open document.
void MainWindow::showPanels()
{
    const bool debugging = m_perspectives->current() == "debug"_L1;
    m_docks->setActive(debugging && m_centre->currentIndex() == 1);
    m_debugMenu->menuAction()->setVisible(debugging);
    m_replayMenu->menuAction()->setVisible(m_perspectives->current() == "replay"_L1);
    m_monitorMenu->menuAction()->setVisible(m_perspectives->current() == "monitor"_L1);
    m_definitionMenu->menuAction()->setVisible(m_perspectives->current() == "definition"_L1);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    m_perspectives->setCompact(width() < kCompactWidth);
    QMainWindow::resizeEvent(event);
}

void MainWindow::showError(const Error& error)
{
    QString where = toQString(error.source);
    if (error.line > 0)
        where += u':' + QString::number(error.line) + (error.column > 0 ? u':' + QString::number(error.column) : QString());
    if (!error.field.empty())
        where += (where.isEmpty() ? QString() : u"  "_s) + toQString(error.field);
    m_banner->setAction(nullptr);
    m_banner->setContent({Tone::Danger, u"error"_s, Words::of(error.code), where, toQString(error.message), toQString(error.hint)});
    m_banner->show();
    emit errorShown(error);
}

void MainWindow::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Open"), m_settings.value(kFolderKey).toString());
    dialog->setObjectName(u"openDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Workflows, executions and data sets (*.json *.bundle *.journal *.csv *.yaml *.yml)"), tr("Workflow definitions (*.json)"),
                            tr("Data sets (*.csv)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
        for (const QString& file : files)
            openFile(file);
        if (!files.isEmpty())
            m_settings.setValue(kFolderKey, QFileInfo(files.first()).absolutePath());
    });
    dialog->open();
}

void MainWindow::paste()
{
    const QMimeData* copied = QApplication::clipboard()->mimeData();
    if (!copied)
        return;
    const QStringList files = localFiles(*copied);
    for (const QString& file : files)
        openFile(file);
    if (files.isEmpty() && copied->hasText() && !copied->text().trimmed().isEmpty())
        m_opener->openText(copied->text());
}

void MainWindow::exportExecution()
{
    const Execution* execution = m_session.execution();
    if (!execution)
        return;
    const QString suggested = toQString(execution->definition ? execution->definition->name.str() : "execution") + u".execution.json"_s;
    auto* dialog = new QFileDialog(this, tr("Save execution"), m_settings.value(kFolderKey).toString());
    dialog->setObjectName(u"saveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Executions (*.json)"));
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(suggested);
    const std::string json = toPrettyJson(toValue(*execution, m_session.world()->now));
    connect(dialog, &QFileDialog::fileSelected, this, [this, json](const QString& path) {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(json.data(), static_cast<qint64>(json.size())) < 0 || !file.commit())
            showError({.code = ErrorCode::IoError, .message = toUtf8(file.errorString()), .source = toUtf8(path),
                       .hint = toUtf8(tr("Choose another folder"))});
    });
    dialog->open();
}

void MainWindow::showAbout()
{
    openAboutBox(this);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!localFiles(*event->mimeData()).isEmpty() || event->mimeData()->hasText()) {
        event->acceptProposedAction();
        m_start->setDropping(true);
    }
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent* event)
{
    m_start->setDropping(false);
    QMainWindow::dragLeaveEvent(event);
}

void MainWindow::dropEvent(QDropEvent* event)
{
    m_start->setDropping(false);
    const QStringList files = localFiles(*event->mimeData());
    for (const QString& file : files)
        openFile(file);
    if (files.isEmpty() && event->mimeData()->hasText())
        m_opener->openText(event->mimeData()->text());
    event->acceptProposedAction();
}

}  // namespace baton::ui
