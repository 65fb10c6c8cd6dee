// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/cli.h"

#include "baton/version.h"
#include "cli/commands.h"

#include <algorithm>
#include <array>
#include <ostream>

namespace baton::cli {

namespace {

struct CommandEntry {
    std::string_view name;
    int (*run)(const std::vector<std::string>&, Streams);
};

constexpr auto kCommands = std::to_array<CommandEntry>({
    {"run", &runRun},
    {"serve", &runServe},
    {"worker", &runWorker},
    {"check", &runCheck},
    {"replay", &runReplay},
    {"config", &runConfig},
    {"debug", &runDebug},
    {"diff", &runDiff},
    {"verify", &runVerify},
    {"explain", &runExplain},
    {"register", &runRegister},
});

const CommandEntry* find(std::string_view name)
{
    const auto* const found = std::find_if(kCommands.begin(), kCommands.end(), [&](const CommandEntry& c) { return c.name == name; });
    return found == kCommands.end() ? nullptr : found;
}

constexpr std::string_view kHelp = R"(Baton debugs, rehearses and runs Conductor workflows.

  baton [FILE...]            the window; opens definitions and data sets
  baton run WORKFLOW         rehearse one run and print it
  baton replay DATA          run a whole portfolio, compare policies
  baton serve                an embedded Conductor as a REST server
  baton worker               work for a Conductor, without a window
  baton debug [SCRIPT]       step through a run, forward and back
  baton diff A B             where two runs part, and why
  baton verify FILE...       does our engine schedule what a recorded execution shows
  baton explain EXECUTION    why it waits, failed, took this branch; where a value came from
  baton check FILE...        what a server would refuse, drop silently or never run
  baton register FILE...     definitions to a server: what is new, what differs, what would be lost
  baton config               a service's settings and where each came from
  baton --version            the version
  baton --help               this text; baton COMMAND --help says more about a command

Options of the window:
  --sample ID                open a sample that ships with the program (underwriting)
  --applicant N              the row of its data set to start with, from 1
  --policy NAME              the policy to decide by
  --perspective NAME         debug, definition, replay or monitor
  --steps N                  make N task steps once it is open (-1: all)
  --screenshot FILE          write a picture of the window and end
  --size WIDTHxHEIGHT, --scale FACTOR, --theme light|dark|system, --locale NAME
                             how the window looks

Exit codes: 0 done, 1 the run or check failed, 2 wrong usage, 3 the environment lacks something.
)";

}  // namespace

bool isCommand(const std::vector<std::string>& arguments)
{
    return !arguments.empty()
        && (find(arguments.front()) != nullptr || arguments.front() == "--help" || arguments.front() == "-h"
            || arguments.front() == "help" || arguments.front() == "--version");
}

int runCommand(const std::vector<std::string>& arguments, Streams streams)
{
    if (arguments.empty() || arguments.front() == "--help" || arguments.front() == "-h" || arguments.front() == "help") {
        streams.out << kHelp;
        return kDone;
    }
    if (arguments.front() == "--version") {
        streams.out << "baton " << kVersion << '\n';
        return kDone;
    }
    const CommandEntry* const command = find(arguments.front());
    if (command == nullptr)
        return reportUsage({ErrorCode::InvalidArgument, "there is no command '" + arguments.front() + "'", {}, {}, 0, 0, "see baton --help"}, streams);
    return command->run({arguments.begin() + 1, arguments.end()}, streams);
}

int report(const Error& error, Streams streams, ExitCode code)
{
    streams.err << "baton: " << error.oneLine() << '\n';
    return code;
}

int reportUsage(const Error& error, Streams streams)
{
    return report(error, streams, kWrongUsage);
}

}  // namespace baton::cli
