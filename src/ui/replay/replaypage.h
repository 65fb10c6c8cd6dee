// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/replay/caselistmodel.h"
#include "ui/replay/replaycontroller.h"
#include "ui/replay/replayservices.h"

#include <QWidget>

#include <thread>

class QAction;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace baton::ui {

class ElidedLabel;
class EmptyState;
class FiguresView;
class MappingTab;
class PolicyTab;
class SearchField;
class SensitivityTab;
class SettingsStore;

/// The replay perspective: a portfolio through the workflow under two policies, what came of it, and the applications behind
/// every figure. Opening one asks for its run, stepped to where the policies part.
class ReplayPage : public QWidget {
    Q_OBJECT
public:
    ReplayPage(const ReplayServices& services, SettingsStore& settings, QWidget* parent = nullptr);
    ~ReplayPage() override;

    void setDocument(const DocumentPtr& document);
    [[nodiscard]] const QList<QAction*>& actionList() const noexcept { return m_actions; }
    [[nodiscard]] ReplayController& controller() noexcept { return *m_controller; }
    [[nodiscard]] CaseListModel& cases() noexcept { return *m_cases; }
    [[nodiscard]] PolicyTab& policies() noexcept { return *m_policies; }

public slots:
    void run();
    void showRows(const QString& title, const baton::RowList& rows);
    void showAll();
    void openCase();                    // the current one of the list

signals:
    void caseOpened(const baton::ui::OpenedCase& opened, std::size_t applicant, const QString& policy);
    void documentChanged(const baton::ui::DocumentPtr& document);
    void failed(const baton::Error& error);
    void done(const QString& message);

private:
    QAction* add(const QString& id, const QString& text, const QString& iconName, const QKeySequence& keys, const QString& tip);
    void makeActions();
    QWidget* makeHead();
    QWidget* makeBoard();
    QWidget* makeList();
    void connectAll();
    void fillPolicies();
    void policiesChosen();
    void showProgress();
    void showResult();
    void save();
    [[nodiscard]] QStringList variantNames() const;
    [[nodiscard]] std::vector<PolicyDraft> chosenPolicies() const;

    const ReplayServices& m_services;
    SettingsStore& m_settings;
    DocumentPtr m_document;
    ReplayController* m_controller;
    CaseListModel* m_cases;
    QList<QAction*> m_actions;
    QAction* m_run = nullptr;
    QAction* m_pause = nullptr;
    QAction* m_cancel = nullptr;
    QAction* m_save = nullptr;
    QAction* m_open = nullptr;
    QAction* m_all = nullptr;
    QStackedWidget* m_pages = nullptr;
    EmptyState* m_empty = nullptr;
    ElidedLabel* m_data = nullptr;
    QComboBox* m_first = nullptr;
    QComboBox* m_second = nullptr;
    QProgressBar* m_bar = nullptr;
    QLabel* m_progress = nullptr;
    FiguresView* m_figures = nullptr;
    SensitivityTab* m_sensitivity = nullptr;
    PolicyTab* m_policies = nullptr;
    MappingTab* m_mapping = nullptr;
    QTableView* m_list = nullptr;
    ElidedLabel* m_listTitle = nullptr;
    SearchField* m_search = nullptr;
    std::vector<PolicyDraft> m_ran;      // the policies of the table that is shown
    std::jthread m_saving;
};

}  // namespace baton::ui
