// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/cli.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sstream>

using namespace baton::cli;

namespace {

struct Answer {
    int code;
    std::string out;
    std::string err;
};

Answer run(const std::vector<std::string>& arguments)
{
    std::ostringstream out;
    std::ostringstream err;
    const int code = runCommand(arguments, {out, err});
    return {code, out.str(), err.str()};
}

constexpr const char* kWorkflow = R"({"name":"loan","version":1,"tasks":[
    {"name":"dti","taskReferenceName":"dti","type":"INLINE","inputParameters":{"evaluatorType":"javascript","expression":"$.debt / $.income","debt":"${workflow.input.debt}","income":"${workflow.input.income}"}},
    {"name":"s","taskReferenceName":"s","type":"SWITCH","evaluatorType":"javascript","expression":"$.v > 0.43 ? 'high' : 'low'","inputParameters":{"v":"${dti.output.result}"},
     "decisionCases":{"high":[{"name":"ask","taskReferenceName":"ask","type":"HUMAN"}]},"defaultCase":[{"name":"n","taskReferenceName":"accept","type":"NOOP"}]}],
    "outputParameters":{"ratio":"${dti.output.result}"}})";

}  // namespace

class TestDebugCommands : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] std::string path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)).toStdString(); }
    std::string write(const char* name, const std::string& text) const
    {
        QFile file(QString::fromStdString(path(name)));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(text.data(), static_cast<qint64>(text.size()));
        return path(name);
    }
    [[nodiscard]] Answer script(const std::string& text) const { return run({"debug", write("script.txt", "open " + write("loan.json", kWorkflow) + "\n" + text)}); }

private slots:
    void debugsAWholeSession()
    {
        const Answer answer = script(R"(# a whole session
input debt=50
input income=100
break when dti.output.result > 0.43
log dti ratio is ${dti.output.result}
watch dti.output.result
run
expect dti.output.result == 0.5
from dti.output.result
reverse
run
run
why
expect workflow.status == 'RUNNING'
set workflow-input {"debt":10,"income":100}
run
expect workflow.status == 'COMPLETED'
why ask
diff main
switch main
end
answer ask {"ok":true} COMPLETED
run
expect workflow.status == 'COMPLETED'
branches
history dti.status
back-over
breakpoints
)");
        QVERIFY2(answer.code == kDone, answer.err.c_str());
        for (const char* part : {"breakpoint 1", "log: ratio is 0.5", "dti.output.result = 0.5", "computed by a script: $.debt / $.income", "given at the start",
                 "at the start", "ask waits for a person", "branch: branch 2, workflow input", "ask: was not reached: s gave 'low' and this is the branch for 'high'",
                 "first: workflow input", "* main", "1 hits"})
            QVERIFY2(answer.out.find(part) != std::string::npos, (std::string(part) + " in\n" + answer.out).c_str());
    }

    void aFailingLineIsNamed()
    {
        const Answer answer = script("input debt=1\ninput income=100\nrun\nexpect dti.output.result > 1\nrun\n");
        QCOMPARE(answer.code, int {kFailed});
        QVERIFY2(answer.err.find("script.txt:5: expected dti.output.result > 1, but it is false") != std::string::npos, answer.err.c_str());
        QCOMPARE(script("nonsense\n").code, int {kFailed});
        QCOMPARE(script("to\n").code, int {kFailed});
        QCOMPARE(script("goto 9999\n").code, int {kFailed});
        QCOMPARE(script("break when (\n").code, int {kFailed});
        QCOMPARE(run({"debug", "a", "b"}).code, int {kWrongUsage});
        QCOMPARE(run({"debug", path("nobody.txt")}).code, int {kFailed});
    }

    void everyCommandIsHarmlessBeforeAnythingIsOpen()
    {
        for (const char* line : {"run", "why", "from x.output", "into x.output", "set output a {}", "fault fail a", "branches", "branch", "switch a", "diff a", "note x", "save x",
                 "page x", "test x", "print 1", "history 1", "first 1", "tasks", "where", "answer a {}", "clock 5", "drop x", "rename a b", "changes", "trace", "expect 1"}) {
            const Answer answer = run({"debug", write("empty.txt", line)});
            QVERIFY2(answer.code == kFailed && answer.err.find("nothing is open") != std::string::npos, line);
        }
    }

    void bundlesPagesAndTestsAreWritten()
    {
        const std::string bundle = path("run.bundle");
        const Answer answer = script("input debt=10\ninput income=100\nrun\nnote decided\nsave " + bundle + "\npage " + path("run.html") + "\ntest " + path("test.json") + "\n");
        QVERIFY2(answer.code == kDone, answer.err.c_str());
        const Answer verified = run({"verify", bundle});
        QCOMPARE(verified.code, int {kDone});
        QVERIFY(verified.out.starts_with("intact: "));
        QCOMPARE(run({"diff", bundle, bundle}).code, int {kDone});
        const Answer explained = run({"explain", bundle, "s"});
        QVERIFY2(explained.out.find("gave 'low'") != std::string::npos, explained.out.c_str());
        const Answer chain = run({"explain", bundle, "--from", "workflow.output.ratio", "--json"});
        QCOMPARE(chain.code, int {kDone});
        QVERIFY(chain.out.find("workflow.input.income") != std::string::npos);
        QCOMPARE(run({"explain", bundle, "--into", "workflow.input.debt"}).code, int {kDone});
        QCOMPARE(run({"explain", bundle, "nobody"}).code, int {kFailed});
    }

    void verifiesRecordedExecutions()
    {
        const Answer made = script("input debt=10\ninput income=100\nrun\n");
        QCOMPARE(made.code, int {kDone});
        const Answer shown = run({"run", path("loan.json"), "--input", "debt=10", "--input", "income=100", "--json"});
        const std::string execution = write("execution.json", shown.out);
        const Answer verified = run({"verify", execution, execution});
        QVERIFY2(verified.code == kDone, (verified.out + verified.err).c_str());
        QVERIFY(verified.out.find("score: 2 of 2 the same") != std::string::npos);
        std::string wrong = shown.out;
        wrong.replace(wrong.find("\"low\""), 5, "\"odd\"");
        const Answer refused = run({"verify", write("wrong.json", wrong)});
        QCOMPARE(refused.code, int {kFailed});
        QVERIFY2(refused.out.starts_with("different: "), refused.out.c_str());
        const Answer parted = run({"diff", execution, path("wrong.json")});
        QCOMPARE(parted.code, int {kFailed});
        QVERIFY(parted.out.starts_with("first: "));
        QCOMPARE(run({"diff", execution, path("wrong.json"), "--json"}).code, int {kFailed});
        QCOMPARE(run({"verify"}).code, int {kWrongUsage});
        QCOMPARE(run({"diff", execution}).code, int {kWrongUsage});
        QCOMPARE(run({"explain"}).code, int {kWrongUsage});
        QCOMPARE(run({"verify", path("nobody.json")}).code, int {kFailed});
    }
};

QTEST_GUILESS_MAIN(TestDebugCommands)
#include "tst_debugcommands.moc"
