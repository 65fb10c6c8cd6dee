// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/expression/jsonpathplan.h"
#include "engine/expression/template.h"

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace baton {

class TextTemplate;

/// What stands between ${ and }, made ready.
class Expression {
public:
    /// `written` is all of it, with ${ and }. `final`: it was built at run time, what looks like a reference in it is none.
    explicit Expression(std::string_view written, bool final = false, int depth = 0);

    struct Resolved {
        std::optional<Value> value;   // nullopt leaves the text as it was written
        bool isFindings = false;      // what a path with wildcards found; inside text that is written as JSON
    };
    [[nodiscard]] Resolved resolve(ReferenceScope& scope) const;
    [[nodiscard]] const std::string& written() const noexcept { return m_written; }
    [[nodiscard]] std::string_view path() const noexcept;
    [[nodiscard]] const TextTemplate* inner() const noexcept { return m_inner.get(); }

private:
    enum class Kind : std::uint8_t { Blank, Secret, WorkflowEnvironment, TaskId, System, Plain, Path, Unreadable, Nested };
    struct Built;

    void classify();
    void classifyPath(std::string_view path);
    [[nodiscard]] Resolved resolveNested(ReferenceScope& scope) const;
    [[nodiscard]] Value resolvePlain(ReferenceScope& scope) const;
    [[nodiscard]] Value resolvePath(ReferenceScope& scope) const;

    Kind m_kind = Kind::Unreadable;
    bool m_mayBeVariable = false;
    std::string m_written;
    std::string m_first;                  // Plain: names of the first two steps
    std::string m_next;
    std::optional<JsonPath> m_jsonPath;
    std::shared_ptr<const TextTemplate> m_inner;
    std::shared_ptr<Built> m_built;       // Nested: the paths built so far
};

/// A text with references in it.
class TextTemplate {
public:
    explicit TextTemplate(std::string_view text, int depth = 0);

    struct Part {
        std::string literal;               // before the expression
        std::optional<Expression> expression;
    };
    [[nodiscard]] const std::vector<Part>& parts() const noexcept { return m_parts; }
    [[nodiscard]] bool isLiteral() const noexcept { return m_parts.size() == 1 && !m_parts[0].expression; }
    /// The one expression that is all of the text; nullptr when there is more.
    [[nodiscard]] const Expression* whole() const noexcept;
    [[nodiscard]] std::string text(ReferenceScope& scope) const;
    [[nodiscard]] std::string literalText() const;   // isLiteral() only
    [[nodiscard]] Value resolve(ReferenceScope& scope) const;

private:
    std::vector<Part> m_parts;   // the last one is without expression
};

}  // namespace baton
