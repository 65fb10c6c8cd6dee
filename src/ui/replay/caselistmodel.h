// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/replay/analysis/decisions.h"
#include "engine/replay/plan.h"

#include <QAbstractTableModel>

namespace baton::ui {

/// The applications of a replay: nothing is copied out of the table's columns. What is shown is a list of rows, chosen in a
/// figure, narrowed by words, put in order by a column.
class CaseListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr int RawRole = Qt::UserRole + 1;      // the value to sort by

    using QAbstractTableModel::QAbstractTableModel;

    void setTable(std::shared_ptr<const OutcomeTable> table, std::shared_ptr<const DataTable> data, const Text& idColumn, const QStringList& variants);
    void setRows(RowList rows);                           // of the table
    void setFilter(const QString& words);                 // in name, decisions and reasons; all of them have to be there
    [[nodiscard]] const RowList& shownRows() const noexcept { return m_shown; }
    [[nodiscard]] std::uint32_t tableRow(int row) const { return m_shown.at(static_cast<std::size_t>(row)); }
    [[nodiscard]] std::uint32_t dataRow(int row) const { return m_table->rows.at(tableRow(row)); }
    [[nodiscard]] std::string_view decisionAt(const QModelIndex& index) const;   // empty where the column is none

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    enum class Kind : std::uint8_t { Name, Then, Decision, Reasons, Number };
    struct Column {
        Kind kind;
        std::size_t variant = 0;
        std::size_t measure = 0;
        QString head;
        int decimals = 0;
    };
    void makeColumns(const QStringList& variants);
    void show();
    void applySort();
    [[nodiscard]] std::string nameOf(std::uint32_t row) const;
    [[nodiscard]] std::string_view wordOf(const Column& column, std::uint32_t row) const;
    [[nodiscard]] double numberOf(const Column& column, std::uint32_t row) const;
    [[nodiscard]] QString textOf(const Column& column, std::uint32_t row) const;
    [[nodiscard]] bool matches(std::uint32_t row, const QStringList& words) const;

    std::shared_ptr<const OutcomeTable> m_table;
    std::shared_ptr<const DataTable> m_data;
    std::optional<std::size_t> m_idColumn;
    QList<Column> m_columns;
    RowList m_rows;
    RowList m_shown;
    QString m_filter;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

}  // namespace baton::ui
