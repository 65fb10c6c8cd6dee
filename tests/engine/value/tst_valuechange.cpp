// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "support/printvalue.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace baton;

namespace {

Value sample()
{
    return Value::object({{"a", 1}, {"b", Value::array({1, "a text that does not fit inline"})}});
}

}  // namespace

class tst_ValueChange : public QObject {
    Q_OBJECT

private slots:
    void aChangeIsNotSeenThroughOtherCopies()
    {
        const Value original = sample();
        Value copy = original;
        copy = std::move(copy).with("a", 2).with("c", 3);
        QCOMPARE(original, sample());
        QCOMPARE(toJson(copy), std::string(R"({"a":2,"b":[1,"a text that does not fit inline"],"c":3})"));
        QVERIFY(copy["b"].sharesNodeWith(original["b"]));

        Value items = original["b"];
        items = std::move(items).appended(2).withItem(0, "x");
        QCOMPARE(original, sample());
        QCOMPARE(toJson(items), std::string(R"(["x","a text that does not fit inline",2])"));
    }

    void anUnsharedTemporaryChangesInPlace()
    {
        Value object = sample();
        const Member* before = object.members().data();
        object = std::move(object).with("a", 9);
        QVERIFY(object.members().data() == before);
        Value array = Value::array({1, 2});
        const Value* items = array.items().data();
        array = std::move(array).withItem(1, 5);
        QVERIFY(array.items().data() == items);
        QCOMPARE(array, Value::array({1, 5}));
    }

    void aValueMayBePutIntoItself()
    {
        Value object = sample();
        object = std::move(object).with("self", object);
        QCOMPARE(object["self"], sample());
        Value array = Value::array({1});
        array = std::move(array).appended(array);
        QCOMPARE(toJson(array), std::string("[1,[1]]"));
        object = sample();
        object = std::move(object).with("a", object["b"].at(0));
        object = std::move(object).mergedWith(object);
        QCOMPARE(object, sample());
    }

    void aKeyMayLieInTheObjectThatGrows()
    {
        Value names = Value::object({{Key(std::string(200, 'n')), 1}});
        Value object = Value::object();
        for (int i = 0; i < 40; ++i)
            object = std::move(object).with("m" + std::to_string(i), i);
        object = std::move(object).with(names.members()[0].key, 2);
        object = std::move(object).with(object.members()[0].key, 3);
        QCOMPARE(object["m0"].asInteger(), std::int64_t(3));
        QCOMPARE(object.size(), std::size_t(41));
    }

    void manyAppendsAreFast()
    {
        Value array = Value::array();
        Value object = Value::object();
        for (int i = 0; i < 100'000; ++i) {
            array = std::move(array).appended(i);
            object = std::move(object).with("k" + std::to_string(i), i);
        }
        QCOMPARE(array.size(), std::size_t(100'000));
        QCOMPARE(array.at(99'999), Value(99'999));
        QCOMPARE(object["k99999"], Value(99'999));
    }

    void membersCanBeTakenOut()
    {
        const Value object = sample();
        QCOMPARE(toJson(object.without("a")), std::string(R"({"b":[1,"a text that does not fit inline"]})"));
        QVERIFY(object.without("z").sharesNodeWith(object));
        QCOMPARE(Value::object({{"a", 1}}).without("a"), Value::object());
        QCOMPARE(object, sample());
        ObjectBuilder many;
        for (int i = 0; i < 100; ++i)
            many.set("k" + std::to_string(i), i);
        const Value less = std::move(many).build().without("k50");
        QCOMPARE(less.size(), std::size_t(99));
        QCOMPARE(less["k99"], Value(99));
        QVERIFY(!less.contains("k50"));
    }

    void mergingIsPutAll()
    {
        const Value base = Value::object({{"a", 1}, {"b", 2}});
        const Value over = Value::object({{"b", 3}, {"c", 4}});
        QCOMPARE(toJson(base.mergedWith(over)), std::string(R"({"a":1,"b":3,"c":4})"));
        QCOMPARE(toJson(Value(base).mergedWith(over)), std::string(R"({"a":1,"b":3,"c":4})"));
        QVERIFY(Value::object().mergedWith(over).sharesNodeWith(over));
        QVERIFY(base.mergedWith(Value::object()).sharesNodeWith(base));
        QVERIFY(base.mergedWith(Value(5)).sharesNodeWith(base));
        QCOMPARE(Value(5).mergedWith(over), over);
        QCOMPARE(Value(5).mergedWith(Value(6)), Value::object());
    }

    void whatIsNoObjectCountsAsAnEmptyOne()
    {
        QCOMPARE(Value().with("a", 1), Value::object({{"a", 1}}));
        QCOMPARE(Value("text").with("a", 1), Value::object({{"a", 1}}));
        QCOMPARE(Value::object({{"a", 1}}).appended(2), Value::array({2}));
        QCOMPARE(Value(3).without("a"), Value::object());
        QCOMPARE(Value(3).withItem(0, 1), Value(3));
        QCOMPARE(Value::array({1}).withItem(1, 1), Value::array({1}));
    }

    void builtObjectsStayWhenTheBuilderGoesOn()
    {
        ObjectBuilder builder(2);
        builder.set("a", 1);
        ObjectBuilder copy = builder;
        copy.set("b", 2);
        const Value second = std::move(copy).build();
        const Value first = std::move(builder).build();
        QCOMPARE(first, Value::object({{"a", 1}}));
        QCOMPARE(second, Value::object({{"a", 1}, {"b", 2}}));
        QCOMPARE(ObjectBuilder().build(), Value::object());
    }

    void threadsCopyChangeAndDropAtOnce()
    {
        const Value shared = sample().with("long", std::string(100, 'x')).with(std::string(200, 'k'), 5);
        std::atomic<int> wrong = 0;
        {
            std::vector<std::jthread> threads;
            for (int t = 0; t < 4; ++t)
                threads.emplace_back([&shared, &wrong, t] {
                    for (int i = 0; i < 2000; ++i) {
                        Value mine = shared;
                        mine = std::move(mine).with("a", t).with("thread " + std::to_string(i % 50), i);
                        const Value part = mine["b"].appended(mine["long"]);
                        if (mine["a"].asInteger() != t || part.size() != 3 || shared["a"].asInteger() != 1)
                            ++wrong;
                    }
                });
        }
        QCOMPARE(wrong.load(), 0);
        QCOMPARE(shared.size(), std::size_t(4));
    }
};

QTEST_GUILESS_MAIN(tst_ValueChange)
#include "tst_valuechange.moc"
