// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/value/path.h"

#include <string>
#include <vector>

namespace baton::ui {

/// What a JSON schema says of one member.
struct SchemaField {
    std::string name;
    std::string type;                    // "string", "integer", "boolean", "object", "array"; empty: any
    std::string description;             // in the wanted language, or English
    std::vector<std::string> values;     // what it may be, or examples of it
};

/// A JSON schema (draft-07: $ref within the document, properties, items, additionalProperties, enum, examples), to tell
/// what may stand where. A cheap value.
class Schema {
public:
    Schema() = default;
    /// ParseError when it is no JSON object.
    [[nodiscard]] static Result<Schema> parse(std::string_view json, std::string language = "en");

    /// The members an object there may have.
    [[nodiscard]] std::vector<SchemaField> fieldsAt(const Path& object) const;
    /// What is known of the value there.
    [[nodiscard]] SchemaField fieldAt(const Path& value) const;

private:
    [[nodiscard]] const Value& follow(const Value& node) const;
    [[nodiscard]] const Value& nodeAt(const Path& path) const;
    [[nodiscard]] SchemaField field(std::string name, const Value& node) const;

    Value m_root;
    std::string m_language;
};

}  // namespace baton::ui
