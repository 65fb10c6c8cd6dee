// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/codec/reading.h"

#include "engine/value/path.h"

namespace baton {
namespace {

const Key& referenceKey()
{
    static const Key key("taskReferenceName");
    return key;
}

}  // namespace

WorkflowDefPtr Numbered::definition(std::int64_t number) const
{
    return m_definitions.at(number, m_before ? &m_before->m_definitions : nullptr);
}

WorkflowTaskPtr Numbered::task(std::int64_t number) const
{
    return m_tasks.at(number, m_before ? &m_before->m_tasks : nullptr);
}

std::optional<std::int64_t> Numbered::numberOf(const WorkflowDef& definition) const
{
    return m_definitions.numberOf(&definition, m_before ? &m_before->m_definitions : nullptr);
}

std::optional<std::int64_t> Numbered::numberOf(const WorkflowTask& task) const
{
    return m_tasks.numberOf(&task, m_before ? &m_before->m_tasks : nullptr);
}

void Numbered::add(const WorkflowDefPtr& definition)
{
    m_definitions.add(definition, m_before ? &m_before->m_definitions : nullptr);
    addAll(definition->tasks);
}

void Numbered::add(const WorkflowTaskPtr& task)
{
    addAll({task});
}

void Numbered::addAll(const TaskList& list)
{
    std::vector<WorkflowTaskPtr> waiting(list.rbegin(), list.rend());   // the next one is at the back
    while (!waiting.empty()) {
        WorkflowTaskPtr task = std::move(waiting.back());
        waiting.pop_back();
        if (!task)
            continue;
        const auto lists = childLists(*task);
        for (auto children = lists.rbegin(); children != lists.rend(); ++children)
            waiting.insert(waiting.end(), (*children)->rbegin(), (*children)->rend());
        m_tasks.add(std::move(task), m_before ? &m_before->m_tasks : nullptr);
    }
}

WorkflowTaskPtr WorkflowTaskPool::find(const Value& json) const
{
    const auto known = m_byReference.find(json[referenceKey()].toText());
    if (known == m_byReference.end())
        return nullptr;
    for (const Known& one : known->second) {
        if (one.json == json)
            return one.task;
    }
    return nullptr;
}

WorkflowTaskPtr WorkflowTaskPool::findByReference(std::string_view referenceName) const
{
    const auto known = m_byReference.find(Text(referenceName));
    return known == m_byReference.end() ? nullptr : known->second.front().task;
}

void WorkflowTaskPool::add(const Value& json, WorkflowTaskPtr task)
{
    constexpr std::size_t kMost = 16;   // a hostile execution must not make find() slow
    auto& known = m_byReference[json[referenceKey()].toText()];
    if (known.size() < kMost)
        known.push_back({json, std::move(task)});
}

void Reading::fail(std::string message, std::string hint)
{
    if (m_error)
        return;
    Error error {ErrorCode::InvalidArgument, std::move(message)};
    error.field = Path {m_path}.text();
    error.hint = std::move(hint);
    m_error = std::move(error);
}

}  // namespace baton
