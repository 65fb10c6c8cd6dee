// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/replay/parametermodel.h"

#include "engine/value/json.h"
#include "ui/models/words.h"

#include <QLocale>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

QString valueText(const Value& value)
{
    return value.isText() ? toQString(value.asText()) : value.isNull() ? QString() : toQString(toJson(value));
}

QString rangeText(const PolicyParameter& parameter)
{
    if (!parameter.words.empty()) {
        QStringList words;
        for (const std::string& word : parameter.words)
            words += toQString(word);
        return words.join(u", "_s);
    }
    if (!parameter.value.isNumber())
        return {};
    const auto text = [](double number) { return QLocale().toString(number, 'f', QLocale::FloatingPointShortest); };
    return u"%1 \u2013 %2"_s.arg(text(parameter.minimum), text(parameter.maximum));
}

QString unitText(const std::string& unit)
{
    if (unit == "points")
        return ParameterModel::tr("points");
    if (unit == "percent")
        return ParameterModel::tr("%", "unit");
    if (unit == "ratio")
        return ParameterModel::tr("ratio");
    if (unit == "money")
        return ParameterModel::tr("money");
    if (unit == "months")
        return ParameterModel::tr("months");
    if (unit == "days")
        return ParameterModel::tr("days");
    if (unit == "hours")
        return ParameterModel::tr("hours");
    if (unit == "score")
        return ParameterModel::tr("score");
    return unit == "count" ? ParameterModel::tr("count") : toQString(unit);
}

}  // namespace

void ParameterModel::setParameters(std::vector<PolicyParameter> parameters)
{
    // The same parameters with other values (an edit, undo): the view keeps its place.
    const bool same = parameters.size() == m_all.size()
        && std::equal(parameters.begin(), parameters.end(), m_all.begin(), [](const PolicyParameter& a, const PolicyParameter& b) { return a.path == b.path; });
    if (same) {
        m_all = std::move(parameters);
        if (!m_shown.empty())
            emit dataChanged(index(0, Current), index(rowCount() - 1, Range));
        return;
    }
    beginResetModel();
    m_all = std::move(parameters);
    choose();
    endResetModel();
}

void ParameterModel::setFilter(const QString& words)
{
    beginResetModel();
    m_filter = words.trimmed();
    choose();
    endResetModel();
}

void ParameterModel::choose()
{
    m_shown.clear();
    for (std::size_t i = 0; i < m_all.size(); ++i)
        if (m_filter.isEmpty() || toQString(m_all[i].path).contains(m_filter, Qt::CaseInsensitive) || toQString(m_all[i].description).contains(m_filter, Qt::CaseInsensitive))
            m_shown.push_back(i);
}

int ParameterModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ParameterModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ParameterModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const PolicyParameter& one = parameter(index.row());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((index.column() == Current ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Path: return toQString(one.path);
    case Current: return valueText(one.value);
    case Unit: return unitText(one.unit);
    case Range: return rangeText(one);
    case Meaning: return toQString(one.description);
    default: return {};
    }
}

QVariant ParameterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((section == Current ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Path: return tr("Parameter");
    case Current: return tr("Value");
    case Unit: return tr("Unit");
    case Range: return tr("Range");
    case Meaning: return tr("Meaning");
    default: return {};
    }
}

Qt::ItemFlags ParameterModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.column() == Current ? flags | Qt::ItemIsEditable : flags;
}

bool ParameterModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || index.column() != Current || !offer)
        return false;
    const PolicyParameter& one = parameter(index.row());
    const QString typed = value.toString().trimmed();
    if (typed == valueText(one.value))
        return false;
    // Text stays text; everything else is JSON as it is written, or a number as the user's language writes it.
    Value wanted = typed.toStdString();
    if (!one.value.isText()) {
        if (auto parsed = parseJson(typed.toStdString()))
            wanted = std::move(parsed).value();
        else if (bool fine = false; one.value.isNumber())
            if (const double number = QLocale().toDouble(typed, &fine); fine)
                wanted = number;
    }
    return offer(one.path, wanted);
}

}  // namespace baton::ui
