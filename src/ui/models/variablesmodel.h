// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/journalindex.h"
#include "ui/models/valuetreemodel.h"

#include <QHash>

namespace baton::ui {

/// The workflow's variables as a tree, with where each got its value.
class VariablesModel : public ValueTreeModel {
    Q_OBJECT
public:
    enum { OriginColumn = ValueTreeModel::kColumnCount };

    explicit VariablesModel(QObject* parent = nullptr);

    /// Looks up which event before `position` set each variable of `workflowId`.
    void setOrigins(const Journal& journal, const JournalIndex& index, const Text& workflowId, std::size_t position);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QHash<QString, QString> m_origins;   // by name of the variable
};

}  // namespace baton::ui
