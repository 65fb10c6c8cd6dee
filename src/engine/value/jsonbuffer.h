// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace baton {

/// Gathers JSON tokens in a small block and hands them to a string in large pieces; the rest when it goes.
class JsonBuffer {
public:
    explicit JsonBuffer(std::string& out) noexcept : m_out(out) { }
    JsonBuffer(const JsonBuffer&) = delete;
    JsonBuffer& operator=(const JsonBuffer&) = delete;
    ~JsonBuffer() { flush(); }

    void raw(char byte)
    {
        if (m_used == m_block.size())
            flush();
        m_block[m_used++] = byte;
    }

    void raw(std::string_view bytes)
    {
        if (bytes.empty())
            return;
        if (m_block.size() - m_used < bytes.size()) {
            flush();
            if (bytes.size() >= m_block.size() / 2) {
                m_out.append(bytes);
                return;
            }
        }
        std::memcpy(m_block.data() + m_used, bytes.data(), bytes.size());
        m_used += bytes.size();
    }

    void integer(std::int64_t value);
    void decimal(double value);             // null for NaN and the infinities
    void quoted(std::string_view text);     // invalid UTF-8 becomes U+FFFD
    void blanks(std::size_t count);

private:
    void flush();
    void escape(unsigned char byte);
    char* room(std::size_t size);

    std::string& m_out;
    std::size_t m_used = 0;
    std::array<char, 2048> m_block;
};

}  // namespace baton
