// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/event.h"

#include <QTest>

using namespace baton;

class TestField : public QObject {
    Q_OBJECT

private slots:
    void everyFieldHasAName();
    void whatIsSetIsRead();
    void wrongTypesGiveZero();
    void numbersAreKeptInRange();
    void fieldsOfTheOtherKindAreRefused();
    void settingDropsTheRawValue();
    void changesMakeOneLikeTheOther();
    void statusesAreThoseOfTheServer();
    void eventKindsHaveStableNames();
};

void TestField::everyFieldHasAName()
{
    for (int i = 0; i <= static_cast<int>(Field::LastField); ++i) {
        const auto field = static_cast<Field>(i);
        QVERIFY(!fieldName(field).empty());
        QCOMPARE(fieldFrom(fieldName(field), isTaskField(field)), std::optional(field));
    }
    QVERIFY(!fieldFrom("variables", true));
    QVERIFY(!fieldFrom("outputData", false));
    QVERIFY(fieldFrom("status", true) != fieldFrom("status", false));
}

void TestField::whatIsSetIsRead()
{
    TaskRun task;
    QVERIFY(setField(task, Field::OutputData, Value::object({{"v", 1}})));
    QVERIFY(setField(task, Field::TaskStatus, static_cast<int>(TaskStatus::Canceled)));
    QVERIFY(setField(task, Field::TaskEndTime, std::int64_t {1'700'000'000'000}));
    QVERIFY(setField(task, Field::Domain, "eu"));
    QVERIFY(task.outputData == Value::object({{"v", 1}}));
    QCOMPARE(task.status, TaskStatus::Canceled);
    QCOMPARE(task.endTime, EpochMs {1'700'000'000'000});
    QVERIFY(fieldValue(task, Field::TaskStatus) == Value(static_cast<int>(TaskStatus::Canceled)));
    QVERIFY(fieldValue(task, Field::Domain) == Value("eu"));
    Execution execution;
    QVERIFY(setField(execution, Field::EventName, "e"));
    QVERIFY(execution.event == "e");
}

void TestField::wrongTypesGiveZero()
{
    TaskRun task;
    task.seq = 5;
    task.status = TaskStatus::Failed;
    task.domain = "x";
    task.retried = true;
    setField(task, Field::Seq, "five");
    setField(task, Field::TaskStatus, "FAILED");
    setField(task, Field::Domain, 3);
    setField(task, Field::Retried, "true");
    QCOMPARE(task.seq, 0);
    QCOMPARE(task.status, TaskStatus::Scheduled);
    QVERIFY(task.domain.empty());
    QVERIFY(!task.retried);
}

void TestField::numbersAreKeptInRange()
{
    TaskRun task;
    setField(task, Field::Seq, std::int64_t {1} << 40);
    QCOMPARE(task.seq, std::numeric_limits<int>::max());
    setField(task, Field::TaskStatus, 99);
    QCOMPARE(task.status, TaskStatus::Scheduled);
    setField(task, Field::TaskStatus, -1);
    QCOMPARE(task.status, TaskStatus::Scheduled);
}

void TestField::fieldsOfTheOtherKindAreRefused()
{
    TaskRun task;
    Execution execution;
    QVERIFY(!setField(task, Field::Variables, 1));
    QVERIFY(!setField(execution, Field::OutputData, 1));
    QVERIFY(fieldValue(task, Field::Variables).isNull());
    QVERIFY(fieldName(static_cast<Field>(200)).empty());
    QVERIFY(!setField(execution, static_cast<Field>(200), 1));
}

void TestField::settingDropsTheRawValue()
{
    TaskRun task;
    task.unknownFields = Value::object({{"status", "ODD"}, {"other", 1}});
    setField(task, Field::TaskStatus, static_cast<int>(TaskStatus::Completed));
    QVERIFY(task.unknownFields == Value::object({{"other", 1}}));
}

void TestField::changesMakeOneLikeTheOther()
{
    TaskRun before;
    before.unknownFields = Value::object({{"status", "ODD"}});
    TaskRun after;
    after.status = TaskStatus::Completed;
    after.outputData = Value::array({1});
    after.unknownFields = Value::object({{"outputData", "raw"}});
    const auto changes = fieldChanges(before, after);
    for (const FieldChange& change : changes)
        setField(before, change.field, change.value);
    QVERIFY(fieldChanges(before, after).empty());
    QVERIFY(before.unknownFields == after.unknownFields);
}

void TestField::statusesAreThoseOfTheServer()
{
    std::string table;
    for (int i = 0; i <= static_cast<int>(TaskStatus::Skipped); ++i) {
        const auto status = static_cast<TaskStatus>(i);
        QCOMPARE(taskStatusFrom(toText(status)), std::optional(status));
        table.append(toText(status)).append(isTerminal(status) ? " T" : " -").append(isSuccessful(status) ? "S" : "-");
        table.append(isRetriable(status) ? "R; " : "-; ");
    }
    QCOMPARE(table, std::string("SCHEDULED -SR; IN_PROGRESS -SR; COMPLETED TSR; COMPLETED_WITH_ERRORS TSR; FAILED T-R; "
                                "FAILED_WITH_TERMINAL_ERROR T--; TIMED_OUT T-R; CANCELED T--; SKIPPED TS-; "));
    table.clear();
    for (int i = 0; i <= static_cast<int>(WorkflowStatus::Paused); ++i) {
        const auto status = static_cast<WorkflowStatus>(i);
        QCOMPARE(workflowStatusFrom(toText(status)), std::optional(status));
        table.append(toText(status)).append(isTerminal(status) ? " T" : " -").append(isSuccessful(status) ? "S; " : "-; ");
    }
    QCOMPARE(table, std::string("RUNNING --; COMPLETED TS; FAILED T-; TIMED_OUT T-; TERMINATED T-; PAUSED -S; "));
    QVERIFY(!taskStatusFrom("CANCELLED"));
    QCOMPARE(joinModeFrom("SYNC"), std::optional(JoinMode::Sync));
    QCOMPARE(taskTimeoutPolicyFrom("TIME_OUT_WF"), std::optional(TaskTimeoutPolicy::TimeOutWorkflow));
    QCOMPARE(workflowTimeoutPolicyFrom("ALERT_ONLY"), std::optional(WorkflowTimeoutPolicy::AlertOnly));
    QCOMPARE(retryLogicFrom("EXPONENTIAL_BACKOFF"), std::optional(RetryLogic::ExponentialBackoff));
}

void TestField::eventKindsHaveStableNames()
{
    for (int i = 0; i <= static_cast<int>(EventKind::TaskLogged); ++i) {
        const auto kind = static_cast<EventKind>(i);
        QVERIFY(!toText(kind).empty());
        QCOMPARE(eventKindFrom(toText(kind)), std::optional(kind));
    }
    QCOMPARE(toText(EventKind::VariablesSet), std::string_view("VariablesSet"));
    QCOMPARE(toText(EventKind::ClockAdvanced), std::string_view("ClockAdvanced"));
    QVERIFY(isBookkeeping(EventKind::TaskExecuted) && isBookkeeping(EventKind::WorkflowChanged));
    QVERIFY(!isBookkeeping(EventKind::TaskFailed) && !isBookkeeping(EventKind::VariablesSet));
    QVERIFY(isTaskEvent(EventKind::TaskLogged) && isTaskEvent(EventKind::TaskRemoved));
    QVERIFY(!isTaskEvent(EventKind::ClockAdvanced) && !isTaskEvent(EventKind::VariablesSet));
}

QTEST_GUILESS_MAIN(TestField)
#include "tst_field.moc"
