// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include "cli/arguments.h"
#include "cli/recordfile.h"
#include "cli/sentences.h"
#include "engine/value/json.h"

#include <ostream>

namespace baton::cli {

namespace {

constexpr std::string_view kHelp = R"(baton explain EXECUTION [TASK] [--from PLACE | --into PLACE] [--json]

Says why a recorded execution stands where it stands, or why one of its tasks is as it is: what it waits for, why it failed,
why this branch was taken or never reached. TASK is a reference name. EXECUTION is JSON as a server shows it, a journal or a
bundle.

  --from PLACE   where a value came from: dti.output.ratio, workflow.variables.x, workflow.output.decision
  --into PLACE   what it went into
  --json         the meaning instead of sentences: code, task, facts

Exit codes: 0 told, 1 there is no such task or value, 2 wrong usage.
)";

int tellChain(const Arguments& arguments, const Journal& journal, const World& world, const Execution& execution, Streams streams)
{
    const bool forward = arguments.has("--into");
    const auto place = valueRefFrom(arguments.value(forward ? "--into" : "--from"), execution);
    if (!place)
        return report(place.error(), streams);
    Provenance provenance(journal);
    const auto steps = forward ? provenance.uses(*place, journal.size()) : provenance.origins(*place, journal.size());
    std::vector<Value> list;
    for (const ProvenanceStep& step : steps) {
        if (!arguments.has("--json")) {
            streams.out << line(step, world) << '\n';
            continue;
        }
        list.push_back(Value::object({{"place", describe(step.at, world)}, {"workflowId", step.at.workflowId}, {"kind", toText(step.kind)},
                                      {"value", step.value}, {"expression", step.expression}, {"depth", step.depth}}));
    }
    if (arguments.has("--json"))
        streams.out << toPrettyJson(Value::array(std::move(list))) << '\n';
    return !steps.empty() && steps.front().kind != OriginKind::Unknown ? kDone : kFailed;
}

int tellWhy(const Arguments& arguments, const World& world, const Execution& execution, Streams streams)
{
    const auto& operands = arguments.operands();
    const auto all = operands.size() > 1 ? explainReference(world, execution.workflowId, operands[1]) : explainExecution(world, execution.workflowId);
    bool known = !all.empty();
    std::vector<Value> list;
    for (const Explanation& one : all) {
        known = known && one.why != Why::NeverReached;
        if (arguments.has("--json"))
            list.push_back(Value::object({{"why", toText(one.why)}, {"workflowId", one.workflowId}, {"task", one.reference}, {"facts", one.facts}}));
        else
            streams.out << sentence(one, world.now) << '\n';
    }
    if (arguments.has("--json"))
        streams.out << toPrettyJson(Value::array(std::move(list))) << '\n';
    return known ? kDone : kFailed;
}

}  // namespace

int runExplain(const std::vector<std::string>& words, Streams streams)
{
    const auto arguments = Arguments::parse(words, {{"--from", true}, {"--into", true}, {"--json"}, {"--help"}});
    if (!arguments)
        return reportUsage(arguments.error(), streams);
    if (arguments->has("--help")) {
        streams.out << kHelp;
        return kDone;
    }
    if (arguments->operands().empty() || arguments->operands().size() > 2)
        return reportUsage({ErrorCode::InvalidArgument, "explain needs an execution and at most one task", {}, {}, 0, 0, "see baton explain --help"}, streams);
    const auto journal = readRecord(arguments->operands().front());
    if (!journal)
        return report(journal.error(), streams);
    const World world = worldAfter(*journal, journal->size());
    const Execution* execution = world.order.empty() ? nullptr : world.find(world.order[0]);
    if (!execution)
        return report({ErrorCode::InvalidArgument, "the record holds no execution", arguments->operands().front()}, streams);
    if (arguments->has("--from") || arguments->has("--into"))
        return tellChain(*arguments, *journal, world, *execution, streams);
    return tellWhy(*arguments, world, *execution, streams);
}

}  // namespace baton::cli
