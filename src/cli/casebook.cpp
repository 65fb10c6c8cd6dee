// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/casebook.h"

#include "engine/model/codec.h"
#include "engine/value/json.h"

#include <QFile>

#include <algorithm>
#include <array>

// Outside any namespace: the macro declares a global function.
static void loadSampleResources()
{
    Q_INIT_RESOURCE(samples);
}

namespace baton::cli {

namespace {

Result<std::string> resource(const std::string& path)
{
    loadSampleResources();
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return Error {ErrorCode::Internal, "the program was built without this sample", path, {}, 0, 0, "install it again"};
    return file.readAll().toStdString();
}

constexpr std::array<std::string_view, 2> kLibrary {":/samples/underwriting/underwriting_failure_workflow.json",
                                                    ":/samples/underwriting/underwriting_offer.json"};

Result<std::vector<WorkflowDefPtr>> shippedLibrary()
{
    std::vector<WorkflowDefPtr> library;
    for (const std::string_view path : kLibrary) {
        const auto text = resource(std::string(path));
        if (!text)
            return text.error();
        const auto json = parseJson(*text);
        if (!json)
            return Error(json.error()).in(path);
        auto definition = workflowDefFrom(*json);
        if (!definition)
            return Error(definition.error()).in(path);
        library.push_back(std::move(definition).value());
    }
    return library;
}

std::vector<Text> namesOf(const std::vector<WorkflowDefPtr>& library)
{
    std::vector<Text> names;
    for (const WorkflowDefPtr& definition : library)
        names.push_back(definition->name);
    return names;
}

}  // namespace

const std::vector<Sample>& samples()
{
    static const std::vector<Sample> all {
        {"underwriting", "Loan underwriting",
         "Five checks decide a mortgage application of the Boston study of 1990.",
         ":/samples/underwriting/underwriting_workflow.json", ":/samples/underwriting/hmda-boston.csv",
         ":/samples/underwriting/hmda-boston.mapping.yaml", 5, 2381},
        {"underwriting-full", "Loan underwriting, complete",
         "All thirteen tasks: checks in parallel, gates, review by a person and counter offers.",
         ":/samples/underwriting/underwriting_full.json", ":/samples/underwriting/hmda-boston.csv",
         ":/samples/underwriting/hmda-boston.mapping.yaml", 13, 2381},
    };
    return all;
}

std::vector<PolicyText> shippedPolicies()
{
    std::vector<PolicyText> policies;
    for (const char* name : {"standard-1", "cautious-1"}) {
        const std::string path = std::string(":/samples/policies/") + name + ".yaml";
        if (auto text = resource(path))
            policies.push_back({name, path, std::move(text).value()});
    }
    return policies;
}

Result<Casebook> Casebook::fromSample(std::string_view id)
{
    const auto& all = samples();
    const auto sample = std::find_if(all.begin(), all.end(), [&](const Sample& s) { return s.id == id || id == "-"; });
    if (sample == all.end())
        return Error {ErrorCode::NotFound, "there is no sample '" + std::string(id) + "'", {}, {}, 0, 0, "try underwriting"};
    const auto text = resource(sample->workflow);
    const auto data = resource(sample->data);
    const auto yaml = resource(sample->mapping);
    if (!text || !data || !yaml)
        return !text ? text.error() : !data ? data.error() : yaml.error();
    auto casebook = fromDefinition(*text, sample->workflow);
    if (!casebook)
        return casebook;
    casebook->title = sample->title;
    casebook->source.clear();
    auto table = parseCsv(*data, "hmda-boston.csv");
    auto mapped = Mapping::parse(*yaml, "hmda-boston.mapping.yaml");
    if (!table || !mapped)
        return !table ? table.error() : mapped.error();
    if (auto added = casebook->addData(std::make_shared<const DataTable>(std::move(table).value()), std::move(mapped).value()); !added)
        return added.error();
    return casebook;
}

Result<Casebook> Casebook::fromDefinition(std::string_view json, const std::string& source)
{
    auto library = shippedLibrary();
    if (!library)
        return library.error();
    auto checked = checkText(json, source, namesOf(*library));
    if (!checked)
        return checked.error();
    for (const Finding& finding : checked->findings)
        if (finding.severity == Severity::Error)
            return finding.what;
    Casebook casebook;
    casebook.title = checked->definition->name.str();
    casebook.source = source;
    casebook.text = json;
    casebook.workflow = checked->definition;
    casebook.findings = std::move(checked->findings);
    casebook.library = std::move(library).value();
    std::erase_if(casebook.library, [&](const WorkflowDefPtr& d) { return d->name == casebook.workflow->name; });
    casebook.policies = shippedPolicies();
    return casebook;
}

Status Casebook::addData(std::shared_ptr<const DataTable> data, Mapping newMapping)
{
    const auto scripts = makeJavaScript();
    if (auto mapper = CaseMapper::make(newMapping, *data, *scripts); !mapper)
        return mapper.error();
    if (data->rows.empty())
        return Error {ErrorCode::InvalidArgument, "has no row that can be used", data->source, {}, 0, 0, "give a data set with rows"};
    table = std::move(data);
    mapping = std::move(newMapping);
    return {};
}

Result<MappedCase> Casebook::caseOf(std::size_t row) const
{
    if (!table || !mapping)
        return Error {ErrorCode::NotFound, "there is no data set", source, {}, 0, 0, "add one with --data and --map"};
    if (row >= table->rows.size())
        return Error {ErrorCode::InvalidArgument, "there is no row " + std::to_string(row + 1), table->source, {}, 0, 0,
                      "name a row from 1 to " + std::to_string(table->rows.size())};
    const auto scripts = makeJavaScript();
    const auto mapper = CaseMapper::make(*mapping, *table, *scripts);
    if (!mapper)
        return mapper.error();
    return mapper->map(*table, row);
}

}  // namespace baton::cli
