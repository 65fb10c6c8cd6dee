// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "windowreplay.h"

#include "cli/replayimpact.h"
#include "cli/replayoutput.h"
#include "cli/replayreport.h"
#include "cli/textfile.h"
#include "engine/replay/caserun.h"
#include "engine/value/json.h"
#include "tasks/underwriting/policyreader.h"

#include <algorithm>
#include <fstream>

namespace baton {

namespace {

const cli::Casebook& casebookOf(const ui::Document& document)
{
    return *static_cast<const cli::Casebook*>(document.context.get());
}

cli::PolicyText textOf(const ui::PolicyDraft& draft)
{
    return {draft.id, draft.source, draft.text};
}

std::vector<ui::PolicyDraft> policiesOf(const ui::Document& document)
{
    std::vector<ui::PolicyDraft> drafts;
    for (const cli::PolicyText& policy : casebookOf(document).policies)
        drafts.push_back({policy.id, policy.id, policy.source, policy.text});
    return drafts;
}

Result<ReplayPlan> planOf(const ui::Document& document, const std::vector<ui::PolicyDraft>& drafts)
{
    cli::Casebook casebook = casebookOf(document);
    cli::ReplayRequest request;
    casebook.policies.clear();
    for (const ui::PolicyDraft& draft : drafts) {
        casebook.policies.push_back(textOf(draft));
        request.policies.push_back(draft.id);
    }
    return cli::prepareReplay(casebook, request);
}

/// "credit.bands[].minimum" stands for as many paths as the policy has bands.
void expand(const Value& root, const tasks::ParameterSpec& spec, const std::string& path, std::vector<ui::PolicyParameter>& into)
{
    const auto list = path.find("[]");
    if (list == std::string::npos) {
        const auto place = Path::parse(path);
        const Value* const value = place ? find(root, *place) : nullptr;
        if (value != nullptr && !value->isArray() && !value->isObject())
            into.push_back({path, spec.unit, spec.description, *value, spec.minimum, spec.maximum, spec.words});
        return;
    }
    const auto place = Path::parse(path.substr(0, list));
    const Value* const items = place ? find(root, *place) : nullptr;
    for (std::size_t i = 0; items != nullptr && i < items->size(); ++i)
        expand(root, spec, path.substr(0, list) + "[" + std::to_string(i) + "]" + path.substr(list + 2), into);
}

Result<std::vector<ui::PolicyParameter>> parametersOf(const ui::PolicyDraft& draft)
{
    const auto document = parseYaml(draft.text, draft.source);
    if (!document)
        return document.error();
    std::vector<ui::PolicyParameter> parameters;
    for (const tasks::ParameterSpec& spec : tasks::policyParameters())
        expand(document->value(), spec, spec.path, parameters);
    return parameters;
}

Result<ui::PolicyDraft> changed(const ui::PolicyDraft& draft, const std::string& path, const Value& value)
{
    const auto text = cli::changedPolicy(textOf(draft), {{path, value}});
    if (!text)
        return text.error();
    const auto reading = tasks::readPolicy(text->text, draft.source);
    if (!reading.ok()) {
        Error error = reading.errors.front();
        error.line = 0;   // of a text nobody has seen
        error.column = 0;
        return error;
    }
    ui::PolicyDraft made = draft;
    made.text = text->text;
    return made;
}

Result<std::vector<ui::ParameterDifference>> differencesOf(const ui::PolicyDraft& before, const ui::PolicyDraft& after)
{
    auto found = cli::policyDifferences(textOf(before), textOf(after));
    if (!found)
        return std::move(found).error();
    std::vector<ui::ParameterDifference> differences;
    for (cli::PolicyDifference& one : *found)
        differences.push_back({std::move(one.path), std::move(one.before), std::move(one.after)});
    return differences;
}

/// What a task gave, without the name and hash of the policy that gave it.
Value told(const Value& output)
{
    return output.without("policy_version").without("policy_hash");
}

/// The first task of the second run that the first one did not do, or did with another result.
Text partingTask(const Execution& first, const Execution& second)
{
    for (const TaskPtr& task : second.tasksBySeq()) {
        const TaskRun* const other = first.latest(task->referenceTaskName);
        if (other == nullptr || other->status != task->status || told(other->outputData) != told(task->outputData))
            return task->referenceTaskName;
    }
    return {};
}

Result<std::unique_ptr<Rehearsal>> rehearse(const cli::Casebook& casebook, const ui::PolicyDraft& draft, std::uint32_t row)
{
    cli::Casebook own = casebook;
    own.policies = {textOf(draft)};
    cli::RehearsalRequest request;
    request.row = row;
    request.seed = rowSeed(1, row);
    request.startAt = cli::replayMorning();
    auto setup = cli::prepareRehearsal(own, request);
    if (!setup)
        return std::move(setup).error();
    auto rehearsal = Rehearsal::start(std::move(setup).value());
    if (rehearsal)
        (void)(*rehearsal)->run();
    return rehearsal;
}

Result<ui::OpenedCase> openCase(const ui::Document& document, const ui::PolicyDraft& first, const ui::PolicyDraft& second, std::uint32_t row)
{
    const auto a = rehearse(casebookOf(document), first, row);
    const auto b = a ? rehearse(casebookOf(document), second, row) : Result<std::unique_ptr<Rehearsal>>(a.error());
    if (!b)
        return b.error();
    ui::OpenedCase opened {(*b)->setup(), {}};
    const Execution* const mine = (*a)->world().find((*a)->mainWorkflowId());
    const Execution* const other = (*b)->world().find((*b)->mainWorkflowId());
    if (mine != nullptr && other != nullptr)
        opened.partsAt = partingTask(*mine, *other).str();
    return opened;
}

Status save(const ReplayPlan& plan, const OutcomeTable& table, const std::vector<ui::PolicyDraft>& drafts, const std::string& path)
{
    const auto ends = [&](std::string_view end) { return path.size() >= end.size() && path.compare(path.size() - end.size(), end.size(), end) == 0; };
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    if (ends(".html") || ends(".htm")) {
        cli::ReplaySources sources;
        for (const ui::PolicyDraft& draft : drafts)
            sources.policies.push_back(textOf(draft));
        file << cli::replayReport(sources, plan, table);
    } else if (ends(".jsonl") || ends(".ndjson")) {
        cli::writeJsonLines(file, table, plan, {});
    } else {
        cli::writeCsv(file, table, plan, {});
    }
    file.flush();
    if (!file)
        return Error {ErrorCode::IoError, "cannot be written", path, {}, 0, 0, "check the folder and its permissions"};
    return {};
}

Result<std::vector<SweepPoint>> sweepOf(const ui::Document& document, const ReplayPlan& plan, const std::shared_ptr<const OutcomeTable>& table, const ui::PolicyDraft& draft, const std::string& path, const std::vector<double>& values)
{
    static const SystemClock clock;
    const auto value = cli::parameterOf(textOf(draft), path);
    if (!value)
        return value.error();
    ReplayPlan base = plan;
    base.variants.resize(1);
    const WhatIf whatIf(std::move(base), std::make_shared<const OutcomeTable>(withOnly(*table, 0)), cli::variantMaker(casebookOf(document), textOf(draft)), cli::underwritingImpact(), clock);
    return sweep(whatIf, {path, *value}, values, {});
}

std::string mappingTextOf(const ui::Document& document)
{
    const auto& mapping = casebookOf(document).mapping;
    return mapping ? mapping->text : std::string {};
}

Result<std::vector<Value>> previewOf(const ui::Document& document, const std::string& yaml, std::size_t rows)
{
    const cli::Casebook& casebook = casebookOf(document);
    auto mapping = Mapping::parse(yaml, document.dataSet ? document.dataSet->mapping : std::string {});
    if (!mapping)
        return std::move(mapping).error();
    const auto scripts = makeJavaScript();
    const auto mapper = CaseMapper::make(std::move(mapping).value(), *casebook.table, *scripts);
    if (!mapper)
        return mapper.error();
    std::vector<Value> cases;
    for (std::size_t row = 0; row < std::min(rows, casebook.table->rows.size()); ++row) {
        const auto mapped = mapper->map(*casebook.table, row);
        cases.push_back(mapped ? Value::object({{"input", mapped->input}, {"record", mapped->record}}) : Value::object({{"bad_row", mapped.error().oneLine()}}));
    }
    return cases;
}

}  // namespace

ui::ReplayServices replayServices()
{
    ui::ReplayServices services;
    services.policies = &policiesOf;
    services.plan = &planOf;
    services.parameters = &parametersOf;
    services.change = &changed;
    services.differences = &differencesOf;
    services.openCase = &openCase;
    services.save = &save;
    services.sweep = &sweepOf;
    services.mappingText = &mappingTextOf;
    services.previewMapping = &previewOf;
    return services;
}

}  // namespace baton
