// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/value/hash.h"
#include "engine/value/text.h"

#include <QTest>

#include <array>
#include <cstring>
#include <string>
#include <unordered_set>

using namespace baton;

class tst_Text : public QObject {
    Q_OBJECT

private slots:
    void holdsTextOfAnyLength()
    {
        for (std::size_t size = 0; size < 70; ++size) {
            const std::string bytes(size, 'x');
            const Text text(bytes);
            QCOMPARE(text.size(), size);
            QCOMPARE(text.empty(), size == 0);
            QVERIFY(text == bytes);
            QVERIFY(text.view() == bytes);
            QVERIFY(text == Text(std::string_view(bytes)));
            QVERIFY(text.str() == bytes);
        }
        QVERIFY(Text().empty());
        QVERIFY(Text() == "");
        QVERIFY(Text(std::string_view()) == Text());
        QCOMPARE(sizeof(Text), std::size_t(16));
    }

    void keepsZeroBytes()
    {
        const std::string_view bytes("a\0b\0", 4);
        QVERIFY(Text(bytes) == bytes);
        QVERIFY(Text(bytes) != Text("a"));
    }

    void copiesAndMoves()
    {
        for (const char* bytes : {"short", "a text that does not fit inline"}) {
            Text first(bytes);
            Text second = first;
            QVERIFY(second == first);
            Text third = std::move(first);
            QVERIFY(third == bytes);
            second = third;
            const Text& alias = second;
            second = alias;
            QVERIFY(second == bytes);
            third = Text("other");
            QVERIFY(third == "other");
            QVERIFY(second == bytes);
            second = std::move(third);
            QVERIFY(second == "other");
        }
    }

    void longCopiesShareTheirBytes()
    {
        const Text first("a text that does not fit inline");
        const Text second = first;
        QVERIFY(first.view().data() == second.view().data());
    }

    void comparesAndHashesByBytes()
    {
        QVERIFY(Text("abc") < Text("abd"));
        QVERIFY(Text("abc") < Text("abcd"));
        QVERIFY(Text("a rather long text to compare") == Text("a rather long text to compare"));
        QVERIFY(Text("a rather long text to compare") != Text("a rather long text to compart"));
        QVERIFY(Text("\xc3\xa9") > Text("z"));
        const std::unordered_set<Text> set {Text("a"), Text("b"), Text("a"), Text("a long text beyond the inline room")};
        QCOMPARE(set.size(), std::size_t(3));
        QVERIFY(set.contains(Text("a long text beyond the inline room")));
    }
    void hashesAreTheSameEverywhere()
    {
        // State hashes are written down and compared across machines.
        QCOMPARE(Text("").hash(), std::size_t(0xe6c763c9230f5746ULL));
        QCOMPARE(Text("abc").hash(), std::size_t(0x730b77a18799b599ULL));
        QCOMPARE(Text("a text of more than sixteen bytes").hash(), std::size_t(0x6e3815205dd5df8dULL));
    }

    // A product with 0 must not make the hash forget the rest of the text.
    void hashesCannotBeMadeToForget()
    {
        const std::string start = "sixteen bytes ..";
        std::array<std::uint64_t, 2> words {};
        std::memcpy(words.data(), start.data(), start.size());
        const std::uint64_t seed = mixedHash(words[0] ^ 0xe7037ed1a0b428dbULL, words[1] ^ 0xa0761d6478bd642fULL);
        std::string end(8, ' ');
        std::memcpy(end.data(), &seed, sizeof seed);
        std::unordered_set<std::uint64_t> hashes;
        for (int i = 0; i < 100; ++i)
            hashes.insert(hashOfBytes(start + std::to_string(10'000'000 + i) + end));
        QCOMPARE(hashes.size(), std::size_t(100));
    }
};

QTEST_GUILESS_MAIN(tst_Text)
#include "tst_text.moc"
