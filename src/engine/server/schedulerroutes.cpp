// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/port/wire.h"
#include "engine/server/routegroups.h"

namespace baton {
namespace {

const std::string kPath = "/api/scheduler/";
constexpr std::string_view kSchedule = "io.orkes.conductor.scheduler.model.WorkflowSchedule";
using Schedules = std::vector<Value>;

void list(const RouteCall& call)
{
    call.conductor().schedules().schedules(call.text("workflowName"), call.reply<Schedules>(
        [](const RouteCall& to, Schedules all) { to.json(Value::array(std::move(all))); }));
}

void search(const RouteCall& call)
{
    ScheduleSearch wanted {call.text("workflowName"), call.text("scheduleName"), {}, call.number("start"), call.number("size")};
    if (const Value& paused = call.parameter("paused"); paused.isBool())
        wanted.paused = paused.asBool();
    call.conductor().schedules().search(std::move(wanted), call.reply<Page<Value>>([](const RouteCall& to, Page<Value> page) {
        to.json(Value::object({{"totalHits", page.totalHits}, {"results", Value::array(std::move(page.results))}}));
    }));
}

void nextRuns(const RouteCall& call)
{
    call.conductor().schedules().nextRuns(call.text("cronExpression"), {}, call.number("scheduleStartTime"), call.number("scheduleEndTime"),
        static_cast<int>(call.number("limit")), call.reply<std::vector<EpochMs>>([](const RouteCall& to, const std::vector<EpochMs>& runs) {
            to.json(Value::array({runs.begin(), runs.end()}));
        }));
}

void executions(const RouteCall& call)
{
    using Found = Page<Value>;
    call.conductor().schedules().executions(call.searchRequest(), call.reply<Found>([](const RouteCall& to, Found page) {
        to.json(Value::object({{"totalHits", page.totalHits}, {"results", Value::array(std::move(page.results))}}));
    }));
}

struct BulkPause {
    RouteCall call;
    std::vector<Text> names;
    bool pause;
    BulkResult result {};
};

void pauseNext(const std::shared_ptr<BulkPause>& bulk, std::size_t at)
{
    if (at == bulk->names.size())
        return bulk->call.json(toWire(bulk->result));
    bulk->call.conductor().schedules().setPaused(bulk->names[at], bulk->pause, {}, [bulk, at](const Result<void>& done) {
        if (done)
            bulk->result.successes.push_back(bulk->names[at]);
        else
            bulk->result.errors.emplace_back(bulk->names[at], Text(done.error().message));
        pauseNext(bulk, at + 1);   // at most 1000 deep
    });
}

void pauseMany(const RouteCall& call, bool pause)
{
    std::vector<Text> names = call.bodyList();
    constexpr std::size_t kMost = 1000;
    if (names.empty() || names.size() > kMost) {
        Error error {ErrorCode::InvalidArgument, "Validation failed, check below errors for detail."};
        error.violations.push_back({pause ? "pauseSchedules.arg0" : "resumeSchedules.arg0", names.empty() ? "Schedule names list cannot be null."
            : "Cannot process more than 1000 schedules. Please use multiple requests."});
        return call.error(error);
    }
    pauseNext(std::make_shared<BulkPause>(BulkPause {call, std::move(names), pause}), 0);
}

void addBulk(std::vector<Route>& routes, const std::string& name, bool pause)
{
    routes.push_back({"PUT", kPath + "bulk/" + name, "scheduler", pause ? "Pause schedules" : "Resume schedules", {},
        RouteBody {"List<String>", "public com.netflix.conductor.common.model.BulkResponse io.orkes.conductor.scheduler.rest.SchedulerBulkResource."
            + name + "Schedules(java.util.List<java.lang.String>)"}, "BulkResponse", 200,
        [pause](const RouteCall& call) { pauseMany(call, pause); }});
}

void addAdmin(std::vector<Route>& routes)
{
    for (const bool running : {false, true}) {
        routes.push_back({"GET", kPath + (running ? "admin/resume" : "admin/pause"), "scheduler",
            running ? "Let schedules start workflows again" : "Let no schedule start anything", {}, {}, "Map<Object>", 200,
            [running](const RouteCall& call) {
                call.conductor().schedules().setRunning(running, [call](const Result<void>& done) {
                    if (done)
                        call.json(Value::object({{"status", "done"}}));
                    else
                        call.error(done.error());
                });
            }});
    }
    routes.push_back({"GET", kPath + "admin/requeue", "scheduler", "Accepted; no record is ever left behind", {}, {}, "Map<Object>", 200,
        [](const RouteCall& call) { call.json(Value::object({{"sampleIds", Value::array()}, {"recordIds.size", 0}})); }});
}

}  // namespace

void addSchedulerRoutes(std::vector<Route>& routes)
{
    const std::string path = kPath + "schedules";
    const std::string schedule(kSchedule);
    routes.push_back({"GET", path, "scheduler", "All schedules", {queryParameter("workflowName")}, {}, "List<WorkflowSchedule>", 200, list});
    routes.push_back({"POST", path, "scheduler", "Add or replace a schedule", {},
        RouteBody {"WorkflowSchedule", "public " + schedule + " io.orkes.conductor.scheduler.rest.SchedulerResource.createOrUpdateSchedule("
            + schedule + ")"}, "WorkflowSchedule", 200,
        [](const RouteCall& call) { call.conductor().schedules().save(call.body(), call.jsonReply()); }});
    routes.push_back({"GET", path + "/search", "scheduler", "Search for schedules",
        {queryParameter("workflowName"), queryParameter("scheduleName"), queryParameter("paused", "boolean"), queryParameter("freeText", "String", "*"),
         queryParameter("start", "int", "0"), queryParameter("size", "int", "100"), queryParameter("sort")}, {}, "SearchResultSchedule", 200, search});
    routes.push_back({"GET", path + "/{name}", "scheduler", "A schedule", {pathParameter("name")}, {}, "WorkflowSchedule", 200,
        [](const RouteCall& call) { call.conductor().schedules().schedule(call.text("name"), call.jsonReply()); }});
    routes.push_back({"DELETE", path + "/{name}", "scheduler", "Remove a schedule", {pathParameter("name")}, {}, {}, 200,
        [](const RouteCall& call) { call.conductor().schedules().remove(call.text("name"), call.done()); }});
    routes.push_back({"PUT", path + "/{name}/pause", "scheduler", "Pause a schedule", {pathParameter("name"), queryParameter("reason")}, {}, {}, 200,
        [](const RouteCall& call) { call.conductor().schedules().setPaused(call.text("name"), true, call.text("reason"), call.done()); }});
    routes.push_back({"PUT", path + "/{name}/resume", "scheduler", "Resume a schedule", {pathParameter("name")}, {}, {}, 200,
        [](const RouteCall& call) { call.conductor().schedules().setPaused(call.text("name"), false, {}, call.done()); }});
    routes.push_back({"GET", kPath + "nextFewSchedules", "scheduler", "The next moments a cron expression stands for",
        {requiredParameter("cronExpression"), queryParameter("scheduleStartTime", "Long"), queryParameter("scheduleEndTime", "Long"),
         queryParameter("limit", "int", "5")}, {}, "List<long>", 200, nextRuns});
    routes.push_back({"GET", kPath + "search/executions", "scheduler", "What schedules have started",
        {queryParameter("query"), queryParameter("freeText", "String", "*"), queryParameter("start", "int", "0"), queryParameter("size", "int", "100"),
         queryParameter("sort")}, {}, "SearchResultScheduledRun", 200, executions});
    addBulk(routes, "pause", true);
    addBulk(routes, "resume", false);
    addAdmin(routes);
}

}  // namespace baton
