// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/workflowdef.h"

#include <QAbstractTableModel>

#include <map>

namespace baton::ui {

/// The tasks of a definition that somebody has to answer, with their mock answers. Answers of tasks that a change of the
/// definition took away are kept, in case they come back.
class MockModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TaskColumn, TypeColumn, AnswersColumn, kColumnCount };

    explicit MockModel(QObject* parent = nullptr);

    void setDefinition(const WorkflowDef& definition);
    void setMocks(const Value& mocks);                       // object of lists
    [[nodiscard]] Value mocks() const;                       // of the tasks the definition has
    [[nodiscard]] QString referenceAt(int row) const;
    [[nodiscard]] QString textAt(int row) const;             // the answers as JSON to write on
    /// As it was written; text that is no answers is kept, but does not count.
    void setText(int row, const QString& text);
    [[nodiscard]] QString problemAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void mocksChanged();

private:
    struct Task {
        QString reference;
        QString type;
    };
    struct Answers {
        Value list;              // array
        QString text;            // where it differs from the list's own layout
        QString problem;         // why the text does not count
    };
    [[nodiscard]] const Answers* answersOf(int row) const;

    std::vector<Task> m_tasks;
    std::map<QString, Answers> m_answers;
};

}  // namespace baton::ui
