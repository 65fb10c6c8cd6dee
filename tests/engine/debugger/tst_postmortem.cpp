// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/postmortem.h"
#include "engine/debugger/randomworkflow.h"
#include "engine/debugger/replayproof.h"

#include <QDir>
#include <QFile>

using namespace baton;

namespace {

QStringList recordedFiles()
{
    const QDir folder(QStringLiteral(BATON_GOLDEN_EXECUTIONS));
    QStringList paths;
    for (const QString& name : folder.entryList({QStringLiteral("*.json")}))
        paths << folder.filePath(name);
    return paths;
}

ReplayProof proofOf(const Value& json)
{
    const auto execution = executionFrom(json);
    if (execution)
        return proveReplay(**execution);
    ReplayProof proof;
    proof.verdict = ReplayProof::Verdict::Unprovable;
    return proof;
}

std::string tell(const ReplayProof& proof)
{
    if (!proof.mismatch)
        return proof.why;
    return proof.mismatch->field + " of " + proof.mismatch->recordedTask.str() + ": recorded " + toJson(proof.mismatch->recorded) + ", ours "
        + proof.mismatch->ourTask.str() + " " + toJson(proof.mismatch->ours);
}

}  // namespace

class TestPostMortem : public QObject {
    Q_OBJECT

private slots:
    void provesTheRecordedExecutions_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString& path : recordedFiles())
            QTest::newRow(QFileInfo(path).baseName().toUtf8().constData()) << path;
    }

    void provesTheRecordedExecutions()
    {
        QFETCH(QString, path);
        const ReplayProof proof = proofOf(readJsonFile(path.toStdString()).value());
        QVERIFY2(proof.verdict != ReplayProof::Verdict::Different, tell(proof).c_str());
    }

    // One line each: executions of many shapes as a real server showed them.
    void provesHundredsOfRecordedExecutions()
    {
        QFile file(QStringLiteral(BATON_GOLDEN_EXECUTIONS "/../recorded-executions.jsonl"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        int same = 0;
        int unprovable = 0;
        int different = 0;
        while (!file.atEnd()) {
            const ReplayProof proof = proofOf(parseJson(file.readLine().trimmed().toStdString()).value());
            if (proof.verdict == ReplayProof::Verdict::Different)
                qInfo("line %d: %s", same + unprovable + different + 1, tell(proof).c_str());
            (proof.verdict == ReplayProof::Verdict::Same ? same : proof.verdict == ReplayProof::Verdict::Different ? different : unprovable) += 1;
        }
        // Named above are tasks of other services and the order of JSONPath scans: docs/differences.md.
        QVERIFY2(same >= 295, std::to_string(same).c_str());
        QVERIFY2(different <= 10, std::to_string(different).c_str());
    }

    void everyMomentOfThemIsTheSameBothWays()
    {
        for (const QString& path : recordedFiles()) {
            auto opened = openExecution(readJsonFile(path.toStdString()).value());
            QVERIFY2(opened.ok(), qPrintable(path));
            Rehearsal& rehearsal = **opened;
            rehearsal.reset();
            std::vector<std::uint64_t> hashes {rehearsal.world().stateHash()};
            for (std::size_t i = 1; i <= rehearsal.journal().size(); ++i) {
                rehearsal.moveTo(i);
                hashes.push_back(rehearsal.world().stateHash());
            }
            for (std::size_t i = rehearsal.journal().size(); i > 0; --i) {
                QCOMPARE(rehearsal.world().stateHash(), hashes[i]);
                rehearsal.moveTo(i - 1);
            }
        }
    }

    void aWrongRecordIsFoundOut()
    {
        const toy::RandomWorkflow random(5);
        auto run = toy::started(random.setup());
        run->run();
        const Value good = toValue(toy::main(*run), run->world().now);
        QVERIFY2(proofOf(good).verdict == ReplayProof::Verdict::Same, tell(proofOf(good)).c_str());
        Execution bad = toy::main(*run);
        auto task = std::make_shared<TaskRun>(*bad.task(0));
        task->inputData = Value::object({{"x", "tampered"}});
        bad.tasks.set(0, task);
        const ReplayProof proof = proveReplay(bad);
        QCOMPARE(proof.verdict, ReplayProof::Verdict::Different);
        QCOMPARE(proof.mismatch->index, std::size_t {0});
        QCOMPARE(proof.mismatch->field, std::string("input"));
    }

    void ownRunsOfAnyShapeProveThemselves()
    {
        for (unsigned seed = 1; seed <= 60; ++seed) {
            const toy::RandomWorkflow random(seed);
            auto run = toy::started(random.setup());
            run->run();
            const ReplayProof proof = proofOf(toValue(toy::main(*run), run->world().now));
            QVERIFY2(proof.verdict == ReplayProof::Verdict::Same, (tell(proof) + " in seed " + std::to_string(seed) + " " + random.json()).c_str());
        }
    }

    void goesOnFromAnyMoment()
    {
        const toy::RandomWorkflow random(3);
        auto run = toy::started(random.setup());
        run->run();
        const std::string end = toJson(toy::main(*run).output);
        RehearsalSetup setup;
        setup.handlers = random.setup().handlers;
        auto opened = openExecution(toValue(toy::main(*run), run->world().now), std::move(setup));
        QVERIFY(opened.ok());
        QVERIFY((*opened)->isFinished());
        for (std::size_t position = 1; position < (*opened)->journal().size(); position += 5) {
            auto forked = (*opened)->fork(position);
            QVERIFY(forked.ok());
            (*forked)->run();
            QVERIFY2(toJson(toy::main(**forked).output) == end, (std::to_string(position) + " " + toJson(toy::main(**forked).output) + " " + toy::tasks(toy::main(**forked)) + random.json()).c_str());
        }
    }

    void importedRunsOfAnyShapeGoOnFromAnyMoment()
    {
        for (unsigned seed = 1; seed <= 15; ++seed) {
            const toy::RandomWorkflow random(seed, 8);
            auto run = toy::started(random.setup());
            run->run();
            const std::string end = toJson(toy::main(*run).output);
            RehearsalSetup setup;
            setup.handlers = random.setup().handlers;
            auto opened = openExecution(toValue(toy::main(*run), run->world().now), std::move(setup));
            QVERIFY(opened.ok());
            for (std::size_t position = 1; position < (*opened)->journal().size(); position += 4) {
                auto forked = (*opened)->fork(position);
                QVERIFY(forked.ok());
                (*forked)->run();
                QVERIFY2(toJson(toy::main(**forked).output) == end, (std::to_string(position) + " of seed " + std::to_string(seed) + " " + toy::tasks(toy::main(**forked)) + " " + random.json()).c_str());
            }
        }
    }

    void anythingThatLooksLikeAnExecutionOpens()
    {
        for (const char* text : {R"({"workflowId":"w","status":"RUNNING"})", R"({"workflowName":"x","status":"ODD","tasks":[{"referenceTaskName":"a","status":"STRANGE"},7,null]})",
                 R"([{"workflowId":"c","parentWorkflowId":"w","status":"FAILED","createTime":5},{"workflowId":"w","status":"PAUSED","createTime":9}])",
                 R"({"execution":{"workflowName":"x","status":"FAILED","tasks":[{"referenceTaskName":"f","taskType":"FORK","status":"COMPLETED","seq":1}]},"see":"w"})"}) {
            auto opened = openExecution(parseJson(text).value());
            QVERIFY2(opened.ok(), text);
            QVERIFY((*opened)->setup().workflow != nullptr);
            QVERIFY((*opened)->world().find((*opened)->mainWorkflowId()) != nullptr);
        }
        for (const char* text : {"{}", "[]", "7", R"({"name":"x","tasks":[]})", R"([1])"})
            QVERIFY2(!openExecution(parseJson(text).value()).ok(), text);
    }
};

QTEST_GUILESS_MAIN(TestPostMortem)
#include "tst_postmortem.moc"
