// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/sentences.h"

#include "engine/value/json.h"

#include <array>

namespace baton::cli {

namespace {

std::string text(const Value& value)
{
    return value.isText() ? std::string(value.asText()) : toJson(value);
}

std::string duration(std::int64_t milliseconds)
{
    const std::int64_t seconds = milliseconds / 1000;
    if (seconds >= 2 * 86400)
        return std::to_string(seconds / 86400) + " days";
    if (seconds >= 2 * 3600)
        return std::to_string(seconds / 3600) + " hours";
    if (seconds >= 120)
        return std::to_string(seconds / 60) + " minutes";
    return std::to_string(seconds) + " s";
}

std::string inTime(const Value& until, EpochMs now)
{
    if (until.isNull())
        return "an unlimited time";
    const std::int64_t left = until.asInteger() - now;
    return left >= 0 ? duration(left) : "no time (it is over since " + duration(-left) + ")";
}

std::string namesOf(const Value& names)
{
    std::string all;
    for (const Value& name : names.items()) {
        all += all.empty() ? "" : ", ";
        all += name.isObject() ? text(name["task"]) + " (" + text(name["status"]) + ")" : text(name);
    }
    return all;
}

std::string because(const Value& reason)
{
    return reason.asText().empty() ? "" : ": " + text(reason);
}

std::string ofExecution(Why why, const Value& facts)
{
    switch (why) {
    case Why::WorkflowPaused: return "the workflow " + text(facts["name"]) + " is paused: nothing new is scheduled until it is resumed";
    case Why::ParentPaused: return "the workflow around it, " + text(facts["name"]) + ", is paused";
    case Why::WorkflowEnded: return "the workflow has ended as " + text(facts["status"]) + because(facts["reason"]);
    default: return "nothing is open and nothing follows: only a change from outside can move it";
    }
}

std::string ofOpen(const Explanation& one, EpochMs now)
{
    const Value& facts = one.facts;
    switch (one.why) {
    case Why::NoWorker: return "waits for a worker: nobody polls " + text(facts["type"]);
    case Why::NoWorkerInDomain: return "waits for a worker: nobody polls " + text(facts["type"]) + " in the domain " + text(facts["domain"]);
    case Why::WaitsForWorker: return "is in the queue of " + text(facts["type"]) + " until a worker takes it";
    case Why::RetryDelay: return "waits before attempt " + text(facts["attempt"]) + " of " + text(facts["of"]) + ", " + inTime(facts["until"], now) + " more";
    case Why::StartDelay: return "waits for its start delay, " + inTime(facts["until"], now) + " more";
    case Why::CallbackDelay: return "was answered IN_PROGRESS and comes back to a worker in " + inTime(facts["until"], now);
    case Why::RateLimited: return "is held back: at most " + text(facts["limit"]) + " may start in " + text(facts["seconds"]) + " s";
    case Why::ConcurrencyLimit: return "is held back: " + text(facts["running"]) + " of at most " + text(facts["limit"]) + " are in workers' hands";
    case Why::LeaseRuns: return "is in the hands of worker " + text(facts["worker"]) + ", which has " + inTime(facts["until"], now) + " to answer";
    case Why::LeaseOver: return "is in the hands of worker " + text(facts["worker"]) + ", whose time is over: it times out at the next look";
    case Why::JoinWaits: return "waits for " + namesOf(facts["names"]) + "; " + text(facts["done"]) + " of " + text(facts["of"]) + " have come in";
    case Why::JoinBranchMissing: return "waits for " + namesOf(facts["names"]) + ", which were never scheduled: it will wait for ever";
    case Why::HumanWaits: return "waits for a person";
    case Why::WaitTimer: return "waits for its timer, " + inTime(facts["until"], now) + " more";
    case Why::WaitSignal: return "waits until a client completes it: it has no duration";
    case Why::ChildRuns: return "waits for its sub-workflow " + text(facts["name"]);
    case Why::ChildPaused: return "waits for its sub-workflow " + text(facts["name"]) + ", which is paused";
    case Why::ChildNotStarted: return "has not started its sub-workflow " + text(facts["name"]) + " yet";
    case Why::CallWaits: return "waits for an answer from outside (" + text(facts["type"]) + ")";
    case Why::EventWaits: return "waits for somebody to complete it after its message to " + text(facts["sink"]);
    case Why::LoopRuns: return "is in iteration " + text(facts["iteration"]) + (facts["names"].empty() ? "" : ", which waits for " + namesOf(facts["names"]));
    default: return "is being worked on";
    }
}

std::string ofEnded(const Explanation& one)
{
    const Value& facts = one.facts;
    const std::string attempt = "attempt " + text(facts["attempt"]) + " of " + text(facts["of"]);
    switch (one.why) {
    case Why::CompletedWithErrors: return "failed, but is optional: the flow went on" + because(facts["reason"]);
    case Why::FailedAndRetried: return "failed in " + attempt + " and was tried again" + because(facts["reason"]);
    case Why::RetriesUsedUp: return "failed in " + attempt + ", its last" + because(facts["reason"]);
    case Why::FailedTerminally: return "failed for good: no retry was wanted" + because(facts["reason"]);
    case Why::TimedOut: return "ran over its " + text(facts["limit"]) + " time-out of " + text(facts["seconds"]) + " s";
    case Why::Canceled: return "was cancelled" + because(facts["reason"]);
    case Why::SkippedByClient: return "was skipped by a client";
    default: return "completed";
    }
}

std::string ofDecision(const Explanation& one)
{
    const Value& facts = one.facts;
    const auto chosen = [&] {
        return "'" + text(facts["expression"]) + "' over " + brief(facts["inputs"]) + " gave '" + text(facts["value"]) + "'";
    };
    const std::string next = facts["next"].isNull() ? "" : ", so " + text(facts["next"]) + " came next";
    switch (one.why) {
    case Why::BranchNotTaken:
        return "was not reached: " + text(facts["switch"]) + " gave '" + text(facts["value"]) + "' and this is the branch "
            + (facts["case"].isNull() ? "by default" : "for '" + text(facts["case"]) + "'");
    case Why::LoopNotEntered: return "was not reached: the loop " + text(facts["loop"]) + " ended before it";
    case Why::WaitsForTask: return "is not scheduled yet: " + text(facts["task"]) + " comes before it and is " + text(facts["status"]);
    case Why::EndedBefore: return "was not reached: the workflow ended before as " + text(facts["status"]) + because(facts["reason"]);
    case Why::NeverReached: return "is not reached by anything in this definition";
    case Why::CaseChosen: return chosen() + ", a case of its own" + next;
    case Why::DefaultChosen: return chosen() + ", which is none of " + namesOf(facts["cases"]) + ": the default" + next;
    case Why::LoopGoesOn: return "goes on while " + text(facts["condition"]) + ", now in iteration " + text(facts["iteration"]);
    case Why::LoopEnded: return "ended after " + text(facts["iterations"]) + " iterations of: " + text(facts["condition"]);
    case Why::ExclusiveJoined: return "took over what " + text(facts["task"]) + " gave";
    default: return "ended the workflow as " + text(facts["status"]);
    }
}

std::string how(const ProvenanceStep& step)
{
    switch (step.kind) {
    case OriginKind::Reference: return "taken from " + step.expression;
    case OriginKind::InText: return "a text around " + step.expression;
    case OriginKind::Literal: return "written in the definition";
    case OriginKind::Default: return "the task definition's default";
    case OriginKind::Script: return "computed by a script: " + step.expression;
    case OriginKind::Jq: return "computed by jq: " + step.expression;
    case OriginKind::Worker: return "answered by the worker, which was given:";
    case OriginKind::Outside: return "answered from outside, asked with:";
    case OriginKind::Join: return "collected from a branch";
    case OriginKind::Loop: return "collected from an iteration";
    case OriginKind::Child: return "the sub-workflow's output";
    case OriginKind::Parent: return "given by the parent workflow";
    case OriginKind::Variable: return "set by a SET_VARIABLE task";
    case OriginKind::Ending: return "what the last task gave";
    case OriginKind::Fork: return "dealt out by the dynamic fork";
    case OriginKind::ByHand: return "set by hand";
    case OriginKind::Start: return "given at the start";
    case OriginKind::Engine: return "the engine's own";
    case OriginKind::Unknown: return "not there";
    }
    return {};
}

}  // namespace

std::string brief(const Value& value, std::size_t width)
{
    std::string made = toJson(value);
    if (made.size() <= width || width < 4)
        return made;
    std::size_t end = width - 3;
    while (end > 0 && (static_cast<unsigned char>(made[end]) & 0xC0U) == 0x80U)
        --end;
    return made.substr(0, end) + "...";
}

std::string sentence(const Explanation& explanation, EpochMs now)
{
    const std::string about = explanation.reference.empty() ? "" : explanation.reference.str() + " ";
    if (explanation.why <= Why::NothingToDo)
        return about + ofExecution(explanation.why, explanation.facts);
    if (explanation.why <= Why::TaskRuns)
        return about + ofOpen(explanation, now);
    if (explanation.why <= Why::SkippedByClient)
        return about + ofEnded(explanation);
    return (about.empty() ? "" : explanation.reference.str() + ": ") + ofDecision(explanation);
}

std::string line(const ProvenanceStep& step, const World& world)
{
    return std::string(static_cast<std::size_t>(step.depth) * 2, ' ') + describe(step.at, world) + " = " + brief(step.value) + "  " + how(step);
}

std::string line(const Comparison& comparison, const Difference& difference)
{
    std::string made(toText(difference.kind));
    if (difference.task != Difference::kNone) {
        const TaskPair& pair = comparison.tasks[difference.task];
        made += " of " + pair.name.str() + (pair.attempt > 0 ? " #" + std::to_string(pair.attempt + 1) : "");
    }
    constexpr std::size_t kShown = 4;
    for (std::size_t i = 0; i < difference.changes.size() && i < kShown; ++i) {
        const Change& change = difference.changes[i];
        const std::string path = change.path.text();
        made += (i == 0 ? ": " : "; ") + path + (path.empty() ? "" : " ") + brief(change.before, 60) + " -> " + brief(change.after, 60);
    }
    if (difference.changes.size() > kShown)
        made += "; and more";
    return made;
}

}  // namespace baton::cli
