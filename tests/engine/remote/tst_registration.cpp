// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/embedded/embeddedconductor.h"
#include "engine/model/codec.h"
#include "engine/remote/registration/registrar.h"
#include "engine/value/json.h"

#include <QTest>

#include <algorithm>

using namespace baton;
using Action = RegistrationStep::Action;

namespace {

WorkflowDefPtr workflowOf(std::string_view json)
{
    return workflowDefFrom(parseJson(json).value()).value();
}

TaskDefPtr taskOf(std::string_view json)
{
    return taskDefFrom(parseJson(json).value()).value();
}

WorkflowDefPtr sample()
{
    return workflowDefFrom(readJsonFile(BATON_SOURCE_DIR "/resources/samples/underwriting/underwriting_workflow.json").value()).value();
}

TaskDefPtr named(const std::vector<TaskDefPtr>& tasks, const char* name)
{
    const auto found = std::find_if(tasks.begin(), tasks.end(), [&](const TaskDefPtr& one) { return one->name == name; });
    return found == tasks.end() ? nullptr : *found;
}

const LiftNote* noteOn(const std::vector<LiftNote>& notes, const char* task, const std::string& field)
{
    const auto found = std::find_if(notes.begin(), notes.end(), [&](const LiftNote& one) { return one.taskName == task && one.field == field; });
    return found == notes.end() ? nullptr : &*found;
}

/// A Conductor to register at, and what a request to it comes to.
struct Bench {
    explicit Bench(EpochMs now = 2'000'000)
    {
        EmbeddedSetup setup;
        setup.clock = std::make_shared<VirtualClock>(now);
        setup.ids = std::make_shared<SeededIdSource>(1);
        setup.evaluators = [] { return Evaluators(); };
        conductor = std::make_unique<EmbeddedConductor>(std::move(setup));
    }
    RegistrationPlan plan(const RegistrationRequest& request)
    {
        return answerOf<RegistrationPlan>([&](auto reply) { planRegistration(conductor->metadata(), request, settings, reply); }).value();
    }
    RegistrationReport registerAll(const RegistrationRequest& request)
    {
        return answerOf<RegistrationReport>([&](auto reply) { carryOut(conductor->metadata(), plan(request), reply); }).value();
    }
    int onServer(const char* name, std::optional<int> version = std::nullopt)
    {
        const auto found = answerOf<WorkflowDefPtr>([&](auto reply) { conductor->metadata().workflow(name, version, reply); });
        return found ? (*found)->version : 0;
    }
    std::unique_ptr<EmbeddedConductor> conductor;
    RegistrationSettings settings;
};

RegistrationRequest requestFor(const WorkflowDefPtr& workflow, EpochMs writtenAt = 0)
{
    RegistrationRequest request;
    request.workflows.push_back({workflow, {}, writtenAt});
    return request;
}

constexpr std::string_view kLoan = R"({"name":"loan","version":2,"ownerEmail":"a@b.c","tasks":[{"name":"t","taskReferenceName":"t"}]})";

}  // namespace

class TestRegistration : public QObject {
    Q_OBJECT

private slots:
    /// The guide's own workflow: everything written on its tasks arrives where the server reads it.
    void theSampleIsLifted()
    {
        const Lifted lifted = liftTaskSettings({sample()}, {}, {});
        QCOMPARE(lifted.tasks.size(), std::size_t {5});
        const TaskDefPtr credit = named(lifted.tasks, "credit_check");
        QVERIFY(credit != nullptr);
        QCOMPARE(credit->retryCount, 3);
        QCOMPARE(credit->retryDelaySeconds, 60);
        QCOMPARE(credit->timeoutSeconds, std::int64_t {300});
        QCOMPARE(credit->timeoutPolicy, TaskTimeoutPolicy::Retry);
        QCOMPARE(credit->concurrentExecLimit, std::optional<int>(1));
        QCOMPARE(credit->rateLimitPerFrequency, 100);
        QCOMPARE(credit->rateLimitFrequencyInSeconds, 60);
        QCOMPARE(credit->ownerEmail.str(), std::string("underwriting@company.com"));
        // 360 s of silence in a task that may take 300 s would be refused.
        QCOMPARE(credit->responseTimeoutSeconds, std::int64_t {300});
        const auto corrected = std::find_if(lifted.notes.begin(), lifted.notes.end(), [](const LiftNote& note) {
            return note.kind == LiftNote::Kind::Corrected && note.taskName == "credit_check";
        });
        QVERIFY(corrected != lifted.notes.end());
        QCOMPARE(corrected->written, Value(360));
        QCOMPARE(corrected->registered, Value(300));
        QVERIFY(!corrected->why.empty());
        QCOMPARE(std::count_if(lifted.notes.begin(), lifted.notes.end(), [](const LiftNote& n) { return n.kind == LiftNote::Kind::Corrected; }), 5);
        QVERIFY(noteOn(lifted.notes, "credit_check", "retryDelaySeconds")->kind == LiftNote::Kind::Lifted);
        QVERIFY(noteOn(lifted.notes, "credit_check", "responseTimeoutSeconds")->kind == LiftNote::Kind::Corrected);   // told once
        QVERIFY(lifted.workflows[0]->tasks[0]->unknownFields.isNull());
        QCOMPARE(lifted.workflows[0]->metadata["namespace"].toText().str(), std::string("underwriting"));
    }

    /// What is lifted is what the server's own rules accept.
    void theSampleIsTakenByAConductor()
    {
        Bench bench;
        const RegistrationReport report = bench.registerAll(requestFor(sample()));
        QVERIFY2(report.ok(), report.failures.empty() ? "" : report.failures[0].second.oneLine().c_str());
        QCOMPARE(report.added, 6);
        QCOMPARE(bench.onServer("underwriting_workflow"), 1);
        const RegistrationPlan again = bench.plan(requestFor(sample()));
        QVERIFY(!again.changesAnything());
        for (const RegistrationStep& step : again.steps)
            QVERIFY2(step.standing == Standing::Same, step.differences.empty() ? "" : step.differences[0].path.c_str());
    }

    void aGivenTaskDefinitionWins()
    {
        const TaskDefPtr given = taskOf(R"({"name":"credit_check","retryDelaySeconds":7,"timeoutSeconds":60,"responseTimeoutSeconds":90})");
        const Lifted lifted = liftTaskSettings({sample()}, {given}, {});
        const TaskDefPtr credit = named(lifted.tasks, "credit_check");
        QCOMPARE(credit->retryDelaySeconds, 7);
        QCOMPARE(credit->responseTimeoutSeconds, std::int64_t {60});
        const LiftNote* kept = noteOn(lifted.notes, "credit_check", "retryDelaySeconds");
        QVERIFY(kept->kind == LiftNote::Kind::Kept);
        QCOMPARE(kept->registered, Value(7));
    }

    void theFirstOfANameSpeaksForAll()
    {
        const Lifted lifted = liftTaskSettings({workflowOf(R"({"name":"w","tasks":[
            {"name":"t","taskReferenceName":"a","timeoutSeconds":10},{"name":"t","taskReferenceName":"b","timeoutSeconds":20}]})")}, {}, {});
        QCOMPARE(lifted.tasks.size(), std::size_t {1});
        QCOMPARE(lifted.tasks[0]->timeoutSeconds, std::int64_t {10});
        QVERIFY(std::any_of(lifted.notes.begin(), lifted.notes.end(), [](const LiftNote& n) { return n.kind == LiftNote::Kind::Kept && n.reference == "b"; }));
    }

    /// One workflow says nothing of a task, another does: what is written wins over defaults, and is told once.
    void whatIsWrittenWinsOverDefaults()
    {
        const Lifted lifted = liftTaskSettings({workflowOf(R"({"name":"v","tasks":[{"name":"t","taskReferenceName":"a"}]})"),
            workflowOf(R"({"name":"w","tasks":[{"name":"t","taskReferenceName":"b","timeoutSeconds":20,"retryCount":9}]})")}, {}, {});
        QCOMPARE(lifted.workflows.size(), std::size_t {2});
        QCOMPARE(lifted.tasks.size(), std::size_t {1});
        QCOMPARE(lifted.tasks[0]->timeoutSeconds, std::int64_t {20});
        QCOMPARE(lifted.tasks[0]->retryCount, 9);
        QVERIFY(noteOn(lifted.notes, "t", "timeoutSeconds")->kind == LiftNote::Kind::Lifted);
    }

    void whatCannotBeReadIsTold()
    {
        const Lifted lifted = liftTaskSettings({workflowOf(R"({"name":"w","tasks":[
            {"name":"t","taskReferenceName":"a","retryLogic":"NEVER","timeoutSeconds":-5,"concurrentExecLimit":"many"}]})")}, {}, {});
        QVERIFY(noteOn(lifted.notes, "t", "retryLogic")->kind == LiftNote::Kind::Dropped);
        QVERIFY(noteOn(lifted.notes, "t", "concurrentExecLimit")->kind == LiftNote::Kind::Dropped);
    }

    void tasksThatSayNothingGetTheSettingsDefaults()
    {
        RegistrationSettings settings;
        settings.defaults = {Milliseconds(90'000), 4, Milliseconds(2500), Milliseconds(30'000)};
        settings.ownerEmail = "owner@example.org";
        const Lifted lifted = liftTaskSettings({workflowOf(R"({"name":"w","tasks":[{"name":"t","taskReferenceName":"a"},
            {"name":"wait","taskReferenceName":"b","type":"WAIT"}]})")}, {}, settings);
        QCOMPARE(lifted.tasks.size(), std::size_t {1});   // nobody polls a WAIT
        QCOMPARE(lifted.tasks[0]->retryCount, 4);
        QCOMPARE(lifted.tasks[0]->retryDelaySeconds, 3);
        QCOMPARE(lifted.tasks[0]->timeoutSeconds, std::int64_t {90});
        QCOMPARE(lifted.tasks[0]->responseTimeoutSeconds, std::int64_t {90});
        QCOMPARE(lifted.tasks[0]->ownerEmail.str(), std::string("owner@example.org"));
        QCOMPARE(lifted.workflows[0]->ownerEmail.str(), std::string("owner@example.org"));
    }

    void onlyWhatWorkersPollGetsADefinition()
    {
        const auto full = workflowDefFrom(readJsonFile(BATON_SOURCE_DIR "/resources/samples/underwriting/underwriting_full.json").value());
        std::vector<std::string> names;
        for (const TaskDefPtr& task : liftTaskSettings({*full}, {}, {}).tasks)
            names.push_back(task->name.str());
        QVERIFY(std::find(names.begin(), names.end(), "credit_check") != names.end());
        for (const char* own : {"checks", "gates"})
            QVERIFY2(std::find(names.begin(), names.end(), own) == names.end(), own);
    }

    void settingsInsideOperatorsAreLiftedToo()
    {
        const Lifted lifted = liftTaskSettings({workflowOf(R"({"name":"w","tasks":[{"name":"f","taskReferenceName":"f","type":"FORK_JOIN",
            "forkTasks":[[{"name":"deep","taskReferenceName":"d","retryDelaySeconds":9}]]},
            {"name":"j","taskReferenceName":"j","type":"JOIN","joinOn":["d"]}]})")}, {}, {});
        QCOMPARE(named(lifted.tasks, "deep")->retryDelaySeconds, 9);
        QVERIFY(lifted.workflows[0]->tasks[0]->forkTasks[0][0]->unknownFields.isNull());
    }

    void aDifferentDefinitionStaysUnlessToldOtherwise()
    {
        Bench bench;
        QVERIFY(bench.registerAll(requestFor(workflowOf(kLoan))).ok());
        auto changed = std::make_shared<WorkflowDef>(*workflowOf(kLoan));
        changed->description = "other";
        const RegistrationPlan careful = bench.plan(requestFor(changed));
        QVERIFY(careful.steps.back().standing == Standing::Differs);
        QVERIFY(careful.steps.back().action == Action::Keep);
        QCOMPARE(careful.steps.back().differences.size(), std::size_t {1});
        QCOMPARE(careful.steps.back().differences[0].path, std::string("description"));
        bench.settings.overwrite = true;
        QCOMPARE(bench.registerAll(requestFor(changed)).replaced, 1);
        QVERIFY(!bench.plan(requestFor(changed)).changesAnything());
    }

    void aNewerOneIsNeverReplacedSilently()
    {
        Bench bench;
        bench.settings.overwrite = true;
        QVERIFY(bench.registerAll(requestFor(workflowOf(kLoan))).ok());
        auto changed = std::make_shared<WorkflowDef>(*workflowOf(kLoan));
        changed->description = "written before the server's";
        RegistrationRequest request = requestFor(changed, 1'000'000);   // the server's clock says 2'000'000
        QVERIFY(bench.plan(request).steps.back().standing == Standing::NewerOnServer);
        QVERIFY(bench.plan(request).steps.back().action == Action::Keep);
        request.replaceNewer = true;
        QVERIFY(bench.plan(request).steps.back().action == Action::Replace);
    }

    void anOlderVersionIsNotSlippedIn()
    {
        Bench bench;
        QVERIFY(bench.registerAll(requestFor(workflowOf(kLoan))).ok());
        auto older = std::make_shared<WorkflowDef>(*workflowOf(kLoan));
        older->version = 1;
        const RegistrationPlan plan = bench.plan(requestFor(older));
        QVERIFY(plan.steps.back().standing == Standing::NewerOnServer);
        QCOMPARE(plan.steps.back().serverVersion, 2);
        QVERIFY(plan.steps.back().action == Action::Keep);
        auto next = std::make_shared<WorkflowDef>(*workflowOf(kLoan));
        next->version = 3;
        QVERIFY(bench.registerAll(requestFor(next)).ok());
        QCOMPARE(bench.onServer("loan"), 3);
        QCOMPARE(bench.onServer("loan", 2), 2);
    }

    void whatACheckRefusesRefusesAll()
    {
        Bench bench;
        RegistrationRequest request = requestFor(workflowOf(R"({"name":"twice","ownerEmail":"a@b.c","tasks":[
            {"name":"t","taskReferenceName":"same"},{"name":"t","taskReferenceName":"same"}]})"));
        request.workflows.push_back({workflowOf(kLoan), {}, 0});
        const RegistrationReport report = bench.registerAll(request);
        QVERIFY(report.plan.refused());
        QVERIFY(!report.plan.findings.empty());
        QCOMPARE(report.added, 0);
        QCOMPARE(bench.onServer("loan"), 0);
    }

    void aPlanIsSaidAsJson()
    {
        Bench bench;
        const Value json = toValue(bench.plan(requestFor(sample())));
        QCOMPARE(json["steps"].size(), std::size_t {6});
        QCOMPARE(json["steps"].at(0)["action"].toText().str(), std::string("add"));
        QVERIFY(json["notes"].size() > 20);
        QCOMPARE(json["refused"], Value(false));
    }
};

QTEST_GUILESS_MAIN(TestRegistration)
#include "tst_registration.moc"
