// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/error.h"
#include "engine/model/workflowdef.h"

#include <memory>
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
class Numbered {
public:
    explicit Numbered(std::shared_ptr<const Numbered> before = nullptr) : m_before(std::move(before)) { }

    [[nodiscard]] WorkflowDefPtr definition(std::int64_t number) const;   // nullptr: not said yet
    [[nodiscard]] WorkflowTaskPtr task(std::int64_t number) const;
    [[nodiscard]] std::optional<std::int64_t> numberOf(const WorkflowDef& definition) const;
    [[nodiscard]] std::optional<std::int64_t> numberOf(const WorkflowTask& task) const;

    void add(const WorkflowDefPtr& definition);
    void add(const WorkflowTaskPtr& task);   // and its children

private:
    template <typename T>
    struct Said {
        std::vector<std::shared_ptr<const T>> items;
        std::unordered_map<const T*, std::int64_t> numbers {};

        void add(std::shared_ptr<const T> item, const Said* before)
        {
            numbers.emplace(item.get(), static_cast<std::int64_t>(items.size() + (before ? before->items.size() : 0)));
            items.push_back(std::move(item));
        }
        std::shared_ptr<const T> at(std::int64_t number, const Said* before) const
        {
            const std::size_t first = before ? before->items.size() : 0;
            const auto index = static_cast<std::uint64_t>(number);   // a negative one is beyond all
            if (index < first)
                return before->items[index];
            return index - first < items.size() ? items[index - first] : nullptr;
        }
        std::optional<std::int64_t> numberOf(const T* item, const Said* before) const
        {
            if (before) {
                if (const auto found = before->numbers.find(item); found != before->numbers.end())
                    return found->second;
            }
            const auto found = numbers.find(item);
            return found == numbers.end() ? std::nullopt : std::optional(found->second);
        }
    };

    void addAll(const TaskList& list);

    std::shared_ptr<const Numbered> m_before;   // said elsewhere; its numbers come first
    Said<WorkflowDef> m_definitions;
    Said<WorkflowTask> m_tasks;                 // of the definitions and others, an operator before its children
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
