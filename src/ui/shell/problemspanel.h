// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/document.h"

#include <QWidget>

class QStackedLayout;

namespace baton::ui {

class EmptyState;
class RowTree;
class FindingModel;
class Selection;

/// What the check of the definition has to say: what the server would refuse, drop silently or never run.
class ProblemsPanel : public QWidget {
    Q_OBJECT
public:
    explicit ProblemsPanel(Selection& selection, QWidget* parent = nullptr);
    void setDocument(const DocumentPtr& document);   // null: nothing is open
    [[nodiscard]] FindingModel& model() const noexcept { return *m_model; }

private:
    void selectTask(const QModelIndex& index);

    Selection& m_selection;
    DocumentPtr m_document;
    FindingModel* m_model;
    RowTree* m_tree;
    EmptyState* m_empty;
    QStackedLayout* m_pages;
};

}  // namespace baton::ui
