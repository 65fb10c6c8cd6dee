// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/commands.h"

#include "cli/arguments.h"
#include "cli/casebook.h"
#include "cli/textfile.h"
#include "cli/trace.h"
#include "engine/model/codec.h"
#include "engine/value/json.h"

#include <ostream>

namespace baton::cli {

namespace {

constexpr std::string_view kHelp = R"(baton run WORKFLOW [options]
baton run --sample underwriting [options]

Rehearses one run on a virtual clock and prints how it ended.

  --input FILE        the workflow's input, a JSON object; '-' is standard input
  --input KEY=VALUE   one member of it (VALUE is JSON, else text); may be repeated
  --data FILE --map FILE   take the input and the recorded facts from a data set
  --case N            its row, from 1 (default 1)
  --policy NAME|FILE  decide by this policy (standard-1, cautious-1 or a YAML file)
  --mock FILE         canned answers: {reference name or task type: [{status, output}]}
  --seed N            of ids and simulated facts (default 1)
  --trace             print each step as a table
  --json              print the execution as a server would show it

Exit codes: 0 completed, 1 it failed or waits for an answer, 2 wrong usage, 3 the environment lacks something.
)";

struct RunRequest {
    Casebook casebook;
    RehearsalRequest rehearsal;
};

Status addInput(Value& input, const std::string& word)
{
    const auto equals = word.find('=');
    if (equals != std::string::npos && equals > 0) {
        const std::string text = word.substr(equals + 1);
        auto value = parseJson(text);
        input = std::move(input).with(Key(word.substr(0, equals)), value ? std::move(value).value() : Value(text));
        return {};
    }
    const auto text = readTextFile(word);
    if (!text)
        return text.error();
    auto object = parseJson(*text);
    if (!object)
        return Error(object.error()).in(word);
    if (!object->isObject())
        return Error {ErrorCode::InvalidArgument, "the input must be a JSON object", word, {}, 1, 0, "put the members in { }"};
    input = input.mergedWith(*object);
    return {};
}

Result<Casebook> openCasebook(const Arguments& arguments)
{
    if (arguments.has("--sample"))
        return Casebook::fromSample(arguments.value("--sample"));
    const std::string& path = arguments.operands().front();
    const auto text = readTextFile(path);
    if (!text)
        return text.error();
    return Casebook::fromDefinition(*text, path);
}

Status addFiles(Casebook& casebook, const Arguments& arguments)
{
    if (arguments.has("--data")) {
        auto table = readCsvFile(arguments.value("--data"));
        if (!table)
            return table.error();
        auto mapping = Mapping::readFile(arguments.value("--map"));
        if (!mapping)
            return mapping.error();
        return casebook.addData(std::make_shared<const DataTable>(std::move(table).value()), std::move(mapping).value());
    }
    return {};
}

Result<RunRequest> requestFrom(const Arguments& arguments)
{
    auto casebook = openCasebook(arguments);
    if (!casebook)
        return casebook.error();
    RunRequest request {std::move(casebook).value(), {}};
    if (auto added = addFiles(request.casebook, arguments); !added)
        return added.error();
    request.rehearsal.input = Value::object();
    for (const std::string& word : arguments.values("--input"))
        if (auto added = addInput(request.rehearsal.input, word); !added)
            return added.error();
    const auto row = arguments.number("--case", 1, 1, 1'000'000'000);
    const auto seed = arguments.number("--seed", 1, 0, INT64_MAX);
    if (!row || !seed)
        return !row ? row.error() : seed.error();
    if (request.casebook.table)
        request.rehearsal.row = static_cast<std::size_t>(*row - 1);
    request.rehearsal.seed = static_cast<std::uint64_t>(*seed);
    request.rehearsal.policy = arguments.value("--policy");
    request.rehearsal.mockFile = arguments.value("--mock");
    return request;
}

std::optional<Error> wrongUsage(const Arguments& arguments)
{
    const auto usage = [](const char* message) { return Error {ErrorCode::InvalidArgument, message, {}, {}, 0, 0, "see baton run --help"}; };
    if (arguments.has("--sample") != arguments.operands().empty())
        return usage(arguments.has("--sample") ? "run takes a sample or a file, not both" : "run needs a workflow file");
    if (arguments.operands().size() > 1)
        return usage("run takes one workflow file");
    if (arguments.has("--data") != arguments.has("--map"))
        return usage("--data and --map go together");
    if (arguments.has("--case") && !arguments.has("--data") && !arguments.has("--sample"))
        return usage("--case needs a data set");
    for (const std::string_view option : {"--case", "--seed"})
        if (const auto number = arguments.number(option, 1, option == "--case" ? 1 : 0, INT64_MAX); !number)
            return number.error();
    return std::nullopt;
}

int finish(const Rehearsal& rehearsal, const Arguments& arguments, Streams streams)
{
    const Execution* execution = rehearsal.world().find(rehearsal.mainWorkflowId());
    if (arguments.has("--trace"))
        printTrace(streams.out, rehearsal);
    if (arguments.has("--json") && execution != nullptr)
        streams.out << toPrettyJson(toValue(*execution, rehearsal.world().now)) << '\n';
    else
        printSummary(streams.out, rehearsal);
    return execution != nullptr && execution->status == WorkflowStatus::Completed ? kDone : kFailed;
}

}  // namespace

int runRun(const std::vector<std::string>& words, Streams streams)
{
    const auto arguments = Arguments::parse(words, {{"--input", true, true}, {"--data", true}, {"--map", true}, {"--case", true},
                                                    {"--policy", true}, {"--mock", true}, {"--seed", true}, {"--sample", true},
                                                    {"--trace"}, {"--json"}, {"--help"}});
    if (!arguments)
        return reportUsage(arguments.error(), streams);
    if (arguments->has("--help")) {
        streams.out << kHelp;
        return kDone;
    }
    if (const auto wrong = wrongUsage(*arguments))
        return reportUsage(*wrong, streams);
    const auto request = requestFrom(*arguments);
    if (!request)
        return report(request.error(), streams);
    auto setup = prepareRehearsal(request->casebook, request->rehearsal);
    if (!setup)
        return report(setup.error(), streams);
    const auto rehearsal = Rehearsal::start(std::move(setup).value());
    if (!rehearsal)
        return report(rehearsal.error(), streams);
    const StepReport last = (*rehearsal)->run();
    if (last.stop == StepReport::Stop::Failed)
        return report({ErrorCode::Internal, last.detail.str()}, streams);
    return finish(**rehearsal, *arguments, streams);
}

}  // namespace baton::cli
