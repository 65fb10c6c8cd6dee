// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/commands.h"

#include "cli/arguments.h"
#include "cli/textfile.h"
#include "engine/check/check.h"
#include "engine/value/json.h"

#include <ostream>

namespace baton::cli {

namespace {

constexpr std::string_view kHelp = R"(baton check FILE... [--json] [--strict]

Says of each workflow definition what a server would refuse, drop silently or never run, with line and field.

  --json     findings as a JSON list: severity, code, file, line, field, message, hint
  --strict   warnings fail the check too

Exit codes: 0 nothing to refuse, 1 an error was found, 2 wrong usage.
)";

Value toValue(const Finding& finding)
{
    return Value::object({{"severity", toText(finding.severity)}, {"code", finding.code}, {"file", finding.what.source},
                          {"line", finding.what.line}, {"field", finding.what.field}, {"message", finding.what.message},
                          {"hint", finding.what.hint}});
}

Finding asFinding(Error error)
{
    return {Severity::Error, "unreadable", std::move(error)};
}

std::vector<Finding> findingsOf(const std::string& path)
{
    const auto text = readTextFile(path);
    if (!text)
        return {asFinding(text.error())};
    auto checked = checkText(*text, path);
    if (!checked)
        return {asFinding(std::move(checked).error())};
    return std::move(checked->findings);
}

}  // namespace

int runCheck(const std::vector<std::string>& words, Streams streams)
{
    const auto arguments = Arguments::parse(words, {{"--json"}, {"--strict"}, {"--help"}});
    if (!arguments)
        return reportUsage(arguments.error(), streams);
    if (arguments->has("--help")) {
        streams.out << kHelp;
        return kDone;
    }
    if (arguments->operands().empty())
        return reportUsage({ErrorCode::InvalidArgument, "check needs at least one file", {}, {}, 0, 0, "see baton check --help"}, streams);
    std::vector<Finding> all;
    for (const std::string& path : arguments->operands())
        for (Finding& finding : findingsOf(path))
            all.push_back(std::move(finding));
    bool failed = false;
    std::vector<Value> list;
    for (const Finding& finding : all) {
        failed = failed || finding.severity == Severity::Error || (arguments->has("--strict") && finding.severity == Severity::Warning);
        if (arguments->has("--json"))
            list.push_back(toValue(finding));
        else
            (finding.severity == Severity::Error ? streams.err : streams.out)
                << toText(finding.severity) << ": " << finding.what.oneLine() << '\n';
    }
    if (arguments->has("--json"))
        streams.out << toPrettyJson(Value::array(std::move(list))) << '\n';
    else if (all.empty())
        streams.out << "nothing to report\n";
    return failed ? kFailed : kDone;
}

}  // namespace baton::cli
