// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/replay/measure.h"

#include "engine/value/json.h"

namespace baton {

namespace {

bool isLoopAttemptOf(std::string_view name, std::string_view reference) noexcept
{
    return name.size() > reference.size() + 2 && name.starts_with(reference) && name.substr(reference.size(), 2) == "__";
}

/// The last attempt that has an answer: a retry that waits has none yet.
const TaskRun* lastOf(const Execution& execution, std::string_view name) noexcept
{
    for (std::size_t i = execution.tasks.size(); i-- > 0;) {
        const TaskRun* const task = execution.task(static_cast<TaskSlot>(i));
        if (task == nullptr || task->status == TaskStatus::Scheduled)
            continue;
        if (task->referenceTaskName == name || task->taskType == name || isLoopAttemptOf(task->referenceTaskName, name))
            return task;
    }
    return nullptr;
}

Value joined(const Value& list, const Key& member)
{
    std::string text;
    for (const Value& item : list.items()) {
        const Value& named = item.isObject() ? item[member] : item;
        const std::string_view word = named.asText();
        if (word.empty())
            continue;
        if (!text.empty())
            text += ';';
        text += word;
    }
    return Value(text);
}

}  // namespace

Value MeasureReader::read(std::size_t measure, const Execution& execution) const
{
    const MeasureSpec& spec = m_specs[measure];
    for (const MeasureSource& source : spec.sources) {
        const Value* root = nullptr;
        if (source.task.empty()) {
            root = source.ofInput ? &execution.input : &execution.output;
        } else if (const TaskRun* const task = lastOf(execution, source.task)) {
            root = source.ofInput ? &task->inputData : &task->outputData;
        }
        const Value* const found = root == nullptr ? nullptr : find(*root, source.path);
        if (found == nullptr || found->isNull())
            continue;
        if (spec.kind == MeasureKind::Words)
            return joined(*found, source.member);
        if (spec.kind == MeasureKind::Number && !found->isNumber())
            continue;
        return spec.kind == MeasureKind::Word && !found->isText() ? Value(toJson(*found)) : *found;
    }
    return {};
}

Result<MeasureSource> measureSource(std::string_view text)
{
    const auto dot = text.find('.');
    MeasureSource source;
    const auto first = text.substr(0, dot);
    source.ofInput = first == "input";
    if (first != "output" && first != "input")
        source.task = Text(first);
    auto path = Path::parse(dot == std::string_view::npos ? std::string_view {} : text.substr(dot + 1));
    if (!path)
        return std::move(path).error();
    source.path = std::move(path).value();
    return source;
}

}  // namespace baton
