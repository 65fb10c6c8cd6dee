// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/server/beans.h"
#include "engine/server/jsontext.h"
#include "engine/value/json.h"

#include <QtTest>

using namespace baton;

namespace {

QString read(const QString& text, const QString& type)
{
    const Result<Value> json = jsonFromText(text.toStdString(), type.toStdString());
    if (!json)
        return QString::fromStdString(json.error().message);
    const Result<Value> value = shaped(*json, type.toStdString());
    return QString::fromStdString(value ? toJson(*value) : value.error().message);
}

}  // namespace

// The texts are what the real server answered.
class TestBeans final : public QObject {
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("result");
        const auto row = [](const char* text, const char* type, const char* result) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(type) << QString::fromUtf8(result);
        };
        const char* const start = "StartWorkflowRequest";
        row(R"({"name":5,"version":"1","priority":2.7})", start, R"({"name":"5","version":1,"priority":2})");
        row(R"({"name":"x","nobody":1,"version":null})", start, R"({"name":"x","version":null})");
        row(R"({"name":"x"} and more)", start, R"({"name":"x"})");
        row(R"({"name":"x","version":"abc"})", start,
            "JSON parse error: Cannot deserialize value of type `java.lang.Integer` from String \"abc\": not a valid `java.lang.Integer` value");
        row(R"({"name":"x","version":99999999999})", start,
            "JSON parse error: Numeric value (99999999999) out of range of int (-2147483648 - 2147483647)");
        row(R"({"name":{"x":1}})", start,
            "JSON parse error: Cannot deserialize value of type `java.lang.String` from Object value (token `JsonToken.START_OBJECT`)");
        row(R"({"input":[]})", start, "JSON parse error: Cannot deserialize value of type `java.util.LinkedHashMap<java.lang.String,java.lang.Object>`"
                                      " from Array value (token `JsonToken.START_ARRAY`)");
        row(R"({"workflowDef":{"tasks":[1]}})", start,
            "JSON parse error: Cannot construct instance of `com.netflix.conductor.common.metadata.workflow.WorkflowTask` (although at least one "
            "Creator exists): no int/Int-argument constructor/factory method to deserialize from Number value (1)");
        row(R"({"workflowDef":{"tasks":[{"decisionCases":[]}]}})", start,
            "JSON parse error: Cannot deserialize value of type `java.util.LinkedHashMap<java.lang.String,java.util.List<com.netflix.conductor."
            "common.metadata.workflow.WorkflowTask>>` from Array value (token `JsonToken.START_ARRAY`)");
        row("\"s\"", start, "JSON parse error: Cannot construct instance of `com.netflix.conductor.common.metadata.workflow.StartWorkflowRequest` "
                            "(although at least one Creator exists): no String-argument constructor/factory method to deserialize from String value ('s')");
        row("true", start, "JSON parse error: Cannot construct instance of `com.netflix.conductor.common.metadata.workflow.StartWorkflowRequest` "
                           "(although at least one Creator exists): no boolean/Boolean-argument constructor/factory method to deserialize from boolean value (true)");
        row(R"({"status":"NOPE"})", "TaskResult",
            "JSON parse error: Cannot deserialize value of type `com.netflix.conductor.common.metadata.tasks.TaskResult$Status` from String \"NOPE\": "
            "not one of the values accepted for Enum class: [CANCELED, COMPLETED, FAILED_WITH_TERMINAL_ERROR, FAILED, IN_PROGRESS]");
        row(R"({"status":5})", "TaskResult", "JSON parse error: Cannot deserialize value of type `com.netflix.conductor.common.metadata.tasks."
                                             "TaskResult$Status` from number 5: index value outside legal index range [0..4]");
        row(R"({"extendLease":"x"})", "TaskResult", "JSON parse error: Cannot deserialize value of type `boolean` from String \"x\": only "
                                                    "\"true\"/\"True\"/\"TRUE\" or \"false\"/\"False\"/\"FALSE\" recognized");
        row(R"({"retryCount":true})", "TaskDef", "JSON parse error: Cannot deserialize value of type `int` from Boolean value (token `JsonToken.VALUE_TRUE`)");
        row(R"(["x"])", "List<TaskDef>", R"([{"name":"x"}])");
        row("[1,]", start, "JSON parse error: Cannot deserialize value of type `com.netflix.conductor.common.metadata.workflow.StartWorkflowRequest` "
                           "from Array value (token `JsonToken.START_ARRAY`)");
    }

    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, type);
        QFETCH(QString, result);
        QCOMPARE(read(text, type), result);
    }

    void noJson_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("result");
        const auto row = [](const char* text, const char* result) { QTest::newRow(text) << QString::fromUtf8(text) << QStringLiteral("JSON parse error: ") + QString::fromUtf8(result); };
        row("hello", "Unrecognized token 'hello': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')");
        row(R"({"a"})", "Unexpected character ('}' (code 125)): was expecting a colon to separate field name and value");
        row(R"({"a":})", "Unexpected character ('}' (code 125)): expected a value");
        row("{a:1}", "Unexpected character ('a' (code 97)): was expecting double-quote to start field name");
        row(R"({"a":1,})", "Unexpected character ('}' (code 125)): was expecting double-quote to start field name");
        row("\"abc", "Unexpected end-of-input in VALUE_STRING");
        row(R"({"a":1)", "Unexpected end-of-input: expected close marker for Object (start marker at [Source: REDACTED "
                         "(`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1, column: 1])");
        row("01", "Invalid numeric value: Leading zeroes not allowed");
    }

    void noJson()
    {
        QFETCH(QString, text);
        QFETCH(QString, result);
        QCOMPARE(read(text, QStringLiteral("Object")), result);
    }

    void deepDefinitionsAreRead()
    {
        QString deep = QStringLiteral(R"({"name":"x"})");
        for (int i = 0; i < 400; ++i)
            deep = QStringLiteral(R"({"name":"x","loopOver":[)") + deep + QStringLiteral("]}");
        QVERIFY(!read(QStringLiteral(R"({"tasks":[)") + deep + QStringLiteral("]}"), QStringLiteral("WorkflowDef")).startsWith(QStringLiteral("JSON")));
    }
};

QTEST_GUILESS_MAIN(TestBeans)
#include "tst_beans.moc"
