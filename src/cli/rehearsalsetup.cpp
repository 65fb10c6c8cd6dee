// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/casebook.h"

#include "cli/textfile.h"
#include "engine/value/json.h"
#include "engine/conductor/decider.h"
#include "tasks/scripted/scriptedtask.h"
#include "tasks/underwriting/handlers/register.h"
#include "tasks/underwriting/policyreader.h"
#include "tasks/underwriting/providers/recorded.h"
#include "tasks/underwriting/providers/simulated.h"

#include <algorithm>

namespace baton::cli {

namespace {

// A fixed moment, so that a rehearsal today and one tomorrow give the same bytes: 2026-01-05 09:00 UTC, a Monday.
constexpr EpochMs kRehearsalMorning = 1767603600000;

using PolicyPtr = std::shared_ptr<const tasks::Policy>;

Result<PolicyPtr> readWhole(std::string_view text, const std::string& source)
{
    const auto reading = tasks::readPolicy(text, source);
    if (!reading.ok())
        return reading.errors.front();
    return reading.policy;
}

Result<PolicyPtr> policyFor(const Casebook& casebook, const std::string& id)
{
    const auto shipped = std::find_if(casebook.policies.begin(), casebook.policies.end(), [&](const PolicyText& p) {
        return id.empty() || p.id == id || p.id.starts_with(id + "-");
    });
    if (shipped != casebook.policies.end())
        return readWhole(shipped->text, shipped->source);
    const auto text = readTextFile(id);
    if (!text) {
        Error error = text.error();
        error.hint = "name a policy file, or one of: standard-1, cautious-1";
        return error;
    }
    return readWhole(*text, id);
}

tasks::Providers providersFor(const std::optional<MappedCase>& mapped, const RehearsalRequest& request)
{
    if (mapped)
        return tasks::recordedProviders(std::make_shared<const tasks::SingleRow>(mapped->record));
    tasks::SimulationSettings settings;
    settings.seed = request.seed;
    return tasks::simulatedProviders(settings);
}

void addWorkerTypes(std::vector<std::string>& types, const WorkflowDef& definition)
{
    for (const WorkflowTask* task : allTasks(definition)) {
        const Text& type = task->type == "SIMPLE" ? task->name : task->type;
        if (dutyOf(type) == TaskDuty::Worker && std::find(types.begin(), types.end(), type.view()) == types.end())
            types.push_back(type.str());
    }
}

/// The handlers with a mock file's answers before them.
Result<std::shared_ptr<const TaskRegistry>> withMocks(std::shared_ptr<const TaskRegistry> inner, const Casebook& casebook,
                                                      const RehearsalRequest& request)
{
    auto file = request.mockFile.empty() ? tasks::mockFileFrom(request.mocks) : tasks::readMockFile(request.mockFile);
    if (!file)
        return file.error();
    std::vector<std::string> types;
    addWorkerTypes(types, *casebook.workflow);
    for (const WorkflowDefPtr& definition : casebook.library)
        addWorkerTypes(types, *definition);
    const std::shared_ptr<ScriptEvaluator> scripts = makeJavaScript();
    const auto run = [scripts](std::string_view script, const Value& input) { return scripts->evaluate(script, input); };
    return std::shared_ptr<const TaskRegistry>(tasks::scriptedRegistry(
        types, std::make_shared<const tasks::MockFile>(std::move(file).value()), std::move(inner), run));
}

}  // namespace

Status Casebook::addPolicy(PolicyText policy)
{
    if (const auto parsed = readWhole(policy.text, policy.source); !parsed)
        return parsed.error();
    policies.insert(policies.begin(), std::move(policy));
    return {};
}

Result<RehearsalSetup> prepareRehearsal(const Casebook& casebook, const RehearsalRequest& request)
{
    std::optional<MappedCase> mapped;
    if (request.row) {
        auto made = casebook.caseOf(*request.row);
        if (!made)
            return made.error();
        mapped = std::move(made).value();
    }
    auto policy = policyFor(casebook, request.policy);
    if (!policy)
        return policy.error();
    auto registry = std::make_shared<TaskRegistry>();
    if (auto added = tasks::registerUnderwriting(*registry, *policy,
                                                 providersFor(mapped, request)); !added)
        return added.error();
    RehearsalSetup setup;
    setup.workflow = casebook.workflow;
    setup.library = casebook.library;
    setup.taskDefs = casebook.taskDefs;
    setup.input = (mapped ? mapped->input : Value::object()).mergedWith(request.input.isObject() ? request.input : Value::object());
    setup.handlers = std::move(registry);
    if (!request.mockFile.empty() || !request.mocks.empty()) {
        auto mocked = withMocks(setup.handlers, casebook, request);
        if (!mocked)
            return mocked.error();
        setup.handlers = std::move(mocked).value();
    }
    setup.startAt = request.startAt != 0 ? request.startAt : kRehearsalMorning;
    setup.seed = request.seed;
    return setup;
}

}  // namespace baton::cli
