// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/definitions/mockmodel.h"

#include "engine/conductor/decider.h"
#include "engine/value/json.h"
#include "ui/definitions/mockanswers.h"
#include "ui/models/words.h"

namespace baton::ui {

using namespace Qt::StringLiterals;

MockModel::MockModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void MockModel::setDefinition(const WorkflowDef& definition)
{
    std::vector<Task> tasks;
    for (const WorkflowTask* task : allTasks(definition)) {
        const Text& type = task->type == "SIMPLE" ? task->name : task->type;
        if (dutyOf(type.view()) == TaskDuty::Worker)
            tasks.push_back({toQString(task->taskReferenceName), toQString(type)});
    }
    const auto same = [](const Task& a, const Task& b) { return a.reference == b.reference && a.type == b.type; };
    if (std::equal(tasks.begin(), tasks.end(), m_tasks.begin(), m_tasks.end(), same))
        return;
    beginResetModel();
    m_tasks = std::move(tasks);
    endResetModel();
}

void MockModel::setMocks(const Value& mocks)
{
    beginResetModel();
    m_answers.clear();
    for (const Member& member : mocks.members())
        m_answers[toQString(member.key.view())] = {member.value, {}, {}};
    endResetModel();
    emit mocksChanged();
}

Value MockModel::mocks() const
{
    Value mocks = Value::object();
    for (const Task& task : m_tasks) {
        const auto found = m_answers.find(task.reference);
        if (found != m_answers.end() && !found->second.list.empty())
            mocks = std::move(mocks).with(Key(toUtf8(task.reference)), found->second.list);
    }
    return mocks;
}

const MockModel::Answers* MockModel::answersOf(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    const auto found = m_answers.find(m_tasks[static_cast<std::size_t>(row)].reference);
    return found == m_answers.end() ? nullptr : &found->second;
}

QString MockModel::referenceAt(int row) const
{
    return row < 0 || row >= rowCount() ? QString() : m_tasks[static_cast<std::size_t>(row)].reference;
}

QString MockModel::textAt(int row) const
{
    const Answers* answers = answersOf(row);
    if (!answers)
        return {};
    return !answers->text.isEmpty() || answers->list.empty() ? answers->text : toQString(toPrettyJson(answers->list));
}

QString MockModel::problemAt(int row) const
{
    const Answers* answers = answersOf(row);
    return answers ? answers->problem : QString();
}

void MockModel::setText(int row, const QString& text)
{
    if (row < 0 || row >= rowCount() || text == textAt(row))
        return;
    Answers& answers = m_answers[referenceAt(row)];
    answers.text = text;
    auto list = answersFrom(toUtf8(text));
    answers.problem = list ? QString() : toQString(list.error().oneLine());
    if (list)
        answers.list = std::move(list).value();
    emit dataChanged(index(row, 0), index(row, kColumnCount - 1));
    emit mocksChanged();
}

int MockModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tasks.size());
}

int MockModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant MockModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const Task& task = m_tasks[static_cast<std::size_t>(index.row())];
    const Answers* answers = answersOf(index.row());
    switch (index.column()) {
    case TaskColumn: return task.reference;
    case TypeColumn: return task.type;
    default: break;
    }
    if (answers && !answers->problem.isEmpty())
        return role == Qt::ToolTipRole ? answers->problem : tr("not to be read");
    return !answers || answers->list.empty() ? tr("none") : toQString(summaryOf(answers->list));
}

QVariant MockModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TaskColumn: return tr("Task");
    case TypeColumn: return tr("Type");
    default: return tr("Answers");
    }
}

}  // namespace baton::ui
