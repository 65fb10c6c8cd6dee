// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/scripted/mockfile.h"

#include "engine/value/json.h"

#include <algorithm>

namespace baton::tasks {

namespace {

constexpr std::int64_t kLongest = 10LL * 365 * 24 * 3600;   // seconds

/// Reads one answer and keeps the first thing that is wrong with it.
class AnswerReader {
public:
    AnswerReader(const Value& json, std::string place) : m_json(json), m_place(std::move(place)) { }

    Result<MockAnswer> read()
    {
        if (!m_json.isObject())
            return wrong({}, "must be an object", "Write {\"status\": \"COMPLETED\", \"output\": {...}}");
        for (const Member& member : m_json.members()) {
            if (!isKnown(member.key.view()))
                return wrong(member.key.view(), "is not known",
                    "Known are status, output, reason, script, callbackAfterSeconds, executionTime, queueWaitTime");
        }
        MockAnswer answer;
        for (const Status& status : {readOutcome(answer), readOutput(answer), readTimes(answer)}) {
            if (!status)
                return status.error();
        }
        return answer;
    }

private:
    const Value& m_json;
    std::string m_place;

    static bool isKnown(std::string_view name)
    {
        static constexpr std::array<std::string_view, 7> kNames {
            "status", "output", "reason", "script", "callbackAfterSeconds", "executionTime", "queueWaitTime"};
        return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
    }
    [[nodiscard]] Error wrong(std::string_view field, std::string message, std::string hint = {}) const
    {
        return {.code = ErrorCode::InvalidArgument, .message = std::move(message),
            .field = field.empty() ? m_place : m_place + "." + std::string(field), .hint = std::move(hint)};
    }
    Status readOutcome(MockAnswer& answer) const
    {
        const Value& status = m_json["status"];
        const std::string_view word = status.isNull() ? "COMPLETED" : status.asText();
        if (word == "COMPLETED")
            answer.outcome = TaskOutcome::Completed;
        else if (word == "FAILED")
            answer.outcome = TaskOutcome::Failed;
        else if (word == "FAILED_WITH_TERMINAL_ERROR")
            answer.outcome = TaskOutcome::FailedTerminal;
        else if (word == "IN_PROGRESS")
            answer.outcome = TaskOutcome::InProgress;
        else
            return wrong("status", toJson(status) + " is no status a worker can answer",
                "Use COMPLETED, FAILED, FAILED_WITH_TERMINAL_ERROR or IN_PROGRESS");
        return {};
    }
    Status readOutput(MockAnswer& answer) const
    {
        const Value& output = m_json["output"];
        if (!output.isNull() && !output.isObject())
            return wrong("output", "must be an object");
        answer.output = output.isNull() ? Value::object() : output;
        for (const char* name : {"reason", "script"}) {
            if (const Value& text = m_json[name]; !text.isNull() && !text.isText())
                return wrong(name, "must be text");
        }
        answer.reason = m_json["reason"].asText();
        answer.script = m_json["script"].asText();
        return {};
    }
    Status readTimes(MockAnswer& answer) const
    {
        for (const char* name : {"callbackAfterSeconds", "executionTime", "queueWaitTime"}) {
            const Value& time = m_json[name];
            if (!time.isNull() && !(time.isNumber() && time.asDecimal() >= 0 && time.asDecimal() <= kLongest * 1000.0))
                return wrong(name, "must be a time of 0 or more");
        }
        answer.callbackAfter = std::chrono::seconds {std::min(kLongest, m_json["callbackAfterSeconds"].asInteger())};
        answer.delay = std::chrono::milliseconds {
            std::min(kLongest * 1000, m_json["executionTime"].asInteger() + m_json["queueWaitTime"].asInteger())};
        return {};
    }
};

}  // namespace

Result<MockFile> mockFileFrom(const Value& json, std::string_view source)
{
    const Value* request = json.find("taskRefToMockOutput");
    const Value& names = request != nullptr ? *request : json;
    if (!names.isObject())
        return Error {.code = ErrorCode::InvalidArgument, .message = "must be an object of task names",
            .source = std::string(source), .hint = "Write {\"reference name or type\": [{\"output\": {...}}]}"};
    MockFile file;
    for (const Member& member : names.members()) {
        const Value list = member.value.isArray() ? member.value : Value::array({member.value});
        if (list.empty())
            return Error {.code = ErrorCode::InvalidArgument, .message = "has no answer", .source = std::string(source),
                .field = member.key.str(), .hint = "Remove it, or give it an answer"};
        std::vector<MockAnswer>& answers = file.answers[member.key.str()];
        for (std::size_t i = 0; i < list.size(); ++i) {
            Result<MockAnswer> answer = AnswerReader(list.at(i), member.key.str() + "[" + std::to_string(i) + "]").read();
            if (!answer)
                return std::move(answer).error().in(source);
            answers.push_back(std::move(answer).value());
        }
    }
    return file;
}

Result<MockFile> parseMockFile(std::string_view text, std::string_view source)
{
    const Result<Value> json = parseJson(text);
    if (!json)
        return Error(json.error()).in(source);
    return mockFileFrom(*json, source);
}

Result<MockFile> readMockFile(const std::string& path)
{
    const Result<Value> json = readJsonFile(path);
    if (!json)
        return json.error();
    return mockFileFrom(*json, path);
}

}  // namespace baton::tasks
