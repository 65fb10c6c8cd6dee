// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/theme.h"
#include "ui/models/eventlistmodel.h"
#include "ui/models/selection.h"
#include "ui/models/sessioncontroller.h"
#include "ui/shell/actioncollection.h"
#include "ui/shell/services.h"

#include <QMainWindow>

#include <optional>

class QMenu;
class QStackedWidget;

namespace baton::ui {

class Banner;
class CasePanel;
class CommandPalette;
class DebugActions;
class DebuggerDesk;
class DefinitionPerspective;
class Docks;
class DocumentOpener;
class EventsPanel;
class InspectorPanel;
class MonitorPerspective;
class Perspectives;
class ProblemsPanel;
class RecentFiles;
class ReplayPerspective;
class SessionKeeper;
class SessionPage;
class SettingsStore;
class StartPage;
class StatusLine;
class TasksPanel;
class TimelineView;

/// The window. Knows all panels; what happens in them is theirs. Services, settings and theme must outlive it.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(const Services& services, SettingsStore& settings, Theme& theme, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] ActionCollection& actions() noexcept { return m_actions; }
    [[nodiscard]] SessionController& session() noexcept { return m_session; }
    [[nodiscard]] Selection& selection() noexcept { return m_selection; }
    [[nodiscard]] DocumentOpener& opener() noexcept { return *m_opener; }
    [[nodiscard]] Docks& docks() noexcept { return *m_docks; }
    [[nodiscard]] DebuggerDesk& desk() noexcept { return *m_desk; }
    [[nodiscard]] ReplayPerspective& replay() noexcept { return *m_replay; }
    [[nodiscard]] Perspectives& perspectives() noexcept { return *m_perspectives; }
    [[nodiscard]] const DocumentPtr& document() const noexcept { return m_document; }
    /// Which applicant and policy a document that is opened next begins with; none: the first of each.
    void setFirstChoice(std::optional<std::size_t> applicant, const std::string& policy);

public slots:
    void openFile(const QString& path);
    void openSample(const QString& id);
    void closeDocument();
    void rehearse(const baton::ui::RehearsalChoice& choice);
    void showError(const baton::Error& error);

signals:
    void errorShown(const baton::Error& error);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    // mainwindowlayout.cpp
    void makeFileActions();
    void makeViewActions();
    void makeThemeActions();
    void makeHelpActions();
    void makeCentre();
    void makePerspectives();
    void makeDocks();
    void makeMenus();
    void makeToolBar();
    void makePalette();
    void fillRecentMenu();
    void addPaletteTasks();
    void addPaletteApplicants();
    // mainwindow.cpp
    void connectAll();
    void restoreLayout();
    void saveLayout() const;
    void documentOpened(const DocumentPtr& document, const QString& path);
    void showReplayedCase(const OpenedCase& opened, std::size_t applicant, const QString& policy);
    void followSession();
    void showJournal();
    void offerLeftover();
    void showStart(bool start);
    void showPanels();
    void chooseFile();
    void paste();
    void exportExecution();
    void showAbout();
    [[nodiscard]] QString caseWords(const RehearsalChoice& choice) const;

    const Services& m_services;
    SettingsStore& m_settings;
    Theme& m_theme;
    SessionController m_session;
    Selection m_selection;
    ActionCollection m_actions;
    EventListModel m_events;
    RecentFiles* m_recent;
    DocumentOpener* m_opener;
    DebugActions* m_debug = nullptr;
    DebuggerDesk* m_desk = nullptr;
    SessionKeeper* m_keeper = nullptr;
    Docks* m_docks = nullptr;
    Perspectives* m_perspectives = nullptr;
    ReplayPerspective* m_replay = nullptr;
    MonitorPerspective* m_monitor = nullptr;
    DefinitionPerspective* m_definition = nullptr;
    StatusLine* m_status = nullptr;
    Banner* m_banner = nullptr;
    QStackedWidget* m_centre = nullptr;
    StartPage* m_start = nullptr;
    SessionPage* m_page = nullptr;
    CasePanel* m_cases = nullptr;
    InspectorPanel* m_inspector = nullptr;
    EventsPanel* m_eventsPanel = nullptr;
    TasksPanel* m_tasksPanel = nullptr;
    ProblemsPanel* m_problems = nullptr;
    TimelineView* m_timeline = nullptr;
    CommandPalette* m_palette = nullptr;
    QMenu* m_recentMenu = nullptr;
    QMenu* m_debugMenu = nullptr;
    QMenu* m_replayMenu = nullptr;
    QMenu* m_monitorMenu = nullptr;
    QMenu* m_definitionMenu = nullptr;
    DocumentPtr m_document;
    RehearsalChoice m_firstChoice;
};

}  // namespace baton::ui
