// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/log/logmask.h"

#include <algorithm>
#include <array>

namespace baton {

namespace {

constexpr std::size_t kShortestSecret = 4;   // shorter ones would blot out ordinary words
constexpr std::string_view kMasked = "***";
constexpr std::array<std::string_view, 7> kSecretNames {
    "password", "secret", "token", "apikey", "authorization", "passphrase", "credential"};

/// access_token, accessToken, X-Authorization and api-key, but not tokens or token_age.
bool namesSecret(std::string_view name)
{
    std::string plain;
    for (const char c : name)
        if (c != '_' && c != '-' && c != '.')
            plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
    return std::any_of(kSecretNames.begin(), kSecretNames.end(), [&](std::string_view end) { return plain.ends_with(end); });
}

}  // namespace

void LogMask::add(const Secret& secret)
{
    const std::string& text = secret.reveal();
    if (text.size() < kShortestSecret || std::find(m_known.begin(), m_known.end(), text) != m_known.end())
        return;
    const auto place = std::find_if(m_known.begin(), m_known.end(), [&](const std::string& k) { return k.size() < text.size(); });
    m_known.insert(place, text);
}

std::string LogMask::masked(std::string_view text) const
{
    std::string clean(text);
    for (const std::string& secret : m_known)
        for (auto at = clean.find(secret); at != std::string::npos; at = clean.find(secret, at + kMasked.size()))
            clean.replace(at, secret.size(), kMasked);
    return clean;
}

Value LogMask::masked(std::string_view name, const Value& value) const
{
    if (value.isText())
        return namesSecret(name) && !value.asText().empty() ? Value(kMasked) : Value(masked(value.asText()));
    if (value.isArray()) {
        std::vector<Value> items;
        items.reserve(value.size());
        for (const Value& item : value.items())
            items.push_back(masked(name, item));
        return Value::array(std::move(items));
    }
    if (value.isObject()) {
        ObjectBuilder object(value.size());
        for (const Member& member : value.members())
            object.set(member.key, masked(member.key.view(), member.value));
        return std::move(object).build();
    }
    return value;
}

}  // namespace baton
