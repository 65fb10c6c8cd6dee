// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

// A text with references is parsed and resolved over a small execution; whatever it is, that ends and does not crash.

#include "engine/expression/template.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace baton;

namespace {

class Scope final : public ReferenceScope {
public:
    Scope()
        : m_a(Value::object({{"output", Value::object({{"n", 7}, {"w", "n"}, {"t", "$${x}"}, {"l", Value::array({1, "two", Value()})}})}}))
    {
    }
    const Value* root(std::string_view name, std::string_view) override { return name == "a" ? &m_a : nullptr; }
    std::optional<Value> environment(std::string_view) override { return std::nullopt; }
    std::string_view taskId() const override { return "id"; }
    Value document() override { return Value::object({{"a", m_a}}); }

private:
    Value m_a;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Value text(std::string(data, data + size));
    Scope scope;
    const Template compiled(Value::object({{"v", text}}));
    const Value made = compiled.resolve(scope);
    if (!(made == compiled.resolve(scope)) || (!compiled.references().empty() && !compiled.hasExpressions()))
        std::abort();
    static_cast<void>(resolveSecrets(made, [](std::string_view) { return std::optional<std::string>("{\"k\": [1]}"); }));
    return 0;
}
