// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/config/settingsbinder.h"

#include "engine/config/duration.h"
#include "engine/config/yamlscalar.h"
#include "engine/value/json.h"

#include <algorithm>
#include <limits>

namespace baton {

namespace {

Path pathOf(std::string_view text)
{
    return Path::parse(text).valueOr({});
}

std::optional<bool> boolFrom(const Value& value)
{
    if (value.isBool())
        return value.asBool();
    if (value.isInteger() && (value.asInteger() == 0 || value.asInteger() == 1))
        return value.asInteger() == 1;
    std::string word;
    for (const char c : value.asText())
        word.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
    if (word == "true" || word == "yes" || word == "on" || word == "1")
        return true;
    if (word == "false" || word == "no" || word == "off" || word == "0")
        return false;
    return std::nullopt;
}

std::string shownValue(const Value& value)
{
    return value.isText() ? "'" + std::string(value.asText().substr(0, 60)) + "'" : toJson(value).substr(0, 60);
}

/// A scalar as the text somebody wrote.
std::string plainText(const Value& value)
{
    return value.isText() ? std::string(value.asText()) : toJson(value);
}

}  // namespace

std::string settingPath(std::string_view parent, std::string_view name)
{
    Path path = pathOf(parent);
    path.steps.emplace_back(Key(name));
    return path.text();
}

std::optional<SettingsBinder::Said> SettingsBinder::look(const SettingSpec& spec)
{
    m_known.insert(spec.path);
    const auto given = m_overrides.find(spec.path);
    if (given != m_overrides.end())
        return Said {Value(given->second), SettingOrigin::CommandLine, {}};
    for (const std::string& name : spec.variables) {
        const auto variable = m_environment.find(name);
        if (variable != m_environment.end() && !variable->second.empty())
            return Said {Value(variable->second), SettingOrigin::Environment, name};
    }
    const Value* const value = find(m_file.value(), pathOf(spec.path));
    if (value == nullptr || value->isNull())
        return std::nullopt;
    if (!value->isText())
        return Said {*value, SettingOrigin::File, {}};
    const std::string_view written = value->asText();
    if (written.find('$') == std::string_view::npos)
        return Said {*value, SettingOrigin::File, {}};
    auto expanded = expandVariables(written, m_environment);
    if (!expanded) {
        refuse(spec, {*value, SettingOrigin::File, {}}, expanded.error().message, expanded.error().hint);
        return std::nullopt;
    }
    if (expanded->empty())
        return std::nullopt;
    return Said {Value(*expanded), SettingOrigin::File, {}};
}

Error SettingsBinder::errorFor(const std::string& path, std::string message, std::string hint) const
{
    const SettingValue* const value = m_report.find(path);
    if (value != nullptr && value->origin == SettingOrigin::Environment)
        return {.code = ErrorCode::InvalidArgument, .message = std::move(message), .source = "environment", .field = value->where,
            .hint = std::move(hint)};
    if (value != nullptr && value->origin == SettingOrigin::CommandLine)
        return {.code = ErrorCode::InvalidArgument, .message = std::move(message), .source = "command line", .field = path,
            .hint = std::move(hint)};
    Error error = m_file.errorAt(pathOf(path), std::move(message), std::move(hint));
    error.field = path;
    return error;
}

void SettingsBinder::error(const std::string& path, std::string message, std::string hint)
{
    m_report.errors.push_back(errorFor(path, std::move(message), std::move(hint)));
}

void SettingsBinder::warning(const std::string& path, std::string message, std::string hint)
{
    m_report.warnings.push_back(errorFor(path, std::move(message), std::move(hint)));
}

void SettingsBinder::warnOfVariable(const std::string& name, std::string message, std::string hint)
{
    m_report.warnings.push_back({.code = ErrorCode::InvalidArgument, .message = std::move(message), .source = "environment",
        .field = name, .hint = std::move(hint)});
}

SettingOrigin SettingsBinder::originOf(std::string_view path) const noexcept
{
    const SettingValue* const value = m_report.find(path);
    return value == nullptr ? SettingOrigin::Default : value->origin;
}

void SettingsBinder::imply(std::string_view path, std::string value, std::string because)
{
    const auto row = std::find_if(m_report.values.begin(), m_report.values.end(), [path](const SettingValue& v) { return v.path == path; });
    if (row == m_report.values.end())
        return;
    row->fingerprint = std::hash<std::string> {}(value);
    row->value = std::move(value);
    row->origin = SettingOrigin::Implied;
    row->where = std::move(because);
}

void SettingsBinder::refuse(const SettingSpec& spec, const Said& said, const std::string& message, std::string hint)
{
    note(spec, said, {}, {}, true);
    error(spec.path, message, std::move(hint));
}

void SettingsBinder::note(const SettingSpec& spec, const std::optional<Said>& said, std::string shown, std::string_view raw, bool secret)
{
    if (!said && spec.onlyIfSaid)
        return;
    SettingValue row {.path = spec.path, .value = std::move(shown), .where = {}, .live = spec.live};
    row.fingerprint = std::hash<std::string_view> {}(secret ? raw : std::string_view(row.value));
    if (said) {
        row.origin = said->origin;
        if (said->origin == SettingOrigin::File)
            row.where = m_file.source() + ':' + std::to_string(m_file.positionOf(pathOf(spec.path)).line);
        else
            row.where = said->variable;
    }
    m_report.values.push_back(std::move(row));
}

bool SettingsBinder::text(const SettingSpec& spec, std::string& target)
{
    const auto said = look(spec);
    if (said && (said->value.isArray() || said->value.isObject())) {
        refuse(spec, *said, "text is wanted here, not a list or map");
        return false;
    }
    if (said)
        target = plainText(said->value);
    note(spec, said, target, target);
    return said.has_value();
}

bool SettingsBinder::secret(const SettingSpec& spec, Secret& target)
{
    const auto said = look(spec);
    if (said && (said->value.isArray() || said->value.isObject())) {
        refuse(spec, *said, "text is wanted here, not a list or map");
        return false;
    }
    if (said)
        target = Secret(plainText(said->value));
    note(spec, said, target.masked(), target.reveal(), true);
    return said.has_value();
}

bool SettingsBinder::flag(const SettingSpec& spec, bool& target, bool inverted)
{
    const auto said = look(spec);
    if (said) {
        const auto value = boolFrom(said->value);
        if (!value) {
            refuse(spec, *said, "true or false is wanted here, not " + shownValue(said->value));
            return false;
        }
        target = inverted && said->origin == SettingOrigin::Environment ? !*value : *value;
    }
    note(spec, said, target ? "true" : "false", {});
    return said.has_value();
}

bool SettingsBinder::integer(const SettingSpec& spec, std::int64_t& target, std::int64_t least, std::int64_t most)
{
    const auto said = look(spec);
    if (said) {
        const Value number = said->value.isText() ? yamlPlainScalar(said->value.asText()) : said->value;
        if (!number.isInteger() || number.asInteger() < least || number.asInteger() > most) {
            refuse(spec, *said, "a whole number from " + std::to_string(least) + " to " + std::to_string(most) + " is wanted here, not "
                    + shownValue(said->value));
            return false;
        }
        target = number.asInteger();
    }
    note(spec, said, std::to_string(target), {});
    return said.has_value();
}

bool SettingsBinder::integer(const SettingSpec& spec, int& target, int least, int most)
{
    std::int64_t wide = target;
    const bool said = integer(spec, wide, std::int64_t {least}, std::int64_t {most});
    target = static_cast<int>(wide);
    return said;
}

bool SettingsBinder::port(const SettingSpec& spec, std::uint16_t& target)
{
    std::int64_t wide = target;
    const bool said = integer(spec, wide, std::int64_t {0}, std::int64_t {std::numeric_limits<std::uint16_t>::max()});
    target = static_cast<std::uint16_t>(wide);
    return said;
}

bool SettingsBinder::duration(const SettingSpec& spec, Milliseconds& target, Milliseconds least, Milliseconds most, Milliseconds bare,
    Milliseconds bareInVariable)
{
    const auto said = look(spec);
    if (said) {
        const bool fromVariable = said->origin == SettingOrigin::Environment && bareInVariable.count() > 0;
        const auto value = durationFrom(plainText(said->value), fromVariable ? bareInVariable : bare);
        if (!value || *value < least || *value > most) {
            refuse(spec, *said, "a time from " + durationText(least) + " to " + durationText(most) + " is wanted here, not "
                    + shownValue(said->value), "Write 250ms, 30s, 5m or 1h");
            return false;
        }
        target = *value;
    }
    note(spec, said, durationText(target), {});
    return said.has_value();
}

bool SettingsBinder::list(const SettingSpec& spec, std::vector<std::string>& target)
{
    const auto said = look(spec);
    if (said && said->value.isObject()) {
        refuse(spec, *said, "a list is wanted here, not a map");
        return false;
    }
    std::string shown;
    if (said) {
        target.clear();
        if (said->value.isArray()) {
            for (const Value& item : said->value.items())
                target.push_back(expandVariables(plainText(item), m_environment).valueOr(plainText(item)));
        } else {
            const std::string all = plainText(said->value);
            for (std::size_t at = 0; at <= all.size();) {
                const std::size_t comma = std::min(all.find(',', at), all.size());
                const std::size_t first = std::min(all.find_first_not_of(' ', at), comma);
                const std::size_t last = all.find_last_not_of(' ', comma == 0 ? 0 : comma - 1);
                if (first < comma)
                    target.push_back(all.substr(first, last + 1 - first));
                at = comma + 1;
            }
        }
    }
    for (const std::string& item : target)
        shown += (shown.empty() ? "" : ", ") + item;
    note(spec, said, shown, {});
    return said.has_value();
}

bool SettingsBinder::chooseName(const SettingSpec& spec, std::size_t& index, std::span<const std::string_view> names)
{
    const auto said = look(spec);
    if (said) {
        std::string word = plainText(said->value);
        std::transform(word.begin(), word.end(), word.begin(),
            [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
        if (word == "warning")
            word = "warn";
        const auto found = std::find(names.begin(), names.end(), word);
        if (found == names.end()) {
            std::string all;
            for (const std::string_view name : names)
                all += (all.empty() ? "" : ", ") + std::string(name);
            refuse(spec, *said, shownValue(said->value) + " is not known here", "Use one of " + all);
            return false;
        }
        index = static_cast<std::size_t>(found - names.begin());
    }
    note(spec, said, index < names.size() ? std::string(names[index]) : std::string(), {});
    return said.has_value();
}

std::vector<std::string> SettingsBinder::namesIn(const std::string& path)
{
    const Value* const map = find(m_file.value(), pathOf(path));
    std::vector<std::string> names;
    m_known.insert(path);
    if (map == nullptr || map->isNull())
        return names;
    if (!map->isObject()) {
        error(path, "a map is wanted here", "Write name: value lines below it");
        return names;
    }
    for (const Member& member : map->members())
        names.emplace_back(member.key.view());
    return names;
}

}  // namespace baton
