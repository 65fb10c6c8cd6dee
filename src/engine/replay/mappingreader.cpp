// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "engine/config/yaml.h"
#include "engine/replay/mapping.h"
#include "engine/value/json.h"

#include <algorithm>
#include <array>

namespace baton {

namespace {

constexpr std::array<std::string_view, 7> kSections {"input", "application", "credit", "income", "risk", "decision", "protected"};

std::optional<CellType> cellTypeFrom(std::string_view word) noexcept
{
    if (word.empty() || word == "any")
        return CellType::Any;
    if (word == "text")
        return CellType::Text;
    if (word == "number")
        return CellType::Number;
    if (word == "integer")
        return CellType::Integer;
    if (word == "bool")
        return CellType::Bool;
    return std::nullopt;
}

/// Reads one mapping document; the first fault ends it, with its line.
class MappingReader {
public:
    explicit MappingReader(const YamlDocument& document) : m_document(document) { }

    Result<Mapping> read()
    {
        const Value& root = m_document.value();
        if (!root.isObject())
            return m_document.errorAt({}, "a mapping is a map with 'fields'", "see docs/mapping.md");
        for (const Member& member : root.members())
            if (!known(member.key, {"name", "version", "description", "id_column", "columns", "fields"}))
                return m_document.errorAt({{member.key}}, "is no setting of a mapping",
                                          "use name, version, description, id_column, columns, fields");
        Mapping mapping;
        mapping.source = m_document.source();
        mapping.name = root["name"].asText();
        mapping.version = root["version"].isText() ? std::string(root["version"].asText()) : toJson(root["version"]);
        mapping.description = root["description"].asText();
        mapping.idColumn = root["id_column"].toText();
        if (auto words = readColumns(root["columns"]); !words)
            return std::move(words).error();
        else
            mapping.columnWords = std::move(words).value();
        for (const Value& column : root["protected_columns"].items())
            mapping.protectedColumns.push_back(column.toText());
        const Value& fields = root["fields"];
        if (!fields.isObject() || fields.empty())
            return m_document.errorAt({{Key("fields")}}, "must name at least one field", "write 'input.loan_amount: {column: ...}'");
        for (const Member& member : fields.members()) {
            auto field = readField(member);
            if (!field)
                return std::move(field).error();
            mapping.fields.push_back(std::move(field).value());
        }
        return mapping;
    }

private:
    static bool known(std::string_view name, std::initializer_list<std::string_view> names)
    {
        return std::find(names.begin(), names.end(), name) != names.end();
    }

    /// dir: {en: [label, description], vi: [label, description]}
    Result<std::vector<ColumnWords>> readColumns(const Value& columns) const
    {
        std::vector<ColumnWords> words;
        const Path here {{Key("columns")}};
        if (!columns.isNull() && !columns.isObject())
            return m_document.errorAt(here, "must be a map of columns", "write 'column: {en: [label, description]}'");
        for (const Member& column : columns.members()) {
            const Path at = below(here, column.key);
            if (!column.value.isObject() || column.value.empty())
                return m_document.errorAt(at, "must be a map of languages", "write '{en: [label, description]}'");
            for (const Member& language : column.value.members()) {
                const auto& texts = language.value.items();
                if (texts.empty() || !texts[0].isText())
                    return m_document.errorAt(below(at, language.key), "must be a list of a label and a description",
                                              "write '{en: [label, description]}'");
                words.push_back({Text(column.key.view()), std::string(language.key.view()), std::string(texts[0].asText()),
                                 texts.size() > 1 ? std::string(texts[1].asText()) : std::string()});
            }
        }
        return words;
    }

    Result<MappedField> readField(const Member& member) const
    {
        const Path here {{Key("fields"), member.key}};
        auto target = Path::parse(member.key.view());
        const bool section = target.ok() && target->steps.size() >= 2 && std::holds_alternative<Key>(target->steps.front())
            && std::find(kSections.begin(), kSections.end(), std::get<Key>(target->steps.front()).view()) != kSections.end();
        if (!section)
            return m_document.errorAt(here, "is not a place a field can go to",
                                      "begin with input., application., credit., income., risk., decision. or protected.");
        MappedField field;
        field.to = std::move(target).value();
        field.line = m_document.positionOf(here).line;
        const Value& body = member.value;
        if (!body.isObject()) {
            field.constant = body;   // the short form: a plain value is a constant
            return field;
        }
        return readBody(std::move(field), body, here);
    }

    Result<MappedField> readBody(MappedField field, const Value& body, const Path& here) const
    {
        for (const Member& member : body.members())
            if (!known(member.key, {"column", "constant", "expression", "type", "words", "missing", "fallback", "unit", "note"}))
                return m_document.errorAt(below(here, member.key), "is no setting of a field",
                                          "use column, constant, expression, type, words, missing, fallback, unit, note");
        const int sources = (body.contains("column") ? 1 : 0) + (body.contains("constant") ? 1 : 0) + (body.contains("expression") ? 1 : 0);
        if (sources != 1)
            return m_document.errorAt(here, "needs exactly one of column, constant, expression", "name where the value comes from");
        if (const Value* column = body.find("column"))
            field.column = column->isText() ? column->toText() : Text(toJson(*column));
        if (const Value* constant = body.find("constant"))
            field.constant = *constant;
        field.expression = body["expression"].asText();
        if (body.contains("expression") && field.expression.empty())
            return m_document.errorAt(below(here, "expression"), "is empty", "write JavaScript over $, such as $.dir * 100");
        const auto type = cellTypeFrom(body["type"].asText());
        if (!type)
            return m_document.errorAt(below(here, "type"), "is no type", "use text, number, integer, bool or any");
        field.type = *type;
        for (const Member& word : body["words"].members())
            field.words.push_back(word);
        return readMissing(std::move(field), body, here);
    }

    Result<MappedField> readMissing(MappedField field, const Value& body, const Path& here) const
    {
        const auto missing = body["missing"].asText("leave");
        if (missing != "leave" && missing != "bad_row" && missing != "fallback")
            return m_document.errorAt(below(here, "missing"), "is no way to treat a missing value", "use leave, bad_row or fallback");
        field.missing = missing == "bad_row" ? WhenMissing::BadRow : missing == "fallback" ? WhenMissing::Fallback : WhenMissing::Leave;
        if (field.missing == WhenMissing::Fallback && !body.contains("fallback"))
            return m_document.errorAt(here, "says 'missing: fallback' but gives no fallback", "add 'fallback: VALUE'");
        field.fallback = body["fallback"];
        field.unit = body["unit"].asText();
        field.note = body["note"].asText();
        return field;
    }

    static Path below(const Path& path, const Key& key)
    {
        Path longer = path;
        longer.steps.emplace_back(key);
        return longer;
    }

    const YamlDocument& m_document;
};

}  // namespace

Result<Mapping> Mapping::parse(std::string_view yaml, std::string_view source)
{
    const auto document = parseYaml(yaml, source);
    if (!document)
        return document.error();
    auto mapping = MappingReader(*document).read();
    if (mapping)
        mapping->text = yaml;
    return mapping;
}

Result<Mapping> Mapping::readFile(const std::string& path)
{
    const auto document = readYamlFile(path);
    if (!document)
        return document.error();
    return MappingReader(*document).read();
}

}  // namespace baton
