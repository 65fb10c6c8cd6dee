// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/config/settingssections.h"

#include <algorithm>
#include <array>

namespace baton {

namespace {

using namespace std::chrono_literals;

constexpr int kMostThreads = 4'096;
constexpr std::string_view kUpperPrefix = "CONDUCTOR_WORKER_";

struct Property {
    std::string_view name;
    std::string_view alias {};   // a second spelling in variables
};
constexpr std::array<Property, 11> kProperties {{{"thread_count", "concurrency"}, {"poll_interval", "polling_interval"},
    {"poll_timeout"}, {"domain"}, {"worker_id"}, {"lease_extend_enabled", "lease_extend"}, {"paused"}, {"register_task_def"},
    {"overwrite_task_def"}, {"strict_schema"}, {"register_schema"}}};
// Of the guide and of this program: they look like a worker's, and are not.
constexpr std::array<std::string_view, 2> kOwnVariables {"CONDUCTOR_WORKER_POOL_SIZE", "CONDUCTOR_WORKER_ISOLATION"};

std::string upper(std::string_view name)
{
    std::string made;
    for (const char c : name)
        made.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c == '-' || c == '.' ? '_' : c);
    return made;
}

void addSpellings(std::vector<std::string>& names, const std::string& who, std::string_view property)
{
    const std::string name(property);
    names.push_back("conductor.worker." + who + "." + name);
    names.push_back("conductor_worker_" + who + "_" + name);
    names.push_back(std::string(kUpperPrefix) + upper(who) + "_" + upper(name));
    names.push_back(std::string(kUpperPrefix) + who + "_" + upper(name));
}

/// In the SDKs' order: what is said of one type wins over what is said of all.
std::vector<std::string> variablesOf(const std::string& taskType, const Property& property)
{
    std::vector<std::string> names;
    for (const std::string_view spelling : {property.name, property.alias}) {
        if (spelling.empty())
            continue;
        if (!taskType.empty())
            addSpellings(names, taskType, spelling);
    }
    for (const std::string_view spelling : {property.name, property.alias}) {
        if (spelling.empty())
            continue;
        addSpellings(names, "all", spelling);
        names.push_back("conductor_worker_" + std::string(spelling));
        names.push_back(std::string(kUpperPrefix) + upper(spelling));
    }
    return names;
}

const Property& property(std::string_view name)
{
    return *std::find_if(kProperties.begin(), kProperties.end(), [name](const Property& p) { return p.name == name; });
}

struct Spoken {
    std::string who;        // as the variable spells it
    std::string variable;
};

/// The task types that the environment speaks of.
std::vector<Spoken> typesInEnvironment(const Environment& environment)
{
    std::vector<Spoken> found;
    const auto look = [&found](const std::string& variable, const std::string& prefix, const std::string& end) {
        if (variable.size() <= prefix.size() + end.size() || !variable.starts_with(prefix) || !variable.ends_with(end))
            return;
        const std::string who = variable.substr(prefix.size(), variable.size() - prefix.size() - end.size());
        if (upper(who) != "ALL")
            found.push_back({who, variable});
    };
    for (const auto& [variable, text] : environment) {
        for (const Property& known : kProperties) {
            for (const std::string_view spelling : {known.name, known.alias}) {
                if (spelling.empty())
                    continue;
                look(variable, "conductor.worker.", "." + std::string(spelling));
                look(variable, "conductor_worker_", "_" + std::string(spelling));
                look(variable, std::string(kUpperPrefix), "_" + upper(spelling));
            }
        }
    }
    return found;
}

SettingSpec spec(const std::string& at, const std::string& taskType, std::string_view name)
{
    return {at + '.' + std::string(name), variablesOf(taskType, property(name)), true, !taskType.empty()};
}

template <typename T, typename Bind>
void bindOptional(std::optional<T>& target, T start, Bind&& bind)
{
    if (bind(start))
        target = std::move(start);
}

void bindType(SettingsBinder& binder, const std::string& type, const WorkerPlan& all, WorkerTypeSettings& own)
{
    const std::string at = settingPath("worker.types", type);
    bindOptional(own.threadCount, all.threadCount,
        [&](int& v) { return binder.integer(spec(at, type, "thread_count"), v, 1, kMostThreads); });
    bindOptional(own.pollInterval, all.pollInterval,
        [&](Milliseconds& v) { return binder.duration(spec(at, type, "poll_interval"), v, 1ms, 1h, 1ms); });
    bindOptional(own.pollTimeout, all.pollTimeout,
        [&](Milliseconds& v) { return binder.duration(spec(at, type, "poll_timeout"), v, 0ms, 5s, 1ms); });
    bindOptional(own.domain, all.domain, [&](std::string& v) { return binder.text(spec(at, type, "domain"), v) && !v.empty(); });
    bindOptional(own.workerId, all.workerId, [&](std::string& v) { return binder.text(spec(at, type, "worker_id"), v); });
    for (const auto& [name, target, start] : {std::tuple {"lease_extend_enabled", &own.leaseExtend, all.leaseExtend},
             {"paused", &own.paused, all.paused}, {"register_task_def", &own.registerTaskDef, all.registerTaskDef},
             {"overwrite_task_def", &own.overwriteTaskDef, all.overwriteTaskDef},
             {"strict_schema", &own.strictSchema, all.strictSchema}})
        bindOptional(*target, start, [&](bool& v) { return binder.flag(spec(at, type, name), v); });
}

void warnOfStrangers(SettingsBinder& binder, std::span<const std::string> types)
{
    for (const auto& [variable, text] : binder.environment()) {
        if (!variable.starts_with(kUpperPrefix) || std::find(kOwnVariables.begin(), kOwnVariables.end(), variable) != kOwnVariables.end())
            continue;
        const bool known = std::any_of(kProperties.begin(), kProperties.end(), [&, &name = variable](const Property& p) {
            const std::vector<std::string> all = variablesOf({}, p);
            return std::find(all.begin(), all.end(), name) != all.end() || std::any_of(types.begin(), types.end(), [&](const std::string& t) {
                const std::vector<std::string> own = variablesOf(t, p);
                return std::find(own.begin(), own.end(), name) != own.end();
            });
        });
        if (!known)
            binder.warnOfVariable(variable, "no setting or task type is called so", "Write CONDUCTOR_WORKER_<TASK TYPE>_POLL_INTERVAL, for example");
    }
}

void bindAll(SettingsBinder& binder, WorkerPlan& all)
{
    const auto named = [](std::string path, std::vector<std::string> first, std::string_view name) {
        const std::vector<std::string> more = variablesOf({}, property(name));
        first.insert(first.end(), more.begin(), more.end());
        return SettingSpec {std::move(path), std::move(first), true};
    };
    binder.integer(named("conductor.worker_pool_size", {"CONDUCTOR_WORKER_POOL_SIZE"}, "thread_count"), all.threadCount, 1, kMostThreads);
    binder.duration(named("conductor.polling_interval_ms", {"CONDUCTOR_POLLING_INTERVAL_MS"}, "poll_interval"), all.pollInterval, 1ms, 1h, 1ms);
    binder.duration(named("worker.poll_timeout", {}, "poll_timeout"), all.pollTimeout, 0ms, 5s, 1ms);
    binder.text(named("worker.domain", {}, "domain"), all.domain);
    binder.text(named("worker.worker_id", {}, "worker_id"), all.workerId);
    binder.flag(named("worker.lease_extend_enabled", {}, "lease_extend_enabled"), all.leaseExtend);
    binder.flag(named("worker.paused", {}, "paused"), all.paused);
    binder.flag(named("worker.register_task_def", {}, "register_task_def"), all.registerTaskDef);
    binder.flag(named("worker.overwrite_task_def", {}, "overwrite_task_def"), all.overwriteTaskDef);
    binder.flag(named("worker.strict_schema", {}, "strict_schema"), all.strictSchema);
}

}  // namespace

void bindWorker(SettingsBinder& binder, Settings& settings, std::span<const std::string> taskTypes)
{
    WorkerSettings& worker = settings.worker;
    bindAll(binder, worker.all);
    binder.duration({"conductor.update_retry_time_ms"}, worker.updateRetryTime, 1ms, 1h, 1ms);
    binder.duration({"worker.max_update_retry_time"}, worker.maxUpdateRetryTime, 1ms, 24h);
    binder.duration({"worker.poll_error_delay"}, worker.pollErrorDelay, 1ms, 1h);
    binder.duration({"worker.max_poll_error_delay"}, worker.maxPollErrorDelay, 1ms, 24h);
    binder.flag({"worker.chained_updates"}, worker.chainedUpdates);
    binder.list({"worker.only"}, worker.only);
    std::vector<std::string> types(taskTypes.begin(), taskTypes.end());
    for (std::string& name : binder.namesIn("worker.types"))
        if (std::find(types.begin(), types.end(), name) == types.end())
            types.push_back(std::move(name));
    for (const Spoken& spoken : typesInEnvironment(binder.environment())) {
        const auto same = [&](const std::string& type) { return upper(type) == upper(spoken.who); };
        if (std::any_of(types.begin(), types.end(), same))
            continue;
        types.push_back(spoken.who);
        if (!taskTypes.empty())
            binder.warnOfVariable(spoken.variable, "no task type is called " + spoken.who, "Check the name against baton worker --list");
    }
    for (const std::string& type : types) {
        WorkerTypeSettings own;
        bindType(binder, type, worker.all, own);
        if (!(own == WorkerTypeSettings {}))
            worker.types.insert_or_assign(type, std::move(own));
    }
    warnOfStrangers(binder, types);
}

}  // namespace baton
