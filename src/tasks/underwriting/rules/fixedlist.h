// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>

namespace baton::tasks {

/// A short list that needs no memory of its own. What does not fit any more is left out, so size it for the worst case.
template <typename T, std::size_t Capacity>
class FixedList {
public:
    void add(const T& item) noexcept
    {
        if (m_size < Capacity)
            m_items[m_size++] = item;
    }
    void clear() noexcept { m_size = 0; }
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] bool empty() const noexcept { return m_size == 0; }
    [[nodiscard]] const T& operator[](std::size_t index) const noexcept { return m_items[index]; }
    [[nodiscard]] T* begin() noexcept { return m_items.data(); }
    [[nodiscard]] T* end() noexcept { return m_items.data() + m_size; }
    [[nodiscard]] const T* begin() const noexcept { return m_items.data(); }
    [[nodiscard]] const T* end() const noexcept { return m_items.data() + m_size; }

private:
    std::array<T, Capacity> m_items {};
    std::size_t m_size = 0;
};

}  // namespace baton::tasks
