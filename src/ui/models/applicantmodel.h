// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/document.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace baton::ui {

/// The rows of a data set. The first column names the applicant.
class ApplicantModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        RowRole = Qt::UserRole + 1,   // uint: row of the data set
        SortRole,                     // numbers as numbers
        SearchRole,                   // QString: all of the row
        ChosenRole,                   // bool: the one being rehearsed
    };

    explicit ApplicantModel(QObject* parent = nullptr);

    void setDataSet(DataSetPtr dataSet);
    [[nodiscard]] const DataSetPtr& dataSet() const noexcept { return m_dataSet; }
    void setChosen(std::optional<std::size_t> row);
    [[nodiscard]] std::optional<std::size_t> chosen() const noexcept { return m_chosen; }
    /// The column people call so: its name in the data set, or its label (in any case, without spaces).
    [[nodiscard]] Key columnCalled(const QString& name) const;
    /// A comparison that fits this data set, for a hint: "DTI>0.4"; empty when no column holds numbers.
    [[nodiscard]] QString comparisonExample() const;
    [[nodiscard]] QString nameOf(std::size_t row) const;   // "1204", as in the id column, or the row's number

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] const Value& cell(const QModelIndex& index) const;
    [[nodiscard]] bool isName(int column) const { return column == 0; }

    DataSetPtr m_dataSet;
    std::vector<DataColumn> m_columns;   // without the id column
    std::optional<std::size_t> m_chosen;
};

/// Finds rows by words: each must occur somewhere in the row; "dir>0.4" style comparisons look at one column.
class ApplicantFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit ApplicantFilter(QObject* parent = nullptr);
    void setQuery(const QString& query);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    struct Comparison {
        QString column;
        QString sign;
        double number = 0;
    };
    [[nodiscard]] static bool holds(const Comparison& comparison, const Value* value);

    QStringList m_words;
    std::vector<Comparison> m_comparisons;
};

}  // namespace baton::ui
