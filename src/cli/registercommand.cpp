// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include "cli/definitionfiles.h"
#include "cli/servicesettings.h"
#include "engine/remote/registration/registrar.h"
#include "engine/remote/remoteconductor.h"
#include "engine/value/json.h"

#include <future>
#include <ostream>
#include <set>

namespace baton::cli {

namespace {

constexpr std::string_view kHelp = R"(baton register FILE... --server URL [--dry-run] [--json]

Registers workflow and task definitions with a Conductor server. What baton check has to say of them comes first. Retries,
time-outs and limits that are written on a workflow's tasks, where the server drops them, are lifted into task definitions,
and what the server would refuse is corrected; each change is told. Then comes the plan: what is new, the same, different, or
newer on the server. A definition that differs is left as it is on the server unless --overwrite is given, and one that is
newer there unless --replace-newer is.

  --server URL       the server (else CONDUCTOR_SERVER_URL or the configuration names it)
  --config FILE      the configuration, YAML: credentials, TLS, proxy, defaults of registration
  --dry-run          only say what would be done
  --overwrite        replace definitions that differ
  --replace-newer    replace also what is newer on the server
  --namespace NAME   noted in the workflows' metadata
  --owner EMAIL      owner of definitions that name none
  --json             the plan and what came of it as JSON

Exit codes: 0 done, 1 refused or failed in part, 2 wrong usage, 3 the server cannot be reached.
)";

// Replies come on the network thread; this one has nothing else to do.
template <typename T, typename Call>
Result<T> waitFor(Call call)
{
    const auto promise = std::make_shared<std::promise<Result<T>>>();
    std::future<Result<T>> future = promise->get_future();
    call(Reply<T>([promise](Result<T> result) { promise->set_value(std::move(result)); }));
    return future.get();
}

void print(const RegistrationPlan& plan, Streams streams)
{
    for (const Finding& finding : plan.findings)
        (finding.severity == Severity::Error ? streams.err : streams.out) << toText(finding.severity) << ": " << finding.what.oneLine() << '\n';
    std::set<std::string> told;   // each reason once
    for (const LiftNote& note : plan.notes) {
        streams.out << toText(note.kind) << ": " << (note.taskName.empty() ? "workflow" : note.taskName.view()) << '.' << note.field << ' ';
        if (!note.written.isNull() && note.written != note.registered)
            streams.out << toJson(note.written) << " -> ";
        streams.out << (note.registered.isNull() ? "nothing" : toJson(note.registered));
        if (told.insert(note.why).second)
            streams.out << " (" << note.why << ')';
        streams.out << '\n';
    }
    for (const RegistrationStep& step : plan.steps) {
        const bool workflow = step.kind == RegistrationStep::Kind::Workflow;
        (step.action == RegistrationStep::Action::Refuse ? streams.err : streams.out)
            << toText(step.action) << ": " << (workflow ? "workflow " : "task ") << step.name.view()
            << (workflow ? " version " + std::to_string(step.version) : "") << ": " << step.why << '\n';
        for (const FieldDifference& one : step.differences)
            streams.out << "    " << one.path << ": " << toJson(one.theirs) << " on the server, " << toJson(one.ours) << " here\n";
    }
}

Value toValue(const RegistrationReport& report, const std::string& server, bool dryRun)
{
    std::vector<Value> failures;
    for (const auto& [name, error] : report.failures)
        failures.push_back(Value::object({{"name", name}, {"error", error.oneLine()}}));
    return baton::toValue(report.plan)
        .with("server", server).with("dryRun", dryRun).with("added", report.added).with("replaced", report.replaced)
        .with("kept", report.kept).with("failures", Value::array(std::move(failures)));
}

int finish(const RegistrationReport& outcome, const std::string& server, const Arguments& arguments, Streams streams)
{
    const bool dryRun = arguments.has("--dry-run");
    if (arguments.has("--json")) {
        streams.out << toPrettyJson(toValue(outcome, server, dryRun)) << '\n';
    } else {
        for (const auto& [name, error] : outcome.failures)
            report({error.code, name.str() + ": " + error.message, error.source, error.field, 0, 0, error.hint, error.violations}, streams);
        if (outcome.plan.refused())
            streams.err << "baton: nothing is registered: see what is refused above\n";
        else if (dryRun)
            streams.out << "nothing is registered: this was a dry run\n";
        else
            streams.out << outcome.added << " added, " << outcome.replaced << " replaced, " << outcome.kept << " kept on " << server << '\n';
    }
    return outcome.ok() ? kDone : kFailed;
}

int registerAt(const SettingsReport& settings, const RegistrationSettings& registration, RegistrationRequest request,
               const Arguments& arguments, Streams streams)
{
    RemoteConductor server({.server = settings.settings.server});
    const auto health = waitFor<HealthReport>([&](Reply<HealthReport> reply) {
        server.checkHealth(settings.settings.failover.probeTimeout, std::move(reply));
    });
    if (!health->healthy())
        return report(health->error, streams, kMissing);
    auto plan = waitFor<RegistrationPlan>([&](Reply<RegistrationPlan> reply) {
        planRegistration(server.metadata(), std::move(request), registration, std::move(reply));
    });
    if (!plan)
        return report(plan.error(), streams);
    if (!arguments.has("--json"))
        print(*plan, streams);
    if (arguments.has("--dry-run"))
        return finish(RegistrationReport {.plan = std::move(plan).value()}, server.url(), arguments, streams);
    const auto done = waitFor<RegistrationReport>([&](Reply<RegistrationReport> reply) {
        carryOut(server.metadata(), std::move(plan).value(), std::move(reply));
    });
    return finish(*done, server.url(), arguments, streams);
}

}  // namespace

int runRegister(const std::vector<std::string>& words, Streams streams)
{
    const auto arguments = Arguments::parse(words, {{"--server", true}, {"--config", true}, {"--dry-run"}, {"--overwrite"}, {"--replace-newer"},
                                                    {"--namespace", true}, {"--owner", true}, {"--json"}, {"--help"}});
    if (!arguments)
        return reportUsage(arguments.error(), streams);
    if (arguments->has("--help")) {
        streams.out << kHelp;
        return kDone;
    }
    if (arguments->operands().empty())
        return reportUsage({ErrorCode::InvalidArgument, "register needs at least one file", {}, {}, 0, 0, "see baton register --help"}, streams);
    auto request = readDefinitionFiles(arguments->operands());
    if (!request)
        return report(request.error(), streams);
    const SettingsReport settings = settingsFor(*arguments, processEnvironment());
    if (!tellSettings(settings, streams))
        return kFailed;
    RegistrationSettings registration = settings.settings.registration;
    registration.overwrite = registration.overwrite || arguments->has("--overwrite") || arguments->has("--replace-newer");
    registration.nameSpace = arguments->value("--namespace", registration.nameSpace);
    registration.ownerEmail = arguments->value("--owner", registration.ownerEmail);
    request->replaceNewer = arguments->has("--replace-newer");
    return registerAt(settings, registration, std::move(request).value(), *arguments, streams);
}

}  // namespace baton::cli
