// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/replayrunfile.h"

#include "baton/version.h"
#include "cli/textfile.h"
#include "engine/replay/dataformats.h"
#include "engine/replay/sampling.h"
#include "engine/value/json.h"

#include <QCryptographicHash>

#include <array>
#include <charconv>
#include <cstdio>

namespace baton::cli {

namespace {

constexpr int kFormat = 1;

std::string hex(std::uint64_t number)
{
    std::array<char, 20> text {};
    std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(number));
    return text.data();
}

Value fileOf(const std::string& path, const std::string& text)
{
    return Value::object({{"path", path}, {"sha256", sha256(text)}, {"text", text}});
}

Status addData(Casebook& casebook, ReplaySources& sources)
{
    if (sources.dataPath.empty())
        return {};
    auto text = readTextFile(sources.dataPath);
    if (!text)
        return std::move(text).error();
    const std::string hash = sha256(*text);
    if (!sources.dataHash.empty() && hash != sources.dataHash)
        return Error {ErrorCode::Conflict, "is not the data set it was: its hash has changed", sources.dataPath, {}, 0, 0, "give the file the run was made with"};
    sources.dataHash = hash;
    auto table = parseData(*text, sources.dataPath);
    if (!table)
        return std::move(table).error();
    auto mapping = Mapping::parse(sources.mappingText, sources.mappingPath);
    if (!mapping)
        return std::move(mapping).error();
    return casebook.addData(std::make_shared<const DataTable>(std::move(table).value()), std::move(mapping).value());
}

}  // namespace

std::string sha256(std::string_view bytes)
{
    const QByteArray view = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return QCryptographicHash::hash(view, QCryptographicHash::Sha256).toHex().toStdString();
}

Result<Casebook> casebookOf(ReplaySources& sources)
{
    const std::string sample = sources.sample.empty() ? "underwriting-full" : sources.sample;
    auto casebook = sources.workflowText.empty() ? Casebook::fromSample(sample) : Casebook::fromDefinition(sources.workflowText, sources.workflowPath);
    if (!casebook)
        return casebook;
    if (sources.dataPath.empty() && !sources.workflowText.empty()) {
        const auto shipped = Casebook::fromSample(sample);
        if (!shipped)
            return shipped;
        if (Status added = casebook->addData(shipped->table, *shipped->mapping); !added)
            return std::move(added).error();
    }
    if (Status added = addData(*casebook, sources); !added)
        return std::move(added).error();
    return casebook;
}

Result<ReplayPlan> planOf(const ReplaySources& sources, const Casebook& casebook, unsigned threads)
{
    ReplayRequest request;
    request.threads = threads;
    request.seed = sources.seed;
    request.answers = sources.answers;
    const std::size_t all = casebook.table ? casebook.table->rows.size() : 0;
    if (sources.draw != 0)
        request.rows = drawRows(all, sources.draw, sources.seed);
    else if (sources.limit != 0)
        request.rows = drawRows(std::min(all, sources.limit), all, sources.seed);
    Casebook own = casebook;
    if (!sources.policies.empty()) {
        own.policies = sources.policies;
        for (const PolicyText& policy : own.policies)
            request.policies.push_back(policy.id);
    }
    return prepareReplay(own, request);
}

Value runFileOf(const ReplaySources& sources, const ReplayPlan& plan, const OutcomeTable& table)
{
    std::vector<Value> policies;
    for (std::size_t i = 0; i < plan.variants.size(); ++i) {
        const ReplayVariant& variant = plan.variants[i];
        Value policy = i < sources.policies.size() ? fileOf(sources.policies[i].source, sources.policies[i].text) : Value::object();
        policies.push_back(std::move(policy).with("name", variant.name).with("label", variant.policy).with("hash", variant.policyHash)
                               .with("id", i < sources.policies.size() ? sources.policies[i].id : variant.policySource));
    }
    Value answers = Value::object();
    for (const StandingAnswer& answer : plan.answers)
        answers = std::move(answers).with(Key(answer.referenceName.view()), answer.output);
    Value file = Value::object({{"baton", kVersion}, {"format", kFormat}});
    file = std::move(file).with("sample", sources.sample.empty() && sources.dataPath.empty() ? "underwriting-full" : sources.sample);
    if (!sources.dataPath.empty())
        file = std::move(file).with("data", Value::object({{"path", sources.dataPath}, {"sha256", sources.dataHash}}))
                   .with("mapping", fileOf(sources.mappingPath, sources.mappingText));
    if (!sources.workflowText.empty())
        file = std::move(file).with("workflow", fileOf(sources.workflowPath, sources.workflowText));
    return std::move(file).with("policies", Value::array(std::move(policies))).with("answers", answers)
        .with("limit", sources.limit).with("draw", sources.draw).with("seed", std::to_string(sources.seed))
        .with("result", Value::object({{"rows", table.size()}, {"bad_rows", table.badRows.size()}, {"digest", hex(table.digest())}}));
}

Result<ReplaySources> sourcesFrom(const Value& file, const std::string& path)
{
    const auto wrong = [&](const char* field, const char* message) {
        return Error {ErrorCode::InvalidArgument, message, path, field, 0, 0, "give a file that --run-file wrote"};
    };
    if (file["format"].asInteger() != kFormat)
        return wrong("format", "is no run file of a format this program knows");
    ReplaySources sources;
    sources.sample = file["sample"].asText();
    sources.dataPath = file["data"]["path"].asText();
    sources.dataHash = file["data"]["sha256"].asText();
    sources.mappingPath = file["mapping"]["path"].asText();
    sources.mappingText = file["mapping"]["text"].asText();
    sources.workflowPath = file["workflow"]["path"].asText();
    sources.workflowText = file["workflow"]["text"].asText();
    for (const Value& policy : file["policies"].items()) {
        PolicyText text {std::string(policy["id"].asText()), std::string(policy["path"].asText()), std::string(policy["text"].asText())};
        if (text.text.empty() || sha256(text.text) != policy["sha256"].asText())
            return wrong("policies", "a policy in it is not what it was");
        sources.policies.push_back(std::move(text));
    }
    for (const Member& answer : file["answers"].members())
        sources.answers.push_back({Text(answer.key.view()), answer.value});
    sources.limit = static_cast<std::size_t>(std::max<std::int64_t>(0, file["limit"].asInteger()));
    sources.draw = static_cast<std::size_t>(std::max<std::int64_t>(0, file["draw"].asInteger()));
    const auto number = [](std::string_view text, int base) {
        std::uint64_t value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value, base);
        return value;
    };
    sources.seed = number(file["seed"].asText("1"), 10);
    sources.digest = number(file["result"]["digest"].asText(), 16);
    return sources;
}

}  // namespace baton::cli
