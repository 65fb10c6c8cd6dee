// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/valuetext.h"

#include "engine/value/json.h"
#include "ui/models/words.h"

#include <QLocale>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kSmallList = 6;

QString shortened(QString text, int limit)
{
    text.replace(u'\n', u'\u23ce');
    if (text.size() > limit) {
        text.truncate(qMax(limit - 1, 0));
        text += u'\u2026';
    }
    return text;
}

QString smallList(const Value& value, int limit)
{
    QStringList parts;
    for (const Value& item : value.items())
        parts += shownValue(item, limit);
    return shortened(u'[' + parts.join(u", "_s) + u']', limit);
}

bool isPlainList(const Value& value)
{
    if (value.empty() || value.size() > kSmallList)
        return false;
    for (const Value& item : value.items()) {
        if (item.isArray() || item.isObject())
            return false;
    }
    return true;
}

}  // namespace

QString shownValue(const Value& value, int limit)
{
    switch (value.type()) {
    case Value::Type::Text: {
        const std::string_view text = value.asText();
        return shortened(toQString(text.substr(0, static_cast<std::size_t>(limit) * 4)), limit);
    }
    case Value::Type::Object:
        return u"{%1}"_s.arg(value.size());
    case Value::Type::Array:
        return isPlainList(value) ? smallList(value, limit) : u"[%1]"_s.arg(value.size());
    default:
        return toQString(toJson(value));
    }
}

QString shownNumber(const Value& value)
{
    return value.isDecimal() ? QLocale::c().toString(value.asDecimal(), 'g', 6) : shownValue(value);
}

}  // namespace baton::ui
