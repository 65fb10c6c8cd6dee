// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/http/httpmessage.h"
#include "engine/http/httpserver.h"

#include <QtTest>

using namespace baton;

class TestHttpMessage final : public QObject {
    Q_OBJECT

private slots:
    void queryFields()
    {
        const HttpFields fields = queryFrom("a=1&a=2&b&=x&c=x+y%20z%26&bad=%zz&%=1&d=");
        QCOMPARE(fields.all("a"), (std::vector<std::string> {"1", "2"}));
        QCOMPARE(fields.value("b", "absent"), std::string());
        QCOMPARE(fields.value("c"), std::string("x y z&"));
        QVERIFY(!fields.find("bad"));
        QVERIFY(fields.find("d"));
        QVERIFY(!fields.find("A"));
    }

    void escapes()
    {
        QCOMPARE(percentDecoded("a%2fb%C3%A9", false).value(), std::string("a/b\xC3\xA9"));
        QCOMPARE(percentDecoded("a+b", false).value(), std::string("a+b"));
        QVERIFY(!percentDecoded("a%", false));
        QVERIFY(!percentDecoded("a%4", false));
        QVERIFY(!percentDecoded("a%4x", false));
    }

    void headersIgnoreCase()
    {
        HttpFields headers(HttpFields::Names::AnyCase);
        headers.add("Content-Type", "text/plain");
        QCOMPARE(headers.value("content-type"), std::string("text/plain"));
    }

    void secretsCompareWhole()
    {
        QVERIFY(equalSecrets("abc", "abc"));
        QVERIFY(!equalSecrets("abc", "abd"));
        QVERIFY(!equalSecrets("abc", "abcabc"));
        QVERIFY(!equalSecrets("", "abc"));
        QVERIFY(!equalSecrets("abc", ""));
    }
};

QTEST_GUILESS_MAIN(TestHttpMessage)
#include "tst_httpmessage.moc"
