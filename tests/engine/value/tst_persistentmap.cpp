// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/value/persistentmap.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

using namespace baton;

namespace {

// Many of these have one hash.
struct Alike {
    int number;
    auto operator<=>(const Alike&) const = default;
};

}  // namespace

template <>
struct std::hash<Alike> {
    std::size_t operator()(const Alike& alike) const noexcept { return static_cast<std::size_t>(alike.number % 5); }
};

namespace {

template <typename K>
K made(int number);

template <>
int made<int>(int number)
{
    return number;
}

template <>
Alike made<Alike>(int number)
{
    return {number};
}

template <>
Text made<Text>(int number)
{
    return Text("a name that does not fit inline " + std::to_string(number));
}

template <typename K>
struct Pair {
    PersistentMap<K, std::string> ours;
    std::map<K, std::string> model;

    [[nodiscard]] bool agree() const
    {
        std::size_t right = 0;
        ours.forEach([&](const K& key, const std::string& value) {
            const auto found = model.find(key);
            right += found != model.end() && found->second == value ? 1U : 0U;
        });
        if (right != model.size() || ours.size() != model.size())
            return false;
        PersistentMap<K, std::string> again;   // made in another order, without what was erased
        for (auto entry = model.rbegin(); entry != model.rend(); ++entry)
            again.set(entry->first, entry->second);
        return again == ours;
    }
};

// Random operations on several copies that live side by side, each against its own std::map.
template <typename K>
bool behavesLikeMaps(unsigned seed, int operations, unsigned range)
{
    std::mt19937 chance(seed);
    std::vector<Pair<K>> alive(1);
    for (int i = 0; i < operations; ++i) {
        auto& [ours, model] = alive[chance() % alive.size()];
        const K key = made<K>(static_cast<int>(chance() % range));
        const auto found = model.find(key);
        switch (chance() % 16) {
        case 0:
            if (alive.size() < 6)
                alive.push_back(Pair<K>(alive[chance() % alive.size()]));
            else
                alive.erase(alive.begin() + static_cast<std::ptrdiff_t>(chance() % alive.size()));
            break;
        case 1: case 2: case 3: case 4: case 5:
            if (ours.erase(key) != (found != model.end()))
                return false;
            model.erase(key);
            break;
        case 6: case 7: case 8:
            if ((ours.find(key) == nullptr) != (found == model.end()))
                return false;
            ours.edit(key) += 'x';
            model[key] += 'x';
            break;
        default:
            ours.set(key, std::to_string(i));
            model[key] = std::to_string(i);
            break;
        }
        if (i % 400 == 0 && !std::ranges::all_of(alive, &Pair<K>::agree))
            return false;
    }
    return std::ranges::all_of(alive, &Pair<K>::agree);
}

}  // namespace

class tst_PersistentMap : public QObject {
    Q_OBJECT

private slots:
    void behavesLikeAMap()
    {
        QVERIFY(behavesLikeMaps<int>(1, 20'000, 200));
        QVERIFY(behavesLikeMaps<int>(2, 20'000, 100'000));
        QVERIFY(behavesLikeMaps<Text>(3, 10'000, 400));
    }

    void keysOfOneHashAreToldApart()
    {
        QVERIFY(behavesLikeMaps<Alike>(4, 20'000, 60));
    }

    void everyMomentStaysAsItWas()
    {
        PersistentMap<int, int> now;
        std::vector<PersistentMap<int, int>> moments;
        for (int i = 0; i < 2000; ++i) {
            now.set(i, i);
            now.set(i / 2, -i);
            if (i % 3 == 0)
                now.erase(i - 1);
            moments.push_back(now);
        }
        for (int i = 1; i < 2000; ++i) {
            const auto& moment = moments[static_cast<std::size_t>(i)];
            QCOMPARE(*moment.find(i / 2), -i);
            QVERIFY(!moment.contains(i + 1));
        }
    }

    void textsAreFoundByAnyKindOfText()
    {
        PersistentMap<Text, int> map;
        map.set("a", 1);
        map.set("a name that does not fit inline", 2);
        QCOMPARE(*map.find("a"), 1);
        QCOMPARE(*map.find(std::string_view("a name that does not fit inline")), 2);
        QCOMPARE(*map.find(std::string("a")), 1);
        QVERIFY(map.find("b") == nullptr);
    }

    void theKeyOfAnEraseMayLieInTheMap()
    {
        PersistentMap<Text, Text> map;
        for (int i = 0; i < 100; ++i)
            map.set(made<Text>(i), made<Text>(i));
        while (!map.empty()) {
            const Text* first = nullptr;
            map.forEach([&first](const Text& key, const Text&) { first = &key; });
            QVERIFY(map.erase(*first));
        }
        QVERIFY(map == (PersistentMap<Text, Text>()));
    }

    void editMakesWhatIsAbsent()
    {
        PersistentMap<int, std::string> map;
        map.edit(3) += "x";
        map.edit(3) += "y";
        QVERIFY(*map.find(3) == "xy");
        QCOMPARE(map.size(), std::size_t(1));
        const PersistentMap<int, std::string> copy = map;
        map.edit(3) = "other";
        QVERIFY(*copy.find(3) == "xy");
    }
};

QTEST_GUILESS_MAIN(tst_PersistentMap)
#include "tst_persistentmap.moc"
