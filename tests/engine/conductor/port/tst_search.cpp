// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/search/query.h"

#include <QTest>

using namespace baton;

namespace {

ExecutionPtr execution(std::string_view id, std::string_view type, WorkflowStatus status, EpochMs created)
{
    auto definition = std::make_shared<WorkflowDef>();
    definition->name = Text(type);
    auto made = std::make_shared<Execution>();
    made->workflowId = Text(id);
    made->definition = std::move(definition);
    made->status = status;
    made->createTime = created;
    made->correlationId = "c 1";
    made->input = Value::object({{"a", "Xyz"}, {"n", nullptr}});
    return made;
}

SearchRequest asking(const QString& query)
{
    SearchRequest request;
    request.query = Text(query.toStdString());
    return request;
}

}  // namespace

class TestSearch : public QObject {
    Q_OBJECT

private slots:
    // What the real server found for one RUNNING execution of the workflow "own".
    void findsWhatTheRealServerFinds_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<bool>("found");
        const std::pair<const char*, bool> rows[] {{"", true}, {"workflowType=own", true}, {"workflowType = own", true},
            {"workflowType=ow*", true}, {"workflowType=OW*", true}, {"workflowType=OWN", false}, {"correlationId='c 1'", true},
            {"correlationId=\"c 1\"", true}, {"status IN (RUNNING,FAILED)", true}, {"status IN (RUNNING)", true},
            {"status IN RUNNING,FAILED", true}, {"status=running", false}, {"foo=bar", true}, {"startTime>0", true},
            {"startTime<0", false}, {"workflowType=own and status=RUNNING", false}, {"workflowType=own AND", false},
            {"workflowType=own AND status=RUNNING", true}, {"version=1", true}, {"classifier=workflow", true},
            {"classifier=agent", false}, {"status!=RUNNING", true}, {"startTime=1000", true},
            {"workflowType=own AND ", true}};
        for (const auto& [query, found] : rows)
            QTest::newRow(*query ? query : "nothing asked") << QString::fromUtf8(query) << found;
    }

    void findsWhatTheRealServerFinds()
    {
        QFETCH(QString, query);
        QFETCH(bool, found);
        const Result<SearchQuery> parsed = SearchQuery::parse(asking(query));
        QVERIFY(parsed.ok());
        QCOMPARE(parsed->matches(*execution("w1", "own", WorkflowStatus::Running, 1000)), found);
    }

    void refusesWhatItCannotRead()
    {
        for (const char* query : {"status", "nonsense", "workflowType  =  own"}) {
            const Result<SearchQuery> parsed = SearchQuery::parse(asking(QString::fromUtf8(query)));
            QVERIFY(!parsed.ok());
            QCOMPARE(parsed.error().code, ErrorCode::InvalidArgument);
            QCOMPARE(parsed.error().message, std::string("Incorrectly formatted query string: ") + query);
        }
        const Result<SearchQuery> noTime = SearchQuery::parse(asking(QStringLiteral("startTime>x")));
        QCOMPARE(noTime.error().code, ErrorCode::Internal);
        QCOMPARE(noTime.error().message, std::string("For input string: \"x\""));
    }

    void looksIntoTheSummaryForFreeText()
    {
        SearchRequest request;
        for (const auto& [text, found] : {std::pair("xyz", true), {"Xyz", true}, {"own", true}, {"nothing", false}, {"*", true}}) {
            request.freeText = text;
            QCOMPARE(SearchQuery::parse(request)->matches(*execution("w1", "own", WorkflowStatus::Running, 1000)), found);
        }
    }

    void sortsAndPages()
    {
        std::vector<ExecutionPtr> all {execution("b", "x", WorkflowStatus::Running, 2), execution("a", "x", WorkflowStatus::Running, 3),
            execution("c", "x", WorkflowStatus::Failed, 1)};
        SearchRequest request;
        request.sort = "status:ASC|startTime:DESC|nonsense:ASC";
        SearchQuery::parse(request)->sort(all);
        QCOMPARE(all[0]->workflowId, Text("c"));
        QCOMPARE(all[1]->workflowId, Text("a"));
        QCOMPARE(pageOf(all, 1, 1).results.size(), std::size_t {1});
        QCOMPARE(pageOf(all, 1, 1).totalHits, std::int64_t {3});
        QVERIFY(pageOf(all, 9, 5).results.empty());
        QCOMPARE(pageOf(all, -4, 2).results.size(), std::size_t {2});
        QVERIFY(pageOf(all, 0, -1).results.empty());
    }
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
