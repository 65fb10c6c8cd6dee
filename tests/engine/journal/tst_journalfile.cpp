// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/journal/journalfile.h"

#include "engine/journal/importexecution.h"
#include "engine/model/goldenfiles.h"
#include "engine/model/randomevents.h"

#include <QTemporaryDir>

#include <fstream>
#include <sstream>

using namespace baton;
using namespace baton::test;

namespace {

MemoryJournal randomJournal(std::uint64_t seed, std::size_t length)
{
    MemoryJournal journal;
    for (const EventPtr& event : RandomEvents(seed).some(length))
        journal.append(event);
    return journal;
}

std::string textOf(const Journal& journal, const Value& header = {})
{
    std::ostringstream out;
    writeJournal(journal, out, header);
    return out.str();
}

std::uint64_t endHash(const Journal& journal)
{
    return worldAfter(journal, journal.size()).stateHash();
}

}  // namespace

class TestJournalFile : public QObject {
    Q_OBJECT

private slots:
    void readsBackWhatItWrote();
    void savesAndLoadsAFile();
    void writesTheHeaderFirst();
    void anImportedExecutionSurvives_data() { addGoldenRows("executions"); }
    void anImportedExecutionSurvives();
    void aCutLastLineIsLeftOut();
    void aBrokenLineIsNamed();
    void anotherFileIsRefused();
    void aLaterVersionIsRefused();
    void failuresNameTheFile();
};

void TestJournalFile::readsBackWhatItWrote()
{
    const MemoryJournal journal = randomJournal(1, 1200);
    const std::string text = textOf(journal);
    const auto loaded = readJournal(text);
    QVERIFY2(loaded.ok(), loaded ? "" : loaded.error().oneLine().c_str());
    QVERIFY(!loaded->truncated);
    QCOMPARE(loaded->journal.size(), journal.size());
    QCOMPARE(endHash(loaded->journal), endHash(journal));
    QCOMPARE(textOf(loaded->journal), text);
}

void TestJournalFile::savesAndLoadsAFile()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/session.jsonl";
    const MemoryJournal journal = randomJournal(2, 200);
    QVERIFY(saveJournal(randomJournal(3, 10), path).ok());
    QVERIFY(saveJournal(journal, path, Value::object({{"title", "a session"}})).ok());
    const auto loaded = loadJournal(path);
    QVERIFY2(loaded.ok(), loaded ? "" : loaded.error().oneLine().c_str());
    QCOMPARE(endHash(loaded->journal), endHash(journal));
    QCOMPARE(loaded->header["title"], Value("a session"));
    QVERIFY(!std::filesystem::exists(path + ".part"));
}

void TestJournalFile::writesTheHeaderFirst()
{
    QCOMPARE(textOf(MemoryJournal()), std::string("{\"format\":\"baton-journal\",\"version\":1}\n"));
    QCOMPARE(textOf(MemoryJournal(), Value::object({{"version", 9}, {"by", "x"}})),
             std::string("{\"format\":\"baton-journal\",\"version\":1,\"by\":\"x\"}\n"));
}

void TestJournalFile::anImportedExecutionSurvives()
{
    QFETCH(std::string, path);
    const auto events = importExecution(golden(path));
    QVERIFY(events.ok());
    MemoryJournal journal;
    for (const Event& event : *events)
        journal.append(event);
    const auto loaded = readJournal(textOf(journal));
    QVERIFY2(loaded.ok(), loaded ? "" : loaded.error().oneLine().c_str());
    for (std::size_t i = 0; i <= journal.size(); ++i)
        QCOMPARE(worldAfter(loaded->journal, i).stateHash(), worldAfter(journal, i).stateHash());
}

void TestJournalFile::aCutLastLineIsLeftOut()
{
    const MemoryJournal journal = randomJournal(4, 20);
    const std::string text = textOf(journal);
    const auto lastLine = text.rfind('\n', text.size() - 2) + 1;
    for (std::size_t length = lastLine + 1; length + 1 < text.size(); ++length) {
        const auto loaded = readJournal(text.substr(0, length));
        QVERIFY2(loaded.ok(), loaded ? "" : loaded.error().oneLine().c_str());
        QVERIFY(loaded->truncated);
        QCOMPARE(loaded->truncatedLine, 21);
        QCOMPARE(loaded->journal.size(), std::size_t {19});
    }
    const auto whole = readJournal(text.substr(0, text.size() - 1));
    QVERIFY(whole.ok() && !whole->truncated);
    QCOMPARE(whole->journal.size(), std::size_t {20});
}

void TestJournalFile::aBrokenLineIsNamed()
{
    const std::string header = "{\"format\":\"baton-journal\",\"version\":1}\n";
    const auto broken = readJournal(header + "\n{\"kind\":\"ClockAdvanced\"}\n{\"kind\": oops}\n");
    QVERIFY(!broken.ok());
    QCOMPARE(broken.error().line, 4);
    const auto wrong = readJournal(header + "{\"kind\":\"ClockAdvanced\",\"slot\":\"x\"}\r\n");
    QVERIFY(!wrong.ok());
    QCOMPARE(wrong.error().line, 2);
    QCOMPARE(wrong.error().field, std::string("slot"));
}

void TestJournalFile::anotherFileIsRefused()
{
    for (const char* text : {"", "\n\n", "{}", "[1]\n", "{\"format\":\"other\",\"version\":1}\n", "name,age\n1,2\n",
                             "{\"format\":\"baton-journal\"}\n", "{\"format\":\"baton-journal\",\"version\":0}\n"}) {
        const auto loaded = readJournal(text);
        QVERIFY(!loaded.ok());
        QVERIFY(!loaded.error().hint.empty());
    }
}

void TestJournalFile::aLaterVersionIsRefused()
{
    const auto loaded = readJournal("{\"format\":\"baton-journal\",\"version\":2}\n");
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error().code, ErrorCode::Unsupported);
}

void TestJournalFile::failuresNameTheFile()
{
    const QTemporaryDir folder;
    const std::string absent = folder.path().toStdString() + "/absent.jsonl";
    const auto loaded = loadJournal(absent);
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error().code, ErrorCode::NotFound);
    QCOMPARE(loaded.error().source, absent);
    const std::string nowhere = folder.path().toStdString() + "/no/such/folder/j.jsonl";
    const auto saved = saveJournal(MemoryJournal(), nowhere);
    QVERIFY(!saved.ok());
    QCOMPARE(saved.error().code, ErrorCode::IoError);
    QCOMPARE(saved.error().source, nowhere);
    const std::string broken = folder.path().toStdString() + "/broken.jsonl";
    std::ofstream(broken) << "nonsense\n";
    const auto refused = loadJournal(broken);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().source, broken);
    QCOMPARE(refused.error().line, 1);
}

QTEST_GUILESS_MAIN(TestJournalFile)
#include "tst_journalfile.moc"
