// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include "cli/arguments.h"
#include "cli/debugsession.h"
#include "cli/textfile.h"

#include <iostream>
#include <sstream>

#include <unistd.h>

namespace baton::cli {

namespace {

constexpr std::string_view kHelp = R"(baton debug [SCRIPT] [--open FILE]

Debugs a run forward and back. SCRIPT holds one command a line ('#' begins a remark); without it, or with '-', commands come
from standard input. The command 'help' lists them all. A script ends at its first command that fails.

  --open FILE   as if the first command were 'open FILE': a definition, an execution, a journal or a bundle

  open loan.workflow.json
  input income=5000
  break when dti.output.ratio > 0.43
  run
  why
  from dti.output.ratio
  back
  set output bureau {"score": 640}
  run
  diff main

Exit codes: 0 done, 1 a command failed (its line is named), 2 wrong usage.
)";

int runLines(std::istream& in, const std::string& source, bool interactive, DebugSession& session, Streams streams)
{
    std::string line;
    for (int number = 1; !session.isOver(); ++number) {
        if (interactive)
            streams.out << "(baton) " << std::flush;
        if (!std::getline(in, line))
            return kDone;
        const Status done = session.execute(line);
        if (done)
            continue;
        if (interactive) {
            report(done.error(), streams);
            continue;
        }
        Error error = done.error();
        if (error.source.empty()) {
            error.source = source;
            error.line = number;
        } else {
            error.message = source + ":" + std::to_string(number) + ": " + error.message;
        }
        return report(error, streams);
    }
    return kDone;
}

}  // namespace

int runDebug(const std::vector<std::string>& words, Streams streams)
{
    const auto arguments = Arguments::parse(words, {{"--open", true}, {"--help"}});
    if (!arguments)
        return reportUsage(arguments.error(), streams);
    if (arguments->has("--help")) {
        streams.out << kHelp;
        return kDone;
    }
    if (arguments->operands().size() > 1)
        return reportUsage({ErrorCode::InvalidArgument, "debug takes one script", {}, {}, 0, 0, "see baton debug --help"}, streams);
    DebugSession session(streams);
    if (arguments->has("--open")) {
        if (const Status opened = session.execute("open " + arguments->value("--open")); !opened)
            return report(opened.error(), streams);
    }
    const std::string path = arguments->operands().empty() ? "-" : arguments->operands().front();
    if (path == "-")
        return runLines(std::cin, "standard input", isatty(STDIN_FILENO) != 0, session, streams);
    const auto text = readTextFile(path);
    if (!text)
        return report(text.error(), streams);
    std::istringstream lines(*text);
    return runLines(lines, path, false, session, streams);
}

}  // namespace baton::cli
