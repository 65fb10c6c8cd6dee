// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sqlite/database.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace baton;

namespace {

constexpr std::array<std::string_view, 2> kSteps {
    "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL UNIQUE) STRICT",
    "ALTER TABLE note ADD COLUMN weight REAL",
};
const DatabaseSchema kFirst {0x4e4f5445, "a file of notes", std::span(kSteps).first(1)};
const DatabaseSchema kSecond {0x4e4f5445, "a file of notes", kSteps};

DatabaseOptions patient(int milliseconds)
{
    DatabaseOptions options;
    options.busyTimeout = std::chrono::milliseconds(milliseconds);
    return options;
}

}  // namespace

class TestDatabase : public QObject {
    Q_OBJECT

private slots:
    void init();
    void keepsWhatIsWritten();
    void bindsEveryKind();
    void rollsBackUnlessCommitted();
    void refusesWrongStatements();
    void tellsABrokenConstraint();
    void bringsAnOlderFileUpToDate();
    void refusesAFileFromANewerVersion();
    void refusesSomebodyElsesFile();
    void refusesWhatIsNoDatabase();
    void refusesADamagedFile();
    void refusesALockedFile();
    void letsNobodyElseIn();
    void refusesAMissingFileAndFolder();
    void readsOnly();

private:
    std::string path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)).toStdString(); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDatabase::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestDatabase::keepsWhatIsWritten()
{
    {
        Result<Database> database = Database::open(path("a.db"));
        QVERIFY(database);
        QVERIFY(database->migrate(kFirst));
        Result<Statement> insert = database->prepare("INSERT INTO note (body) VALUES (?1)");
        QVERIFY(insert);
        QVERIFY(insert->run("first"));
        QVERIFY(insert->run(std::string("second")));
        QCOMPARE(database->lastInsertRowId(), 2);
        QCOMPARE(database->changes(), 1);
    }
    Result<Database> database = Database::open(path("a.db"));
    QVERIFY(database);
    Result<Statement> all = database->prepare("SELECT id, body FROM note WHERE id >= ?1 ORDER BY id");
    QVERIFY(all);
    for (const int from : {1, 2}) {
        QVERIFY(all->query(from));
        std::vector<std::string> bodies;
        while (all->next().valueOr(false))
            bodies.emplace_back(all->text(1));
        QCOMPARE(bodies.size(), static_cast<std::size_t>(3 - from));
        QCOMPARE(bodies.back(), std::string("second"));
    }
}

void TestDatabase::bindsEveryKind()
{
    Result<Database> database = Database::open(":memory:");
    QVERIFY(database);
    Result<Statement> echo = database->prepare("SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, typeof(?5), typeof(?3)");
    QVERIFY(echo);
    const std::string bytes("a\0b", 3);
    const std::optional<std::string> nothing;
    QVERIFY(echo->query(std::numeric_limits<std::int64_t>::min(), 0.5, std::string_view(bytes), nullptr, Blob {bytes},
                        nothing, true));
    QVERIFY(echo->next().valueOr(false));
    QCOMPARE(echo->integer(0), std::numeric_limits<std::int64_t>::min());
    QCOMPARE(echo->decimal(1), 0.5);
    QCOMPARE(echo->text(2), std::string_view(bytes));
    QVERIFY(echo->isNull(3));
    QCOMPARE(echo->blob(4), std::string_view(bytes));
    QVERIFY(echo->isNull(5));
    QCOMPARE(echo->integer(6), 1);
    QCOMPARE(echo->text(7), std::string_view("blob"));
    QCOMPARE(echo->text(8), std::string_view("text"));
    QVERIFY(echo->text(99).empty());
    QVERIFY(!echo->next().valueOr(true));
    QVERIFY(echo->query(1, 1.0, std::string_view(), nullptr, Blob {}, 1, false));
    QVERIFY(echo->next().valueOr(false));
    QVERIFY(!echo->isNull(2));   // an empty text is one
}

void TestDatabase::rollsBackUnlessCommitted()
{
    Result<Database> database = Database::open(path("a.db"));
    QVERIFY(database && database->migrate(kFirst));
    {
        Result<Transaction> transaction = Transaction::begin(*database);
        QVERIFY(transaction);
        QVERIFY(database->execute("INSERT INTO note (body) VALUES ('lost')"));
    }
    QCOMPARE(database->number("SELECT count(*) FROM note").valueOr(-1), 0);
    Result<Transaction> transaction = Transaction::begin(*database);
    QVERIFY(transaction);
    QVERIFY(database->execute("INSERT INTO note (body) VALUES ('kept')"));
    QVERIFY(transaction->commit());
    QVERIFY(!transaction->commit());
    QCOMPARE(database->number("SELECT count(*) FROM note").valueOr(-1), 1);
}

void TestDatabase::refusesWrongStatements()
{
    Result<Database> database = Database::open(":memory:");
    QVERIFY(database);
    QCOMPARE(database->prepare("SELECT nonsense").error().code, ErrorCode::InvalidArgument);
    QCOMPARE(database->prepare("").error().code, ErrorCode::InvalidArgument);
    Result<Statement> two = database->prepare("SELECT ?1, ?2");
    QVERIFY(two);
    QCOMPARE(two->run(1).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(two->query(1, 2, 3).error().code, ErrorCode::InvalidArgument);
    QVERIFY(two->run(1, 2));
}

void TestDatabase::tellsABrokenConstraint()
{
    Result<Database> database = Database::open(":memory:");
    QVERIFY(database && database->migrate(kFirst));
    Result<Statement> insert = database->prepare("INSERT INTO note (body) VALUES (?1)");
    QVERIFY(insert && insert->run("one"));
    QCOMPARE(insert->run("one").error().code, ErrorCode::Conflict);
    QVERIFY(insert->run("two"));
}

void TestDatabase::bringsAnOlderFileUpToDate()
{
    {
        Result<Database> database = Database::open(path("a.db"));
        QVERIFY(database && database->migrate(kFirst));
        QVERIFY(database->execute("INSERT INTO note (body) VALUES ('old')"));
    }
    Result<Database> database = Database::open(path("a.db"));
    QVERIFY(database);
    QVERIFY(database->migrate(kSecond));
    QCOMPARE(database->number("SELECT count(*) FROM note WHERE weight IS NULL").valueOr(-1), 1);
    QCOMPARE(database->number("PRAGMA user_version").valueOr(-1), 2);
    QVERIFY(database->migrate(kSecond));
}

void TestDatabase::refusesAFileFromANewerVersion()
{
    {
        Result<Database> database = Database::open(path("a.db"));
        QVERIFY(database && database->migrate(kSecond));
    }
    Result<Database> database = Database::open(path("a.db"));
    QVERIFY(database);
    const Status refused = database->migrate(kFirst);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unsupported);
    QCOMPARE(refused.error().source, path("a.db"));
    QVERIFY(refused.error().message.find("newer version") != std::string::npos);
}

void TestDatabase::refusesSomebodyElsesFile()
{
    Result<Database> database = Database::open(path("a.db"));
    QVERIFY(database && database->execute("CREATE TABLE theirs (id INTEGER)"));
    QCOMPARE(database->migrate(kFirst).error().message, std::string("the file is not a file of notes"));
}

void TestDatabase::refusesWhatIsNoDatabase()
{
    QFile file(QString::fromStdString(path("a.db")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    const Result<Database> database = Database::open(path("a.db"));
    QVERIFY(!database);
    QCOMPARE(database.error().code, ErrorCode::Unsupported);
    QCOMPARE(database.error().message, std::string("the file is no SQLite database"));
    QVERIFY(!database.error().hint.empty());
}

void TestDatabase::refusesADamagedFile()
{
    {
        Result<Database> database = Database::open(path("a.db"));
        QVERIFY(database && database->migrate(kFirst));
    }
    QFile file(QString::fromStdString(path("a.db")));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(100);
    file.write(QByteArray(3000, '\xff'));
    file.close();
    const Result<Database> database = Database::open(path("a.db"));
    QVERIFY(!database);
    QCOMPARE(database.error().code, ErrorCode::IoError);
    QVERIFY(database.error().message.starts_with("the file is damaged"));
}

void TestDatabase::refusesALockedFile()
{
    Result<Database> first = Database::open(path("a.db"));
    QVERIFY(first && first->migrate(kFirst));
    Result<Transaction> held = Transaction::begin(*first);
    QVERIFY(held);
    const Result<Database> second = Database::open(path("a.db"), patient(1));
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::Unavailable);
    QCOMPARE(second.error().source, path("a.db"));
    held->rollBack();
    QVERIFY(Database::open(path("a.db"), patient(1)));
}

void TestDatabase::letsNobodyElseIn()
{
    DatabaseOptions alone;
    alone.exclusive = true;
    std::optional<Result<Database>> first(Database::open(path("a.db"), alone));
    QVERIFY(*first && (*first)->migrate(kFirst));
    QCOMPARE(Database::open(path("a.db"), patient(1)).error().code, ErrorCode::Unavailable);
    first.reset();
    QVERIFY(Database::open(path("a.db"), patient(1)));
}

void TestDatabase::refusesAMissingFileAndFolder()
{
    DatabaseOptions options;
    options.create = false;
    QCOMPARE(Database::open(path("none.db"), options).error().code, ErrorCode::IoError);
    QCOMPARE(Database::open(path("no/such/folder.db")).error().code, ErrorCode::IoError);
    QVERIFY(!QFile::exists(QString::fromStdString(path("none.db"))));
}

void TestDatabase::readsOnly()
{
    {
        Result<Database> database = Database::open(path("a.db"));
        QVERIFY(database && database->migrate(kFirst));
    }
    DatabaseOptions options;
    options.readOnly = true;
    Result<Database> database = Database::open(path("a.db"), options);
    QVERIFY(database);
    QCOMPARE(database->number("SELECT count(*) FROM note").valueOr(-1), 0);
    QCOMPARE(database->execute("INSERT INTO note (body) VALUES ('x')").error().code, ErrorCode::IoError);
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
