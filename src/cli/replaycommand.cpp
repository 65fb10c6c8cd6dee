// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/commands.h"

#include "cli/arguments.h"
#include "cli/replayoutput.h"
#include "cli/replayquestions.h"
#include "cli/replayreport.h"
#include "cli/replayrunfile.h"
#include "cli/textfile.h"
#include "engine/replay/analysis/metrics.h"
#include "engine/replay/batchreplay.h"
#include "engine/replay/sampling.h"
#include "engine/value/json.h"

#include <QFile>

#include <atomic>
#include <fstream>
#include <mutex>
#include <ostream>
#include <sstream>
#include <unistd.h>

namespace baton::cli {

namespace {

constexpr std::string_view kHelp = R"(baton replay DATA --map FILE [options]
baton replay --sample underwriting-full [options]
baton replay --run FILE.json [options]

Runs every row of a data set (CSV, JSON lines, JSON) through the whole workflow, once for each policy, and compares.

  --map FILE           how rows become cases (docs/mapping.md)
  --workflow FILE      the workflow's definition (default: the full underwriting workflow)
  --policy NAME|FILE   a policy to decide by; may be repeated: A, B, ... (default: standard-1 and cautious-1)
  --answer REF=JSON    what a task that waits for a person is answered; may be repeated (default: the run stops there)
  --limit N | --draw N only the first N rows | N rows drawn by the seed
  --threads N          (default: one for each processor; the result is the same with any number)
  --seed N             of ids, drawing and pseudonyms (default 1)
  --out FILE           rows with decisions, by the name .csv or .jsonl; '-' is CSV on standard output
  --report FILE.html   one file with tables, charts, settings and hashes
  --run-file FILE      writes what makes this replay again; --run FILE makes it and says whether the result is the same
  --fail-if EXPR       a gate, such as 'flip_rate > 0.02'; may be repeated
  --split-flips        which changed parameter how many changed decisions go back to
  --sweep PATH=FROM:TO[:POINTS]   the first policy with a number at several values; twice: two-way
  --what-if ROW        what would have to change in a row's facts for an approval, each proven by a run
  --pin FILE | --check-pins FILE   keeps every row's decision (of the last policy) | checks them
  --unmasked           personal data as it is; by default it becomes pseudonyms
  --json               the figures as JSON instead of text

Exit codes: 0 done, 1 it failed, a gate held or a pinned case changed, 2 wrong usage.
)";

std::optional<Error> wrongUsage(const Arguments& arguments)
{
    const auto usage = [](const char* message) { return Error {ErrorCode::InvalidArgument, message, {}, {}, 0, 0, "see baton replay --help"}; };
    const int ways = (arguments.has("--sample") ? 1 : 0) + (arguments.has("--run") ? 1 : 0) + (arguments.operands().empty() ? 0 : 1);
    if (ways != 1)
        return usage(ways == 0 ? "replay needs a data set" : "replay takes a data set, --sample or --run, one of them");
    if (arguments.operands().size() > 1)
        return usage("replay takes one data set");
    if (!arguments.operands().empty() && !arguments.has("--map"))
        return usage("a data set needs --map FILE");
    if (arguments.has("--limit") && arguments.has("--draw"))
        return usage("take --limit or --draw, not both");
    for (const std::string_view option : {"--threads", "--limit", "--draw", "--seed"})
        if (const auto number = arguments.number(option, 1, option == "--seed" ? 0 : 1, option == "--threads" ? 256 : INT64_MAX); !number)
            return number.error();
    return std::nullopt;
}

Status readInto(std::string& path, std::string& text, const std::string& file)
{
    if (file.empty())
        return {};
    auto read = readTextFile(file);
    if (!read)
        return std::move(read).error();
    path = file;
    text = std::move(read).value();
    return {};
}

Result<std::vector<StandingAnswer>> answersFrom(const std::vector<std::string>& words)
{
    std::vector<StandingAnswer> answers;
    for (const std::string& word : words) {
        const auto equals = word.find('=');
        auto output = equals == std::string::npos ? Result<Value>(Error {}) : parseJson(std::string_view(word).substr(equals + 1));
        if (!output || !output->isObject())
            return Error {ErrorCode::InvalidArgument, "--answer takes REFERENCE={...}, not '" + word + "'", {}, {}, 0, 0, "write --answer 'manual_review={\"decision\": \"approved\"}'"};
        answers.push_back({Text(word.substr(0, equals)), std::move(output).value()});
    }
    return answers;
}

Result<ReplaySources> sourcesOf(const Arguments& arguments)
{
    if (arguments.has("--run")) {
        const std::string path = arguments.value("--run");
        const auto text = readTextFile(path);
        if (!text)
            return text.error();
        const auto file = parseJson(*text);
        if (!file)
            return Error(file.error()).in(path);
        return sourcesFrom(*file, path);
    }
    ReplaySources sources;
    sources.sample = arguments.value("--sample");
    if (!arguments.operands().empty())
        sources.dataPath = arguments.operands().front();
    if (Status read = readInto(sources.mappingPath, sources.mappingText, arguments.value("--map")); !read)
        return std::move(read).error();
    if (Status read = readInto(sources.workflowPath, sources.workflowText, arguments.value("--workflow")); !read)
        return std::move(read).error();
    auto answers = answersFrom(arguments.values("--answer"));
    if (!answers)
        return std::move(answers).error();
    sources.answers = std::move(answers).value();
    Casebook shipped;
    shipped.policies = shippedPolicies();
    std::vector<std::string> ids = arguments.values("--policy");
    if (ids.empty())
        ids = {"standard-1", "cautious-1"};
    for (const std::string& id : ids) {
        auto policy = findPolicy(shipped, id);
        if (!policy)
            return std::move(policy).error();
        sources.policies.push_back(std::move(policy).value());
    }
    sources.limit = static_cast<std::size_t>(arguments.number("--limit", 0, 1, INT64_MAX).valueOr(0));
    sources.draw = static_cast<std::size_t>(arguments.number("--draw", 0, 1, INT64_MAX).valueOr(0));
    sources.seed = static_cast<std::uint64_t>(arguments.number("--seed", 1, 0, INT64_MAX).valueOr(1));
    return sources;
}

/// Says on a terminal how far it is, at most once a second.
class ProgressLine {
public:
    explicit ProgressLine(std::ostream& err) : m_err(err), m_shown(isatty(STDERR_FILENO) != 0) { }
    void tell(const ReplayProgress& now)
    {
        const std::lock_guard lock(m_mutex);
        const auto second = static_cast<std::int64_t>(now.rowsPerSecond > 0 ? static_cast<double>(now.done) / now.rowsPerSecond : 0);
        if (!m_shown || (second == m_second && now.done < now.total))
            return;
        m_second = second;
        m_err << '\r' << now.done << " of " << now.total << " rows, " << static_cast<std::int64_t>(now.rowsPerSecond) << " a second, "
              << static_cast<std::int64_t>(now.secondsLeft) << " s left   " << (now.done == now.total ? "\n" : "") << std::flush;
    }

private:
    std::ostream& m_err;
    const bool m_shown;
    std::mutex m_mutex;            // guards what follows: worker threads tell
    std::int64_t m_second = -1;
};

Status writeFile(const std::string& path, const std::function<void(std::ostream&)>& write)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    if (file)
        write(file);
    file.flush();
    if (!file)
        return Error {ErrorCode::IoError, "cannot be written", path, {}, 0, 0, "check the folder and its permissions"};
    return {};
}

bool endsWith(std::string_view name, std::string_view end) { return name.size() >= end.size() && name.substr(name.size() - end.size()) == end; }

Status writeOutputs(const Arguments& arguments, const ReplaySources& sources, const ReplayPlan& plan, const OutcomeTable& table, Streams streams)
{
    OutputSettings settings;
    settings.masked = !arguments.has("--unmasked");
    settings.seed = sources.seed;
    Status done;
    if (const std::string out = arguments.value("--out"); out == "-")
        writeCsv(streams.out, table, plan, settings);
    else if (!out.empty())
        done = writeFile(out, [&](std::ostream& file) {
            endsWith(out, ".jsonl") || endsWith(out, ".ndjson") ? writeJsonLines(file, table, plan, settings) : writeCsv(file, table, plan, settings);
        });
    if (done && arguments.has("--report"))
        done = writeFile(arguments.value("--report"), [&](std::ostream& file) { file << replayReport(sources, plan, table); });
    if (done && arguments.has("--run-file"))
        done = writeFile(arguments.value("--run-file"), [&](std::ostream& file) { file << toPrettyJson(runFileOf(sources, plan, table)) << '\n'; });
    if (done && arguments.has("--pin"))
        done = writeFile(arguments.value("--pin"), [&](std::ostream& file) {
            file << toPrettyJson(pinsValue(pinCases(table, *plan.data, plan.mapping.idColumn, plan.variants.size() - 1, drawRows(table.size(), table.size(), 1)))) << '\n';
        });
    return done;
}

/// What decides about the exit code once everything has run: gates, pins, a run that should have come out the same.
int judge(const Arguments& arguments, const ReplaySources& sources, const ReplayPlan& plan, const OutcomeTable& table, const std::vector<Metric>& metrics, Streams streams)
{
    int code = kDone;
    for (const std::string& gate : arguments.values("--fail-if")) {
        const auto held = holds(gate, metrics);
        if (!held)
            return reportUsage(held.error(), streams);
        if (*held)
            code = report({ErrorCode::Conflict, "the gate '" + gate + "' holds", {}, {}, 0, 0, "see the figures above"}, streams);
    }
    if (arguments.has("--check-pins")) {
        const std::string path = arguments.value("--check-pins");
        const auto text = readTextFile(path);
        const auto json = text ? parseJson(*text) : Result<Value>(text.error());
        const auto pins = json ? pinsFrom(*json) : Result<std::vector<PinnedCase>>(json.error());
        if (!pins)
            return report(Error(pins.error()).in(path), streams);
        for (const PinFault& fault : brokenPins(*pins, table, *plan.data, plan.mapping.idColumn, plan.variants.size() - 1))
            code = report({ErrorCode::Conflict, "case " + fault.id + ": " + fault.what, path, {}, 0, 0, "pin it again where that is meant"}, streams);
    }
    if (sources.digest != 0 && sources.digest != table.digest())
        code = report({ErrorCode::Conflict, "the result is not the one the run file tells of", arguments.value("--run"), {}, 0, 0, "compare program versions"}, streams);
    return code;
}

void printFigures(const Arguments& arguments, const ReplayPlan& plan, const OutcomeTable& table, const std::vector<Metric>& metrics, std::ostream& out)
{
    if (!arguments.has("--json")) {
        writeSummary(out, table, plan);
        return;
    }
    ObjectBuilder object(metrics.size());
    for (const Metric& metric : metrics)
        object.set(Key(metric.name), metric.value != metric.value ? Value() : Value(metric.value));
    out << toPrettyJson(std::move(object).build()) << '\n';
}

Status answerQuestions(const Arguments& arguments, const ReplaySources& sources, const Casebook& casebook, const ReplayPlan& plan, const OutcomeTable& table, std::ostream& out)
{
    Status done;
    if (arguments.has("--split-flips"))
        done = writeAttribution(out, casebook, sources.policies, plan, table);
    if (done && arguments.has("--sweep"))
        done = writeSweep(out, casebook, sources.policies.front(), plan, table, arguments.values("--sweep"));
    if (done && arguments.has("--what-if"))
        done = writeCounterfactuals(out, plan, arguments.number("--what-if", 0, 1, INT64_MAX).valueOr(0));
    return done;
}

}  // namespace

int runReplay(const std::vector<std::string>& words, Streams streams)
{
    const auto arguments = Arguments::parse(words, {{"--map", true}, {"--workflow", true}, {"--policy", true, true}, {"--answer", true, true},
                                                    {"--limit", true}, {"--draw", true}, {"--threads", true}, {"--seed", true}, {"--out", true},
                                                    {"--report", true}, {"--run-file", true}, {"--run", true}, {"--fail-if", true, true},
                                                    {"--split-flips"}, {"--sweep", true, true}, {"--what-if", true}, {"--pin", true}, {"--check-pins", true}, {"--sample", true}, {"--unmasked"}, {"--json"}, {"--help"}});
    if (!arguments)
        return reportUsage(arguments.error(), streams);
    if (arguments->has("--help")) {
        streams.out << kHelp;
        return kDone;
    }
    if (const auto wrong = wrongUsage(*arguments))
        return reportUsage(*wrong, streams);
    auto sources = sourcesOf(*arguments);
    if (!sources)
        return report(sources.error(), streams);
    const auto casebook = casebookOf(*sources);
    if (!casebook)
        return report(casebook.error(), streams);
    const auto plan = planOf(*sources, *casebook, static_cast<unsigned>(arguments->number("--threads", 0, 1, 256).valueOr(0)));
    if (!plan)
        return report(plan.error(), streams);
    for (const ColumnFinding& finding : columnFindings(*plan->data, plan->mapping))
        streams.err << "baton: warning: " << finding.what.oneLine() << "; " << finding.rows << " rows\n";
    const SystemClock clock;
    auto replay = BatchReplay::make(*plan, clock);
    if (!replay)
        return report(replay.error(), streams);
    ProgressLine line(streams.err);
    (*replay)->onProgress = [&line](const ReplayProgress& now) { line.tell(now); };
    (*replay)->start();
    (*replay)->wait();
    const auto table = (*replay)->table();
    if (!table)
        return report(table.error(), streams);
    const Status written = writeOutputs(*arguments, *sources, *plan, **table, streams);
    if (!written)
        return report(written.error(), streams);
    std::vector<Text> names;
    for (const ReplayVariant& variant : plan->variants)
        names.push_back(variant.name);
    const auto metrics = metricsOf(**table, names, {}, {});
    printFigures(*arguments, *plan, **table, metrics, arguments->value("--out") == "-" ? streams.err : streams.out);
    if (const Status answered = answerQuestions(*arguments, *sources, *casebook, *plan, **table, streams.out); !answered)
        return report(answered.error(), streams);
    return judge(*arguments, *sources, *plan, **table, metrics, streams);
}

}  // namespace baton::cli
