// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/statehash.h"

#include "engine/model/codec.h"
#include "engine/model/goldenfiles.h"

using namespace baton;
using namespace baton::test;

class TestStateHash : public QObject {
    Q_OBJECT

private slots:
    void equalStatesHaveEqualHashes();
    void everyFieldCounts();
    void indexesDoNotCount();
    void definitionsCount();
    void worldsIgnoreTheOrderOfTheirMap();
    void isTheSameOnEveryPlatform();
};

namespace {

ExecutionPtr sample()
{
    const auto execution = executionFrom(golden(std::string(BATON_TEST_DATA) + "/golden/executions/retry-linear.json"));
    return execution ? *execution : std::make_shared<Execution>();
}

}  // namespace

void TestStateHash::equalStatesHaveEqualHashes()
{
    QCOMPARE(sample()->stateHash(), sample()->stateHash());
    Execution a;
    a.input = Value::object({{"x", 1}, {"y", 2}});
    Execution b;
    b.input = Value::object({{"y", 2}, {"x", 1}});
    QCOMPARE(a.stateHash(), b.stateHash());
}

void TestStateHash::everyFieldCounts()
{
    Execution execution = *sample();
    std::vector<std::uint64_t> hashes {execution.stateHash()};
    for (int i = 0; i <= static_cast<int>(Field::LastField); ++i) {
        const auto field = static_cast<Field>(i);
        const Value before = isTaskField(field) ? fieldValue(*execution.task(0), field) : fieldValue(execution, field);
        Event event;
        event.kind = EventKind::TaskChanged;
        event.slot = 0;
        Value value = before.isText() ? Value(before.asText().size() > 20 ? "short" : "another text, long enough to be shared")
            : before.isBool()        ? Value(!before.asBool())
            : before.isInteger()     ? Value(before.asInteger() == 1 ? 2 : 1)
                                     : Value::object({{"field", i}});
        event.changes = {{field, std::move(value)}};
        apply(execution, event);
        const auto hash = execution.stateHash();
        QVERIFY2(std::find(hashes.begin(), hashes.end(), hash) == hashes.end(), std::string(fieldName(field)).c_str());
        hashes.push_back(hash);
    }
}

void TestStateHash::indexesDoNotCount()
{
    Execution execution = *sample();
    const auto before = execution.stateHash();
    execution.open.push_back(77);
    execution.lastSeq = 99;
    execution.latestByReference = {};
    QCOMPARE(execution.stateHash(), before);
}

void TestStateHash::definitionsCount()
{
    const auto hashOf = [](std::string_view json) {
        Execution execution;
        const auto definition = workflowDefFrom(*parseJson(json));
        execution.definition = definition ? *definition : nullptr;
        return execution.stateHash();
    };
    const auto plain = hashOf(R"({"tasks": [{"name": "a", "loopOver": [{"name": "b"}]}]})");
    QCOMPARE(hashOf(R"({"tasks": [{"loopOver": [{"name": "b"}], "name": "a"}]})"), plain);
    QVERIFY(hashOf(R"({"tasks": [{"name": "a", "loopOver": [{"name": "c"}]}]})") != plain);
    QVERIFY(hashOf(R"({"tasks": [{"name": "a", "defaultCase": [{"name": "b"}]}]})") != plain);
    QVERIFY(hashOf(R"({"tasks": [{"name": "a"}, {"name": "b"}]})") != plain);
    QVERIFY(hashOf(R"({"tasks": [{"name": "a", "loopOver": [{"name": "b", "taskDefinition": {"retryCount": 1}}]}]})") != plain);
}

void TestStateHash::worldsIgnoreTheOrderOfTheirMap()
{
    const auto world = [](std::vector<Text> ids) {
        World made;
        for (const Text& id : ids) {
            auto execution = std::make_shared<Execution>();
            execution->workflowId = id;
            made.executions.set(id, execution);
        }
        return made.stateHash();
    };
    QCOMPARE(world({"a", "b", "c"}), world({"c", "a", "b"}));
    QVERIFY(world({"a", "b"}) != world({"a", "c"}));
}

void TestStateHash::isTheSameOnEveryPlatform()
{
    Execution execution;
    execution.workflowId = "w";
    execution.input = Value::object({{"amount", 1000}, {"rate", 0.5}, {"name", "a name that is not held inline"}});
    QCOMPARE(execution.stateHash(), std::uint64_t {5898190095773788445U});
}

QTEST_GUILESS_MAIN(TestStateHash)
#include "tst_statehash.moc"
