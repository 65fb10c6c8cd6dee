// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/variablesmodel.h"

#include "ui/models/words.h"

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

/// The variables as the event left them; null when it did not touch them.
Value variablesAfter(const Event& event)
{
    if (event.started)
        return event.started->variables;
    for (const FieldChange& change : event.changes) {
        if (change.field == Field::Variables)
            return change.value;
    }
    return {};
}

}  // namespace

VariablesModel::VariablesModel(QObject* parent)
    : ValueTreeModel(parent)
{
}

void VariablesModel::setOrigins(const Journal& journal, const JournalIndex& index, const Text& workflowId, std::size_t position)
{
    m_origins.clear();
    Value earlier = Value::object();
    for (const std::size_t number : index.variableEvents()) {
        if (number >= position || number >= journal.size())
            break;
        const Event& event = journal.event(number);
        if (event.workflowId != workflowId)
            continue;
        const Value variables = variablesAfter(event);
        const Text& reference = index.entry(number).reference;
        const QString origin = reference.empty() ? tr("start") : toQString(reference);
        for (const Member& member : variables.members()) {
            const Value* before = earlier.find(member.key);
            if (!before || !(*before == member.value))
                m_origins.insert(toQString(member.key), tr("%1, event %2").arg(origin).arg(number + 1));
        }
        if (!variables.isNull())
            earlier = variables;
    }
    if (const int rows = rowCount(); rows > 0)
        emit dataChanged(this->index(0, OriginColumn), this->index(rows - 1, OriginColumn));
}

int VariablesModel::columnCount(const QModelIndex&) const
{
    return OriginColumn + 1;
}

QVariant VariablesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.column() != OriginColumn)
        return ValueTreeModel::data(index, role);
    if (role != Qt::DisplayRole)
        return role >= ValueRole ? ValueTreeModel::data(index, role) : QVariant();
    if (index.parent().isValid())
        return {};
    return m_origins.value(ValueTreeModel::data(index.siblingAtColumn(KeyColumn), Qt::DisplayRole).toString());
}

QVariant VariablesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section == OriginColumn && orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return tr("Set by");
    return ValueTreeModel::headerData(section, orientation, role);
}

}  // namespace baton::ui
