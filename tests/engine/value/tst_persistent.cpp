// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/value/persistent.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <string>
#include <thread>
#include <vector>

using namespace baton;

namespace {

struct Wide {
    std::string text;
    std::array<std::int64_t, 30> more {};
    bool operator==(const Wide&) const = default;
};

template <typename T>
T made(int number);

template <>
int made<int>(int number)
{
    return number;
}

template <>
std::string made<std::string>(int number)
{
    return "a text that does not fit inline " + std::to_string(number);
}

template <>
Wide made<Wide>(int number)
{
    return {made<std::string>(number)};
}

template <typename T>
struct Pair {
    PersistentVector<T> ours;
    std::vector<T> model;

    [[nodiscard]] bool agree() const
    {
        if (ours.size() != model.size() || !std::equal(ours.begin(), ours.end(), model.begin(), model.end()))
            return false;
        for (std::size_t i = 0; i < model.size(); i += 5) {
            if (!(ours[i] == model[i]))
                return false;
        }
        PersistentVector<T> again;
        for (const T& item : model)
            again.push_back(item);
        return again == ours;
    }
};

// Random operations on several copies that live side by side, each against its own std::vector.
template <typename T>
bool behavesLikeVectors(unsigned seed, int operations, unsigned mostPushes)
{
    std::mt19937 chance(seed);
    std::vector<Pair<T>> alive(1);
    for (int i = 0; i < operations; ++i) {
        auto& [ours, model] = alive[chance() % alive.size()];
        const auto kind = chance() % 8;
        if (kind < 4) {
            for (auto n = chance() % mostPushes; n > 0; --n) {
                ours.push_back(made<T>(i));
                model.push_back(made<T>(i));
            }
        } else if (kind == 4) {
            const std::size_t size = chance() % 3 == 0 ? chance() % (model.size() + 2) : model.size() - model.size() / 8;
            ours.truncate(size);
            model.resize(std::min(size, model.size()));
        } else if (kind < 7 && !model.empty()) {
            const std::size_t at = chance() % model.size();
            ours.edit(at) = made<T>(-i);
            model[at] = made<T>(-i);
        } else if (alive.size() < 6) {
            alive.push_back(Pair<T>(alive[chance() % alive.size()]));
        } else {
            alive.erase(alive.begin() + static_cast<std::ptrdiff_t>(chance() % alive.size()));
        }
        if (i % 60 == 0 && !std::ranges::all_of(alive, &Pair<T>::agree))
            return false;
    }
    return std::ranges::all_of(alive, &Pair<T>::agree);
}

}  // namespace

class tst_Persistent : public QObject {
    Q_OBJECT

private slots:
    void behavesLikeAVector()
    {
        QVERIFY(behavesLikeVectors<int>(1, 1500, 40));
        QVERIFY(behavesLikeVectors<int>(2, 200, 4000));
        QVERIFY(behavesLikeVectors<std::string>(3, 800, 60));
        QVERIFY(behavesLikeVectors<Wide>(4, 500, 60));
    }

    void growsThroughSeveralLevels()
    {
        constexpr int kCount = 33'000 + 32 * 32 * 32;   // three levels of branches
        PersistentVector<int> numbers;
        for (int i = 0; i < kCount; ++i)
            numbers.push_back(i);
        for (int i = 0; i < kCount; i += 97)
            QCOMPARE(numbers[static_cast<std::size_t>(i)], i);
        QCOMPARE(numbers.back(), kCount - 1);
        for (std::size_t size = numbers.size(); size > 0; size = size * 2 / 3) {
            numbers.truncate(size);
            QCOMPARE(numbers.size(), size);
            QCOMPARE(numbers.back(), static_cast<int>(size) - 1);
            numbers.push_back(static_cast<int>(size));
            QCOMPARE(numbers.back(), static_cast<int>(size));
        }
    }

    void everyMomentStaysAsItWas()
    {
        PersistentVector<std::string> now;
        std::vector<PersistentVector<std::string>> moments;
        for (int i = 0; i < 2000; ++i) {
            now.push_back(made<std::string>(i));
            now.set(static_cast<std::size_t>(i / 2), "moment " + std::to_string(i));
            moments.push_back(now);
        }
        for (std::size_t i = 1; i < moments.size(); ++i) {
            QCOMPARE(moments[i].size(), i + 1);
            QVERIFY(moments[i][i / 2] == "moment " + std::to_string(i));
            QVERIFY(moments[i][i] == made<std::string>(static_cast<int>(i)));
        }
    }

    void anUnsharedVectorChangesInPlace()
    {
        PersistentVector<int> numbers;
        for (int i = 0; i < 5000; ++i)
            numbers.push_back(i);
        const int* const address = &numbers[7];
        numbers.edit(7) = 70;
        QVERIFY(&numbers[7] == address);
        PersistentVector<int> copy = numbers;
        QVERIFY(&copy[7] == address);
        copy.edit(7) = 700;
        QVERIFY(&copy[7] != address);
        QVERIFY(&copy[4000] == &numbers[4000]);   // what did not change is still shared
        QCOMPARE(numbers[7], 70);
    }

    void anEmptyVectorIsFine()
    {
        PersistentVector<int> numbers;
        QVERIFY(numbers.empty());
        QVERIFY(numbers.begin() == numbers.end());
        numbers.truncate(0);
        numbers.truncate(5);
        numbers.push_back(1);
        numbers.clear();
        QVERIFY(numbers == PersistentVector<int>());
        int visited = 0;
        numbers.forEach([&visited](int) { ++visited; });
        QCOMPARE(visited, 0);
    }

    void threadsChangeTheirOwnCopies()
    {
        PersistentVector<std::string> shared;
        for (int i = 0; i < 3000; ++i)
            shared.push_back(made<std::string>(i));
        {
            std::vector<std::jthread> threads;
            for (int t = 0; t < 4; ++t)
                threads.emplace_back([&shared] {
                    for (int i = 0; i < 200; ++i) {
                        PersistentVector<std::string> mine = shared;
                        mine.set(static_cast<std::size_t>(i * 7), "mine");
                        mine.push_back("more");
                        mine.truncate(static_cast<std::size_t>(3000 - i * 10));
                    }
                });
        }
        QVERIFY(shared[7] == made<std::string>(7));
        QCOMPARE(shared.size(), std::size_t(3000));
    }
};

QTEST_GUILESS_MAIN(tst_Persistent)
#include "tst_persistent.moc"
