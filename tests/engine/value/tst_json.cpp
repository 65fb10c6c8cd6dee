// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "support/printvalue.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace baton;

namespace {

Value parsed(std::string_view text)
{
    Result<Value> value = parseJson(text);
    return value ? std::move(*value) : Value("refused: " + value.error().oneLine());
}

Value randomValue(std::mt19937_64& chance, int depth)
{
    const auto below = [&chance](std::uint64_t limit) { return chance() % limit; };
    const auto text = [&] {
        static const std::vector<std::string> kPieces = {"a", "Z", "\"", "\\", "\n", "\x01", "\xc3\xa9", "\xe2\x82\xac",
            "\xf0\x9f\x98\x80", "/", " ", "0123456789", std::string(1, '\0')};
        std::string made;
        for (std::uint64_t i = below(12); i > 0; --i)
            made += kPieces[below(kPieces.size())];
        return made;
    };
    switch (below(depth > 0 ? 7 : 5)) {
    case 0: return {};
    case 1: return below(2) == 1;
    case 2: return static_cast<std::int64_t>(chance()) >> below(64);
    case 3: {
        const double decimal = std::bit_cast<double>(chance());
        return std::isfinite(decimal) ? decimal : 0.5;
    }
    case 4: return text();
    case 5: {
        Value array = Value::array();
        for (std::uint64_t i = below(6); i > 0; --i)
            array = std::move(array).appended(randomValue(chance, depth - 1));
        return array;
    }
    default: {
        ObjectBuilder object;
        for (std::uint64_t i = below(depth == 3 ? 40 : 6); i > 0; --i)
            object.set(text(), randomValue(chance, depth - 1));
        return std::move(object).build();
    }
    }
}

}  // namespace

class tst_Json : public QObject {
    Q_OBJECT

private slots:
    void whatIsWrittenReadsBackEqual()
    {
        std::mt19937_64 chance(1);
        for (int i = 0; i < 3000; ++i) {
            const Value value = randomValue(chance, 4);
            QCOMPARE(parsed(toJson(value)), value);
            QCOMPARE(parsed(toPrettyJson(value)), value);
            QCOMPARE(parsed(toCanonicalJson(value)), value);
            QCOMPARE(toJson(parsed(toJson(value))), toJson(value));
            QCOMPARE(toCanonicalJson(parsed(toPrettyJson(value))), toCanonicalJson(value));
        }
    }

    void numbersKeepWhatTheyAre_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("integer");
        QTest::addColumn<QByteArray>("written");
        const auto row = [](const char* text, bool integer, const char* written) {
            QTest::newRow(text) << QByteArray(text) << integer << QByteArray(written);
        };
        row("0", true, "0");
        row("-0", true, "0");
        row("-0.0", false, "-0.0");
        row("1", true, "1");
        row("1.0", false, "1.0");
        row("1e2", false, "100.0");
        row("100000.0", false, "100000.0");
        row("1e20", false, "1e+20");
        row("9999999999999998.0", false, "9999999999999998.0");
        row("1e16", false, "1e+16");
        row("0.0001", false, "0.0001");
        row("0.00001", false, "1e-05");
        row("0.1", false, "0.1");
        row("0.30000000000000004", false, "0.30000000000000004");
        row("9007199254740993", true, "9007199254740993");
        row("9223372036854775807", true, "9223372036854775807");
        row("-9223372036854775808", true, "-9223372036854775808");
        row("9223372036854775808", false, "9.223372036854776e+18");
        row("-9223372036854775809", false, "-9.223372036854776e+18");
        row("18446744073709551616", false, "1.8446744073709552e+19");
        row("1.7976931348623157e308", false, "1.7976931348623157e+308");
        row("5e-324", false, "5e-324");
        row("2.2250738585072011e-308", false, "2.225073858507201e-308");
        row("1e-400", false, "0.0");
        row("123456789012345678901234567890.5", false, "1.2345678901234568e+29");
        row("3.14159265358979323846264338327950288", false, "3.141592653589793");
    }

    void numbersKeepWhatTheyAre()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, integer);
        QFETCH(QByteArray, written);
        const Value value = parsed(text.toStdString());
        QCOMPARE(value.isInteger(), integer);
        QCOMPARE(value.isDecimal(), !integer);
        QCOMPARE(toJson(value), written.toStdString());
        QCOMPARE(parsed(toJson(value)), value);
    }

    void decimalsAreReadExactly()
    {
        std::mt19937_64 chance(2);
        for (int i = 0; i < 20'000; ++i) {
            const double decimal = std::bit_cast<double>(chance());
            if (!std::isfinite(decimal))
                continue;
            const Value back = parsed(QByteArray::number(decimal, 'e', 17).toStdString());
            QVERIFY(std::bit_cast<std::uint64_t>(back.asDecimal()) == std::bit_cast<std::uint64_t>(decimal));
        }
    }

    void whatJsonCannotSayIsNull()
    {
        const double infinity = std::numeric_limits<double>::infinity();
        QCOMPARE(toJson(Value::array({std::nan(""), infinity, -infinity})), std::string("[null,null,null]"));
    }

    void emptyNamesAndTextsAreReadAndWritten()
    {
        const Value value = Value::object({{Key(), ""}, {"a", std::string_view()}});
        QCOMPARE(toJson(value), std::string("{\"\":\"\",\"a\":\"\"}"));
        QCOMPARE(parsed(toPrettyJson(value)), value);
    }

    void escapesAreReadAndWritten()
    {
        const std::string_view escaped = "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00e9\\u20ac\\ud83d\\ude00\"";
        QCOMPARE(parsed(escaped), Value("\"\\/\b\f\n\r\tA\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80"));
        QCOMPARE(parsed(R"("a\u0000b")"), Value(std::string_view("a\0b", 3)));
        QCOMPARE(toJson(Value(std::string_view("\x00\x1f\x7f\"\\/\n", 7))), std::string("\"\\u0000\\u001f\x7f\\\"\\\\/\\n\""));
        QCOMPARE(parsed(R"({"\u0061\n":1})"), Value::object({{"a\n", 1}}));
    }

    void invalidUtf8IsWrittenAsReplacementCharacters()
    {
        QCOMPARE(toJson(Value("a\xff\xc3(\xc3\xa9")), std::string("\"a\xef\xbf\xbd\xef\xbf\xbd(\xc3\xa9\""));
        QCOMPARE(toJson(Value("\xed\xa0\x80")), std::string("\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\""));
        QVERIFY(parseJson(toJson(Value("0123456\xf0\x9f\x98"))).ok());
    }

    void membersKeepOrderAndTheLastOfANameWins()
    {
        QCOMPARE(toJson(parsed(R"({"z":1,"a":2,"z":3})")), std::string(R"({"z":3,"a":2})"));
        std::string many = "{";
        for (int i = 0; i < 50; ++i)
            many += "\"k" + std::to_string(i % 25) + "\":" + std::to_string(i) + (i < 49 ? "," : "}");
        const Value object = parsed(many);
        QCOMPARE(object.size(), std::size_t(25));
        QCOMPARE(object["k3"], Value(28));
        QCOMPARE(object.with("more", 1).size(), std::size_t(26));
    }

    void blanksAndAByteOrderMarkAreFine()
    {
        QCOMPARE(parsed(" \t\r\n[ 1 , { \"a\" : null } ] \n"), Value::array({1, Value::object({{"a", Value()}})}));
        QCOMPARE(parsed("\xef\xbb\xbf{}"), Value::object());
    }

    void prettyTextIsForPeople()
    {
        const Value value = parsed(R"({"name":"x","empty":[],"none":{},"short":[1,2.5,"a"],"deep":[{"a":[1]},[]]})");
        QCOMPARE(toPrettyJson(value), std::string(R"({
  "name": "x",
  "empty": [],
  "none": {},
  "short": [1, 2.5, "a"],
  "deep": [
    {
      "a": [1]
    },
    []
  ]
})"));
        const std::string pretty = toPrettyJson(Value::array({std::string(60, 'x'), std::string(60, 'y')}));
        QCOMPARE(std::count(pretty.begin(), pretty.end(), '\n'), std::ptrdiff_t(3));
    }

    void canonicalTextIsTheSameForEqualValues()
    {
        QCOMPARE(toCanonicalJson(parsed(R"({"b":[{"y":1,"x":-0.0}],"a":null})")),
                 std::string(R"({"a":null,"b":[{"x":0.0,"y":1}]})"));
        QCOMPARE(toCanonicalJson(Value::array()), std::string("[]"));
        QCOMPARE(toCanonicalJson(Value::object()), std::string("{}"));
    }

    void appendingKeepsWhatIsThere()
    {
        std::string out = "value=";
        appendJson(out, Value::array({std::string(10'000, 'x'), 1}));
        QCOMPARE(out.size(), std::size_t(6 + 1 + 10'002 + 3));
        QVERIFY(out.starts_with("value=[\"xxx"));
        QVERIFY(out.ends_with("xxx\",1]"));
    }

    void filesOfManyPiecesReadLikeText()
    {
        std::mt19937_64 chance(3);
        Value value = Value::array();
        while (toJson(value).size() < 300'000)
            value = std::move(value).appended(randomValue(chance, 4)).appended(std::string(70'000, 'x')).appended(0.125);
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("many.json")).toStdString();
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\xef\xbb\xbf");
        file.write(QByteArray::fromStdString(toPrettyJson(value)));
        file.close();
        const Result<Value> read = readJsonFile(path);
        QVERIFY2(read.ok(), read ? "" : read.error().oneLine().c_str());
        QCOMPARE(*read, value);
    }
};

QTEST_GUILESS_MAIN(tst_Json)
#include "tst_json.moc"
