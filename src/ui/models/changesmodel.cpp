// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/changesmodel.h"

#include "ui/models/valuetext.h"
#include "ui/models/words.h"

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr quintptr kTop = 0;   // internal id of the first level; below: number of the group + 1

QString shown(const StepChange& change, const Value& value)
{
    if (value.isNull())
        return {};
    if (change.field == Field::TaskStatus)
        return Words::of(static_cast<TaskStatus>(value.asInteger()));
    if (change.field == Field::WorkflowStatus)
        return Words::of(static_cast<WorkflowStatus>(value.asInteger()));
    return shownValue(value);
}

int statusOf(const StepChange& change)
{
    const bool isStatus = change.field == Field::TaskStatus || change.field == Field::WorkflowStatus;
    return isStatus && change.after.isInteger() ? static_cast<int>(change.after.asInteger()) : -1;
}

}  // namespace

ChangesModel::ChangesModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

void ChangesModel::setChanges(std::vector<StepChange> changes, const QString& workflowName)
{
    if (changes.empty() && m_changes.empty())
        return;
    beginResetModel();
    m_changes = std::move(changes);
    m_workflowName = workflowName;
    m_groups.clear();
    for (std::size_t i = 0; i < m_changes.size(); ++i) {
        if (m_groups.empty() || m_changes[m_groups.back().first].slot != m_changes[i].slot)
            m_groups.push_back({i, 0});
        ++m_groups.back().count;
    }
    endResetModel();
}

QModelIndex ChangesModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column < 0 || column >= kColumnCount || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : kTop);
}

QModelIndex ChangesModel::parent(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == kTop)
        return {};
    return createIndex(static_cast<int>(index.internalId() - 1), 0, kTop);
}

int ChangesModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalId() != kTop || parent.column() > 0)
        return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].count);
}

int ChangesModel::columnCount(const QModelIndex&) const
{
    return kColumnCount;
}

QString ChangesModel::where(const StepChange& change) const
{
    if (change.path.steps.empty())
        return Words::of(change.field);
    const QString path = toQString(change.path.text());
    switch (change.field) {
    case Field::InputData:
    case Field::Input: return u"input."_s + path;
    case Field::OutputData:
    case Field::Output: return u"output."_s + path;
    case Field::Variables: return u"variables."_s + path;
    default: return path;
    }
}

QVariant ChangesModel::groupData(const Group& group, int column, int role) const
{
    const StepChange& first = m_changes[group.first];
    switch (role) {
    case Qt::DisplayRole: {
        if (column == AfterColumn)
            return tr("%n change(s)", nullptr, static_cast<int>(group.count));
        if (column != WhereColumn)
            return {};
        const QString name = first.slot == kNoTask ? m_workflowName : toQString(first.reference);
        return first.attempt > 0 ? tr("%1, attempt %2").arg(name).arg(first.attempt + 1) : name;
    }
    case SlotRole: return first.slot;
    case ReferenceRole: return toQString(first.reference);
    case KindRole:
    case StatusRole: return -1;
    default: return {};
    }
}

QVariant ChangesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == kTop)
        return groupData(m_groups[static_cast<std::size_t>(index.row())], index.column(), role);
    const Group& group = m_groups[static_cast<std::size_t>(index.internalId() - 1)];
    const StepChange& change = m_changes[group.first + static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        if (index.column() == WhereColumn)
            return where(change);
        return shown(change, index.column() == BeforeColumn ? change.before : change.after);
    case SlotRole: return change.slot;
    case ReferenceRole: return toQString(change.reference);
    case KindRole: return static_cast<int>(change.kind);
    case StatusRole: return statusOf(change);
    case IsTaskStatusRole: return change.field == Field::TaskStatus;
    case ValueRole: return QVariant::fromValue(change.kind == ChangeKind::Removed ? change.before : change.after);
    case PathRole: return where(change);
    default: return {};
    }
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhereColumn: return tr("What");
    case BeforeColumn: return tr("Before");
    case AfterColumn: return tr("After");
    default: return {};
    }
}

}  // namespace baton::ui
