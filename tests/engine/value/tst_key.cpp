// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/value/key.h"
#include "engine/value/value.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <unordered_set>
#include <vector>

using namespace baton;

class tst_Key : public QObject {
    Q_OBJECT

private slots:
    void equalNamesAreEqualKeys()
    {
        QVERIFY(Key("name") == Key(std::string("name")));
        QVERIFY(Key("name") == "name");
        QVERIFY(Key("name") != Key("nome"));
        QVERIFY(Key("name").view().data() == Key("name").view().data());
        QVERIFY(Key("a") < Key("b"));
        QVERIFY(Key() == Key(""));
        QVERIFY(Key().empty());
        QVERIFY(Key().view().data() != nullptr);
        QCOMPARE(sizeof(Key), sizeof(void*));
        const std::unordered_set<Key> set {"a", "b", "a", ""};
        QCOMPARE(set.size(), std::size_t(3));
    }

    void longNamesWorkLikeShortOnes()
    {
        const std::string name(Key::kMaxPermanentSize + 1, 'n');
        Key first(name);
        const Key second(name);
        QVERIFY(first == second);
        QCOMPARE(first.hash(), second.hash());
        QVERIFY(first != Key(name + "n"));
        Key copy = first;
        Key moved = std::move(first);
        QVERIFY(moved == copy);
        copy = Key("short");
        QVERIFY(moved == second);
        const Key& alias = moved;
        moved = alias;
        QVERIFY(moved == second);
    }

    void threadsAgreeOnNewNames()
    {
        constexpr int kNames = 2000;
        std::atomic<int> wrong = 0;
        {
            std::vector<std::jthread> threads;
            for (int t = 0; t < 4; ++t)
                threads.emplace_back([&wrong] {
                    for (int i = 0; i < kNames; ++i) {
                        const std::string name = "shared name " + std::to_string(i);
                        const Key key(name);
                        const Key copy = key;
                        if (copy != Key(name) || copy.view() != name)
                            ++wrong;
                    }
                });
        }
        QCOMPARE(wrong.load(), 0);
        QVERIFY(Key("shared name 7").view().data() == Key("shared name 7").view().data());
    }

    // The last test: it fills the table of this process.
    void namesBeyondTheLimitWorkAndAreGivenBack()
    {
        const Key before("known before the flood");
        for (std::size_t i = 0; i < Key::kMaxPermanent + 1000; ++i)
            QVERIFY(Key("flood " + std::to_string(i)).view() == "flood " + std::to_string(i));
        const Key late("a name that came late");
        const Key again("a name that came late");
        QVERIFY(late == again);
        QVERIFY(late.view().data() != again.view().data());   // counted: each goes with its last holder
        QCOMPARE(late.hash(), again.hash());
        QVERIFY(late != before);
        QVERIFY(before.view().data() == Key("known before the flood").view().data());

        Value object = Value::object({{late, 1}, {before, 2}});
        QCOMPARE(object[again].asInteger(), std::int64_t(1));
        object = std::move(object).with(again, 3);
        QCOMPARE(object.size(), std::size_t(2));
        for (int i = 0; i < 100; ++i)
            object = std::move(object).with("late " + std::to_string(i), i);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(object["late " + std::to_string(i)].asInteger(), std::int64_t(i));
        QCOMPARE(object[again].asInteger(), std::int64_t(3));
        QVERIFY(!object.contains("late 100"));
    }
};

QTEST_GUILESS_MAIN(tst_Key)
#include "tst_key.moc"
