// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/codec.h"
#include "engine/value/json.h"
#include "ui/definitions/mockmodel.h"
#include "ui/definitions/mockpanel.h"
#include "ui/kit/fonts.h"
#include "ui/kit/rowtree.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <Qsci/qsciscintilla.h>

using namespace baton;
using namespace baton::ui;
using namespace Qt::StringLiterals;

namespace {

WorkflowDefPtr definition(const char* second = "decide")
{
    const std::string json = std::string(R"({"name":"w","version":2,"tasks":[{"name":"credit_check","taskReferenceName":"credit","type":"SIMPLE"},
        {"name":"set","taskReferenceName":"set","type":"SET_VARIABLE"},{"name":"decide","taskReferenceName":")") + second + R"(","type":"decide"}]})";
    return workflowDefFrom(parseJson(json).value()).value();
}

std::string fault(const char* text)
{
    const auto answers = answersFrom(text);
    return answers ? std::string() : answers.error().oneLine();
}

}  // namespace

class MocksTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { installFonts(FontChoice::Bundled); }

    void readsAnswers()
    {
        QCOMPARE(toJson(answersFrom("").value()), std::string("[]"));
        QCOMPARE(toJson(answersFrom(R"({"output": {"a": 1}})").value()), std::string(R"([{"output":{"a":1}}])"));
        QVERIFY(fault("[1]").find("[0]") != std::string::npos);
        QVERIFY(fault(R"([{}, {"status": "DONE"}])").find("[1].status") != std::string::npos);
        QVERIFY(fault(R"({"output": 3})").find("[0].output") != std::string::npos);
        QVERIFY(fault(R"({"outptu": {}})").find("outptu") != std::string::npos);
        QVERIFY(fault("[{").find("1:3") != std::string::npos);
        const auto request = mocksFrom(R"({"name": "w", "taskRefToMockOutput": {"credit": {"status": "FAILED"}}})");
        QCOMPARE(toJson(request.value()), std::string(R"({"credit":[{"status":"FAILED"}]})"));
        QVERIFY(mocksFrom(R"({"credit": [{"status": 1}]})").error().oneLine().find("credit[0].status") != std::string::npos);
    }

    void whatIsSavedIsAServersTestRequest()
    {
        const Value mocks = parseJson(R"({"credit":[{"status":"FAILED","reason":"x"},{"output":{"s":1}}],"decide":[{"script":"1"}]})").value();
        const TestRequest made = testRequestFor(*definition(), Value::object({{"a", 1}}), mocks);
        QCOMPARE(made.leftOut, std::vector<std::string> {"decide"});
        QCOMPARE(toJson(made.request["taskRefToMockOutput"]), std::string(R"({"credit":[{"status":"FAILED"},{"output":{"s":1}}]})"));
        QCOMPARE(made.request["workflowDef"]["name"].asText(), std::string_view("w"));
        QCOMPARE(made.request["version"].asInteger(), std::int64_t {2});
    }

    void answersOutliveTheirTask()
    {
        MockModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setDefinition(*definition());
        QCOMPARE(model.rowCount(), 2);   // what workers do
        model.setText(1, u"{\"output\": {\"ok\": true}}"_s);
        QCOMPARE(toJson(model.mocks()), std::string(R"({"decide":[{"output":{"ok":true}}]})"));
        model.setDefinition(*definition("decide_now"));
        QVERIFY(model.mocks().empty());
        model.setDefinition(*definition());
        QCOMPARE(toJson(model.mocks()), std::string(R"({"decide":[{"output":{"ok":true}}]})"));
    }

    void writingByKeys()
    {
        MockPanel panel;
        panel.resize(900, 260);
        panel.show();
        panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        panel.setDefinition(definition());
        auto* editor = panel.findChild<QsciScintilla*>(u"mockText"_s);
        QSignalSpy changed(&panel, &MockPanel::changed);
        editor->setFocus();
        for (const char c : {'[', '{', '"', 's'})
            QTest::keyClick(editor, c);
        QVERIFY(panel.findChild<QLabel*>(u"mockProblem"_s)->text().startsWith(u"Not used"_s));
        QVERIFY(panel.mocks().empty());
        auto* tree = panel.findChild<RowTree*>(u"mockTree"_s);
        tree->setCurrentIndex(tree->model()->index(1, 0));
        QVERIFY(editor->text().isEmpty());
        for (QAction* action : panel.findChild<QToolButton*>(u"mockAdd"_s)->menu()->actions())
            action->trigger();
        QCOMPARE(panel.mocks()["decide"].items().size(), std::size_t {5});
        tree->setCurrentIndex(tree->model()->index(0, 0));
        QCOMPARE(editor->text(), u"[{\"s"_s);   // half written, kept
        QVERIFY(!panel.isOn());
        QTest::mouseClick(panel.findChild<QCheckBox*>(u"mockOn"_s), Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY(panel.isOn());
        QVERIFY(changed.size() > 5);
    }
};

QTEST_MAIN(MocksTest)
#include "tst_mocks.moc"
