// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/commands.h"

#include "cli/arguments.h"
#include "cli/processsignals.h"
#include "cli/serveinstance.h"

#include <QCoreApplication>

#include <cstdlib>
#include <ostream>
#include <thread>

namespace baton::cli {

namespace {

constexpr std::string_view kHelp = R"(baton serve [--port N] [--bind ADDRESS] [--token TOKEN] [--db FILE] [--load FILE]... [--virtual-clock] [--workers]

An embedded Conductor behind the REST interface of Conductor 3.32.3, for SDKs, workers and tests. Stops on Ctrl-C or SIGTERM.

  --port N          8080; 0 takes any that is free, and the line printed at the start names it
  --bind ADDRESS    127.0.0.1; 0.0.0.0 for all networks of this machine
  --token TOKEN     every request must carry it, as Authorization: Bearer or X-Authorization; better given by the variable
                    BATON_SERVE_TOKEN. SDKs with a key send it as their secret
  --db FILE         keep everything in an SQLite file, also through a crash
  --load FILE       register the definitions in a file: one, a list, or {"workflows": [...], "tasks": [...]}
  --virtual-clock   time stands still; POST /api/baton/clock {"seconds": N} or {"to": MS} moves it, GET tells it
  --workers         run the underwriting tasks inside
  --policy NAME     the policy they decide by (a file, or standard-1, cautious-1)
  --side-effects    let them act on the world outside
  --threads N       of the server, 2

Further paths: /health, /metrics, /api-docs. Secrets and variables of workflows come from CONDUCTOR_SECRET_NAME and
CONDUCTOR_ENV_NAME.

Exit codes: 0 stopped as asked, 1 it could not go on, 2 wrong usage, 3 the port or the file is not to be had.
)";

constexpr const char* kTokenVariable = "BATON_SERVE_TOKEN";

std::string fromEnvironment(const char* name)
{
    const char* const value = std::getenv(name);
    return value == nullptr ? std::string() : value;
}

bool isLoopback(const std::string& address)
{
    return address.starts_with("127.") || address == "::1" || address == "localhost";
}

Result<ServeOptions> optionsFrom(const Arguments& arguments)
{
    ServeOptions options;
    const auto port = arguments.number("--port", 8080, 0, 65'535);
    if (!port)
        return port.error();
    const auto threads = arguments.number("--threads", 2, 1, 64);
    if (!threads)
        return threads.error();
    if (!arguments.operands().empty())
        return Error {ErrorCode::InvalidArgument, "'" + arguments.operands().front() + "' is not expected", {}, {}, 0, 0,
                      "give definitions with --load; see baton serve --help"};
    options.port = static_cast<std::uint16_t>(*port);
    options.threads = static_cast<int>(*threads);
    options.bind = arguments.value("--bind", options.bind);
    options.token = arguments.value("--token", fromEnvironment(kTokenVariable));
    if (arguments.has("--token") && options.token.empty())
        return Error {ErrorCode::InvalidArgument, "the token is empty", {}, {}, 0, 0, "leave --token out for a server open to all"};
    options.database = arguments.value("--db");
    options.load = arguments.values("--load");
    options.virtualClock = arguments.has("--virtual-clock");
    options.workers = arguments.has("--workers");
    options.policy = arguments.value("--policy");
    options.sideEffects = arguments.has("--side-effects");
    return options;
}

ExitCode exitCodeOf(const Error& error)
{
    switch (error.code) {
    case ErrorCode::Unavailable:
    case ErrorCode::IoError:
    case ErrorCode::Conflict: return kMissing;
    case ErrorCode::InvalidArgument:
    case ErrorCode::NotFound:
    case ErrorCode::ParseError: return kWrongUsage;
    default: return kFailed;
    }
}

}  // namespace

int runServe(const std::vector<std::string>& words, Streams streams)
{
    const auto arguments = Arguments::parse(words, {{"--port", true}, {"--bind", true}, {"--token", true}, {"--db", true},
        {"--load", true, true}, {"--virtual-clock"}, {"--workers"}, {"--policy", true}, {"--side-effects"}, {"--threads", true}, {"--help"}});
    if (!arguments)
        return reportUsage(arguments.error(), streams);
    if (arguments->has("--help")) {
        streams.out << kHelp;
        return kDone;
    }
    const auto options = optionsFrom(*arguments);
    if (!options)
        return reportUsage(options.error(), streams);
    ProcessSignals stopSignals;
    const auto instance = ServeInstance::start(*options);
    if (!instance)
        return report(instance.error(), streams, exitCodeOf(instance.error()));
    if (!isLoopback(options->bind) && options->token.empty())
        streams.err << "baton: anybody who reaches " << options->bind << " can use this server (set " << kTokenVariable << ")\n";
    streams.out << "baton serve: " << (*instance)->url() << "/api answers as Conductor 3.32.3";
    if ((*instance)->loaded() > 0)
        streams.out << ", " << (*instance)->loaded() << " definitions loaded";
    if ((*instance)->recovered() > 0)
        streams.out << ", " << (*instance)->recovered() << " executions taken up";
    streams.out << "; stop with Ctrl-C" << std::endl;
    {
        const std::jthread watch([&](const std::stop_token& stop) {
            while (!stop.stop_requested())
                if (stopSignals.wait(std::chrono::milliseconds(250)))
                    return QMetaObject::invokeMethod(QCoreApplication::instance(), [] { QCoreApplication::quit(); }, Qt::QueuedConnection), void();
        });
        QCoreApplication::exec();
    }
    (*instance)->stop();
    streams.out << "baton serve: stopped" << std::endl;
    return kDone;
}

}  // namespace baton::cli
