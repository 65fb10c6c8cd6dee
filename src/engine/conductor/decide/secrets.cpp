// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decider.h"
#include "engine/expression/jsonpath.h"
#include "engine/expression/template.h"
#include "engine/value/json.h"

namespace baton {

namespace {

constexpr std::string_view kOpening = "${workflow.secrets.";

// NAME, or NAME.path into the JSON the secret holds.
Value secretValue(std::string_view reference, const EnvironmentSource& environment)
{
    const std::size_t dot = reference.find('.');
    const std::optional<std::string> secret = environment.secret(reference.substr(0, dot));
    if (!secret)
        return {};
    if (dot == std::string_view::npos)
        return Value(*secret);
    const Result<Value> json = parseJson(*secret);
    const Result<JsonPath> path = JsonPath::parse(reference.substr(dot + 1));
    return json && path ? path->read(*json) : Value();
}

Value textWithSecrets(const Value& value, const EnvironmentSource& environment)
{
    const std::string_view text = value.asText();
    std::size_t at = text.find(kOpening);
    if (at == std::string_view::npos)
        return value;
    std::string made;
    std::size_t done = 0;
    for (; at != std::string_view::npos; at = text.find(kOpening, done)) {
        const std::size_t begin = at + kOpening.size();
        const std::size_t end = text.find('}', begin);
        if (end == std::string_view::npos || end == begin)
            break;
        Value secret = secretValue(text.substr(begin, end - begin), environment);
        if (at == 0 && end + 1 == text.size())
            return secret;
        made += text.substr(done, at - done);
        if (!secret.isNull())
            made += javaText(secret);
        done = end + 1;
    }
    made += text.substr(done);
    return Value(made);
}

}  // namespace

Value withSecrets(const Value& value, const EnvironmentSource& environment)
{
    if (value.isText())
        return textWithSecrets(value, environment);
    if (value.isArray()) {
        std::vector<Value> items;
        bool changed = false;
        const std::span<const Value> before = value.items();
        for (std::size_t i = 0; i < before.size(); ++i) {
            Value item = withSecrets(before[i], environment);
            if (!changed && !(item.sharesNodeWith(before[i]) || item == before[i])) {
                changed = true;
                items.assign(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(i));
            }
            if (changed)
                items.push_back(std::move(item));
        }
        return changed ? Value::array(std::move(items)) : value;
    }
    if (!value.isObject())
        return value;
    Value made = value;
    for (const Member& member : value.members()) {
        Value item = withSecrets(member.value, environment);
        if (!(item.sharesNodeWith(member.value) || item == member.value))
            made = made.with(member.key, std::move(item));
    }
    return made;
}

}  // namespace baton
