// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/document.h"

#include <QAbstractTableModel>

namespace baton::ui {

/// What the check of the open definition has to say, gravest first.
class FindingModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { WhatColumn, WhereColumn, HintColumn, kColumnCount };
    enum Role {
        SeverityRole = Qt::UserRole + 1,   // int of Severity
        FieldRole,                         // QString: the place in the definition
        CopyRole,                          // QString: the whole on one line
    };

    explicit FindingModel(QObject* parent = nullptr);
    void setFindings(std::vector<Finding> findings);
    [[nodiscard]] int count(Severity severity) const noexcept;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<Finding> m_findings;
};

}  // namespace baton::ui
