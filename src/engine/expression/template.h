// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/value/value.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>
#include <string_view>

namespace baton {

/// What `${...}` can see. One implementation over an execution lives in conductor; tests make their own.
class ReferenceScope {
public:
    virtual ~ReferenceScope() = default;
    /// The value of a first step, such as "workflow" or a task reference name, as one object; nullptr when there is none.
    /// `next` is the member asked of it ("output", "input"...), so that only that one needs to be made; empty when unknown.
    [[nodiscard]] virtual const Value* root(std::string_view name, std::string_view next) = 0;
    /// workflow.env.NAME and plain environment or system names; nullopt leaves them to the paths.
    [[nodiscard]] virtual std::optional<Value> environment(std::string_view name) = 0;
    /// The id that ${CPEWF_TASK_ID} stands for; empty keeps it literal.
    [[nodiscard]] virtual std::string_view taskId() const = 0;
};

/// A parameter map parsed once: the literal parts stay shared, only expressions are made again at each resolve.
/// Immutable; resolve may run on any thread. Rules: the real server's, docs/simulator-rules.md.
class Template {
public:
    Template();
    explicit Template(Value parameters);
    [[nodiscard]] Value resolve(ReferenceScope& scope) const;
    [[nodiscard]] bool hasExpressions() const noexcept;
    [[nodiscard]] const Value& source() const noexcept;

    struct Reference {
        std::string where;        // path inside the parameters
        std::string expression;   // between ${ and }
    };
    [[nodiscard]] std::vector<Reference> references() const;   // for checks, completion and provenance

private:
    struct Node;
    std::shared_ptr<const Node> m_root;
    Value m_source;
};

/// One value resolved at once; for texts that are not kept.
[[nodiscard]] Value resolveTemplate(const Value& parameters, ReferenceScope& scope);

/// Java's toString of a JSON value, as the real server puts values into text: {b=1, a=[x, null]}, 1.0E20.
[[nodiscard]] std::string javaText(const Value& value);

}  // namespace baton
