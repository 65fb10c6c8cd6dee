// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "support/printvalue.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace baton;

namespace {

std::string nested(int depth)
{
    return std::string(static_cast<std::size_t>(depth), '[') + std::string(static_cast<std::size_t>(depth), ']');
}

}  // namespace

class tst_JsonErrors : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string fileWith(const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(QStringLiteral("test.json")));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName().toStdString();
    }

private slots:
    void errorsNamePlaceAndExpectation_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const QByteArray& text, int line, int column, const char* message) {
            QTest::addRow("%s", text.toPercentEncoding(" {}[]\":,'/").constData()) << text << line << column << QByteArray(message);
        };
        row("", 1, 1, "expected a value, but the document is empty");
        row(" \n ", 2, 2, "expected a value, but the document is empty");
        row("[1,\n 2,\n oops]", 3, 2, "expected a value");
        row("{\"a\":}", 1, 6, "expected a value");
        row("[1,]", 1, 4, "expected a value");
        row("[}", 1, 2, "expected a value or ']'");
        row("[1 2]", 1, 4, "expected ',' or ']'");
        row("[1}", 1, 3, "expected ',' or ']'");
        row("{\"a\":1 \"b\"", 1, 8, "expected ',' or '}'");
        row("{\"a\":\"b\" x", 1, 10, "expected ',' or '}'");
        row("{\"a\" 1}", 1, 6, "expected ':' after the name");
        row("{a:1}", 1, 2, "expected a name in double quotes or '}'");
        row("{\"a\":1,}", 1, 8, "expected a name in double quotes");
        row("1 2", 1, 3, "text after the end of the document");
        row("{}\n{}", 2, 1, "text after the end of the document");
        row("\"abc", 1, 5, "the document ends inside a text");
        row("[[1],\n[2", 2, 3, "the document ends inside an array");
        row("{\"a\":[]", 1, 8, "the document ends inside an object");
        row("tru", 1, 4, "the document ends inside a value");
        row("[01]", 1, 3, "a number with a zero before its digits");
        row("[1.]", 1, 4, "expected a digit");
        row("[-x]", 1, 3, "expected a digit");
        row("[\"a\nb\"]", 1, 4, "a line break inside a text");
        row("[\"a\x01\"]", 1, 4, "a control character inside a text");
        row("[\"\xc3\xa9\\q\"]", 1, 5, "an unknown escape in a text");
        row("\"\\u12g4\"", 1, 6, "expected four hexadecimal digits after \\u");
        row("\"\\ud800x\"", 1, 8, "half a surrogate pair");
        row("\"\\ud800\\u0041\"", 1, 10, "half a surrogate pair");
        row("\"\\udc00\"", 1, 8, "half a surrogate pair");
        row("\"\xc3\xa9\xff\"", 1, 3, "invalid UTF-8");
        row("\"\xc0\x80\"", 1, 2, "invalid UTF-8");
        row("\"\xed\xa0\x80\"", 1, 2, "invalid UTF-8");
        row("\"\xf4\x90\x80\x80\"", 1, 2, "invalid UTF-8");
        row("\xff", 1, 1, "expected a value");
        row("[1e400]", 1, 7, "a number beyond the range of a decimal, which ends at 1.8e308");
        row("[-1e99999999999999999999]", 1, 14, "a number beyond the range of a decimal, which ends at 1.8e308");
    }

    void errorsNamePlaceAndExpectation()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(int, column);
        QFETCH(QByteArray, message);
        const Result<Value> result = parseJson(text.toStdString());
        QVERIFY(!result.ok());
        QVERIFY(result.error().code == ErrorCode::ParseError);
        QCOMPARE(result.error().message, message.toStdString());
        QCOMPARE(result.error().line, line);
        QCOMPARE(result.error().column, column);
    }

    void hintsShowTheWayOut()
    {
        QCOMPARE(parseJson("{'a':1}").error().hint, std::string("texts and names are written in double quotes"));
        QCOMPARE(parseJson("[1, // one\n2]").error().hint, std::string("JSON has no comments"));
        QCOMPARE(parseJson("[1,]").error().hint, std::string("drop the comma before it"));
        QCOMPARE(parseJson("[NaN]").error().hint, std::string("JSON has no such number"));
        QCOMPARE(parseJson("[True]").error().hint, std::string("JSON writes true, false and null in small letters"));
        QCOMPARE(parseJson("\n{\"a\":[1").error().hint, std::string("the [ of line 2 is never closed"));
    }

    void depthIsLimited()
    {
        QVERIFY(parseJson(nested(1000)).ok());
        const Result<Value> deeper = parseJson(nested(1001));
        QVERIFY(!deeper.ok());
        QCOMPARE(deeper.error().message, std::string("nested deeper than 1000"));
        QVERIFY(!parseJson(nested(1'000'000)).ok());
        QVERIFY(!parseJson(nested(1'000'000), {.maxDepth = 10'000'000}).ok());
        QVERIFY(parseJson("[[1]]", {.maxDepth = 2}).ok());
        QCOMPARE(parseJson("[[[1]]]", {.maxDepth = 2}).error().message, std::string("nested deeper than 2"));
        QVERIFY(parseJson("1", {.maxDepth = 0}).ok());
        QVERIFY(!parseJson("[]", {.maxDepth = -1}).ok());
    }

    void fileErrorsNameTheFile()
    {
        const Result<Value> missing = readJsonFile(m_folder.filePath(QStringLiteral("missing.json")).toStdString());
        QVERIFY(missing.error().code == ErrorCode::NotFound);
        QVERIFY(missing.error().source.ends_with("missing.json"));
        const Result<Value> folder = readJsonFile(m_folder.path().toStdString());
        QVERIFY(folder.error().code == ErrorCode::IoError);
        QCOMPARE(folder.error().message, std::string("this is a folder"));
        QVERIFY(readJsonFile("").error().code == ErrorCode::InvalidArgument);
        QVERIFY(readJsonFile(std::string("a\0b", 3)).error().code == ErrorCode::InvalidArgument);

        const std::string path = fileWith("{\"a\": 1,\n oops}");
        const Result<Value> bad = readJsonFile(path);
        QCOMPARE(bad.error().oneLine(), path + ":2:2: expected a name in double quotes");
        QCOMPARE(readJsonFile(fileWith("")).error().message, std::string("expected a value, but the document is empty"));
    }

    void errorsFarIntoAFileNameTheirLine()
    {
        QByteArray text = "[";
        for (int i = 0; i < 20'000; ++i)
            text += "\"line " + QByteArray::number(i) + "\",\n";
        QCOMPARE(readJsonFile(fileWith(text + "oops]")).error().line, 20'001);
        QCOMPARE(readJsonFile(fileWith(text + "oops]")).error().column, 1);
        QCOMPARE(readJsonFile(fileWith(text + "\"open")).error().message, std::string("the document ends inside a text"));
        QCOMPARE(readJsonFile(fileWith("\xef\xbb\xbf [1,,]")).error().column, 5);
    }

    void anUnreadableFileIsAnError()
    {
#ifdef Q_OS_UNIX
        if (geteuid() == 0)
            QSKIP("the superuser may read everything");
        const std::string path = fileWith("{}");
        QVERIFY(QFile::setPermissions(QString::fromStdString(path), {}));
        const Result<Value> refused = readJsonFile(path);
        QFile::setPermissions(QString::fromStdString(path), QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(refused.error().code == ErrorCode::IoError);
        QVERIFY(refused.error().message.starts_with("cannot be read: "));
#endif
    }

    void aHugeFileIsRefusedUnread()
    {
        QFile file(m_folder.filePath(QStringLiteral("huge.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        if (!file.resize((qint64 {2} << 30) + 1))
            QSKIP("no room for a sparse file");
        const Result<Value> huge = readJsonFile(file.fileName().toStdString());
        QCOMPARE(huge.error().message, std::string("a document of more than 2 GiB"));
    }
};

QTEST_GUILESS_MAIN(tst_JsonErrors)
#include "tst_jsonerrors.moc"
