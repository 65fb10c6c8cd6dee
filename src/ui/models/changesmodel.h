// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/changes.h"

#include <QAbstractItemModel>

namespace baton::ui {

/// What one step changed, old beside new: the workflow or task on the first level, its changes below.
class ChangesModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { WhereColumn, BeforeColumn, AfterColumn, kColumnCount };
    enum Role {
        SlotRole = Qt::UserRole + 1,   // uint of TaskSlot
        ReferenceRole,                 // QString
        KindRole,                      // int of ChangeKind; -1 on the first level
        StatusRole,                    // int of the status after, where the row is about a status; else -1
        IsTaskStatusRole,              // bool: StatusRole is a TaskStatus and no WorkflowStatus
        ValueRole,                     // baton::Value after (before where removed)
        PathRole,                      // QString
    };

    explicit ChangesModel(QObject* parent = nullptr);

    /// A step's changes replace those of the step before: another list, so the model is reset.
    void setChanges(std::vector<StepChange> changes, const QString& workflowName);
    [[nodiscard]] int changeCount() const noexcept { return static_cast<int>(m_changes.size()); }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Group {
        std::size_t first = 0;
        std::size_t count = 0;
    };
    [[nodiscard]] QString where(const StepChange& change) const;
    [[nodiscard]] QVariant groupData(const Group& group, int column, int role) const;

    std::vector<StepChange> m_changes;
    std::vector<Group> m_groups;
    QString m_workflowName;
};

}  // namespace baton::ui
