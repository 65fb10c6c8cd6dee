// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/registration/taskdefrules.h"

#include "engine/model/codec.h"

#include <algorithm>
#include <array>

namespace baton {
namespace {

constexpr std::array<std::string_view, 14> kSettings {
    "retryCount", "retryLogic", "retryDelaySeconds", "timeoutSeconds", "timeoutPolicy", "responseTimeoutSeconds", "concurrentExecLimit",
    "rateLimitPerFrequency", "rateLimitFrequencyInSeconds", "pollTimeoutSeconds", "totalTimeoutSeconds", "backoffScaleFactor",
    "maxRetryDelaySeconds", "backoffJitterMs"};

class Correcting {
public:
    Correcting(TaskDef& definition, const Text& reference, const std::map<std::string, Value, std::less<>>& said, std::vector<LiftNote>& notes)
        : m_definition(definition), m_reference(reference), m_said(said), m_notes(notes)
    {
    }

    template <typename Number>
    void atLeast(Number& number, Number least, const char* field)
    {
        if (number < least)
            set(number, least, field, "the server takes " + std::to_string(least) + " and more");
    }

    template <typename Number>
    void set(Number& number, Number right, const char* field, std::string why)
    {
        const auto said = m_said.find(field);
        // A given definition says all of it; of one that was made only what its author wrote was said.
        const Value written = m_reference.empty() ? Value(number) : said == m_said.end() ? Value() : said->second;
        number = right;
        // It was noted as lifted; what has become of it is told here.
        std::erase_if(m_notes, [&](const LiftNote& note) {
            return note.kind == LiftNote::Kind::Lifted && note.taskName == m_definition.name && note.field == field;
        });
        m_notes.push_back({written.isNull() ? LiftNote::Kind::Defaulted : LiftNote::Kind::Corrected, m_definition.name, m_reference, field,
                           written, Value(right), std::move(why)});
    }

private:
    TaskDef& m_definition;
    const Text& m_reference;
    const std::map<std::string, Value, std::less<>>& m_said;
    std::vector<LiftNote>& m_notes;
};

}  // namespace

bool isTaskDefSetting(std::string_view field) noexcept
{
    return std::find(kSettings.begin(), kSettings.end(), field) != kSettings.end();
}

Value taskDefSetting(const TaskDef& definition, const std::string& field)
{
    return toValue(definition)[field];
}

bool setTaskDefSetting(TaskDef& definition, const std::string& field, const Value& value)
{
    const Result<TaskDefPtr> read = taskDefFrom(toValue(definition).with(field, value));
    if (!read || taskDefSetting(**read, field) != value)
        return false;
    definition = **read;
    return true;
}

void correctTaskDef(TaskDef& d, const Text& reference, const std::map<std::string, Value, std::less<>>& said, std::vector<LiftNote>& notes)
{
    Correcting correct(d, reference, said, notes);
    correct.atLeast(d.retryCount, 0, "retryCount");
    correct.atLeast(d.backoffScaleFactor, 1, "backoffScaleFactor");
    correct.atLeast(d.maxRetryDelaySeconds, 0, "maxRetryDelaySeconds");
    correct.atLeast<std::int64_t>(d.backoffJitterMs, 0, "backoffJitterMs");
    correct.atLeast<std::int64_t>(d.totalTimeoutSeconds, 0, "totalTimeoutSeconds");
    correct.atLeast<std::int64_t>(d.responseTimeoutSeconds, 1, "responseTimeoutSeconds");
    if (d.pollTimeoutSeconds)
        correct.atLeast(*d.pollTimeoutSeconds, 0, "pollTimeoutSeconds");
    if (d.totalTimeoutSeconds > 0 && d.timeoutSeconds > d.totalTimeoutSeconds) {
        correct.set(d.totalTimeoutSeconds, d.timeoutSeconds, "totalTimeoutSeconds",
                    "the server refuses a total below timeoutSeconds, " + std::to_string(d.timeoutSeconds));
    }
    if (d.timeoutSeconds > 0 && d.responseTimeoutSeconds > d.timeoutSeconds) {
        correct.set(d.responseTimeoutSeconds, d.timeoutSeconds, "responseTimeoutSeconds",
                    "the server refuses more than timeoutSeconds, " + std::to_string(d.timeoutSeconds) + ", and it could never come into play");
    }
}

}  // namespace baton
