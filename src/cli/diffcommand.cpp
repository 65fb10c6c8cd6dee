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

constexpr std::string_view kHelp = R"(baton diff A B [--json]

Compares two runs: executions as a server shows them (JSON), journals or bundles. Aligns them by task, iteration and attempt
and names first what made them part; ids, times and worker names are no differences.

  --json   the differences as a list: kind, task, attempt, changes; the first is the cause

Exit codes: 0 alike, 1 they differ, 2 wrong usage.
)";

Value toValue(const Comparison& comparison, const Difference& difference)
{
    std::vector<Value> changes;
    for (const Change& change : difference.changes)
        changes.push_back(Value::object({{"path", change.path.text()}, {"before", change.before}, {"after", change.after}}));
    Value made = Value::object({{"kind", toText(difference.kind)}});
    if (difference.task != Difference::kNone) {
        const TaskPair& pair = comparison.tasks[difference.task];
        made = std::move(made).with("task", pair.name).with("attempt", pair.attempt);
    }
    return std::move(made).with("changes", Value::array(std::move(changes)));
}

}  // namespace

int runDiff(const std::vector<std::string>& words, Streams streams)
{
    const auto arguments = Arguments::parse(words, {{"--json"}, {"--help"}});
    if (!arguments)
        return reportUsage(arguments.error(), streams);
    if (arguments->has("--help")) {
        streams.out << kHelp;
        return kDone;
    }
    if (arguments->operands().size() != 2)
        return reportUsage({ErrorCode::InvalidArgument, "diff needs two files", {}, {}, 0, 0, "see baton diff --help"}, streams);
    const auto a = readRecord(arguments->operands()[0]);
    const auto b = readRecord(arguments->operands()[1]);
    if (!a || !b)
        return report(!a ? a.error() : b.error(), streams);
    const Comparison comparison = compareRuns({&*a, {}}, {&*b, {}});
    if (arguments->has("--json")) {
        std::vector<Value> list;
        for (const Difference& one : comparison.differences)
            list.push_back(toValue(comparison, one));
        streams.out << toPrettyJson(Value::array(std::move(list))) << '\n';
        return comparison.isEqual() ? kDone : kFailed;
    }
    if (comparison.isEqual()) {
        streams.out << "alike: " << comparison.tasks.size() << " tasks\n";
        return kDone;
    }
    streams.out << "first: " << line(comparison, comparison.differences[comparison.cause]) << '\n';
    for (std::size_t i = 0; i < comparison.differences.size(); ++i) {
        if (i != comparison.cause)
            streams.out << "then:  " << line(comparison, comparison.differences[i]) << '\n';
    }
    return kFailed;
}

}  // namespace baton::cli
