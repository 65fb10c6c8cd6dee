// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/explainwords.h"

#include "engine/value/json.h"
#include "ui/models/words.h"

#include <QLocale>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongest = 160;

QString text(const Value& value)
{
    if (value.isText())
        return toQString(value.asText());
    if (value.isInteger())
        return QLocale().toString(static_cast<qlonglong>(value.asInteger()));
    const QString json = toQString(toJson(value));
    return json.size() > kLongest ? json.left(kLongest - 1) + u'\u2026' : json;
}

QString names(const Value& list)
{
    QStringList all;
    for (const Value& one : list.items())
        all += one.isObject() ? u"%1 (%2)"_s.arg(text(one["task"]), text(one["status"])) : text(one);
    return all.join(u", "_s);
}

QString withReason(const QString& sentence, const Value& reason)
{
    return reason.asText().empty() ? sentence : sentence + u' ' + text(reason);
}

/// A status of the engine, in the user's words; what is unknown stays as it is written.
QString status(const Value& word)
{
    if (const auto known = workflowStatusFrom(word.asText()))
        return Words::of(*known);
    if (const auto known = taskStatusFrom(word.asText()))
        return Words::of(*known);
    return text(word);
}

QString left(const Value& until, EpochMs now)
{
    const EpochMs milliseconds = until.isNull() ? 0 : std::max<EpochMs>(0, until.asInteger() - now);
    const EpochMs seconds = milliseconds / 1000;
    const QLocale locale;
    if (seconds >= 2 * 86400)
        return ExplainWords::tr("%n day(s)", nullptr, static_cast<int>(std::min<EpochMs>(seconds / 86400, 1'000'000)));
    if (seconds >= 2 * 3600)
        return ExplainWords::tr("%n hour(s)", nullptr, static_cast<int>(seconds / 3600));
    if (seconds >= 120)
        return ExplainWords::tr("%n minute(s)", nullptr, static_cast<int>(seconds / 60));
    return ExplainWords::tr("%n second(s)", nullptr, static_cast<int>(seconds));
}

}  // namespace

QString ExplainWords::of(const Explanation& one, EpochMs now)
{
    if (one.why <= Why::NothingToDo)
        return ofExecution(one);
    if (one.why <= Why::ConcurrencyLimit)
        return ofQueued(one, now);
    if (one.why <= Why::TaskRuns)
        return ofBegun(one, now);
    if (one.why <= Why::SkippedByClient)
        return ofEnded(one);
    return one.why <= Why::NeverReached ? ofAbsent(one) : ofDecision(one);
}

QString ExplainWords::ofExecution(const Explanation& one)
{
    switch (one.why) {
    case Why::WorkflowPaused: return tr("The workflow is paused: nothing new is scheduled until it is resumed.");
    case Why::ParentPaused: return tr("The workflow around it, %1, is paused.").arg(text(one.facts["name"]));
    case Why::WorkflowEnded: return withReason(tr("The workflow has ended: %1.").arg(status(one.facts["status"])), one.facts["reason"]);
    default: return tr("Nothing is open and nothing follows: only a change from outside can move it.");
    }
}

QString ExplainWords::ofQueued(const Explanation& one, EpochMs now)
{
    const Value& facts = one.facts;
    const QString type = text(facts["type"]);
    switch (one.why) {
    case Why::NoWorker: return tr("Waits for a worker: nobody polls %1.").arg(type);
    case Why::NoWorkerInDomain: return tr("Waits for a worker: nobody polls %1 in the domain %2.").arg(type, text(facts["domain"]));
    case Why::WaitsForWorker: return tr("Is in the queue of %1 until a worker takes it.").arg(type);
    case Why::RetryDelay: return tr("Waits %1 before attempt %2 of %3.").arg(left(facts["until"], now), text(facts["attempt"]), text(facts["of"]));
    case Why::StartDelay: return tr("Waits for its start delay: %1 more.").arg(left(facts["until"], now));
    case Why::CallbackDelay: return tr("Was answered “in progress” and comes back to a worker in %1.").arg(left(facts["until"], now));
    case Why::RateLimited: return tr("Is held back: at most %1 may start in %2 s.").arg(text(facts["limit"]), text(facts["seconds"]));
    default: return tr("Is held back: %1 of at most %2 are in workers’ hands.").arg(text(facts["running"]), text(facts["limit"]));
    }
}

QString ExplainWords::ofBegun(const Explanation& one, EpochMs now)
{
    const Value& facts = one.facts;
    const QString child = text(facts["name"]);
    switch (one.why) {
    case Why::LeaseRuns:
        return facts["until"].isNull() ? tr("Is in the hands of worker %1.").arg(text(facts["worker"]))
                                       : tr("Is in the hands of worker %1, which has %2 to answer.").arg(text(facts["worker"]), left(facts["until"], now));
    case Why::LeaseOver: return tr("Is in the hands of worker %1, whose time is over: it times out at the next look.").arg(text(facts["worker"]));
    case Why::JoinWaits: return tr("Waits for %1; %2 of %3 have come in.").arg(names(facts["names"]), text(facts["done"]), text(facts["of"]));
    case Why::JoinBranchMissing: return tr("Waits for %1, never scheduled: it will wait for ever.").arg(names(facts["names"]));
    case Why::HumanWaits: return tr("Waits for a person.");
    case Why::WaitTimer: return tr("Waits for its timer: %1 more.").arg(left(facts["until"], now));
    case Why::WaitSignal: return tr("Waits until a client completes it: it has no duration.");
    case Why::ChildRuns: return tr("Waits for its sub-workflow %1.").arg(child);
    case Why::ChildPaused: return tr("Waits for its sub-workflow %1, which is paused.").arg(child);
    case Why::ChildNotStarted: return tr("Has not started its sub-workflow %1 yet.").arg(child);
    case Why::CallWaits: return tr("Waits for an answer from outside (%1).").arg(text(facts["type"]));
    case Why::EventWaits: return tr("Waits for somebody to complete it after its message to %1.").arg(text(facts["sink"]));
    case Why::LoopRuns:
        return facts["names"].empty() ? tr("Is in iteration %1.").arg(text(facts["iteration"]))
                                      : tr("Is in iteration %1, which waits for %2.").arg(text(facts["iteration"]), names(facts["names"]));
    default: return tr("Is being worked on.");
    }
}

QString ExplainWords::ofEnded(const Explanation& one)
{
    const Value& facts = one.facts;
    const QString attempt = text(facts["attempt"]);
    const QString all = text(facts["of"]);
    switch (one.why) {
    case Why::CompletedWithErrors: return withReason(tr("Failed, but is optional: the flow went on."), facts["reason"]);
    case Why::FailedAndRetried: return withReason(tr("Attempt %1 of %2 failed and was tried again.").arg(attempt, all), facts["reason"]);
    case Why::RetriesUsedUp: return withReason(tr("Attempt %1 of %2 failed, the last.").arg(attempt, all), facts["reason"]);
    case Why::FailedTerminally: return withReason(tr("Failed for good: no retry was wanted."), facts["reason"]);
    case Why::TimedOut: return withReason(tr("Ran over a time-out of %1 s.").arg(text(facts["seconds"])), facts["reason"]);
    case Why::Canceled: return withReason(tr("Was canceled."), facts["reason"]);
    case Why::SkippedByClient: return tr("Was skipped by a client.");
    default: return {};
    }
}

QString ExplainWords::ofAbsent(const Explanation& one)
{
    const Value& facts = one.facts;
    switch (one.why) {
    case Why::BranchNotTaken:
        return facts["case"].isNull()
            ? tr("Not reached: %1 gave “%2”, and this is the branch by default.").arg(text(facts["switch"]), text(facts["value"]))
            : tr("Not reached: %1 gave “%2”, and this is the branch for “%3”.").arg(text(facts["switch"]), text(facts["value"]), text(facts["case"]));
    case Why::LoopNotEntered: return tr("Not reached: the loop %1 ended before it.").arg(text(facts["loop"]));
    case Why::WaitsForTask: return tr("Not scheduled yet: %1 comes before it (%2).").arg(text(facts["task"]), status(facts["status"]));
    case Why::EndedBefore: return withReason(tr("Not reached: the workflow ended before (%1).").arg(status(facts["status"])), facts["reason"]);
    default: return tr("Nothing in this definition leads here.");
    }
}

QString ExplainWords::ofDecision(const Explanation& one)
{
    const Value& facts = one.facts;
    const QString chosen = tr("“%1” over %2 gave “%3”").arg(text(facts["expression"]), text(facts["inputs"]), text(facts["value"]));
    const QString next = facts["next"].isNull() ? QString() : u' ' + tr("Next came %1.").arg(text(facts["next"]));
    switch (one.why) {
    case Why::CaseChosen: return tr("%1, a case of its own.").arg(chosen) + next;
    case Why::DefaultChosen: return tr("%1, none of %2: the default.").arg(chosen, names(facts["cases"])) + next;
    case Why::LoopGoesOn: return tr("Goes on while %1; now in iteration %2.").arg(text(facts["condition"]), text(facts["iteration"]));
    case Why::LoopEnded: return tr("Ended after %1 iteration(s) of: %2").arg(text(facts["iterations"]), text(facts["condition"]));
    case Why::ExclusiveJoined: return tr("Took over what %1 gave.").arg(text(facts["task"]));
    default: return tr("Ended the workflow: %1.").arg(status(facts["status"]));
    }
}

QString ExplainWords::of(const ProvenanceStep& step)
{
    const QString expression = toQString(step.expression).simplified();
    switch (step.kind) {
    case OriginKind::Reference: return tr("taken from %1").arg(expression);
    case OriginKind::InText: return tr("a text around %1").arg(expression);
    case OriginKind::Literal: return tr("written in the definition");
    case OriginKind::Default: return tr("the task definition’s default");
    case OriginKind::Script: return tr("computed by a script: %1").arg(expression);
    case OriginKind::Jq: return tr("computed by jq: %1").arg(expression);
    case OriginKind::Worker: return tr("answered by the worker, which was given:");
    case OriginKind::Outside: return tr("answered from outside, asked with:");
    case OriginKind::Join: return tr("collected from a branch");
    case OriginKind::Loop: return tr("collected from an iteration");
    case OriginKind::Child: return tr("the sub-workflow’s output");
    case OriginKind::Parent: return tr("given by the parent workflow");
    case OriginKind::Variable: return tr("set by a SET_VARIABLE task");
    case OriginKind::Ending: return tr("what the last task gave");
    case OriginKind::Fork: return tr("dealt out by the dynamic fork");
    case OriginKind::ByHand: return tr("set by hand");
    case OriginKind::Start: return tr("given at the start");
    case OriginKind::Engine: return tr("the engine’s own");
    case OriginKind::Unknown: return tr("not there at this moment");
    }
    return {};
}

QString ExplainWords::of(DifferenceKind kind)
{
    switch (kind) {
    case DifferenceKind::WorkflowInput: return tr("Workflow input");
    case DifferenceKind::Definition: return tr("Definition");
    case DifferenceKind::Input: return tr("Input");
    case DifferenceKind::Output: return tr("Output");
    case DifferenceKind::Outcome: return tr("Status");
    case DifferenceKind::Reason: return tr("Reason");
    case DifferenceKind::Variables: return tr("Variables");
    case DifferenceKind::OnlyInA: return tr("Only in the first");
    case DifferenceKind::OnlyInB: return tr("Only in the second");
    case DifferenceKind::WorkflowOutput: return tr("Workflow output");
    case DifferenceKind::WorkflowStatus: return tr("Workflow status");
    }
    return {};
}

}  // namespace baton::ui
