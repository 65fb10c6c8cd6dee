// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/error.h"
#include "engine/model/workflowdef.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

namespace baton {

/// Definition tasks read so far, so that equal JSON (every task of an execution carries its own copy) gives one object.
class WorkflowTaskPool {
public:
    [[nodiscard]] WorkflowTaskPtr find(const Value& json) const;
    [[nodiscard]] WorkflowTaskPtr findByReference(std::string_view referenceName) const;   // the first one read
    void add(const Value& json, WorkflowTaskPtr task);

private:
    struct Known {
        Value json;
        WorkflowTaskPtr task;
    };
    std::unordered_map<Text, std::vector<Known>> m_byReference;
};

/// What a journal has said so far and may name by number.
struct Numbered {
    std::vector<WorkflowDefPtr> definitions;
    std::vector<WorkflowTaskPtr> tasks;   // of the definitions and others, an operator before its children
    std::unordered_map<const WorkflowDef*, std::int64_t> definitionNumbers {};   // writers only
    std::unordered_map<const WorkflowTask*, std::int64_t> taskNumbers {};

    void add(const WorkflowDefPtr& definition);
    void add(const WorkflowTaskPtr& task);   // and its children
};

/// Where a reader is inside the JSON, how it takes what does not fit, and what went wrong first.
class Reading {
public:
    /// Strict: a value that cannot be taken is an error. Lenient: it is kept raw among the unknown fields.
    enum class Mode : std::uint8_t { Strict, Lenient };
    static constexpr int kMaxNesting = 300;   // operators inside operators

    explicit Reading(Mode mode) : m_mode(mode) { }

    [[nodiscard]] bool lenient() const noexcept { return m_mode == Mode::Lenient; }
    [[nodiscard]] bool failed() const noexcept { return m_error.has_value(); }
    void fail(std::string message, std::string hint = {});   // at the present place; only the first one counts
    [[nodiscard]] Error takeError() { return std::move(*m_error); }

    /// One step down into the JSON, for as long as it lives.
    class Step {
    public:
        Step(Reading& reading, const Key& key) : m_reading(reading) { reading.m_path.emplace_back(key); }
        Step(Reading& reading, std::size_t index) : m_reading(reading) { reading.m_path.emplace_back(index); }
        ~Step() { m_reading.m_path.pop_back(); }
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;

    private:
        Reading& m_reading;
    };

    int nesting = 0;
    WorkflowTaskPool* pool = nullptr;    // executions
    Numbered* journal = nullptr;         // journals

private:
    Mode m_mode;
    std::vector<std::variant<Key, std::size_t>> m_path;
    std::optional<Error> m_error;
};

/// How much a writer says, and what it has written before.
struct Writing {
    enum class Style : std::uint8_t {
        Wire,      // what the real server answers
        Compact,   // everything, and only what differs from its default: reads back equal
    };
    Style style = Style::Wire;
    Numbered* journal = nullptr;
    std::unordered_map<const WorkflowTask*, Value> written {};   // Wire: shared between the tasks of an execution
};

}  // namespace baton
