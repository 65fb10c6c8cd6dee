// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/jsonpath.h"
#include "engine/expression/template.h"
#include "engine/value/json.h"

namespace baton {

namespace {

constexpr std::string_view kOpening = "${workflow.secrets.";

// NAME, or NAME.path into the JSON that the secret is.
Value secretValue(std::string_view reference, const SecretLookup& lookup)
{
    const std::size_t dot = reference.find('.');
    const std::optional<std::string> secret = lookup(reference.substr(0, dot));
    if (!secret)
        return {};
    if (dot == std::string_view::npos)
        return Value(*secret);
    const Result<JsonPath> path = JsonPath::parse(reference.substr(dot + 1));
    const Result<Value> json = parseJson(*secret);
    return path && json ? path->read(*json) : Value();
}

Value resolveText(const Value& value, const SecretLookup& lookup)
{
    const std::string_view text = value.asText();
    std::string made;
    std::size_t done = 0;
    for (std::size_t at = text.find(kOpening); at != std::string_view::npos; at = text.find(kOpening, at)) {
        const std::size_t begin = at + kOpening.size();
        const std::size_t end = text.find('}', begin);
        if (end == std::string_view::npos)
            break;
        if (end == begin) {
            at = end;
            continue;
        }
        const Value secret = secretValue(text.substr(begin, end - begin), lookup);
        if (at == 0 && end + 1 == text.size())
            return secret;
        made += text.substr(done, at - done);
        if (!secret.isNull())
            made += javaText(secret);
        done = end + 1;
        at = done;
    }
    if (done == 0)
        return value;
    made += text.substr(done);
    return Value(made);
}

}  // namespace

Value resolveSecrets(const Value& value, const SecretLookup& lookup)
{
    if (value.isText())
        return resolveText(value, lookup);
    if (value.isArray()) {
        std::vector<Value> items;
        bool changed = false;
        for (const Value& item : value.items()) {
            items.push_back(resolveSecrets(item, lookup));
            changed = changed || !items.back().sharesNodeWith(item);
        }
        return changed ? Value::array(std::move(items)) : value;
    }
    if (!value.isObject())
        return value;
    Value made = value;
    for (const Member& member : value.members()) {
        Value resolved = resolveSecrets(member.value, lookup);
        if (!resolved.sharesNodeWith(member.value))
            made = std::move(made).with(member.key, std::move(resolved));
    }
    return made;
}

}  // namespace baton
