// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include "cli/arguments.h"
#include "cli/sentences.h"
#include "cli/textfile.h"
#include "engine/debugger/bundle.h"
#include "engine/debugger/replayproof.h"
#include "engine/model/codec.h"
#include "engine/value/json.h"

#include <ostream>

namespace baton::cli {

namespace {

constexpr std::string_view kHelp = R"(baton verify FILE... [--json]

Of an execution as a server shows it (JSON, tasks included): does our engine, given what its workers answered, schedule
exactly the same tasks, in the same order, with the same input? The first mismatch is named. Several files give a score.
Of a bundle: is every event as it was written (its hash chain), and do they fold to the same state?

  --json   one object a file: file, verdict, tasks, field, recordedTask, ourTask, recorded, ours, why

Verdicts: same; different; unprovable (its history was overwritten by a rerun, or it does not hold its definition).
Exit codes: 0 all the same, 1 something differs or was changed, 2 wrong usage.
)";

struct Finding {
    std::string file;
    std::string verdict;     // same, different, unprovable, intact, error
    ReplayProof proof;
    std::string message;
};

std::string_view wordOf(ReplayProof::Verdict verdict)
{
    switch (verdict) {
    case ReplayProof::Verdict::Same: return "same";
    case ReplayProof::Verdict::Different: return "different";
    case ReplayProof::Verdict::Unprovable: return "unprovable";
    }
    return {};
}

Finding failure(const std::string& path, Error error)
{
    return {path, "error", {}, std::move(error).in(path).oneLine()};
}

void prove(std::vector<Finding>& all, const std::string& path, const Value& json)
{
    const Value& inner = json["execution"];
    auto execution = executionFrom(inner.isObject() ? inner : json);
    if (!execution) {
        all.push_back(failure(path, execution.error()));
        return;
    }
    Finding found {path, {}, proveReplay(**execution), {}};
    found.verdict = wordOf(found.proof.verdict);
    if (const auto& mismatch = found.proof.mismatch)
        found.message = mismatch->field + " of task " + std::to_string(mismatch->index + 1) + " (" + mismatch->recordedTask.str() + "): recorded "
            + brief(mismatch->recorded, 120) + ", ours " + (mismatch->ourTask == mismatch->recordedTask ? "" : mismatch->ourTask.str() + " ")
            + brief(mismatch->ours, 120);
    if (!found.proof.why.empty() && found.proof.mismatch)
        found.message = found.proof.why + " (" + found.message + ")";
    if (!found.proof.mismatch)
        found.message = found.proof.why.empty() ? std::to_string(found.proof.tasks) + " tasks" : found.proof.why;
    all.push_back(std::move(found));
}

void verify(std::vector<Finding>& all, const std::string& path)
{
    const auto text = readTextFile(path);
    if (!text) {
        all.push_back(failure(path, text.error()));
        return;
    }
    if (looksLikeBundle(*text)) {
        const auto bundle = readBundle(*text);
        if (!bundle)
            all.push_back(failure(path, bundle.error()));
        else
            all.push_back({path, "intact", {}, std::to_string(bundle->journal.size()) + " events, every hash as written"});
        return;
    }
    const auto json = parseJson(*text);
    if (!json) {
        all.push_back(failure(path, json.error()));
        return;
    }
    if (!json->isArray())
        return prove(all, path, *json);
    for (const Value& one : json->items())
        prove(all, path, one);
}

Value toValue(const Finding& finding)
{
    Value made = Value::object({{"file", finding.file}, {"verdict", finding.verdict}, {"tasks", finding.proof.tasks}, {"why", finding.message}});
    if (const auto& mismatch = finding.proof.mismatch)
        made = std::move(made).with("field", mismatch->field).with("index", mismatch->index).with("recordedTask", mismatch->recordedTask)
            .with("ourTask", mismatch->ourTask).with("recorded", mismatch->recorded).with("ours", mismatch->ours);
    return made;
}

}  // namespace

int runVerify(const std::vector<std::string>& words, Streams streams)
{
    const auto arguments = Arguments::parse(words, {{"--json"}, {"--help"}});
    if (!arguments)
        return reportUsage(arguments.error(), streams);
    if (arguments->has("--help")) {
        streams.out << kHelp;
        return kDone;
    }
    if (arguments->operands().empty())
        return reportUsage({ErrorCode::InvalidArgument, "verify needs at least one file", {}, {}, 0, 0, "see baton verify --help"}, streams);
    std::vector<Finding> all;
    for (const std::string& path : arguments->operands())
        verify(all, path);
    std::size_t same = 0;
    std::size_t unprovable = 0;
    std::vector<Value> list;
    for (const Finding& one : all) {
        same += one.verdict == "same" || one.verdict == "intact" ? 1U : 0U;
        unprovable += one.verdict == "unprovable" ? 1U : 0U;
        if (arguments->has("--json"))
            list.push_back(toValue(one));
        else
            streams.out << one.verdict << ": " << one.file << ": " << one.message << '\n';
    }
    if (arguments->has("--json"))
        streams.out << toPrettyJson(Value::array(std::move(list))) << '\n';
    else if (all.size() > 1)
        streams.out << "score: " << same << " of " << all.size() << " the same, " << unprovable << " unprovable, "
                    << all.size() - same - unprovable << " different\n";
    return same + unprovable == all.size() ? kDone : kFailed;
}

}  // namespace baton::cli
