// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/words.h"
#include "engine/conductor/types/alltypes.h"
#include "engine/conductor/types/waittime.h"
#include "engine/expression/template.h"

#include <limits>

namespace baton::types {

namespace {

std::string inputText(const Value& input, std::string_view key)
{
    const Value& value = input[key];
    return value.isNull() ? std::string() : javaText(value);
}

void refuse(TaskRun& run, std::string reason)
{
    run.status = TaskStatus::FailedWithTerminalError;
    run.reasonForIncompletion = Text(reason);
}

class Wait final : public TaskType {
public:
    Wait() noexcept : TaskType("WAIT", TaskDuty::Asynchronous) { }

    Verdict map(MapContext& context) const override
    {
        TaskRun run = context.make();
        run.inputData = context.input();
        run.startTime = context.draft.now();
        run.status = TaskStatus::InProgress;
        if (context.task->taskDefinition)
            run.isolationGroupId = context.task->taskDefinition->isolationGroupId;
        Verdict verdict = setTime(run, context.draft.now());
        context.add(std::move(run));
        return verdict;
    }

    void start(Draft& draft, TaskSlot slot) const override { draft.setStatus(slot, TaskStatus::InProgress); }

    bool execute(Draft& draft, TaskSlot slot) const override
    {
        const EpochMs until = draft.task(slot).waitTimeout;
        if (until == 0 || draft.now() <= until)
            return false;
        draft.setStatus(slot, TaskStatus::Completed);
        return true;
    }

    [[nodiscard]] std::optional<EpochMs> nextVisit(const TaskRun& task) const override
    {
        return task.waitTimeout > 0 ? std::optional<EpochMs>(task.waitTimeout + 1) : std::nullopt;
    }
    // Its time ends it whatever the definition says.
    [[nodiscard]] bool isAsyncComplete(const TaskRun&) const override { return false; }

private:
    static Verdict setTime(TaskRun& run, EpochMs now)
    {
        const std::string duration = inputText(run.inputData, "duration");
        const std::string until = inputText(run.inputData, "until");
        if (!isBlank(duration) && !isBlank(until)) {
            refuse(run, "Both 'duration' and 'until' specified. Please provide only one input");
        } else if (!isBlank(duration)) {
            const std::optional<std::int64_t> seconds = durationSeconds(duration);
            if (!seconds) {
                return Error {.code = ErrorCode::InvalidArgument, .message = "Not valid duration: " + duration,
                    .hint = "Write it as in \"1 days 2h 3m 4s\""};
            }
            run.callbackAfterSeconds = *seconds;
            run.waitTimeout = now + *seconds * 1000;
        } else if (!isBlank(until)) {
            if (const std::optional<EpochMs> moment = untilMoment(until)) {
                run.callbackAfterSeconds = std::max<std::int64_t>(0, (*moment - now) / 1000);
                run.waitTimeout = *moment;
            } else {
                refuse(run, "Invalid/Unsupported Wait Until format.  Provided: " + until);
            }
        } else {
            run.callbackAfterSeconds = std::numeric_limits<std::int32_t>::max();
        }
        return {};
    }
};

class Human final : public TaskType {
public:
    Human() noexcept : TaskType("HUMAN", TaskDuty::External) { }

    Verdict map(MapContext& context) const override
    {
        TaskRun run = context.make();
        run.inputData = context.input();
        run.startTime = context.draft.now();
        run.status = TaskStatus::InProgress;
        context.add(std::move(run));
        return {};
    }

    void start(Draft& draft, TaskSlot slot) const override
    {
        if (draft.task(slot).status == TaskStatus::Scheduled)
            draft.setStatus(slot, TaskStatus::InProgress);
    }
};

}  // namespace

const TaskType& wait() noexcept
{
    static const Wait type;
    return type;
}

const TaskType& human() noexcept
{
    static const Human type;
    return type;
}

}  // namespace baton::types
