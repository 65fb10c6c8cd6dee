// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/watch.h"

#include "engine/debugger/statereader.h"

#include <algorithm>

namespace baton {

Result<Value> evaluateWatch(std::string_view expression, const Execution& execution, const TaskRun* task)
{
    Result<Condition> condition = Condition::parse(expression);
    if (!condition)
        return std::move(condition).error();
    DefinitionCache cache;
    std::vector<Value> values;
    for (const StateReference& reference : condition->references())
        values.push_back(readReference(reference, {&execution, task}, cache));
    return condition->evaluate(values);
}

Result<std::vector<WatchChange>> watchHistory(std::string_view expression, const Journal& journal, std::size_t length,
                                              const Text& workflowId)
{
    Result<Condition> condition = Condition::parse(expression);
    if (!condition)
        return std::move(condition).error();
    StateReader reader;
    std::vector<std::size_t> references;
    for (const StateReference& reference : condition->references())
        references.push_back(reader.add(reference));
    std::vector<WatchChange> changes;
    Value last;
    World world;
    for (std::size_t i = 0; i < std::min(length, journal.size()); ++i) {
        const Event& event = journal.event(i);
        apply(world, event);
        const Execution* execution = event.workflowId == workflowId ? world.find(workflowId) : nullptr;
        if (!execution)
            continue;
        reader.look({execution, isTaskEvent(event.kind) ? execution->task(event.slot) : nullptr});
        Value now = reader.evaluate(*condition, references);
        if (now == last)
            continue;
        last = now;
        changes.push_back({i + 1, std::move(now)});
    }
    return changes;
}

}  // namespace baton
