// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/replay/replayservices.h"

#include <QAbstractTableModel>

namespace baton::ui {

/// The parameters of a policy: path, value (can be edited), unit, range, what it means. An edit is offered to whoever owns the
/// policy; the model changes once it is given the new one.
class ParameterModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Path, Current, Unit, Range, Meaning, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setParameters(std::vector<PolicyParameter> parameters);
    void setFilter(const QString& words);
    std::function<bool(const std::string& path, const Value& value)> offer;
    [[nodiscard]] const PolicyParameter& parameter(int row) const { return m_all.at(m_shown.at(static_cast<std::size_t>(row))); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

private:
    void choose();

    std::vector<PolicyParameter> m_all;
    std::vector<std::size_t> m_shown;
    QString m_filter;
};

}  // namespace baton::ui
