// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/value/value.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baton {

/// What `${...}` can see. One implementation over an execution lives in conductor; tests make their own.
class ReferenceScope {
public:
    virtual ~ReferenceScope() = default;
    /// The value of a first step, such as "workflow" or a task reference name, as one object; nullptr when there is none.
    /// `next` is the member asked of it ("output", "input"...), so that only that one needs to be made; empty when unknown.
    [[nodiscard]] virtual const Value* root(std::string_view name, std::string_view next) = 0;
    /// What stands between ${ and } as a whole: "workflow.env.NAME", "workflow.env.NAME.path" (nullopt: null) or what may
    /// be the name of an environment variable or system property, such as "HOME" and "user.name" (nullopt: it is a path).
    /// Not asked for NAME.input... and NAME.output...; CPEWF_TASK_ID, NETFLIX_ENV and NETFLIX_STACK stay literal on nullopt.
    [[nodiscard]] virtual std::optional<Value> environment(std::string_view name) = 0;
    /// The id that ${CPEWF_TASK_ID} stands for; empty keeps it literal.
    [[nodiscard]] virtual std::string_view taskId() const = 0;
    /// All roots as one object, for the rare path that starts with a wildcard, a scan or a filter, such as ${$..name}.
    [[nodiscard]] virtual Value document() { return Value::object(); }
};

/// A parameter map parsed once: the literal parts stay shared, only expressions are made again at each resolve.
/// Immutable; resolve may run on any thread. Keys are never looked at. ${workflow.secrets...} stays as it is written.
/// A path that cannot be read gives null: references() tells which they are.
class Template {
public:
    Template();
    explicit Template(Value parameters);
    [[nodiscard]] Value resolve(ReferenceScope& scope) const;
    [[nodiscard]] bool hasExpressions() const noexcept;
    [[nodiscard]] const Value& source() const noexcept;

    struct Reference {
        std::string where;        // path inside the parameters
        std::string expression;   // between ${ and }, outer ones before those inside them
    };
    [[nodiscard]] std::vector<Reference> references() const;   // for checks, completion and provenance

private:
    struct Node;
    std::shared_ptr<const Node> m_root;
    Value m_source;
};

/// One value resolved at once; for texts that are not kept.
[[nodiscard]] Value resolveTemplate(const Value& parameters, ReferenceScope& scope);

/// The secret of that name; nullopt when there is none.
using SecretLookup = std::function<std::optional<std::string>(std::string_view name)>;
/// ${workflow.secrets.NAME} and ${workflow.secrets.NAME.path} replaced, for the moment a task is handed out. What holds no
/// secret stays shared. A missing secret is null as a whole value and nothing inside text.
[[nodiscard]] Value resolveSecrets(const Value& value, const SecretLookup& lookup);

/// Java's toString of a JSON value, as the real server puts values into text: {b=1, a=[x, null]}, 1.0E20.
[[nodiscard]] std::string javaText(const Value& value);

}  // namespace baton
