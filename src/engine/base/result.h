// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/error.h"

#include <cassert>
#include <type_traits>
#include <utility>
#include <variant>

namespace baton {

/// A value, or the Error why there is none. For what can fail in normal life; a programmer's mistake asserts.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_held(std::in_place_index<0>, std::move(value)) { }
    Result(Error error) : m_held(std::in_place_index<1>, std::move(error)) { }

    [[nodiscard]] bool ok() const noexcept { return m_held.index() == 0; }
    explicit operator bool() const noexcept { return ok(); }

    [[nodiscard]] const T& value() const& { assert(ok()); return *std::get_if<0>(&m_held); }
    [[nodiscard]] T& value() & { assert(ok()); return *std::get_if<0>(&m_held); }
    [[nodiscard]] T&& value() && { assert(ok()); return std::move(*std::get_if<0>(&m_held)); }
    [[nodiscard]] T valueOr(T fallback) && { return ok() ? std::move(*std::get_if<0>(&m_held)) : std::move(fallback); }
    [[nodiscard]] const T& operator*() const& { return value(); }
    [[nodiscard]] T& operator*() & { return value(); }
    [[nodiscard]] const T* operator->() const { return &value(); }
    [[nodiscard]] T* operator->() { return &value(); }

    [[nodiscard]] const Error& error() const& { assert(!ok()); return *std::get_if<1>(&m_held); }
    [[nodiscard]] Error&& error() && { assert(!ok()); return std::move(*std::get_if<1>(&m_held)); }

private:
    std::variant<T, Error> m_held;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_failed(true) { }

    [[nodiscard]] bool ok() const noexcept { return !m_failed; }
    explicit operator bool() const noexcept { return ok(); }
    [[nodiscard]] const Error& error() const& { assert(m_failed); return m_error; }
    [[nodiscard]] Error&& error() && { assert(m_failed); return std::move(m_error); }

private:
    Error m_error;
    bool m_failed = false;
};

using Status = Result<void>;

}  // namespace baton
