// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/servicesetup.h"

#include "cli/casebook.h"
#include "cli/servicesettings.h"
#include "cli/textfile.h"

#include <algorithm>
#include <filesystem>

namespace baton::cli {

namespace {

constexpr std::string_view kSample = "underwriting";

EpochMs writtenAt(const std::string& path)
{
    std::error_code fault;
    const auto time = std::filesystem::last_write_time(path, fault);
    if (fault)
        return 0;
    const auto now = std::filesystem::file_time_type::clock::now();
    return SystemClock().now() - std::chrono::duration_cast<std::chrono::milliseconds>(now - time).count();
}

void add(RegistrationRequest& request, WorkflowDefPtr definition, EpochMs at, std::vector<Finding> findings)
{
    const bool known = std::any_of(request.workflows.begin(), request.workflows.end(), [&](const RegistrationRequest::Workflow& w) {
        return w.definition->name == definition->name && w.definition->version == definition->version;
    });
    if (!known)
        request.workflows.push_back({std::move(definition), std::move(findings), at});
}

Status addFile(RegistrationRequest& request, const std::string& path)
{
    const auto text = readTextFile(path);
    if (!text)
        return text.error();
    auto casebook = Casebook::fromDefinition(*text, path);
    if (!casebook)
        return casebook.error();
    add(request, casebook->workflow, writtenAt(path), std::move(casebook->findings));
    return {};
}

}  // namespace

Result<ServiceSetup> prepareService(const Settings& settings, const ServiceChoice& choice)
{
    ServiceSetup setup;
    setup.settings = settings;
    setup.rehearsing = choice.rehearsing;
    auto tasks = serviceTasks(choice.policy);
    if (!tasks)
        return tasks.error();
    setup.tasks = std::move(tasks).value();
    for (const auto* files : {&choice.workflows, &settings.registration.workflowFiles})
        for (const std::string& path : *files)
            if (auto added = addFile(setup.registration, path); !added)
                return added.error();
    auto sample = Casebook::fromSample(kSample);
    if (!sample)
        return sample.error();
    add(setup.registration, sample->workflow, 0, std::move(sample->findings));
    for (const WorkflowDefPtr& definition : sample->library)
        add(setup.registration, definition, 0, {});
    setup.registration.tasks = sample->taskDefs;
    return setup;
}

Result<std::vector<StartRequest>> sampleStarts(std::size_t first, std::size_t count)
{
    const auto sample = Casebook::fromSample(kSample);
    if (!sample)
        return sample.error();
    const std::size_t rows = sample->table->rows.size();
    std::vector<StartRequest> starts;
    starts.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        auto mapped = sample->caseOf((first + i) % rows);
        if (!mapped)
            return mapped.error();
        StartRequest start;
        start.name = sample->workflow->name;
        start.version = sample->workflow->version;
        start.input = std::move(mapped->input);
        start.correlationId = Text("sample-" + std::to_string(first + i + 1));
        starts.push_back(std::move(start));
    }
    return starts;
}

}  // namespace baton::cli
