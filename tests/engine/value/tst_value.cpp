// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/value/value.h"
#include "support/printvalue.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <unordered_set>

using namespace baton;

namespace {

constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kSmallest = std::numeric_limits<std::int64_t>::min();
const std::string kLong = "a text that does not fit inline";

}  // namespace

class tst_Value : public QObject {
    Q_OBJECT

private slots:
    void knowsItsType()
    {
        QVERIFY(Value().isNull());
        QVERIFY(Value(nullptr).isNull());
        QVERIFY(Value(true).isBool());
        QVERIFY(Value(1).isInteger());
        QVERIFY(Value(std::size_t {1}).isInteger());
        QVERIFY(Value(1LL).isInteger());
        QVERIFY(Value(1.0).isDecimal());
        QVERIFY(Value("x").isText());
        QVERIFY(Value(Text("x")).isText());
        QVERIFY(Value::array().isArray());
        QVERIFY(Value::object().isObject());
        QVERIFY(Value(std::numeric_limits<std::uint64_t>::max()).isDecimal());
        QCOMPARE(sizeof(Value), std::size_t(16));
        static_assert(!std::is_convertible_v<const void*, Value>);
    }

    void readersGiveTheFallbackForAnotherType()
    {
        QCOMPARE(Value("x").asInteger(5), std::int64_t(5));
        QCOMPARE(Value("x").asDecimal(2.5), 2.5);
        QCOMPARE(Value(1).asBool(true), true);
        QCOMPARE(std::string(Value(1).asText("none")), std::string("none"));
        QVERIFY(Value(1).toText().empty());
        QCOMPARE(Value(1).size(), std::size_t(0));
        QVERIFY(Value("abc").empty());
        QVERIFY(Value(1).items().empty());
        QVERIFY(Value(1).members().empty());
        QVERIFY(Value(1).at(0).isNull());
        QVERIFY(Value(1)["a"].isNull());
        QVERIFY(Value::array({1}).at(1).isNull());
        QVERIFY(Value::object().find("a") == nullptr);
    }

    void decimalsBecomeIntegersWithoutOverflow()
    {
        QCOMPARE(Value(2.9).asInteger(), std::int64_t(2));
        QCOMPARE(Value(-2.9).asInteger(), std::int64_t(-2));
        QCOMPARE(Value(1e300).asInteger(), kLargest);
        QCOMPARE(Value(-1e300).asInteger(), kSmallest);
        QCOMPARE(Value(0x1p63).asInteger(), kLargest);
        QCOMPARE(Value(-0x1p63).asInteger(), kSmallest);
        QCOMPARE(Value(std::nan("")).asInteger(7), std::int64_t(7));
        QCOMPARE(Value(std::numeric_limits<double>::infinity()).asInteger(), kLargest);
        QCOMPARE(Value(3).asDecimal(), 3.0);
    }

    void integersAndDecimalsDiffer()
    {
        QVERIFY(Value(1) != Value(1.0));
        QVERIFY(Value(0) != Value(0.0));
        QVERIFY(Value(0) != Value(false));
        QVERIFY(Value(0) != Value());
        QVERIFY(Value("") != Value());
        QVERIFY(Value::array() != Value::object());
        QVERIFY(Value(std::int64_t {9007199254740993}) != Value(std::int64_t {9007199254740992}));
    }

    void everyValueEqualsItself()
    {
        QVERIFY(Value(std::nan("")) == Value(std::nan("")));
        QVERIFY(Value(std::nan("")) == Value(-std::nan("")));
        QVERIFY(Value(std::nan("")) != Value(0.0));
        QVERIFY(Value(0.0) == Value(-0.0));
        QCOMPARE(Value(0.0).hash(), Value(-0.0).hash());
        QCOMPARE(Value(std::nan("")).hash(), Value(-std::nan("")).hash());
    }

    void objectsKeepOrderAndEqualityIgnoresIt()
    {
        const Value first = Value::object({{"b", 1}, {"a", kLong}});
        const Value second = Value::object({{"a", kLong}, {"b", 1}});
        QCOMPARE(first, second);
        QCOMPARE(first.hash(), second.hash());
        QCOMPARE(first.members()[0].key.str(), std::string("b"));
        QCOMPARE(second.members()[0].key.str(), std::string("a"));
        QVERIFY(first != Value::object({{"a", kLong}}));
        QVERIFY(first != Value::object({{"a", kLong}, {"c", 1}}));
        QVERIFY(Value::array({1, 2}) != Value::array({2, 1}));
        QVERIFY(Value::array({1, 2}).hash() != Value::array({2, 1}).hash());
    }

    void aLaterMemberWinsAtTheFirstPlace()
    {
        const Value object = Value::object({{"a", 1}, {"b", 2}, {"a", 3}});
        QCOMPARE(toJson(object), std::string(R"({"a":3,"b":2})"));
    }

    void largeObjectsFindEveryMember()
    {
        for (const int count : {1, 15, 16, 17, 18, 33, 100, 1000, 10'000, 100'000}) {
            ObjectBuilder builder;
            for (int i = 0; i < count; ++i)
                builder.set("k" + std::to_string(i), i);
            builder.set("k0", "again");
            QCOMPARE(builder.size(), static_cast<std::size_t>(count));
            const Value object = std::move(builder).build();
            QCOMPARE(object["k0"], Value("again"));
            for (int i = 1; i < count; ++i)
                QCOMPARE(object["k" + std::to_string(i)].asInteger(-1), std::int64_t(i));
            QVERIFY(!object.contains("k" + std::to_string(count)));
            QCOMPARE(object.members()[static_cast<std::size_t>(count - 1)].key.str(), "k" + std::to_string(count - 1));
        }
    }

    void textsGoInAndOutWithoutLoss()
    {
        for (const std::string& bytes : {std::string(), std::string("short"), std::string(14, 'x'), kLong}) {
            const Value value(bytes);
            QCOMPARE(std::string(value.asText()), bytes);
            QVERIFY(value.toText() == Text(bytes));
            QCOMPARE(Value(value.toText()), value);
            QCOMPARE(Value(bytes).hash(), value.hash());
        }
        QVERIFY(Value(Text(kLong)) == kLong);
        QVERIFY(Value(kLong) != Value(kLong + "!"));
    }

    void hashesTellValuesApart()
    {
        const std::unordered_set<Value> set {Value(), false, true, 0, 1, 0.0, 1.0, "", "0", Value::array(), Value::object(),
            Value::array({Value()}), Value::object({{"a", 1}}), Value::object({{"a", 2}}), Value::object({{"b", 1}}),
            Value::object({{"a", Value::object({{"b", 1}})}}), Value::object({{"b", Value::object({{"a", 1}})}})};
        QCOMPARE(set.size(), std::size_t(17));
        std::unordered_set<std::size_t> hashes;
        for (const Value& value : set)
            hashes.insert(value.hash());
        QCOMPARE(hashes.size(), set.size());
    }

    void copiesShareTheirNode()
    {
        const Value first = Value::object({{"a", Value::array({1, 2})}});
        const Value second = first;
        QVERIFY(first.sharesNodeWith(second));
        QVERIFY(first["a"].sharesNodeWith(second["a"]));
        QVERIFY(!first.sharesNodeWith(Value::object({{"a", Value::array({1, 2})}})));
    }

    void aVeryDeepValueIsFreedWithoutRecursion()
    {
        Value deep;
        for (int i = 0; i < 1'000'000; ++i)
            deep = i % 2 == 0 ? Value::array({std::move(deep)}) : Value::object({{"a", std::move(deep)}});
        QCOMPARE(deep.size(), std::size_t(1));
        deep = Value();
        QVERIFY(deep.isNull());
    }
};

QTEST_GUILESS_MAIN(tst_Value)
#include "tst_value.moc"
