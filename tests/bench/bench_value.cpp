// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

// What values cost: Value beside QJsonObject, and the persistent containers.

#include "engine/value/json.h"
#include "engine/value/persistent.h"
#include "engine/value/persistentmap.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

using namespace baton;

namespace {

constexpr std::size_t kTasks = 13;
constexpr std::size_t kFields = 8;

// The best of several rounds, in nanoseconds a call; the best is what the work costs when nothing else disturbs it.
template <typename Work>
double nanoseconds(int calls, Work&& work)
{
    using Clock = std::chrono::steady_clock;
    double best = 1e300;
    for (int round = 0; round < 15; ++round) {
        const auto start = Clock::now();
        for (int call = 0; call < calls; ++call)
            work();
        const std::chrono::duration<double, std::nano> taken = Clock::now() - start;
        best = std::min(best, taken.count() / calls);
    }
    return best;
}

std::size_t g_seen = 0;   // keeps the optimiser from dropping the work

struct Names {
    std::array<std::string, kTasks> task;
    std::array<std::array<std::string, kFields>, kTasks> in;
    std::array<std::array<std::string, kFields>, kTasks> out;
    std::array<std::string, 2 * kFields> field;
};

Names names()
{
    Names made;
    for (std::size_t i = 0; i < made.field.size(); ++i)
        made.field[i] = "applicantField" + std::to_string(i);
    for (std::size_t t = 0; t < kTasks; ++t) {
        made.task[t] = "underwritingTask" + std::to_string(t);
        for (std::size_t k = 0; k < kFields; ++k) {
            made.in[t][k] = "input" + std::to_string(t) + "Value" + std::to_string(k);
            made.out[t][k] = "output" + std::to_string(t) + "Value" + std::to_string(k);
        }
    }
    return made;
}

Value application(const Names& all)
{
    ObjectBuilder builder;
    for (std::size_t i = 0; i < all.field.size(); ++i) {
        if (i % 4 == 0)
            builder.set(all.field[i], "a text about the applicant, number " + std::to_string(i));
        else if (i % 4 == 1)
            builder.set(all.field[i], static_cast<std::int64_t>(i * 1000));
        else if (i % 4 == 2)
            builder.set(all.field[i], 0.125 * static_cast<double>(i));
        else
            builder.set(all.field[i], "short");
    }
    return std::move(builder).build();
}

/// Each task takes four inputs from the application and four from the task before, and puts out eight: four of them
/// handed on, an integer, a decimal, a bool and a text.
struct ValueRun {
    explicit ValueRun(const Names& all) : input(application(all))
    {
        std::copy(all.task.begin(), all.task.end(), task.begin());
        std::copy(all.field.begin(), all.field.end(), field.begin());
        for (std::size_t t = 0; t < kTasks; ++t) {
            std::copy(all.in[t].begin(), all.in[t].end(), in[t].begin());
            std::copy(all.out[t].begin(), all.out[t].end(), out[t].begin());
        }
    }

    [[nodiscard]] Value operator()(std::vector<Value>* moments = nullptr) const
    {
        Value state = Value::object({{"input", input}});
        for (std::size_t t = 0; t < kTasks; ++t) {
            ObjectBuilder taken(kFields);
            for (std::size_t k = 0; k < kFields; ++k) {
                const bool fromBefore = k % 2 == 1 && t > 0;
                taken.set(in[t][k], fromBefore ? state[task[t - 1]][out[t - 1][k]] : input[field[(t + k) % field.size()]]);
            }
            const Value given = std::move(taken).build();
            ObjectBuilder made(kFields);
            for (std::size_t k = 0; k < 4; ++k)
                made.set(out[t][k], given[in[t][k]]);
            made.set(out[t][4], given[in[t][1]].asInteger() + 1);
            made.set(out[t][5], given[in[t][2]].asDecimal() * 1.5);
            made.set(out[t][6], t % 2 == 0);
            made.set(out[t][7], status);
            state = std::move(state).with(task[t], std::move(made).build());
            if (moments != nullptr)
                moments->push_back(state);
        }
        return state;
    }

    Value input;
    Text status = "COMPLETED";
    std::array<Key, kTasks> task;
    std::array<std::array<Key, kFields>, kTasks> in;
    std::array<std::array<Key, kFields>, kTasks> out;
    std::array<Key, 2 * kFields> field;
};

struct QtRun {
    explicit QtRun(const Names& all)
        : input(QJsonDocument::fromJson(QByteArray::fromStdString(toJson(application(all)))).object())
    {
        std::transform(all.task.begin(), all.task.end(), task.begin(), QString::fromStdString);
        std::transform(all.field.begin(), all.field.end(), field.begin(), QString::fromStdString);
        for (std::size_t t = 0; t < kTasks; ++t) {
            std::transform(all.in[t].begin(), all.in[t].end(), in[t].begin(), QString::fromStdString);
            std::transform(all.out[t].begin(), all.out[t].end(), out[t].begin(), QString::fromStdString);
        }
    }

    [[nodiscard]] QJsonObject operator()(std::vector<QJsonObject>* moments = nullptr) const
    {
        QJsonObject state {{QStringLiteral("input"), input}};
        for (std::size_t t = 0; t < kTasks; ++t) {
            QJsonObject given;
            for (std::size_t k = 0; k < kFields; ++k) {
                const bool fromBefore = k % 2 == 1 && t > 0;
                given.insert(in[t][k], fromBefore ? state.value(task[t - 1]).toObject().value(out[t - 1][k])
                                                  : input.value(field[(t + k) % field.size()]));
            }
            QJsonObject made;
            for (std::size_t k = 0; k < 4; ++k)
                made.insert(out[t][k], given.value(in[t][k]));
            made.insert(out[t][4], given.value(in[t][1]).toInteger() + 1);
            made.insert(out[t][5], given.value(in[t][2]).toDouble() * 1.5);
            made.insert(out[t][6], t % 2 == 0);
            made.insert(out[t][7], status);
            state.insert(task[t], made);
            if (moments != nullptr)
                moments->push_back(state);
        }
        return state;
    }

    QJsonObject input;
    QString status = QStringLiteral("COMPLETED");
    std::array<QString, kTasks> task;
    std::array<std::array<QString, kFields>, kTasks> in;
    std::array<std::array<QString, kFields>, kTasks> out;
    std::array<QString, 2 * kFields> field;
};

void line(const char* what, const char* unit, double value, double qt)
{
    std::printf("%-52s %10.2f %10.2f  %-6s %6.1fx\n", what, value, qt, unit,
                std::string_view(unit) == "MB/s" ? value / qt : qt / value);
}

void line(const char* what, const char* unit, double value)
{
    std::printf("%-52s %10.2f %10s  %-6s\n", what, value, "", unit);
}

void movement(const Names& all)
{
    const ValueRun run(all);
    const QtRun qtRun(all);
    const double ours = nanoseconds(2000, [&run] { g_seen += run().size(); });
    const double qt = nanoseconds(100, [&qtRun] { g_seen += static_cast<std::size_t>(qtRun().size()); });
    line("one application through 13 tasks, 8 in, 8 out", "us", ours / 1000, qt / 1000);

    std::vector<Value> moments;
    std::vector<QJsonObject> qtMoments;
    const double oursKept = nanoseconds(2000, [&] {
        moments.clear();
        g_seen += run(&moments).size();
    });
    const double qtKept = nanoseconds(100, [&] {
        qtMoments.clear();
        g_seen += static_cast<std::size_t>(qtRun(&qtMoments).size());
    });
    line("the same, keeping the state after every task", "us", oursKept / 1000, qtKept / 1000);
}

void text(const Names& all)
{
    const ValueRun run(all);
    Value executions = Value::array();
    for (int i = 0; i < 100; ++i)
        executions = std::move(executions).appended(run().with("workflowId", "0b3f3f0e-54f5-4f0c-9d56-" + std::to_string(i)));
    const std::string json = toJson(executions);
    const QByteArray bytes = QByteArray::fromStdString(json);
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    const double megabytes = static_cast<double>(json.size()) / 1e6;
    const auto rate = [megabytes](double taken) { return megabytes / (taken / 1e9); };

    line("parse a document of 100 executions", "MB/s", rate(nanoseconds(3, [&json] { g_seen += parseJson(json)->size(); })),
         rate(nanoseconds(3, [&bytes] { g_seen += static_cast<std::size_t>(QJsonDocument::fromJson(bytes).array().size()); })));
    line("write it, compact", "MB/s", rate(nanoseconds(3, [&executions] { g_seen += toJson(executions).size(); })),
         rate(nanoseconds(3, [&document] {
             g_seen += static_cast<std::size_t>(document.toJson(QJsonDocument::Compact).size());
         })));
    line("write it, pretty", "MB/s", rate(nanoseconds(3, [&executions] { g_seen += toPrettyJson(executions).size(); })),
         rate(nanoseconds(3, [&document] { g_seen += static_cast<std::size_t>(document.toJson().size()); })));
    line("write it, canonical", "MB/s", rate(nanoseconds(3, [&executions] { g_seen += toCanonicalJson(executions).size(); })));
    std::printf("  (the document has %.2f MB)\n", megabytes);
}

void lookUp()
{
    for (const int count : {8, 16, 100, 10'000}) {
        std::vector<Key> keys;
        std::vector<QString> qtKeys;
        ObjectBuilder builder;
        QJsonObject qtObject;
        for (int i = 0; i < count; ++i) {
            const std::string name = "memberName" + std::to_string(i);
            keys.emplace_back(name);
            qtKeys.push_back(QString::fromStdString(name));
            builder.set(keys.back(), i);
            qtObject.insert(qtKeys.back(), i);
        }
        const Value object = std::move(builder).build();
        std::size_t at = 0;
        const auto next = [&at, count] { return at = (at + 7919) % static_cast<std::size_t>(count); };
        const double ours = nanoseconds(200'000, [&] { g_seen += static_cast<std::size_t>(object[keys[next()]].asInteger()); });
        const double qt = nanoseconds(50'000, [&] { g_seen += static_cast<std::size_t>(qtObject.value(qtKeys[next()]).toInt()); });
        line(("look a member up among " + std::to_string(count)).c_str(), "ns", ours, qt);
    }
    std::vector<std::string> known;
    for (int i = 0; i < 1000; ++i)
        known.push_back("memberName" + std::to_string(i));
    std::size_t at = 0;
    line("make a key of a known name", "ns", nanoseconds(200'000, [&] { g_seen += Key(known[at++ % 1000]).hash() & 1U; }));
}

void containers()
{
    constexpr int kItems = 100'000;
    const auto each = [](double taken) { return taken / kItems; };
    const auto push = [] {
        PersistentVector<Value> vector;
        for (int i = 0; i < kItems; ++i)
            vector.push_back(i);
        return vector;
    };
    const auto fill = [] {
        PersistentMap<int, Value> map;
        for (int i = 0; i < kItems; ++i)
            map.set(i, i);
        return map;
    };
    line("PersistentVector: push_back", "ns", each(nanoseconds(1, [&push] { g_seen += push().size(); })));
    PersistentVector<Value> vector = push();
    std::size_t at = 0;
    const auto next = [&at] { return at = (at + 7919) % kItems; };
    line("PersistentVector: read", "ns", nanoseconds(kItems, [&] { g_seen += vector[next()].type() == Value::Type::Null; }));
    line("PersistentVector: change in place", "ns", nanoseconds(kItems, [&] { vector.set(next(), 1); }));
    line("PersistentVector: change while a copy is kept", "ns", nanoseconds(kItems / 10, [&] {
        const PersistentVector<Value> before = vector;
        vector.set(next(), 2);
    }));
    line("PersistentMap: set", "ns", each(nanoseconds(1, [&fill] { g_seen += fill().size(); })));
    PersistentMap<int, Value> map = fill();
    const auto key = [&next] { return static_cast<int>(next()); };
    line("PersistentMap: find", "ns", nanoseconds(kItems, [&] { g_seen += map.find(key()) != nullptr; }));
    line("PersistentMap: change in place", "ns", nanoseconds(kItems, [&] { map.edit(key()) = 1; }));
    line("PersistentMap: change while a copy is kept", "ns", nanoseconds(kItems / 10, [&] {
        const PersistentMap<int, Value> before = map;
        map.set(key(), 2);
    }));
}

}  // namespace

int main()
{
    std::printf("%-52s %10s %10s\n", "", "Value", "Qt");
    const Names all = names();
    movement(all);
    text(all);
    lookUp();
    containers();
    return g_seen == 0 ? 1 : 0;
}
