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

void addTasks(Numbered& numbered, const TaskList& list)
{
    std::vector<WorkflowTaskPtr> waiting(list.rbegin(), list.rend());   // the next one is at the back
    while (!waiting.empty()) {
        WorkflowTaskPtr task = std::move(waiting.back());
        waiting.pop_back();
        if (!task)
            continue;
        numbered.taskNumbers.emplace(task.get(), static_cast<std::int64_t>(numbered.tasks.size()));
        const auto lists = childLists(*task);
        for (auto children = lists.rbegin(); children != lists.rend(); ++children)
            waiting.insert(waiting.end(), (*children)->rbegin(), (*children)->rend());
        numbered.tasks.push_back(std::move(task));
    }
}

}  // namespace

void Numbered::add(const WorkflowDefPtr& definition)
{
    definitionNumbers.emplace(definition.get(), static_cast<std::int64_t>(definitions.size()));
    definitions.push_back(definition);
    addTasks(*this, definition->tasks);
}

void Numbered::add(const WorkflowTaskPtr& task)
{
    addTasks(*this, {task});
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
