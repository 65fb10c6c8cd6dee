// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/config/settingsreport.h"
#include "engine/config/variables.h"
#include "engine/config/yaml.h"

#include <functional>
#include <initializer_list>
#include <optional>
#include <set>
#include <span>

namespace baton {

/// Where a setting may be said, besides the file.
struct SettingSpec {
    std::string path;                                    // in the file: conductor.auth.type
    std::vector<std::string> variables {};               // the first that is set and not empty wins over the file
    bool live = false;
    bool onlyIfSaid = false;                             // no row in the report for a default
};

/// Fills settings one by one from, highest first, the command line, the environment and the file; what breaks a rule becomes an
/// error with its place and leaves the default. Notes where each value came from. Each method answers whether it was said.
class SettingsBinder {
public:
    SettingsBinder(const YamlDocument& file, const Environment& environment,
        const std::map<std::string, std::string, std::less<>>& overrides, SettingsReport& report)
        : m_file(file), m_environment(environment), m_overrides(overrides), m_report(report)
    {
    }

    bool text(const SettingSpec& spec, std::string& target);
    bool secret(const SettingSpec& spec, Secret& target);
    bool flag(const SettingSpec& spec, bool& target, bool inverted = false);   // inverted: the variable says the opposite
    bool integer(const SettingSpec& spec, std::int64_t& target, std::int64_t least, std::int64_t most);
    bool integer(const SettingSpec& spec, int& target, int least, int most);
    bool port(const SettingSpec& spec, std::uint16_t& target);
    /// A bare number counts in `bare` units; in a variable always in `bareInVariable` (0: the same).
    bool duration(const SettingSpec& spec, Milliseconds& target, Milliseconds least, Milliseconds most,
        Milliseconds bare = Milliseconds(1'000), Milliseconds bareInVariable = Milliseconds(0));
    bool list(const SettingSpec& spec, std::vector<std::string>& target);
    template <typename Enum>
    bool choice(const SettingSpec& spec, Enum& target, std::span<const std::string_view> names);

    /// The member names of a map in the file; an error when something else stands there.
    [[nodiscard]] std::vector<std::string> namesIn(const std::string& path);
    [[nodiscard]] const Environment& environment() const noexcept { return m_environment; }

    void error(const std::string& path, std::string message, std::string hint);     // at the place the value came from
    void warning(const std::string& path, std::string message, std::string hint);
    void warnOfVariable(const std::string& name, std::string message, std::string hint);
    [[nodiscard]] SettingOrigin originOf(std::string_view path) const noexcept;
    /// Another setting makes this one: tells the report the value and why.
    void imply(std::string_view path, std::string value, std::string because);
    void warnOfUnknown();                                                           // what the file says and nobody asked for

private:
    struct Said {
        Value value;
        SettingOrigin origin = SettingOrigin::Default;
        std::string variable;
    };
    [[nodiscard]] std::optional<Said> look(const SettingSpec& spec);
    [[nodiscard]] Error errorFor(const std::string& path, std::string message, std::string hint) const;
    void refuse(const SettingSpec& spec, const Said& said, const std::string& message, std::string hint = {});
    void note(const SettingSpec& spec, const std::optional<Said>& said, std::string shown, std::string_view raw, bool secret = false);
    bool chooseName(const SettingSpec& spec, std::size_t& index, std::span<const std::string_view> names);
    void warnOfUnknown(const Value& object, const std::string& prefix);

    const YamlDocument& m_file;
    const Environment& m_environment;
    const std::map<std::string, std::string, std::less<>>& m_overrides;
    SettingsReport& m_report;
    std::set<std::string, std::less<>> m_known;
};

template <typename Enum>
bool SettingsBinder::choice(const SettingSpec& spec, Enum& target, std::span<const std::string_view> names)
{
    auto index = static_cast<std::size_t>(target);
    const bool said = chooseName(spec, index, names);
    target = static_cast<Enum>(index);
    return said;
}

/// The path of a member whose name may hold anything.
[[nodiscard]] std::string settingPath(std::string_view parent, std::string_view name);

}  // namespace baton
