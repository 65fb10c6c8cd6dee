// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/types/alltypes.h"

#include <algorithm>
#include <array>

namespace baton {

namespace {

struct Entry {
    std::string_view name;
    const TaskType* type;
};

constexpr bool byName(const Entry& a, const Entry& b)
{
    return a.name < b.name;
}

// Words a definition may use as a type.
const auto& writtenTypes()
{
    static const auto table = [] {
        std::array entries {
            Entry {"SIMPLE", &types::simple()},
            Entry {"USER_DEFINED", &types::userDefined()},
            Entry {"DYNAMIC", &types::dynamic()},
            Entry {"SWITCH", &types::switchTask()},
            Entry {"DECISION", &types::decision()},
            Entry {"FORK_JOIN", &types::forkJoin()},
            Entry {"FORK_JOIN_DYNAMIC", &types::dynamicFork()},
            Entry {"JOIN", &types::join()},
            Entry {"EXCLUSIVE_JOIN", &types::exclusiveJoin()},
            Entry {"DO_WHILE", &types::doWhile()},
            Entry {"SUB_WORKFLOW", &types::subWorkflow()},
            Entry {"START_WORKFLOW", &types::startWorkflow()},
            Entry {"WAIT", &types::wait()},
            Entry {"HUMAN", &types::human()},
            Entry {"TERMINATE", &types::terminate()},
            Entry {"SET_VARIABLE", &types::setVariable()},
            Entry {"NOOP", &types::noop()},
            Entry {"INLINE", &types::inlineScript()},
            Entry {"LAMBDA", &types::lambda()},
            Entry {"JSON_JQ_TRANSFORM", &types::jqTransform()},
            Entry {"HTTP", &types::http()},
            Entry {"EVENT", &types::event()},
            Entry {"KAFKA_PUBLISH", &types::kafkaPublish()},
        };
        std::sort(entries.begin(), entries.end(), byName);
        return entries;
    }();
    return table;
}

const TaskType* lookUp(std::string_view name) noexcept
{
    const auto& table = writtenTypes();
    const auto found = std::lower_bound(table.begin(), table.end(), Entry {name, nullptr}, byName);
    if (found != table.end() && found->name == name)
        return found->type;
    return types::called(name);
}

}  // namespace

bool TaskType::isAsyncComplete(const TaskRun& task) const
{
    if (const Value* given = task.inputData.find("asyncComplete"))
        return given->asBool();
    return task.workflowTask && task.workflowTask->asyncComplete;
}

const TaskType& taskType(std::string_view name) noexcept
{
    const TaskType* found = lookUp(name);
    return found ? *found : types::userDefined();
}

const TaskType* systemType(std::string_view name) noexcept
{
    // Every system type is written in capitals; most worker types are not.
    if (name.size() < 3 || name[0] < 'A' || name[0] > 'Z' || name[1] < 'A' || name[1] > 'Z')
        return nullptr;
    if (name == "FORK")
        return &types::fork();
    const TaskType* found = lookUp(name);
    return found && found->isSystem() ? found : nullptr;
}

TaskDuty dutyOf(std::string_view name) noexcept
{
    const TaskType* found = systemType(name);
    return found ? found->duty() : TaskDuty::Worker;
}

}  // namespace baton
