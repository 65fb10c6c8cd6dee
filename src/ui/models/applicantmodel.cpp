// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/applicantmodel.h"

#include "ui/models/valuetext.h"
#include "ui/models/words.h"

#include <QRegularExpression>

namespace baton::ui {

using namespace Qt::StringLiterals;

ApplicantModel::ApplicantModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void ApplicantModel::setDataSet(DataSetPtr dataSet)
{
    if (dataSet == m_dataSet)
        return;
    beginResetModel();
    m_dataSet = std::move(dataSet);
    m_chosen.reset();
    m_columns.clear();
    if (m_dataSet) {
        for (const DataColumn& column : m_dataSet->columns) {
            if (m_dataSet->idColumn.empty() || column.key != m_dataSet->idColumn)
                m_columns.push_back(column);
        }
    }
    endResetModel();
}

void ApplicantModel::setChosen(std::optional<std::size_t> row)
{
    if (row == m_chosen)
        return;
    const std::optional<std::size_t> before = std::exchange(m_chosen, row);
    for (const std::optional<std::size_t>& touched : {before, row}) {
        if (touched && *touched < static_cast<std::size_t>(rowCount()))
            emit dataChanged(index(static_cast<int>(*touched), 0), index(static_cast<int>(*touched), columnCount() - 1));
    }
}

QString ApplicantModel::nameOf(std::size_t row) const
{
    if (!m_dataSet || row >= m_dataSet->rows.size())
        return {};
    if (!m_dataSet->idColumn.empty()) {
        if (const Value* id = m_dataSet->rows[row].find(m_dataSet->idColumn))
            return shownNumber(*id);
    }
    return QString::number(row + 1);
}

Key ApplicantModel::columnCalled(const QString& name) const
{
    if (m_dataSet) {
        for (const DataColumn& column : m_dataSet->columns) {
            if (toQString(column.label).remove(u' ').compare(name, Qt::CaseInsensitive) == 0)
                return column.key;
        }
    }
    return Key(toUtf8(name));
}

QString ApplicantModel::comparisonExample() const
{
    if (rowCount() == 0)
        return {};
    const Value& row = m_dataSet->rows.front();
    for (const DataColumn& column : m_columns) {
        const Value& value = row[column.key];
        if (value.isNumber())
            return toQString(column.label.empty() ? std::string(column.key.view()) : column.label).remove(u' ') + u'>' + shownNumber(value);
    }
    return {};
}

int ApplicantModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_dataSet ? 0 : static_cast<int>(m_dataSet->rows.size());
}

int ApplicantModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_dataSet ? 0 : static_cast<int>(m_columns.size()) + 1;
}

const Value& ApplicantModel::cell(const QModelIndex& index) const
{
    const Value& row = m_dataSet->rows[static_cast<std::size_t>(index.row())];
    return row[m_columns[static_cast<std::size_t>(index.column()) - 1].key];
}

QVariant ApplicantModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !m_dataSet)
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    switch (role) {
    case Qt::DisplayRole: return isName(index.column()) ? nameOf(row) : shownNumber(cell(index));
    case Qt::ToolTipRole: return isName(index.column()) ? nameOf(row) : shownValue(cell(index));
    case Qt::TextAlignmentRole: {
        const bool number = !isName(index.column()) && cell(index).isNumber();
        return QVariant::fromValue((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case RowRole: return QVariant::fromValue<qulonglong>(row);
    case ChosenRole: return m_chosen == row;
    case SortRole:
        if (isName(index.column()))
            return QVariant::fromValue<qulonglong>(row);
        return cell(index).isNumber() ? QVariant(cell(index).asDecimal()) : QVariant(shownValue(cell(index)));
    case SearchRole: {
        QString text = nameOf(row);
        for (const DataColumn& column : m_columns)
            text += u' ' + shownNumber(m_dataSet->rows[row][column.key]);
        return text;
    }
    default: return {};
    }
}

QVariant ApplicantModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || !m_dataSet || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return rowCount() > 0 ? data(index(0, section), role) : QVariant();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (section == 0)
        return tr("Applicant");
    const DataColumn& column = m_columns[static_cast<std::size_t>(section) - 1];
    const QString label = column.label.empty() ? toQString(column.key) : toQString(column.label);
    if (role == Qt::DisplayRole)
        return label;
    return column.description.empty() ? label : tr("%1 (column %2)").arg(toQString(column.description), toQString(column.key));
}

ApplicantFilter::ApplicantFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(ApplicantModel::SortRole);
}

void ApplicantFilter::setQuery(const QString& query)
{
    static const QRegularExpression pattern(u"^([^<>=]+)(<=|>=|<|>|=)(-?[0-9.]+)$"_s);
    m_words.clear();
    m_comparisons.clear();
    for (const QString& word : query.split(u' ', Qt::SkipEmptyParts)) {
        const QRegularExpressionMatch match = pattern.match(word);
        bool ok = match.hasMatch();
        const double number = ok ? match.captured(3).toDouble(&ok) : 0;
        if (ok)
            m_comparisons.push_back({match.captured(1), match.captured(2), number});
        else
            m_words += word;
    }
    invalidateFilter();
}

bool ApplicantFilter::holds(const Comparison& comparison, const Value* value)
{
    if (!value || !value->isNumber())
        return false;
    const double number = value->asDecimal();
    if (comparison.sign == "<"_L1)
        return number < comparison.number;
    if (comparison.sign == ">"_L1)
        return number > comparison.number;
    if (comparison.sign == "<="_L1)
        return number <= comparison.number;
    return comparison.sign == ">="_L1 ? number >= comparison.number : qFuzzyCompare(1.0 + number, 1.0 + comparison.number);
}

bool ApplicantFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const auto* model = qobject_cast<const ApplicantModel*>(sourceModel());
    if (!model || !model->dataSet())
        return true;
    const Value& values = model->dataSet()->rows[static_cast<std::size_t>(row)];
    for (const Comparison& comparison : m_comparisons) {
        if (!holds(comparison, values.find(model->columnCalled(comparison.column))))
            return false;
    }
    if (m_words.isEmpty())
        return true;
    const QString text = model->index(row, 0, parent).data(ApplicantModel::SearchRole).toString();
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

}  // namespace baton::ui
