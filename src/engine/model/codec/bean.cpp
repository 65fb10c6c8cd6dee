// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/codec/bean.h"

namespace baton {

const Value& emptyFor(Wire wire) noexcept
{
    static const Value null;
    static const Value text("");
    static const Value object = Value::object();
    static const Value array = Value::array();
    switch (wire) {
    case Wire::Always: return text;
    case Wire::Object: return object;
    case Wire::Array: return array;
    case Wire::WhenSet:
    case Wire::Journal: break;
    }
    return null;
}

const Key& rawKey()
{
    static const Key key("$raw");
    return key;
}

}  // namespace baton
