// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/replay/caselistmodel.h"

#include "ui/models/words.h"
#include "ui/replay/replaywords.h"

#include <algorithm>
#include <cmath>

namespace baton::ui {

using namespace Qt::StringLiterals;

void CaseListModel::setTable(std::shared_ptr<const OutcomeTable> table, std::shared_ptr<const DataTable> data, const Text& idColumn, const QStringList& variants)
{
    beginResetModel();
    m_table = std::move(table);
    m_data = std::move(data);
    m_idColumn.reset();
    if (m_data) {
        const auto found = std::find(m_data->columns.begin(), m_data->columns.end(), idColumn);
        if (!idColumn.empty() && found != m_data->columns.end())
            m_idColumn = static_cast<std::size_t>(found - m_data->columns.begin());
    }
    makeColumns(variants);
    m_rows.resize(m_table ? m_table->size() : 0);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i] = static_cast<std::uint32_t>(i);
    m_sortColumn = -1;
    show();
    endResetModel();
}

void CaseListModel::makeColumns(const QStringList& variants)
{
    m_columns = {{Kind::Name, 0, 0, tr("Application"), 0}};
    if (!m_table)
        return;
    const auto named = [&](const QString& text, std::size_t v) { return u"%1 %2"_s.arg(text, variants.value(static_cast<qsizetype>(v))); };
    m_columns += {Kind::Then, 0, 0, tr("Then"), 0};
    const auto add = [&](Kind kind, MeasureRole role, const QString& text, int decimals) {
        const auto measure = m_table->measureOf(role);
        for (std::size_t v = 0; measure && v < m_table->variants.size(); ++v)
            m_columns += {kind, v, *measure, named(text, v), decimals};
    };
    add(Kind::Decision, MeasureRole::Decision, tr("Decision"), 0);
    add(Kind::Number, MeasureRole::Score, tr("Risk"), 1);
    add(Kind::Number, MeasureRole::Rate, tr("Rate %"), 2);
    if (const auto requested = m_table->measureOf(MeasureRole::Requested); requested && !m_table->variants.empty())
        m_columns += {Kind::Number, 0, *requested, tr("Amount"), 0};
    add(Kind::Reasons, MeasureRole::Reasons, tr("Reasons"), 0);
}

void CaseListModel::setRows(RowList rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    show();
    endResetModel();
}

void CaseListModel::setFilter(const QString& words)
{
    if (words == m_filter)
        return;
    beginResetModel();
    m_filter = words;
    show();
    endResetModel();
}

void CaseListModel::show()
{
    const QStringList words = m_filter.simplified().split(u' ', Qt::SkipEmptyParts);
    m_shown = m_rows;
    if (!words.isEmpty())
        std::erase_if(m_shown, [&](std::uint32_t row) { return !matches(row, words); });
    applySort();
}

bool CaseListModel::matches(std::uint32_t row, const QStringList& words) const
{
    return std::all_of(words.begin(), words.end(), [&](const QString& word) {
        return std::any_of(m_columns.begin(), m_columns.end(), [&](const Column& column) {
            return column.kind != Kind::Number && textOf(column, row).contains(word, Qt::CaseInsensitive);
        });
    });
}

std::string CaseListModel::nameOf(std::uint32_t row) const
{
    const std::uint32_t at = m_table->rows[row];
    return m_idColumn && m_data ? m_data->rows[at].cells[*m_idColumn].str() : std::to_string(at + 1);
}

std::string_view CaseListModel::wordOf(const Column& column, std::uint32_t row) const
{
    if (column.kind == Kind::Then)
        return m_table->decisionWord(m_table->decision(OutcomeTable::kHistory, row));
    return m_table->pools[column.measure].word(m_table->variants[column.variant].words[column.measure][row]);
}

double CaseListModel::numberOf(const Column& column, std::uint32_t row) const
{
    return m_table->variants[column.variant].numbers[column.measure][row];
}

QString CaseListModel::textOf(const Column& column, std::uint32_t row) const
{
    switch (column.kind) {
    case Kind::Name: return toQString(nameOf(row));
    case Kind::Then:
    case Kind::Decision: return decisionText(wordOf(column, row));
    case Kind::Reasons: return toQString(wordOf(column, row)).replace(u';', u", "_s);
    case Kind::Number: return numberText(numberOf(column, row), column.decimals);
    }
    return {};
}

std::string_view CaseListModel::decisionAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= m_columns.size())
        return {};
    const Column& column = m_columns[index.column()];
    return column.kind == Kind::Then || column.kind == Kind::Decision ? wordOf(column, tableRow(index.row())) : std::string_view {};
}

int CaseListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int CaseListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant CaseListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !m_table || index.row() >= rowCount() || index.column() >= m_columns.size())
        return {};
    const Column& column = m_columns[index.column()];
    const std::uint32_t row = tableRow(index.row());
    if (role == Qt::DisplayRole || (role == Qt::ToolTipRole && column.kind == Kind::Reasons))
        return textOf(column, row);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((column.kind == Kind::Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role == RawRole)
        return column.kind == Kind::Number ? QVariant(numberOf(column, row)) : QVariant(textOf(column, row));
    return {};
}

QVariant CaseListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_columns[section].head;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((m_columns[section].kind == Kind::Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    return {};
}

void CaseListModel::sort(int column, Qt::SortOrder order)
{
    if (column == m_sortColumn && order == m_sortOrder)
        return;
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<std::uint32_t> held;
    for (const QModelIndex& index : before)
        held.push_back(tableRow(index.row()));
    m_sortColumn = column;
    m_sortOrder = order;
    if (column < 0)
        show();
    else
        applySort();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const auto place = std::find(m_shown.begin(), m_shown.end(), held[static_cast<std::size_t>(i)]);
        after += place == m_shown.end() ? QModelIndex() : index(static_cast<int>(place - m_shown.begin()), before[i].column());
    }
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

// Numbers by value with those that are missing last, the row's own order among equals; names that are numbers by number.
void CaseListModel::applySort()
{
    if (m_sortColumn < 0 || m_sortColumn >= m_columns.size() || !m_table)
        return;
    const Column& column = m_columns[m_sortColumn];
    const bool down = m_sortOrder == Qt::DescendingOrder;
    if (column.kind == Kind::Number) {
        std::stable_sort(m_shown.begin(), m_shown.end(), [&](std::uint32_t a, std::uint32_t b) {
            const double x = numberOf(column, a);
            const double y = numberOf(column, b);
            if (std::isnan(x) || std::isnan(y))
                return !std::isnan(x);
            return down ? x > y : x < y;
        });
    } else if (column.kind == Kind::Name) {
        std::stable_sort(m_shown.begin(), m_shown.end(), [&](std::uint32_t a, std::uint32_t b) { return down ? a > b : a < b; });
    } else {
        std::stable_sort(m_shown.begin(), m_shown.end(), [&](std::uint32_t a, std::uint32_t b) { return down ? wordOf(column, a) > wordOf(column, b) : wordOf(column, a) < wordOf(column, b); });
    }
}

}  // namespace baton::ui
