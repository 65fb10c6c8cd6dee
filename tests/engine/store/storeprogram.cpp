// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

// A program that works on a store until it is killed: starts workflows and answers their tasks, and says on standard output
// what it was told. For tst_killed.

#include "engine/store/sqlitestore.h"

#include <cstdio>

using namespace baton;

namespace {

void say(std::string_view what, const Text& id)
{
    std::printf("%.*s %s\n", static_cast<int>(what.size()), what.data(), id.str().c_str());
    std::fflush(stdout);
}

int fail(const Error& error)
{
    std::fprintf(stderr, "%s\n", error.oneLine().c_str());
    return 1;
}

bool serve(EmbeddedConductor& conductor, const Text& type)
{
    const PollRequest request {type, "me", {}, 1, 0};
    const auto views = answerOf<std::vector<TaskView>>([&](auto reply) { conductor.tasks().poll(request, reply); });
    if (!views || views->empty())
        return false;
    TaskResult result;
    result.workflowInstanceId = views->front().execution->workflowId;
    result.taskId = views->front().task->taskId;
    result.status = TaskStatus::Completed;
    say("polled", result.taskId);
    const auto told = answerOf<Text>([&](auto reply) { conductor.tasks().update(result, reply); });
    if (told)
        say("answered", *told);
    return told.ok();
}

int work(EmbeddedConductor& conductor, int workflows)
{
    for (int i = 0; i < workflows; ++i) {
        StartRequest request;
        request.name = "chain";
        request.input = Value::object({{"n", i}});
        const auto id = answerOf<Text>([&](auto reply) { conductor.workflows().start(request, reply); });
        if (!id)
            return fail(id.error());
        say("started", *id);
        for (const char* type : {"a", "b", "a", "c"})
            (void)serve(conductor, type);
    }
    return 0;
}

}  // namespace

int main(int count, char** arguments)
{
    if (count != 3)
        return 2;
    auto store = SqliteStore::open(arguments[1]);
    if (!store)
        return fail(store.error());
    auto memory = (*store)->load();
    if (!memory)
        return fail(memory.error());
    EmbeddedSetup setup;
    setup.evaluators = [] { return Evaluators(); };
    setup.sink = store->get();
    setup.archive = store->get();
    setup.mostEnded = 10;
    EmbeddedConductor conductor(std::move(setup));
    if (Status restored = conductor.restore(std::move(memory).value()); !restored)
        return fail(restored.error());
    return work(conductor, std::atoi(arguments[2]));
}
