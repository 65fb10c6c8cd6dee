// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "windowservices.h"

#include "cli/casebook.h"
#include "cli/recordfile.h"
#include "cli/servicesettings.h"
#include "cli/servicesetup.h"
#include "cli/textfile.h"
#include "windowreplay.h"

#include <QLocale>
#include <QStandardPaths>

#include <algorithm>

namespace baton {

namespace {

ui::Severity severityFor(Severity severity)
{
    return severity == Severity::Error ? ui::Severity::Error : severity == Severity::Warning ? ui::Severity::Warning : ui::Severity::Note;
}

/// The columns the mapping has words for, in the user's language or else the first one; without words all of the table's.
std::vector<ui::DataColumn> columnsOf(const cli::Casebook& casebook)
{
    std::vector<ui::DataColumn> columns;
    const std::string language = QLocale().name().left(2).toStdString();
    if (casebook.mapping) {
        for (const ColumnWords& words : casebook.mapping->columnWords) {
            const Key key(words.column.view());
            const bool isNew = columns.empty() || columns.back().key != key;
            if (isNew)
                columns.push_back({key, words.label, words.description});
            else if (words.language == language)
                columns.back() = {key, words.label, words.description};
        }
    }
    if (columns.empty()) {
        for (const Text& column : casebook.table->columns)
            columns.push_back({Key(column.view()), {}, {}});
    }
    return columns;
}

ui::DataSetPtr dataSetOf(const cli::Casebook& casebook)
{
    if (!casebook.table)
        return nullptr;
    auto data = std::make_shared<ui::DataSet>();
    data->title = casebook.mapping ? casebook.mapping->name : casebook.table->source;
    data->source = casebook.table->source;
    data->mapping = casebook.mapping ? casebook.mapping->source : "";
    data->idColumn = casebook.mapping ? Key(casebook.mapping->idColumn.view()) : Key();
    data->columns = columnsOf(casebook);
    for (std::size_t row = 0; row < casebook.table->rows.size(); ++row)
        data->rows.push_back(casebook.table->rowValue(row));
    return data;
}

ui::Document documentOf(cli::Casebook casebook, const std::string& sampleId)
{
    ui::Document document;
    document.title = casebook.title;
    document.path = casebook.source;
    document.sampleId = sampleId;
    document.workflow = casebook.workflow;
    document.text = casebook.text;
    document.dataSet = dataSetOf(casebook);
    for (const cli::PolicyText& policy : casebook.policies)
        document.policies.push_back({policy.id, policy.id, {}, {}});
    document.input = Value::object();
    for (const Value& name : casebook.workflow->inputParameters.items())
        if (name.isText())
            document.input = std::move(document.input).with(Key(name.asText()), Value());
    for (const Finding& finding : casebook.findings)
        document.findings.push_back({severityFor(finding.severity), finding.what});
    document.context = std::make_shared<const cli::Casebook>(std::move(casebook));
    return document;
}

const cli::Casebook* casebookOf(const ui::Document& document)
{
    return static_cast<const cli::Casebook*>(document.context.get());
}

std::vector<ui::SampleInfo> sampleInfos()
{
    std::vector<ui::SampleInfo> infos;
    for (const cli::Sample& sample : cli::samples())
        infos.push_back({sample.id, sample.title, sample.summary, static_cast<int>(sample.taskCount), static_cast<int>(sample.caseCount)});
    return infos;
}

Result<ui::Document> openSample(const std::string& id)
{
    const auto& all = cli::samples();
    const std::string name = id == "-" ? all.front().id : id;
    auto casebook = cli::Casebook::fromSample(name);
    if (!casebook)
        return casebook.error();
    return documentOf(std::move(casebook).value(), name);
}

/// An execution, a journal or a bundle: what ran elsewhere, with its definition.
Result<ui::Document> openRecord(std::string_view text, const std::string& source)
{
    auto journal = cli::recordFrom(text, source);
    if (!journal)
        return journal.error();
    cli::Casebook casebook;
    for (std::size_t i = 0; i < journal->size(); ++i) {
        const ExecutionPtr& started = journal->event(i).started;
        if (!started || !started->definition)
            continue;
        if (casebook.workflow)
            casebook.library.push_back(started->definition);
        else
            casebook.workflow = started->definition;
    }
    if (!casebook.workflow)
        return Error {ErrorCode::InvalidArgument, "the record starts no workflow", source, {}, 0, 0, "open what a server or baton has written"};
    casebook.title = casebook.workflow->name.str();
    casebook.source = source;
    casebook.policies = cli::shippedPolicies();
    ui::Document document = documentOf(std::move(casebook), {});
    document.record = std::make_shared<const MemoryJournal>(std::move(journal).value());
    return document;
}

Result<ui::Document> openDefinition(std::string_view text, const std::string& source, const ui::DocumentPtr& current)
{
    if (cli::looksLikeRecord(text))
        return openRecord(text, source);
    auto casebook = cli::Casebook::fromDefinition(text, source);
    if (!casebook)
        return casebook.error();
    const auto* before = current ? casebookOf(*current) : nullptr;
    if (before != nullptr && before->table && before->mapping && before->workflow->name == casebook->workflow->name) {
        if (auto added = casebook->addData(before->table, *before->mapping); !added)
            return added.error();
    }
    return documentOf(std::move(casebook).value(), {});
}

bool endsWith(const std::string& path, std::string_view end)
{
    return path.size() >= end.size() && std::equal(end.rbegin(), end.rend(), path.rbegin(), [](char a, char b) {
               return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + 32) : b);
           });
}

Error needsWorkflow(const std::string& path)
{
    return {ErrorCode::Conflict, "belongs to a workflow, and none is open", path, {}, 0, 0, "open a workflow definition first"};
}

Result<ui::Document> openFile(const std::string& path, const ui::DocumentPtr& current)
{
    const bool csv = endsWith(path, ".csv");
    const bool yaml = endsWith(path, ".yaml") || endsWith(path, ".yml");
    if (!csv && !yaml) {
        const auto text = cli::readTextFile(path);
        if (!text)
            return text.error();
        return openDefinition(*text, path, current);
    }
    if (!current)
        return needsWorkflow(path);
    cli::Casebook casebook = *casebookOf(*current);
    Status joined;
    if (csv) {
        auto table = readCsvFile(path);
        if (!table)
            return table.error();
        if (!casebook.mapping)
            return Error {ErrorCode::Conflict, "has no mapping to this workflow's input", path, {}, 0, 0, "open a mapping (YAML) as well"};
        joined = casebook.addData(std::make_shared<const DataTable>(std::move(table).value()), *casebook.mapping);
    } else if (auto mapping = Mapping::readFile(path); mapping && casebook.table) {
        joined = casebook.addData(casebook.table, std::move(mapping).value());
    } else {
        auto text = cli::readTextFile(path);
        if (!text)
            return text.error();
        joined = casebook.addPolicy({path, path, std::move(text).value()});
    }
    if (!joined)
        return joined.error();
    return documentOf(std::move(casebook), current->sampleId);
}

std::vector<std::string> outputsOf(const TaskRegistry* tasks, std::string_view taskType)
{
    const TaskHandler* handler = tasks ? tasks->find(taskType) : nullptr;
    std::vector<std::string> names;
    if (handler) {
        for (const FieldSpec& output : handler->description().outputs)
            names.push_back(output.name);
    }
    return names;
}

Result<ui::Document> withMapping(const ui::Document& document, const std::string& yaml, const std::string& source)
{
    cli::Casebook casebook = *casebookOf(document);
    auto mapping = Mapping::parse(yaml, source);
    if (!mapping)
        return std::move(mapping).error();
    if (Status added = casebook.addData(casebook.table, std::move(mapping).value()); !added)
        return std::move(added).error();
    return documentOf(std::move(casebook), document.sampleId);
}

Result<RehearsalSetup> prepare(const ui::Document& document, const ui::RehearsalChoice& choice)
{
    cli::RehearsalRequest request;
    request.row = choice.applicant;
    request.policy = choice.policy;
    request.mocks = choice.mocks;
    request.input = choice.applicant ? Value::object() : choice.input;
    return cli::prepareRehearsal(*casebookOf(document), request);
}

/// A worker inside the window: its log is kept for the log view and goes nowhere else.
Result<ui::RunningWorker> startWorker(const ui::WorkerChoice& choice)
{
    SettingsReport settings;
    if (!choice.rehearsing || !choice.configFile.empty()) {
        settings = cli::settingsOf(choice.configFile, choice.server, processEnvironment());
        if (!settings.ok())
            return settings.errors.front();
    }
    struct Held {
        SystemClock clock;
        std::shared_ptr<RecentLog> recent = std::make_shared<RecentLog>();
        std::unique_ptr<Logger> log;
        std::unique_ptr<WorkerService> service;   // last: it writes into the log to its end
    };
    auto setup = cli::prepareService(settings.settings, {.rehearsing = choice.rehearsing});
    if (!setup)
        return setup.error();
    const auto held = std::make_shared<Held>();
    held->log = std::make_unique<Logger>(held->clock, settings.settings.logging);
    held->log->addSink(held->recent);
    setup->logger = held->log.get();
    held->service = std::make_unique<WorkerService>(std::move(setup).value());
    if (auto started = held->service->start(); !started)
        return started.error();
    return ui::RunningWorker {.control = std::shared_ptr<ServiceControl>(held, held->service.get()), .log = held->recent,
        .drain = [worker = std::weak_ptr(held)](std::function<void()> done) {
            const auto running = worker.lock();
            if (running)
                running->service->drain([done](const DrainReport&) { done(); });
            else
                done();
        }};
}

}  // namespace

ui::Services windowServices()
{
    ui::Services services;
    services.samples = &sampleInfos;
    services.openSample = &openSample;
    services.openFile = &openFile;
    services.openText = [](const std::string& text, const ui::DocumentPtr& current) { return openDefinition(text, {}, current); };
    services.prepare = &prepare;
    services.sessionFolder = (QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/sessions")).toStdString();
    services.outputsOf = [tasks = std::shared_ptr<const TaskRegistry>()](std::string_view taskType) mutable {
        if (!tasks) {
            auto made = cli::serviceTasks({});
            tasks = made ? std::move(made).value() : std::make_shared<const TaskRegistry>();
        }
        return outputsOf(tasks.get(), taskType);
    };
    services.replay = replayServices();
    services.replay.withMapping = &withMapping;
    services.monitor.start = &startWorker;
    services.monitor.samples = &cli::sampleStarts;
    return services;
}

}  // namespace baton
