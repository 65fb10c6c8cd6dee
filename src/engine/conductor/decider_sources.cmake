# SPDX-FileCopyrightText: 2026 Baton contributors
# SPDX-License-Identifier: Apache-2.0
set(BATON_DECIDER_SOURCES
    command.h context.h decider.cpp decider.h definitionindex.cpp definitionindex.h draft.cpp draft.h
    lineage.cpp lineage.h
    decide/decisionpass.cpp decide/decisionpass.h decide/ending.cpp decide/ending.h decide/evaluate.cpp decide/evaluate.h
    decide/mapping.cpp decide/mapping.h decide/population.cpp decide/population.h decide/retry.cpp decide/retry.h
    decide/scope.cpp decide/scope.h decide/secrets.cpp decide/settle.h decide/timeouts.cpp decide/timeouts.h
    decide/verdict.h decide/words.h
    operations/children.cpp operations/lifecycle.cpp operations/operations.h operations/reopening.cpp
    operations/reopening.h operations/rerun.cpp operations/restart.cpp operations/retry.cpp operations/revival.cpp
    operations/revival.h operations/start.cpp operations/starting.h operations/systemtasks.cpp operations/tasks.cpp
    types/alltypes.h types/calls.cpp types/childworkflow.cpp types/childworkflow.h types/dowhile.cpp
    types/dynamicfork.cpp types/evaluation.cpp types/evaluation.h types/events.cpp types/flow.cpp types/fork.cpp
    types/forkplan.cpp types/forkplan.h types/join.cpp types/loop.cpp types/loop.h types/loopscript.cpp
    types/registry.cpp types/scripts.cpp types/simple.cpp types/startworkflow.cpp types/subworkflow.cpp types/switch.cpp
    types/tasktype.h types/waiting.cpp types/waittime.cpp types/waittime.h
)
