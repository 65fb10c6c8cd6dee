// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/debugger/debuggerpanel.h"
#include "ui/graph/graphview.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/kit/banner.h"
#include "ui/kit/fonts.h"
#include "ui/kit/icons.h"
#include "ui/kit/settingsstore.h"
#include "ui/models/scope.h"
#include "ui/models/words.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/debuggerdesk.h"
#include "ui/shell/definitionperspective.h"
#include "ui/shell/docks.h"
#include "ui/shell/documentopener.h"
#include "ui/shell/eventspanel.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/monitorperspective.h"
#include "ui/shell/perspectives.h"
#include "ui/shell/problemspanel.h"
#include "ui/shell/replayperspective.h"
#include "ui/shell/sessionpage.h"
#include "ui/shell/taskspanel.h"
#include "ui/start/casepanel.h"
#include "ui/start/recentfiles.h"
#include "ui/start/samplecard.h"
#include "ui/start/startpage.h"
#include "ui/timeline/timelineview.h"

#include <QActionGroup>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kThemeKey = u"window/theme"_s;
constexpr int kApplicantsInPalette = 40;

}  // namespace

void MainWindow::makeFileActions()
{
    const QString category = tr("File");
    QAction* open = m_actions.add(u"file.open"_s, category,
                                  {tr("&Open…"), u"open"_s, {QKeySequence(QKeySequence::Open)}, tr("Open a workflow definition or a data set")});
    connect(open, &QAction::triggered, this, &MainWindow::chooseFile);
    QAction* pasting = m_actions.add(u"file.paste"_s, category,
                                     {tr("Open from the &clipboard"), u"paste"_s, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V)},
                                      tr("Open the files or the definition that were copied")});
    connect(pasting, &QAction::triggered, this, &MainWindow::paste);
    QAction* save = m_actions.add(u"file.export"_s, category,
                                  {tr("&Save execution as JSON…"), u"save"_s, {QKeySequence(QKeySequence::Save)},
                                   tr("Save the execution at this moment as the server would show it")});
    connect(save, &QAction::triggered, this, &MainWindow::exportExecution);
    QAction* closing = m_actions.add(u"file.close"_s, category,
                                     {tr("&Close workflow"), u"close"_s, {QKeySequence(Qt::CTRL | Qt::Key_W)}, tr("Back to the start page")});
    connect(closing, &QAction::triggered, this, &MainWindow::closeDocument);
    QAction* quit = m_actions.add(u"file.quit"_s, category, {tr("&Quit"), u"quit"_s, {QKeySequence(Qt::CTRL | Qt::Key_Q)}, {}});
    connect(quit, &QAction::triggered, this, &MainWindow::close);
}

void MainWindow::makeViewActions()
{
    const QString category = tr("View");
    const auto add = [&](const char* id, const ActionCollection::Look& look) { return m_actions.add(QLatin1String(id), category, look); };
    QAction* palette = add("view.palette", {tr("Command &palette…"), u"palette"_s, {QKeySequence(Qt::CTRL | Qt::Key_K)},
                                            tr("Search all commands, tasks and applicants")});
    connect(palette, &QAction::triggered, this, [this] { m_palette->open(); });
    QAction* find = add("view.find", {tr("&Find a task"), u"search"_s, {QKeySequence(QKeySequence::Find)}, tr("Find a task in the graph")});
    connect(find, &QAction::triggered, this, [this] { m_page->find(); });
    QAction* in = add("view.zoomIn", {tr("Zoom &in"), u"zoom-in"_s, {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)}, {}});
    connect(in, &QAction::triggered, this, [this] { m_page->graph().zoomIn(); });
    QAction* out = add("view.zoomOut", {tr("Zoom &out"), u"zoom-out"_s, {QKeySequence(Qt::CTRL | Qt::Key_Minus)}, {}});
    connect(out, &QAction::triggered, this, [this] { m_page->graph().zoomOut(); });
    QAction* fit = add("view.fit", {tr("Fi&t the graph"), u"fit"_s, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)}, tr("Show the whole graph")});
    connect(fit, &QAction::triggered, this, [this] { m_page->graph().fit(); });
    QAction* actual = add("view.zoomReset", {tr("Actual si&ze"), {}, {QKeySequence(Qt::CTRL | Qt::Key_0)}, {}});
    connect(actual, &QAction::triggered, this, [this] { m_page->graph().resetZoom(); });
    QAction* follow = add("view.follow", {tr("Follow the e&xecution"), u"follow"_s, {QKeySequence(Qt::CTRL | Qt::Key_L)},
                                          tr("Select the task that the last step was about")});
    follow->setCheckable(true);
    follow->setChecked(true);
    QAction* reset = add("view.resetLayout", {tr("&Reset layout"), u"layout"_s, {}, tr("Put all panels back where they were at first")});
    connect(reset, &QAction::triggered, this, [this] { m_docks->arrangeDefault(); });
}

void MainWindow::makeThemeActions()
{
    auto* group = new QActionGroup(this);
    const auto add = [&](const char* id, ThemeChoice choice, const QString& text, const QString& iconName) {
        QAction* action = m_actions.add(QLatin1String(id), tr("Theme"), {text, iconName, {}, {}});
        action->setCheckable(true);
        action->setChecked(m_theme.choice() == choice);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] {
            m_theme.apply(choice);
            m_settings.setValue(kThemeKey, themeWord(choice));
        });
    };
    add("theme.system", ThemeChoice::System, tr("Theme: as the &system"), u"system"_s);
    add("theme.light", ThemeChoice::Light, tr("Theme: &light"), u"sun"_s);
    add("theme.dark", ThemeChoice::Dark, tr("Theme: &dark"), u"moon"_s);
}

void MainWindow::makeHelpActions()
{
    QAction* about = m_actions.add(u"help.about"_s, tr("Help"), {tr("&About Baton"), u"about"_s, {}, {}});
    connect(about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::makeCentre()
{
    m_banner = new Banner(this);
    m_banner->hide();
    m_start = new StartPage(*m_recent, m_actions.action(u"file.open"_s), m_actions.action(u"view.palette"_s), this);
    m_start->setSamples(m_services.samples ? m_services.samples() : std::vector<SampleInfo>());
    m_page = new SessionPage(m_session, m_selection, m_actions, this);
    m_centre = new QStackedWidget(this);
    // In a small window the start page scrolls; it must not push the panels around either.
    auto* scrolled = new QScrollArea(this);
    scrolled->setObjectName(u"startScroll"_s);
    scrolled->setFrameShape(QFrame::NoFrame);
    scrolled->setWidgetResizable(true);
    scrolled->setFocusPolicy(Qt::NoFocus);
    scrolled->setWidget(m_start);
    m_centre->addWidget(scrolled);
    m_centre->addWidget(m_page);
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    auto* pages = new QStackedWidget(centre);
    pages->setObjectName(u"perspectivePages"_s);
    column->addWidget(pages, 1);
    setCentralWidget(centre);
    m_perspectives = new Perspectives(*pages, m_actions, m_settings, this);
}

/// Each perspective's page is added here, and named after its folder.
void MainWindow::makePerspectives()
{
    m_perspectives->add({u"debug"_s, tr("&Debug"), u"debug"_s, QKeySequence(Qt::CTRL | Qt::Key_1), tr("Rehearse and step through a workflow")}, m_centre);
    QList<QAction*> own;
    for (QAction* action : m_actions.actions()) {
        const QString id = action->objectName();
        if (id.startsWith("debug."_L1) || (id.startsWith("view."_L1) && id != "view.palette"_L1) || id == "file.export"_L1)
            own += action;
    }
    m_perspectives->own(u"debug"_s, own);
    m_definition = new DefinitionPerspective({*m_perspectives, m_actions, m_settings, m_services}, this);
    m_replay = new ReplayPerspective({*m_perspectives, m_actions, m_settings, m_services}, this);
    m_monitor = new MonitorPerspective({*m_perspectives, m_actions, m_settings, m_services}, this);
}

void MainWindow::makeDocks()
{
    m_docks = new Docks(*this, m_actions, m_settings);
    m_cases = new CasePanel(this);
    m_inspector = new InspectorPanel(m_session, m_selection, m_events.names(), this);
    m_timeline = new TimelineView(this);
    m_timeline->setObjectName(u"timelineView"_s);
    m_eventsPanel = new EventsPanel(m_events, m_session, m_selection, this);
    m_tasksPanel = new TasksPanel(m_session, m_selection, this);
    m_problems = new ProblemsPanel(m_selection, this);
    const auto key = [](Qt::Key number) { return QKeySequence(Qt::ALT | number); };
    m_docks->add({u"applicants"_s, tr("Applicants"), u"applicants"_s, key(Qt::Key_1)}, m_cases);
    m_docks->add({u"inspector"_s, tr("Inspector"), u"inspector"_s, key(Qt::Key_2)}, m_inspector);
    m_docks->add({u"timeline"_s, tr("Time line"), u"timeline"_s, key(Qt::Key_3)}, m_timeline);
    m_docks->add({u"events"_s, tr("Events"), u"events"_s, key(Qt::Key_4)}, m_eventsPanel, m_eventsPanel->tools());
    m_docks->add({u"tasks"_s, tr("Tasks"), u"tasks"_s, key(Qt::Key_5)}, m_tasksPanel, m_tasksPanel->tools());
    m_docks->add({u"problems"_s, tr("Problems"), u"problems"_s, key(Qt::Key_6)}, m_problems);
    m_docks->add({u"debugger"_s, tr("Debugger"), u"debug"_s, key(Qt::Key_7)}, m_desk->makePanel(this));
    m_desk->connectViews(m_page->graph(), *m_inspector);
}

void MainWindow::makeMenus()
{
    const auto fill = [this](QMenu* menu, std::initializer_list<const char*> ids) {
        for (const char* id : ids) {
            if (*id == '-')
                menu->addSeparator();
            else
                menu->addAction(m_actions.action(QLatin1String(id)));
        }
    };
    QMenu* file = menuBar()->addMenu(tr("&File"));
    fill(file, {"file.open"});
    m_recentMenu = file->addMenu(icon(u"recent"_s), tr("Open &recent"));
    m_recentMenu->setObjectName(u"recentMenu"_s);
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    fill(file, {"file.paste", "-", "file.export", "-", "file.close", "file.quit"});
    m_debugMenu = menuBar()->addMenu(tr("&Debug"));
    fill(m_debugMenu, {"debug.run", "debug.runTo", "debug.reset", "-", "debug.stepOver", "debug.stepInto", "debug.stepOut", "debug.stepDecision", "-",
                 "debug.stepBack", "debug.stepBackEvent", "-", "debug.toStart", "debug.toEnd", "-", "debug.selectWorkflow"});
    m_desk->fillMenu(*m_debugMenu);
    m_replayMenu = menuBar()->addMenu(tr("Re&play"));
    m_replayMenu->setObjectName(u"replayMenu"_s);
    fill(m_replayMenu, {"replay.run", "replay.pause", "replay.cancel", "-", "replay.open", "replay.all", "-", "replay.save"});
    m_monitorMenu = menuBar()->addMenu(tr("Mo&nitor"));
    m_monitorMenu->setObjectName(u"monitorMenu"_s);
    fill(m_monitorMenu, {"monitor.start", "monitor.connect", "monitor.stop", "-", "monitor.samples", "-", "monitor.pauseType", "monitor.pauseAll",
                         "monitor.resumeAll", "-", "monitor.automatic", "monitor.useServer", "monitor.useEmbedded", "-", "monitor.freeze",
                         "monitor.save", "-", "monitor.resend", "monitor.forget"});
    m_definitionMenu = menuBar()->addMenu(tr("Def&inition"));
    m_definitionMenu->setObjectName(u"definitionMenu"_s);
    fill(m_definitionMenu, {"definition.rehearse", "-", "definition.new", "definition.save", "definition.saveAs", "-", "definition.find", "definition.format",
                      "definition.raiseVersion"});
    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->addActions(m_perspectives->actions());
    view->addSeparator();
    fill(view, {"view.palette", "view.find", "view.follow", "-", "view.zoomIn", "view.zoomOut", "view.zoomReset", "view.fit", "-"});
    m_docks->fillMenu(*view);
    fill(view, {"view.resetLayout", "-", "theme.system", "theme.light", "theme.dark"});
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    fill(help, {"help.about"});
}

void MainWindow::makeToolBar()
{
    QToolBar* bar = addToolBar(tr("Tools"));
    bar->setObjectName(u"toolBar"_s);
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setIconSize({18, 18});
    m_perspectives->fillBar(*bar);
    for (const char* id : {"file.open", "-", "debug.reset", "debug.stepBack", "debug.stepBackEvent", "debug.run", "debug.stepInto",
                           "debug.stepOver", "debug.stepOut", "debug.runTo"}) {
        if (*id == '-') {
            bar->addSeparator();
            continue;
        }
        QAction* action = m_actions.action(QLatin1String(id));
        bar->addAction(action);
        QWidget* button = bar->widgetForAction(action);
        button->setObjectName(QLatin1String(id) + u"Tool"_s);
        button->setAccessibleName(ActionCollection::plainText(action));
    }
    if (auto* run = qobject_cast<QToolButton*>(bar->widgetForAction(m_actions.action(u"debug.run"_s))))
        run->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto* gap = new QWidget(bar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    QAction* palette = m_actions.action(u"view.palette"_s);
    auto* search = new QPushButton(icon(u"search"_s, Tone::Neutral), tr("Search commands and tasks   %1").arg(palette->shortcut().toString(QKeySequence::NativeText)), bar);
    search->setObjectName(u"paletteButton"_s);
    search->setProperty("well", true);
    search->setToolTip(palette->toolTip());
    search->setAccessibleName(ActionCollection::plainText(palette));
    search->setFocusPolicy(Qt::TabFocus);
    connect(search, &QPushButton::clicked, palette, &QAction::trigger);
    bar->addWidget(search);
}

void MainWindow::fillRecentMenu()
{
    m_recent->check();
    m_recentMenu->clear();
    for (int row = 0; row < m_recent->rowCount(); ++row) {
        const QModelIndex index = m_recent->index(row);
        const QString path = index.data(RecentFiles::PathRole).toString();
        const bool missing = index.data(RecentFiles::MissingRole).toBool();
        QString name = index.data().toString().replace(u"&"_s, u"&&"_s);
        QAction* action = m_recentMenu->addAction(icon(missing ? u"missing"_s : u"file"_s), missing ? tr("%1 (missing)").arg(name) : name);
        action->setToolTip(path);
        action->setEnabled(!missing);
        connect(action, &QAction::triggered, this, [this, path] { openFile(path); });
    }
    if (m_recent->rowCount() == 0)
        m_recentMenu->addAction(tr("No files so far"))->setEnabled(false);
}

void MainWindow::makePalette()
{
    m_palette = new CommandPalette(this);
    m_palette->model().addSource(PaletteEntry::Kind::Action, [this](const QString&) {
        QList<PaletteEntry> entries;
        for (QAction* action : m_actions.actions()) {
            if (action->objectName() == "view.palette"_L1 || !action->isVisible())
                continue;
            QString iconName = action->icon().name();
            entries += {PaletteEntry::Kind::Action, ActionCollection::plainText(action), ActionCollection::category(action),
                        action->shortcut().toString(QKeySequence::NativeText), iconName.isEmpty() ? u"arrow-right"_s : iconName, action->isEnabled(),
                        [action] { action->trigger(); }};
        }
        return entries;
    });
    addPaletteTasks();
    addPaletteApplicants();
    m_palette->model().addSource(PaletteEntry::Kind::Sample, [this](const QString&) {
        QList<PaletteEntry> entries;
        for (const SampleInfo& sample : m_services.samples ? m_services.samples() : std::vector<SampleInfo>()) {
            entries += {PaletteEntry::Kind::Sample, tr("Open sample: %1").arg(sampleTitle(sample)), tr("Sample"), {}, u"sample"_s, true,
                        [this, id = toQString(sample.id)] { openSample(id); }};
        }
        return entries;
    });
}

void MainWindow::addPaletteTasks()
{
    m_palette->model().addSource(PaletteEntry::Kind::Task, [this](const QString&) {
        QList<PaletteEntry> entries;
        const WorkflowDefPtr definition = m_session.definition();
        if (!definition)
            return entries;
        for (const WorkflowTask* task : allTasks(*definition)) {
            const QString name = toQString(task->taskReferenceName);
            entries += {PaletteEntry::Kind::Task, name, toQString(task->type), {}, u"task"_s, true, [this, name] { m_selection.select(name); }};
        }
        return entries;
    });
}

void MainWindow::addPaletteApplicants()
{
    m_palette->model().addSource(PaletteEntry::Kind::Applicant, [this](const QString& words) {
        QList<PaletteEntry> entries;
        const ApplicantModel& model = m_cases->model();
        for (int row = 0; row < model.rowCount() && entries.size() < kApplicantsInPalette; ++row) {
            const auto number = static_cast<std::size_t>(row);
            const QString name = tr("Applicant %1").arg(model.nameOf(number));
            if (!words.isEmpty() && !name.contains(words, Qt::CaseInsensitive))
                continue;
            entries += {PaletteEntry::Kind::Applicant, name, tr("Rehearse"), {}, u"applicant"_s, true,
                        [this, number] { rehearse({number, toUtf8(m_cases->policy()), {}}); }};
        }
        return entries;
    });
}

}  // namespace baton::ui
