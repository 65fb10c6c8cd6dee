// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/base/result.h"

#include <QTest>

#include <memory>

using namespace baton;

class tst_Error : public QObject {
    Q_OBJECT

private slots:
    void oneLineLeavesOutWhatIsUnknown()
    {
        Error error {.code = ErrorCode::ParseError, .message = "expected a value"};
        QCOMPARE(error.oneLine(), std::string("expected a value"));
        error.line = 12;
        QCOMPARE(error.oneLine(), std::string("line 12: expected a value"));
        error.column = 3;
        error.source = "a.json";
        QCOMPARE(error.oneLine(), std::string("a.json:12:3: expected a value"));
        error.field = "tasks[3].name";
        error.hint = "write a number";
        QCOMPARE(error.oneLine(), std::string("a.json:12:3: tasks[3].name: expected a value (write a number)"));
        error.line = 0;
        QCOMPARE(error.oneLine(), std::string("a.json: tasks[3].name: expected a value (write a number)"));
        QCOMPARE((Error {.message = {}, .hint = "try again"}.oneLine()), std::string("(try again)"));
    }

    void theFirstSourceStays()
    {
        const Error error = Error {.message = "no"}.in("inner.json").in("outer.json");
        QCOMPARE(error.source, std::string("inner.json"));
    }

    void everyCodeHasAName()
    {
        QCOMPARE(std::string(toText(ErrorCode::InvalidArgument)), std::string("InvalidArgument"));
        QCOMPARE(std::string(toText(ErrorCode::Internal)), std::string("Internal"));
    }

    void aResultHoldsAValueOrAnError()
    {
        Result<int> good = 7;
        QVERIFY(good.ok());
        QCOMPARE(*good, 7);
        QCOMPARE(std::move(good).valueOr(1), 7);

        Result<int> bad = Error {.code = ErrorCode::NotFound, .message = "gone"};
        QVERIFY(!bad);
        QCOMPARE(bad.error().message, std::string("gone"));
        QCOMPARE(std::move(bad).valueOr(1), 1);

        Result<std::unique_ptr<int>> moved = std::make_unique<int>(5);
        QCOMPARE(*std::move(moved).value(), 5);
    }

    void aStatusIsGoodUntilItHoldsAnError()
    {
        QVERIFY(Status().ok());
        const Status bad = Error {.code = ErrorCode::Conflict, .message = "held"};
        QVERIFY(!bad);
        QVERIFY(bad.error().code == ErrorCode::Conflict);
    }
};

QTEST_GUILESS_MAIN(tst_Error)
#include "tst_error.moc"
