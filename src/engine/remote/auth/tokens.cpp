// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/auth/tokens.h"

#include "engine/value/json.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>

namespace baton {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::optional<std::string> fromBase64Url(std::string_view text)
{
    std::string bytes;
    unsigned buffer = 0;
    int bits = 0;
    for (const char c : text) {
        if (c == '=')
            break;
        const std::size_t at = kAlphabet.find(c == '-' ? '+' : c == '_' ? '/' : c);
        if (at == std::string_view::npos)
            return std::nullopt;
        buffer = (buffer << 6U) | static_cast<unsigned>(at);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<char>((buffer >> static_cast<unsigned>(bits)) & 0xffU));
        }
    }
    return bytes;
}

}  // namespace

std::string base64Of(std::string_view bytes)
{
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::array<unsigned, 3> group {};
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        for (std::size_t k = 0; k < count; ++k)
            group[k] = static_cast<unsigned char>(bytes[i + k]);
        const unsigned all = (group[0] << 16U) | (group[1] << 8U) | group[2];
        text.push_back(kAlphabet[(all >> 18U) & 63U]);
        text.push_back(kAlphabet[(all >> 12U) & 63U]);
        text.push_back(count > 1 ? kAlphabet[(all >> 6U) & 63U] : '=');
        text.push_back(count > 2 ? kAlphabet[all & 63U] : '=');
    }
    return text;
}

std::string formEncoded(std::string_view text)
{
    constexpr std::string_view kHex = "0123456789ABCDEF";
    constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    std::string encoded;
    for (const char c : text) {
        if (kPlain.find(c) != std::string_view::npos) {
            encoded.push_back(c);
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded.push_back('%');
        encoded.push_back(kHex[byte >> 4U]);
        encoded.push_back(kHex[byte & 15U]);
    }
    return encoded;
}

std::int64_t jwtLifetimeMs(std::string_view token, EpochMs now)
{
    const std::size_t first = token.find('.');
    const std::size_t second = first == std::string_view::npos ? first : token.find('.', first + 1);
    if (second == std::string_view::npos)
        return 0;
    const std::optional<std::string> payload = fromBase64Url(token.substr(first + 1, second - first - 1));
    const Result<Value> claims = payload ? parseJson(*payload, {20}) : Result<Value>(Error {});
    if (!claims || !(*claims)["exp"].isNumber())
        return 0;
    constexpr std::int64_t kLatest = 100'000'000'000;   // seconds; keeps the product in range
    const std::int64_t end = std::clamp<std::int64_t>((*claims)["exp"].asInteger(), 0, kLatest);
    const Value& issued = (*claims)["iat"];
    const std::int64_t begin = issued.isNumber() ? std::clamp<std::int64_t>(issued.asInteger(), 0, kLatest) : now / 1000;
    return std::max<std::int64_t>(1, end - begin) * 1000;
}

Result<Secret> readTokenFile(const std::string& path)
{
    constexpr std::size_t kMost = 65'536;
    std::ifstream file(path, std::ios::binary);
    std::string text(kMost, '\0');
    if (!file || !file.read(text.data(), static_cast<std::streamsize>(kMost)).eof()) {
        if (file.gcount() == 0)
            return Error {ErrorCode::Unavailable, "the token's file cannot be read", path, {}, 0, 0, "check its path and the right to read it"};
    }
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos)
        return Error {ErrorCode::Unavailable, "the token's file is empty", path, {}, 0, 0, "put the token into it"};
    return Secret(text.substr(begin, text.find_first_of("\r\n", begin) - begin));
}

Error tokenRefused(Error error)
{
    error.code = ErrorCode::Unavailable;
    error.message = "no token was given: " + error.message;
    if (error.hint.empty())
        error.hint = "check the credentials that are configured for this server";
    error.violations.clear();
    return error;
}

}  // namespace baton
