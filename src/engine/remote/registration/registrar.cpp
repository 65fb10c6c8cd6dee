// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/registration/registrar.h"

#include <algorithm>
#include <functional>
#include <mutex>
#include <set>

namespace baton {
namespace {

/// Counts answers that come on any thread; the last one calls.
class Gathering {
public:
    Gathering(std::size_t expected, std::function<void()> whenAll) : m_missing(expected), m_whenAll(std::move(whenAll)) { }

    /// `note` runs alone.
    void arrived(const std::function<void()>& note)
    {
        {
            const std::lock_guard lock(m_mutex);
            note();
            if (--m_missing > 0)
                return;
        }
        m_whenAll();
    }

private:
    std::mutex m_mutex;   // guards the count and what the notes write
    std::size_t m_missing;
    std::function<void()> m_whenAll;
};

struct Looking {
    RegistrationRequest request;
    RegistrationSettings settings;
    ServerDefinitions server;
    std::optional<Error> error;
};

// None of that name is an answer too.
template <typename T>
void keep(const Result<std::shared_ptr<const T>>& answer, std::vector<std::shared_ptr<const T>>& into, std::optional<Error>& error)
{
    if (!answer) {
        if (answer.error().code != ErrorCode::NotFound && !error)
            error = answer.error();
        return;
    }
    const auto same = [&](const std::shared_ptr<const T>& one) {
        if constexpr (std::is_same_v<T, WorkflowDef>)
            return one->name == (*answer)->name && one->version == (*answer)->version;
        else
            return one->name == (*answer)->name;
    };
    if (std::none_of(into.begin(), into.end(), same))
        into.push_back(*answer);
}

struct Doing {
    RegistrationReport report;
    Reply<RegistrationReport> reply;
};

bool isDone(const RegistrationStep& step)
{
    return step.action == RegistrationStep::Action::Add || step.action == RegistrationStep::Action::Replace;
}

// All steps of one kind at once, then the rest.
void carryOutKind(MetadataPort& metadata, const std::shared_ptr<Doing>& doing, RegistrationStep::Kind kind, std::function<void()> then)
{
    std::vector<RegistrationStep> steps;
    for (const RegistrationStep& step : doing->report.plan.steps) {
        if (step.kind == kind && isDone(step))
            steps.push_back(step);
    }
    if (steps.empty()) {
        then();
        return;
    }
    const auto gathering = std::make_shared<Gathering>(steps.size(), std::move(then));
    for (const RegistrationStep& step : steps) {
        const Done done = [doing, gathering, name = step.name, action = step.action](const Status& status) {
            gathering->arrived([&] {
                if (!status.ok())
                    doing->report.failures.emplace_back(name, status.error());
                else
                    ++(action == RegistrationStep::Action::Add ? doing->report.added : doing->report.replaced);
            });
        };
        if (kind == RegistrationStep::Kind::Task)
            metadata.registerTasks({step.task}, done);
        else
            metadata.registerWorkflow(step.workflow, step.action == RegistrationStep::Action::Replace, done);
    }
}

}  // namespace

void planRegistration(MetadataPort& metadata, RegistrationRequest request, RegistrationSettings settings, Reply<RegistrationPlan> reply)
{
    const auto looking = std::make_shared<Looking>(Looking {std::move(request), std::move(settings), {}, {}});
    std::set<Text> taskNames;
    std::set<Text> workflowNames;
    std::vector<WorkflowDefPtr> definitions;
    for (const RegistrationRequest::Workflow& one : looking->request.workflows) {
        workflowNames.insert(one.definition->name);
        definitions.push_back(one.definition);
    }
    for (const TaskDefPtr& task : liftTaskSettings(definitions, looking->request.tasks, looking->settings).tasks)
        taskNames.insert(task->name);
    const auto finish = [looking, reply = std::move(reply)] {
        if (looking->error)
            reply(*looking->error);
        else
            reply(planRegistration(looking->request, looking->server, looking->settings));
    };
    std::vector<RegistrationRequest::Workflow> versions = looking->request.workflows;
    const std::size_t questions = taskNames.size() + workflowNames.size() + versions.size();
    if (questions == 0) {
        finish();
        return;
    }
    const auto gathering = std::make_shared<Gathering>(questions, finish);
    for (const Text& name : taskNames) {
        metadata.taskDefinition(name, [looking, gathering](const Result<TaskDefPtr>& answer) {
            gathering->arrived([&] { keep(answer, looking->server.tasks, looking->error); });
        });
    }
    const auto keepWorkflow = [looking, gathering](const Result<WorkflowDefPtr>& answer) {
        gathering->arrived([&] { keep(answer, looking->server.workflows, looking->error); });
    };
    for (const Text& name : workflowNames)
        metadata.workflow(name, std::nullopt, keepWorkflow);
    for (const RegistrationRequest::Workflow& one : versions)
        metadata.workflow(one.definition->name, one.definition->version, keepWorkflow);
}

void carryOut(MetadataPort& metadata, RegistrationPlan plan, Reply<RegistrationReport> reply)
{
    const auto doing = std::make_shared<Doing>();
    doing->reply = std::move(reply);
    doing->report.plan = std::move(plan);
    const std::vector<RegistrationStep>& steps = doing->report.plan.steps;
    doing->report.kept = static_cast<int>(std::count_if(steps.begin(), steps.end(), [](const RegistrationStep& step) { return !isDone(step); }));
    if (doing->report.plan.refused()) {
        doing->reply(doing->report);
        return;
    }
    carryOutKind(metadata, doing, RegistrationStep::Kind::Task, [&metadata, doing] {
        carryOutKind(metadata, doing, RegistrationStep::Kind::Workflow, [doing] { doing->reply(doing->report); });
    });
}

}  // namespace baton
