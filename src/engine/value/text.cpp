// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/value/text.h"

#include "engine/value/hash.h"

#include <new>

namespace baton {

Text::Text(std::string_view text)
{
    if (text.size() <= kInlineCapacity) {
        if (!text.empty())
            std::memcpy(m_bytes, text.data(), text.size());
        m_bytes[kMark] = static_cast<unsigned char>(text.size());
        return;
    }
    Node* node = new (::operator new(sizeof(Node) + text.size())) Node(text.size());
    std::memcpy(static_cast<void*>(node + 1), text.data(), text.size());
    std::memcpy(m_bytes, &node, sizeof node);
    m_bytes[kMark] = kShared;
}

void Text::destroy(Node* node) noexcept
{
    node->~Node();
    ::operator delete(node);
}

std::size_t Text::hash() const noexcept
{
    return hashOfBytes(view());
}

}  // namespace baton
