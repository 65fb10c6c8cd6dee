// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/applicantmodel.h"
#include "ui/models/document.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedLayout;
class QTableView;

namespace baton::ui {

class EmptyState;
class InputEditor;
class SearchField;

/// Picks what to rehearse on: an applicant of the data set or an input written by hand, and the policy to judge by.
class CasePanel : public QWidget {
    Q_OBJECT
public:
    explicit CasePanel(QWidget* parent = nullptr);

    void setDocument(DocumentPtr document);   // null: nothing is open
    /// Marks what is being rehearsed.
    void setChoice(const RehearsalChoice& choice);
    [[nodiscard]] QString policy() const;
    [[nodiscard]] ApplicantModel& model() const noexcept { return *m_model; }

signals:
    void chosen(const baton::ui::RehearsalChoice& choice);
    void countChanged(int shown, int all);

private:
    QWidget* makeTable();
    QWidget* makePolicyRow();
    void choose(const QModelIndex& index);
    void chooseCurrent();
    void policyPicked();
    void report();

    DocumentPtr m_document;
    RehearsalChoice m_choice;
    ApplicantModel* m_model;
    ApplicantFilter* m_filtered;
    SearchField* m_search;
    QTableView* m_table;
    QPushButton* m_button;
    InputEditor* m_input;
    EmptyState* m_empty;
    QStackedLayout* m_pages;
    QWidget* m_policyRow;
    QComboBox* m_policies;
};

}  // namespace baton::ui
