// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/bundle.h"
#include "engine/debugger/runpage.h"
#include "engine/debugger/toyworkflow.h"

using namespace baton;

namespace {

std::unique_ptr<Rehearsal> finished()
{
    auto rehearsal = toy::started(toy::fiveInARow());
    rehearsal->run();
    return rehearsal;
}

}  // namespace

class TestBundle : public QObject {
    Q_OBJECT

private slots:
    void comesBackWhole()
    {
        const auto run = finished();
        const std::string text = writeBundle(run->journal(), Value::object({{"note", "x"}, {"format", "other"}}));
        QVERIFY(looksLikeBundle(text));
        const auto bundle = readBundle(text);
        QVERIFY2(bundle.ok(), bundle.ok() ? "" : bundle.error().oneLine().c_str());
        QCOMPARE(bundle->journal.size(), run->journal().size());
        QCOMPARE(bundle->header["note"], Value("x"));
        QCOMPARE(worldAfter(bundle->journal, bundle->journal.size()).stateHash(), run->world().stateHash());
    }

    void anyChangedByteIsFound()
    {
        const std::string text = writeBundle(finished()->journal());
        for (std::size_t i = 0; i < text.size(); i += 7) {
            std::string changed = text;
            changed[i] = changed[i] == 'x' ? 'y' : 'x';
            QVERIFY2(!readBundle(changed).ok(), ("byte " + std::to_string(i)).c_str());
        }
        const std::size_t line = text.find('\n', text.size() / 2);
        const std::size_t next = text.find('\n', line + 1);
        QVERIFY(!readBundle(text.substr(0, line + 1) + text.substr(next + 1)).ok());
        QVERIFY(!readBundle(text.substr(0, next + 1)).ok());
        QVERIFY(!readBundle(text + "{}").ok());
        QVERIFY(!readBundle("").ok());
    }

    void aPageIsCompleteInItself()
    {
        const auto run = finished();
        RunPageWords words;
        words.title = "<b>&";
        const std::string page = runPage(run->journal(), {{3, "look </script> here"}}, words);
        QVERIFY(page.starts_with("<!doctype html>"));
        QVERIFY(page.find("&lt;b&gt;&amp;") != std::string::npos);
        QVERIFY(page.find("look </script>") == std::string::npos);
        QVERIFY(page.find("src=") == std::string::npos && page.find("http") == std::string::npos);
        QVERIFY(page.find("TaskCompleted") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestBundle)
#include "tst_bundle.moc"
