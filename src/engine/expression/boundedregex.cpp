// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/boundedregex.h"

// Boost.Regex gives up with an exception after this many states; its own limit is a hundred times as high.
#define BOOST_REGEX_MAX_STATE_COUNT 1000000
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
#include <boost/regex.hpp>
#pragma GCC diagnostic pop

#include <cstdint>
#include <stdexcept>
#include <string>

namespace baton {

namespace {

constexpr std::size_t kMaxPattern = 10'000;
constexpr std::size_t kMaxText = 1'000'000;

// wchar_t holds a code point here; a broken byte stands for itself.
std::wstring widened(std::string_view text)
{
    std::wstring wide;
    wide.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = [&](std::size_t at) -> std::uint32_t {
            return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
        };
        std::uint32_t code = byte(i);
        const std::size_t length = code >= 0xF0 ? 4 : code >= 0xE0 ? 3 : code >= 0xC0 ? 2 : 1;
        if (length > 1)
            code &= 0x7FU >> length;
        for (std::size_t k = 1; k < length; ++k)
            code = (code << 6U) | (byte(i + k) & 0x3FU);
        wide += static_cast<wchar_t>(code);
        i += length;
    }
    return wide;
}

}  // namespace

struct BoundedRegex::Program {
    boost::wregex expression;
    boost::match_flag_type flags;
};

std::shared_ptr<const BoundedRegex> BoundedRegex::compile(std::string_view pattern, std::string_view flags)
{
    const auto has = [flags](char flag) { return flags.find(flag) != std::string_view::npos; };
    if (pattern.size() > kMaxPattern)
        return nullptr;
    boost::wregex::flag_type syntax = boost::wregex::perl;
    if (has('i'))
        syntax |= boost::wregex::icase;
    if (has('x'))
        syntax |= boost::wregex::mod_x;
    boost::match_flag_type how = boost::match_default;
    if (!has('s'))
        how |= boost::match_not_dot_newline;
    if (!has('m'))
        how |= boost::match_single_line;
    try {
        auto program = std::make_unique<const Program>(Program {boost::wregex(widened(pattern), syntax), how});
        return std::shared_ptr<const BoundedRegex>(new BoundedRegex(std::move(program)));
    } catch (const std::exception&) {
        return nullptr;
    }
}

bool BoundedRegex::matches(std::string_view text) const
{
    if (text.size() > kMaxText)
        return false;
    try {
        return boost::regex_match(widened(text), m_program->expression, m_program->flags);
    } catch (const std::exception&) {
        return false;   // too much work
    }
}

BoundedRegex::BoundedRegex(std::unique_ptr<const Program> program)
    : m_program(std::move(program))
{
}

BoundedRegex::~BoundedRegex() = default;

}  // namespace baton
