// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/definitions/mockanswers.h"

#include "engine/model/codec.h"
#include "engine/value/json.h"

#include <algorithm>
#include <array>

namespace baton::ui {

namespace {

constexpr std::array<std::string_view, 4> kStatuses {"COMPLETED", "FAILED", "FAILED_WITH_TERMINAL_ERROR", "IN_PROGRESS"};
constexpr std::array<std::string_view, 7> kMembers {"status", "output", "executionTime", "queueWaitTime", "reason", "callbackAfterSeconds", "script"};

template <std::size_t N>
std::string joined(const std::array<std::string_view, N>& words)
{
    std::string text;
    for (const std::string_view word : words)
        text += (text.empty() ? "" : ", ") + std::string(word);
    return text;
}

Error refusal(std::string field, std::string message, std::string hint)
{
    return {ErrorCode::InvalidArgument, std::move(message), {}, std::move(field), 0, 0, std::move(hint)};
}

std::optional<Error> faultIn(const Value& answer, const std::string& place)
{
    if (!answer.isObject())
        return refusal(place, "an answer is an object", R"(write {"status": "COMPLETED", "output": {}})");
    for (const Member& member : answer.members()) {
        if (std::find(kMembers.begin(), kMembers.end(), member.key.view()) == kMembers.end())
            return refusal(place + "." + std::string(member.key.view()), "is no member of an answer", "use " + joined(kMembers));
    }
    const Value& status = answer["status"];
    if (!status.isNull() && std::find(kStatuses.begin(), kStatuses.end(), status.asText()) == kStatuses.end())
        return refusal(place + ".status", "is no status a task can end with", "use " + joined(kStatuses));
    if (!answer["output"].isNull() && !answer["output"].isObject())
        return refusal(place + ".output", "must be an object", "write {}");
    if (!answer["script"].isNull() && !answer["script"].isText())
        return refusal(place + ".script", "must be text", "write JavaScript whose value is the output");
    return std::nullopt;
}

Result<Value> checkedAnswers(const Value& json, const std::string& task)
{
    const Value list = json.isArray() ? json : Value::array({json});
    for (std::size_t i = 0; i < list.items().size(); ++i) {
        if (auto fault = faultIn(list.items()[i], task + "[" + std::to_string(i) + "]"))
            return *std::move(fault);
    }
    return list;
}

}  // namespace

Result<Value> answersFrom(std::string_view text)
{
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return Value::array({});
    const auto json = parseJson(text);
    if (!json)
        return json.error();
    return checkedAnswers(*json, {});
}

Result<Value> mocksFrom(std::string_view text)
{
    const auto json = parseJson(text);
    if (!json)
        return json.error();
    const Value& byTask = (*json)["taskRefToMockOutput"].isObject() ? (*json)["taskRefToMockOutput"] : *json;
    if (!byTask.isObject())
        return refusal({}, "mock answers are an object by task", R"(write {"some_task": [{"status": "COMPLETED", "output": {}}]})");
    Value mocks = Value::object();
    for (const Member& member : byTask.members()) {
        auto answers = checkedAnswers(member.value, std::string(member.key.view()));
        if (!answers)
            return std::move(answers).error();
        mocks = std::move(mocks).with(member.key, std::move(answers).value());
    }
    return mocks;
}

TestRequest testRequestFor(const WorkflowDef& definition, const Value& input, const Value& mocks)
{
    TestRequest made;
    Value kept = Value::object();
    for (const Member& member : mocks.members()) {
        std::vector<Value> answers;
        for (const Value& answer : member.value.items()) {
            if (answer["script"].isNull())
                answers.push_back(answer.without("reason").without("callbackAfterSeconds"));
        }
        if (answers.size() < member.value.items().size())
            made.leftOut.emplace_back(member.key.view());
        if (!answers.empty())
            kept = std::move(kept).with(member.key, Value::array(std::move(answers)));
    }
    made.request = Value::object({{"name", definition.name}, {"version", definition.version}, {"workflowDef", toValue(definition)},
                                  {"input", input}, {"taskRefToMockOutput", std::move(kept)}});
    return made;
}

std::string summaryOf(const Value& answers)
{
    std::string text;
    for (const Value& answer : answers.items())
        text += (text.empty() ? "" : ", ") + std::string(answer["script"].isText() ? "JavaScript" : answer["status"].asText("COMPLETED"));
    return text;
}

Value answerOf(AnswerKind kind)
{
    switch (kind) {
    case AnswerKind::Completed: return Value::object({{"status", "COMPLETED"}, {"output", Value::object()}});
    case AnswerKind::Failed: return Value::object({{"status", "FAILED"}, {"reason", "mocked failure"}});
    case AnswerKind::FailedForGood: return Value::object({{"status", "FAILED_WITH_TERMINAL_ERROR"}, {"reason", "mocked failure"}});
    case AnswerKind::InProgress: return Value::object({{"status", "IN_PROGRESS"}, {"callbackAfterSeconds", 60}});
    case AnswerKind::Script: return Value::object({{"script", "({doubled: $.amount * 2})"}});
    }
    return {};
}

}  // namespace baton::ui
