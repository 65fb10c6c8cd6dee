// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/value/path.h"
#include "engine/value/value.h"

#include <memory>
#include <string>
#include <string_view>

namespace baton {

struct YamlPosition {
    int line = 0;     // 1-based; 0 when unknown
    int column = 0;   // 1-based
    bool operator==(const YamlPosition&) const = default;
};

struct YamlLimits {
    std::size_t maxBytes = 16U << 20U;
    int maxDepth = 100;
    std::size_t maxNodes = 1'000'000;   // with every alias counted as large as what it stands for
};

/// A YAML text as a Value, and where each part of it stands. A plain value; cheap to copy.
class YamlDocument {
public:
    [[nodiscard]] const Value& value() const noexcept { return m_value; }
    [[nodiscard]] const std::string& source() const noexcept { return m_source; }
    /// Of a member: where its name stands. Of an item or the document: where it begins. A path that does not exist (or leads
    /// through an alias) gives the nearest part above it that does.
    [[nodiscard]] YamlPosition positionOf(const Path& path) const noexcept;
    /// An InvalidArgument at that place, with source, field, line and column filled in.
    [[nodiscard]] Error errorAt(const Path& path, std::string message, std::string hint = {}) const;

private:
    friend class YamlReader;
    struct Mark;
    Value m_value;
    std::string m_source;
    std::shared_ptr<const Mark> m_marks;
};

/// One YAML document (UTF-8 or UTF-16 with a byte order mark) by the core schema of YAML 1.2: plain true and false alone are
/// booleans (no, off and y are text), 0x and 0o are integers, a quoted scalar is always text. Empty text is null. Anchors and
/// aliases work within limits. Refused, as ParseError with line and column: what is no YAML, a name used twice in one map,
/// names that are no scalars, merge keys, tags of one's own, more than one document, and what exceeds the limits.
[[nodiscard]] Result<YamlDocument> parseYaml(std::string_view text, std::string_view source = {}, const YamlLimits& limits = {});
/// The same, reading the file. Errors also: NotFound, IoError.
[[nodiscard]] Result<YamlDocument> readYamlFile(const std::string& path, const YamlLimits& limits = {});

}  // namespace baton
