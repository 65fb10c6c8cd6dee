// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "engine/check/check.h"

#include <QTest>

#include <fstream>
#include <iterator>

using namespace baton;

namespace {

std::vector<Finding> findingsOf(const std::string& json)
{
    auto checked = checkText(json, "w.json");
    if (!checked)
        return {{Severity::Error, "unreadable", checked.error()}};
    return std::move(checked->findings);
}

const Finding* find(const std::vector<Finding>& findings, std::string_view code)
{
    for (const Finding& finding : findings)
        if (finding.code == code)
            return &finding;
    return nullptr;
}

std::string workflow(const std::string& tasks)
{
    return "{\"name\": \"w\", \"tasks\": [\n" + tasks + "\n]}";
}

}  // namespace

class CheckTest : public QObject {
    Q_OBJECT

private slots:
    void finds_data()
    {
        QTest::addColumn<QByteArray>("tasks");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<int>("line");
        const auto row = [](const char* code, const char* field, int line, const char* tasks) {
            QTest::newRow(code) << QByteArray(tasks) << QByteArray(code) << QByteArray(field) << line;
        };
        row("duplicate-reference", "tasks[1].taskReferenceName", 3,
            R"({"name": "a", "taskReferenceName": "a"},
               {"name": "b", "taskReferenceName": "a"})");
        row("unknown-reference", "tasks[0].inputParameters.x", 2, R"({"name": "a", "taskReferenceName": "a", "inputParameters": {"x": "${nobody.output.v}"}})");
        row("fork-without-join", "tasks[0]", 2,
            R"({"name": "f", "taskReferenceName": "f", "type": "FORK_JOIN", "forkTasks": [[{"name": "a", "taskReferenceName": "a"}]]})");
        row("join-never-completes", "tasks[0].joinOn[0]", 2, R"({"name": "j", "taskReferenceName": "j", "type": "JOIN", "joinOn": ["nobody"]})");
        row("missing-field", "tasks[0].decisionCases", 2,
            R"({"name": "s", "taskReferenceName": "s", "type": "SWITCH", "evaluatorType": "value-param", "expression": "x", "inputParameters": {"x": 1}})");
        row("switch-parameter", "tasks[0].expression", 2,
            R"({"name": "s", "taskReferenceName": "s", "type": "SWITCH", "evaluatorType": "value-param", "expression": "${x}", "decisionCases": {"a": [{"name": "a", "taskReferenceName": "a"}]}})");
        row("termination-status", "tasks[0].inputParameters.terminationStatus", 2, R"({"name": "t", "taskReferenceName": "t", "type": "TERMINATE", "inputParameters": {}})");
        row("settings-on-task", "tasks[0]", 2, R"({"name": "a", "taskReferenceName": "a", "retryLogic": "FIXED"})");
        row("response-timeout", "tasks[0].responseTimeoutSeconds", 2,
            R"({"name": "a", "taskReferenceName": "a", "responseTimeoutSeconds": 360, "timeoutSeconds": 300})");
        row("worker-type", "tasks[0].type", 2, R"({"name": "a", "taskReferenceName": "a", "type": "credit_check"})");
    }

    void finds()
    {
        QFETCH(QByteArray, tasks);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, field);
        QFETCH(int, line);
        const auto findings = findingsOf(workflow(tasks.toStdString()));
        const Finding* finding = find(findings, code.toStdString());
        QVERIFY2(finding != nullptr, findings.empty() ? "no finding" : findings.front().what.oneLine().c_str());
        QCOMPARE(finding->what.field, field.toStdString());
        QCOMPARE(finding->what.line, line);
        QCOMPARE(finding->what.source, std::string("w.json"));
        QVERIFY(!finding->what.hint.empty());
    }

    void anEmptyWorkflowAndBrokenTextAreErrors()
    {
        QVERIFY(find(findingsOf(R"({"name": "w", "tasks": []})"), "no-tasks") != nullptr);
        const auto broken = findingsOf("{\"name\":\n oops}");
        QCOMPARE(broken.front().code, std::string("unreadable"));
        QCOMPARE(broken.front().what.line, 2);
    }

    void aSoundWorkflowHasNothingToReport()
    {
        QVERIFY(findingsOf(workflow(R"({"name": "a", "taskReferenceName": "a", "inputParameters": {"x": "${workflow.input.y}"}})")).empty());
    }

    void theUsersWorkflowRunsAndSaysWhatTheServerDrops()
    {
        std::ifstream file(BATON_SOURCE_DIR "/resources/samples/underwriting/underwriting_workflow.json");
        const std::string text(std::istreambuf_iterator<char>(file), {});
        const auto findings = findingsOf(text);
        for (const Finding& finding : findings)
            QVERIFY2(finding.severity != Severity::Error, finding.what.oneLine().c_str());
        QVERIFY(find(findings, "settings-on-task") != nullptr);
        QVERIFY(find(findings, "response-timeout") != nullptr);
        QVERIFY(find(findings, "null-output") != nullptr);
    }
};

QTEST_GUILESS_MAIN(CheckTest)
#include "tst_check.moc"
