// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/error.h"
#include "ui/replay/replayservices.h"

#include <QUndoStack>
#include <QWidget>

class QComboBox;
class QLabel;
class QTableView;
class QToolButton;

namespace baton::ui {

class ParameterModel;
class FigureTable;
class SearchField;

/// The policies side by side: every parameter of one of them with its unit and range, to be edited with undo, and what differs
/// from the other. A value the policy cannot have is refused with the reason.
class PolicyTab : public QWidget {
    Q_OBJECT
public:
    explicit PolicyTab(QWidget* parent = nullptr);

    void setServices(const ReplayServices* services) { m_services = services; }
    void setDrafts(std::vector<PolicyDraft> drafts);
    [[nodiscard]] const std::vector<PolicyDraft>& drafts() const noexcept { return m_drafts; }
    /// Adds a draft, or replaces the one of the same id.
    void addDraft(PolicyDraft draft);
    /// What is compared: the first is the one shown beside.
    void setCompared(int first, int second);
    [[nodiscard]] QUndoStack& undoStack() noexcept { return m_undo; }
    /// Changes one parameter of the draft that is edited, as typing into its cell does; false when it is refused.
    bool change(const std::string& path, const Value& value);

signals:
    void draftsChanged();
    void failed(const baton::Error& error);

private:
    class ChangeCommand;
    void copyDraft();
    void saveDraft();
    void showDraft();
    void showDifferences();
    void replace(int at, const PolicyDraft& draft);

    const ReplayServices* m_services = nullptr;
    std::vector<PolicyDraft> m_drafts;
    int m_first = 0;
    int m_second = 0;
    QUndoStack m_undo;
    QComboBox* m_which;
    SearchField* m_search;
    ParameterModel* m_model;
    QTableView* m_view;
    FigureTable* m_differences;
    QLabel* m_differencesTitle;
    int m_copies = 0;
};

}  // namespace baton::ui
