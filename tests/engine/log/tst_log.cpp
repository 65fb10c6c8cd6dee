// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/log/logsinks.h"
#include "engine/value/json.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

using namespace baton;
using namespace std::chrono_literals;

class TestLog : public QObject {
    Q_OBJECT

private slots:
    void writesJsonLines();
    void writesConsoleLines();
    void keepsOneRecordOneLine();
    void dropsWhatIsBelowTheLevel();
    void masksByTypeNameAndKnownValue();
    void warnsOfWhatTookLong();
    void changesWhileRunning();
    void rotatesBySize();
    void saysWhatIsWrongWithTheFile();
    void countsWhatAFullDiskLost();
    void keepsTheLastLinesForALook();
    void takesLinesFromManyThreads();
};

namespace {

constexpr EpochMs kNow = 1'795'435'200'123;   // 2026-11-23T12:00:00.123Z

struct Fixture {
    VirtualClock clock {kNow};
    std::ostringstream stream;
    Logger log;
    explicit Fixture(LogSettings settings = {}, LogFormat format = LogFormat::Json) : log(clock, settings)
    {
        log.addSink(std::make_shared<StreamLogSink>(stream, format));
    }
    [[nodiscard]] Value json() const { return parseJson(stream.str()).valueOr({}); }
};

std::string fileText(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

void TestLog::writesJsonLines()
{
    Fixture f({.fields = {{"service", "baton"}}});
    f.log.info("task polled", {{"task_type", Value("score")}, {"count", Value(3)}, {"level", Value("odd")}});
    QCOMPARE(f.stream.str(),
        std::string(R"({"time":"2026-11-23T12:00:00.123Z","level":"info","message":"task polled","service":"baton","task_type":"score","count":3,"_level":"odd"})"
                    "\n"));
}

void TestLog::writesConsoleLines()
{
    Fixture f({}, LogFormat::Console);
    f.log.warn("server lost", {{"url", Value("http://x")}, {"why", Value("refused \"now\"")}, {"after", Value(1.5)}});
    QCOMPARE(f.stream.str(), std::string("2026-11-23T12:00:00.123Z WARN  server lost url=http://x why=\"refused \\\"now\\\"\" after=1.5\n"));
}

void TestLog::keepsOneRecordOneLine()
{
    for (const LogFormat format : {LogFormat::Json, LogFormat::Console}) {
        Fixture f({}, format);
        f.log.error("first\nsecond\r\x1b[31m", {{"a\nb", Value("c\nd")}});
        const std::string text = f.stream.str();
        QCOMPARE(std::count(text.begin(), text.end(), '\n'), 1);
        QVERIFY(text.find('\x1b') == std::string::npos && text.find('\r') == std::string::npos);
    }
}

void TestLog::dropsWhatIsBelowTheLevel()
{
    Fixture f({.level = LogLevel::Warn});
    f.log.debug("a");
    f.log.info("b");
    QCOMPARE(f.stream.str(), std::string());
    QVERIFY(!f.log.enabled(LogLevel::Info) && f.log.enabled(LogLevel::Warn));
    f.log.warn("c");
    QVERIFY(!f.stream.str().empty());
    Logger silent(f.clock);
    silent.error("nobody listens");
}

void TestLog::masksByTypeNameAndKnownValue()
{
    Fixture f({.fields = {{"api_key", "from-settings"}}});
    f.log.mask(Secret("s3cr3t-value"));
    f.log.mask(Secret("s3cr3t-value-longer"));
    f.log.mask(Secret("abc"));   // too short to look for
    f.log.info("sent s3cr3t-value-longer, got s3cr3t-value, abc",
        {{"given", Secret("typed-secret")}, {"empty", Secret()}, {"accessToken", Value("by-name")}, {"token_age", Value("kept")},
            {"body", Value::object({{"deep", Value::array({"x s3cr3t-value y"})}, {"X-Authorization", "Bearer q"}, {"n", 1}})}});
    const Value line = f.json();
    QCOMPARE(line[Key("message")].asText(), std::string_view("sent ***, got ***, abc"));
    QCOMPARE(line[Key("given")].asText(), std::string_view("***"));
    QCOMPARE(line[Key("empty")].asText(), std::string_view(""));
    QCOMPARE(line[Key("accessToken")].asText(), std::string_view("***"));
    QCOMPARE(line[Key("token_age")].asText(), std::string_view("kept"));
    QCOMPARE(line[Key("api_key")].asText(), std::string_view("***"));
    QCOMPARE(toJson(line[Key("body")]), std::string(R"({"deep":["x *** y"],"X-Authorization":"***","n":1})"));
}

void TestLog::warnsOfWhatTookLong()
{
    Fixture f({.slowThreshold = 100ms, .slowQueries = false});
    f.log.tookTask(99ms, {});
    f.log.tookQuery(10s, {});
    QCOMPARE(f.stream.str(), std::string());
    f.log.tookTask(1500ms, {{"task_type", Value("score")}});
    QCOMPARE(f.json()[Key("message")].asText(), std::string_view("slow task"));
    QCOMPARE(f.json()[Key("duration_ms")].asDecimal(), 1500.0);
    QCOMPARE(f.json()[Key("level")].asText(), std::string_view("warn"));
}

void TestLog::changesWhileRunning()
{
    Fixture f;
    f.log.reconfigure({.level = LogLevel::Error, .fields = {{"v", "2"}}});
    f.log.warn("dropped");
    f.log.error("kept");
    QCOMPARE(f.json()[Key("message")].asText(), std::string_view("kept"));
    QCOMPARE(f.json()[Key("v")].asText(), std::string_view("2"));
}

void TestLog::rotatesBySize()
{
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/log.txt";
    const LogSettings settings {.output = LogOutput::File, .file = path, .rotateBytes = 100, .keepFiles = 2};
    VirtualClock clock(kNow);
    {
        Logger log(clock, settings);
        std::ostringstream none;
        log.addSink(makeLogSink(settings, none, none).value());
        for (int i = 0; i < 8; ++i)
            log.info("line number " + std::to_string(i));   // 45 bytes: two in a file
    }
    QVERIFY(fileText(path).find("number 7") != std::string::npos);
    QVERIFY(fileText(path + ".1").find("number 5") != std::string::npos);
    QVERIFY(fileText(path + ".2").find("number 3") != std::string::npos);
    QVERIFY(!std::filesystem::exists(path + ".3"));
    QCOMPARE(fileText(path).size(), 90U);
    // Opened again it goes on where it was.
    auto again = FileLogSink::open(settings).value();
    again->write({kNow, LogLevel::Info, "after a restart", {}});
    QVERIFY(fileText(path + ".1").find("number 7") != std::string::npos);
}

void TestLog::saysWhatIsWrongWithTheFile()
{
    const auto unnamed = FileLogSink::open({});
    QVERIFY(!unnamed && unnamed.error().code == ErrorCode::InvalidArgument);
    const auto missing = FileLogSink::open({.file = "/nonexistent/folder/log"});
    QVERIFY(!missing && missing.error().code == ErrorCode::IoError);
    QCOMPARE(missing.error().source, std::string("/nonexistent/folder/log"));
}

void TestLog::countsWhatAFullDiskLost()
{
    if (!std::filesystem::exists("/dev/full"))
        QSKIP("no /dev/full here");
    const auto sink = FileLogSink::open({.file = "/dev/full", .rotateBytes = 0}).value();
    sink->write({kNow, LogLevel::Info, "lost", {}});
    sink->write({kNow, LogLevel::Info, "lost too", {}});
    QCOMPARE(sink->lost(), 2U);
}

void TestLog::keepsTheLastLinesForALook()
{
    RecentLog recent(3);
    for (int i = 0; i < 5; ++i)
        recent.write({i, LogLevel::Info, std::to_string(i), {}});
    const RecentLog::Lines all = recent.since(0);
    QCOMPARE(all.next, 5U);
    QCOMPARE(all.records.size(), 3U);
    QCOMPARE(all.records.front().message, std::string("2"));
    QCOMPARE(recent.since(4).records.size(), 1U);
    QVERIFY(recent.since(5).records.empty() && recent.since(99).records.empty());
}

void TestLog::takesLinesFromManyThreads()
{
    VirtualClock clock(kNow);
    Logger log(clock);
    const auto recent = std::make_shared<RecentLog>();
    log.addSink(recent);
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&log, t] {
                for (int i = 0; i < 100; ++i)
                    log.info("x", {{"thread", Value(t)}});
                log.mask(Secret("secret" + std::to_string(t)));
                log.reconfigure({});
            });
    }
    QCOMPARE(recent->since(0).records.size(), 400U);
    log.removeSink(recent.get());
    log.info("unheard");
    QCOMPARE(recent->since(0).next, 400U);
}

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
