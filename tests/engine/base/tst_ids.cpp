// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/base/ids.h"
#include "engine/base/md5.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTest>

#include <array>
#include <limits>
#include <set>

using namespace baton;

namespace {

QString text(const std::string& bytes)
{
    return QString::fromStdString(bytes);
}

bool isUuid(const std::string& id, char version)
{
    const QRegularExpression form(
        QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-%1[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$").arg(QLatin1Char(version)));
    return form.match(text(id)).hasMatch();
}

}  // namespace

class tst_Ids : public QObject {
    Q_OBJECT

private slots:
    void randomIdsAreUuidsAndDiffer()
    {
        RandomIdSource ids;
        std::set<std::string> seen;
        for (int i = 0; i < 1000; ++i) {
            const std::string id = ids.nextId();
            QVERIFY2(isUuid(id, '4'), id.c_str());
            seen.insert(id);
        }
        QCOMPARE(seen.size(), std::size_t(1000));
    }

    void aSeedAlwaysGivesTheSameIds()
    {
        SeededIdSource first(42);
        SeededIdSource second(42);
        for (int i = 0; i < 100; ++i) {
            const std::string id = first.nextId();
            QVERIFY2(isUuid(id, '4'), id.c_str());
            QCOMPARE(text(second.nextId()), text(id));
            QCOMPARE(second.nextNumber(1000), first.nextNumber(1000));
        }
        // Recorded sessions rely on these for ever.
        QCOMPARE(text(SeededIdSource(1).nextId()), QStringLiteral("910a2dec-8902-4cc1-beeb-8da1658eec67"));
        QVERIFY(SeededIdSource(1).nextId() != SeededIdSource(2).nextId());
    }

    void aStateResumesTheSequence()
    {
        SeededIdSource source(7);
        (void)source.nextId();
        SeededIdSource resumed(source.state());
        QCOMPARE(text(resumed.nextId()), text(source.nextId()));
    }

    void numbersStayBelowTheLimitAndReachAllOfThem()
    {
        SeededIdSource source(3);
        std::array<int, 6> counts {};
        for (int i = 0; i < 6000; ++i)
            ++counts.at(source.nextNumber(6));
        for (const int count : counts)
            QVERIFY(count > 800 && count < 1200);
        QCOMPARE(source.nextNumber(0), std::uint64_t(0));
        QCOMPARE(source.nextNumber(1), std::uint64_t(0));
        constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
        QVERIFY(source.nextNumber(kMost) < kMost);
        QVERIFY(RandomIdSource().nextNumber(10) < 10);
    }

    void nameBasedIdsAreThoseOfJava()
    {
        QCOMPARE(text(nameBasedUuid("")), QStringLiteral("d41d8cd9-8f00-3204-a980-0998ecf8427e"));
        QCOMPARE(text(nameBasedUuid("hello")), QStringLiteral("5d41402a-bc4b-3a76-b971-9d911017c592"));
        QVERIFY(isUuid(nameBasedUuid("subworkflow:1:2:0"), '3'));
    }

    void md5GivesTheDigestsOfItsStandard_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("digest");
        QTest::newRow("empty") << QByteArray("") << QByteArray("d41d8cd98f00b204e9800998ecf8427e");
        QTest::newRow("abc") << QByteArray("abc") << QByteArray("900150983cd24fb0d6963f7d28e17f72");
        QTest::newRow("62") << QByteArray("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
                            << QByteArray("d174ab98d277d9f5a5611c2c9f419d9f");
        QTest::newRow("80") << QByteArray("1234567890").repeated(8) << QByteArray("57edf4a22be3c955ac49da2e2107b67a");
        for (const int size : {55, 56, 63, 64, 65, 119, 120, 1000}) {
            const QByteArray bytes(size, 'x');
            QTest::addRow("size %d", size) << bytes << QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex();
        }
    }

    void md5GivesTheDigestsOfItsStandard()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, digest);
        const auto got = md5({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        QCOMPARE(QByteArray(reinterpret_cast<const char*>(got.data()), 16).toHex(), digest);
    }
};

QTEST_GUILESS_MAIN(tst_Ids)
#include "tst_ids.moc"
