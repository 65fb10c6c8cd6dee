// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/expression/evaluator.h"
#include "engine/replay/datatable.h"
#include "engine/value/path.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baton {

enum class CellType : std::uint8_t { Any, Text, Number, Integer, Bool };
enum class WhenMissing : std::uint8_t { Leave, BadRow, Fallback };

/// Where one field of a case comes from: exactly one of column, constant, expression.
struct MappedField {
    Path to;                               // input.loan_amount, credit.credit_score, protected.black...
    std::optional<Text> column;
    std::optional<Value> constant;
    std::string expression;                // JavaScript over $ = the row as an object
    CellType type = CellType::Any;
    std::vector<Member> words;             // cell text -> value, such as yes: true
    WhenMissing missing = WhenMissing::Leave;
    Value fallback;
    std::string unit;                      // shown to people: "USD", "percent"
    std::string note;                      // why it is so, where the data set lacks the fact
    int line = 0;                          // in the mapping's file
};

/// What people call a column of the data set, in one language. Columns without one are not shown beside the applicants.
struct ColumnWords {
    Text column;
    std::string language;                  // "en", "vi"...
    std::string label;
    std::string description;
};

/// How rows of a data set become cases. Read from YAML (docs/mapping.md): the sections a field may go to are input (the
/// workflow's input), application, credit, income, risk and decision (the recorded file of an applicant) and protected
/// (attributes that only the fairness screen may see: they never reach a workflow).
struct Mapping {
    std::string name;
    std::string version;
    std::string source;
    std::string description;
    std::string text;                      // as it was read
    Text idColumn;                         // names a case to people; empty: the row's number
    std::vector<Text> protectedColumns;    // besides those that fields of the section protected take
    std::vector<MappedField> fields;
    std::vector<ColumnWords> columnWords;  // in the order to show; empty: all columns are shown as they are called

    [[nodiscard]] static Result<Mapping> parse(std::string_view yaml, std::string_view source);
    [[nodiscard]] static Result<Mapping> readFile(const std::string& path);
};

/// One case ready to run. Objects; a section no field goes to is an empty object.
struct MappedCase {
    Value input;
    Value record;          // {application, credit, income, risk, decision}: what recorded providers answer from
    Value protectedFacts;  // never given to a task
};

/// The columns of the table that hold protected attributes: those that fields of the section protected take or whose names
/// stand in their expressions, and those the mapping lists. No other field can read them.
[[nodiscard]] std::vector<std::size_t> protectedColumnsOf(const Mapping& mapping, const std::vector<Text>& columns);

/// Nothing when no field outside of the section protected takes a protected column or names one in its expression; else
/// InvalidArgument naming the first that does. An expression that puts a column's name together finds nothing there.
[[nodiscard]] Status checkProtection(const Mapping& mapping, const std::vector<Text>& columns);

/// Applies one mapping to one table. Single-threaded (it holds a script engine); make one a thread.
class CaseMapper {
public:
    /// Errors: a field that names a column the table lacks, an expression that does not compile, a protected column that
    /// would reach the workflow (source, line, field named).
    [[nodiscard]] static Result<CaseMapper> make(Mapping mapping, const DataTable& table, ScriptEvaluator& scripts);

    /// The case of one row, or why the row is bad (with its line and the field).
    [[nodiscard]] Result<MappedCase> map(const DataTable& table, std::size_t row) const;

private:
    CaseMapper(Mapping mapping, ScriptEvaluator& scripts) : m_mapping(std::move(mapping)), m_scripts(&scripts) { }
    [[nodiscard]] Result<Value> valueOf(const MappedField& field, std::size_t index, const DataTable& table, std::size_t row,
                                        const Value& evaluated) const;
    [[nodiscard]] Result<Value> evaluateAll(const DataTable& table, std::size_t row, bool ofProtected) const;
    [[nodiscard]] Value rowFor(const DataTable& table, std::size_t row, bool ofProtected) const;
    void addToScripts(const MappedField& field, std::size_t index);
    [[nodiscard]] Error fault(const MappedField& field, const DataTable& table, std::size_t row, std::string message) const;

    Mapping m_mapping;
    ScriptEvaluator* m_scripts;
    std::vector<std::size_t> m_columns;    // by field: its column's index
    std::vector<Key> m_slots;              // by field: its member in the combined script's result
    std::string m_code[2];             // all expressions as one object; empty when there are none; [1]: the protected ones
    std::vector<Key> m_columnKeys;
    std::vector<bool> m_isProtected;       // by column
};

}  // namespace baton
