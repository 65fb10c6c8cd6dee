// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/bundle.h"

#include "engine/model/eventcodec.h"
#include "engine/value/json.h"

#include <QCryptographicHash>

#include <array>
#include <cstdio>

namespace baton {
namespace {

std::string digest(std::string_view before, std::string_view text)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(before.data(), static_cast<qsizetype>(before.size())));
    hash.addData(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    return hash.result().toHex().toStdString();
}

std::string stateText(const Journal& journal)
{
    std::array<char, 20> text {};
    std::snprintf(text.data(), text.size(), "%016llx",
                  static_cast<unsigned long long>(worldAfter(journal, journal.size()).stateHash()));
    return text.data();
}

std::string headerText(const Value& members)
{
    Value header = Value::object({{"format", kBundleFormat}, {"version", kBundleVersion}});
    for (const Member& member : members.members()) {
        if (!header.contains(member.key))
            header = std::move(header).with(member.key, member.value);
    }
    return toJson(header);
}

Error broken(int line, std::string message)
{
    return {ErrorCode::Conflict, std::move(message), {}, {}, line, 0, "the bundle is not as it was written"};
}

/// Reads line by line along the chain.
class BundleReader {
public:
    explicit BundleReader(std::string_view text) : m_rest(text) { }

    Result<Bundle> read()
    {
        const std::string_view header = line();
        Result<Value> json = parseJson(header);
        if (!json || (*json)["format"].asText() != kBundleFormat)
            return Error {ErrorCode::ParseError, "this is no bundle", {}, {}, 1, 0, "write one with 'bundle FILE' in baton debug"};
        if ((*json)["version"].asInteger() > kBundleVersion)
            return Error {ErrorCode::Unsupported, "the bundle is of a later version", {}, {}, 1, 0, "use a newer baton"};
        m_hash = digest({}, header);
        Bundle bundle;
        bundle.header = *std::move(json);
        EventReader events;
        while (!m_rest.empty()) {
            const std::string_view text = line();
            Result<Value> one = parseJson(text);
            if (!one)
                return broken(m_line, "the line cannot be read");
            if (one->contains("end"))
                return finish(std::move(bundle), *one, text);
            if (Status taken = take(bundle, events, *one, text); !taken)
                return std::move(taken).error();
        }
        return broken(m_line, "the end is missing");
    }

private:
    std::string_view line()
    {
        const std::size_t end = m_rest.find('\n');
        const std::string_view text = m_rest.substr(0, end);
        m_rest.remove_prefix(end == std::string_view::npos ? m_rest.size() : end + 1);
        ++m_line;
        return text;
    }

    Status take(Bundle& bundle, EventReader& events, const Value& json, std::string_view text)
    {
        const std::string event = toJson(json["event"]);
        m_hash = digest(m_hash, event);
        // The text itself counts, not only what it means.
        if (text != "{\"event\":" + event + ",\"hash\":\"" + m_hash + "\"}")
            return broken(m_line, "event " + std::to_string(bundle.journal.size() + 1) + " was changed");
        Result<Event> read = events.eventFrom(json["event"]);
        if (!read)
            return broken(m_line, read.error().message);
        bundle.journal.append(std::move(read).value());
        return {};
    }

    Result<Bundle> finish(Bundle bundle, const Value& json, std::string_view text)
    {
        const Value counted = bundle.journal.size();
        const std::string state = stateText(bundle.journal);
        const std::string hash = digest(m_hash, state);
        if (json["end"] != counted)
            return broken(m_line, "events are missing");
        if (text != "{\"end\":" + toJson(counted) + ",\"state\":\"" + state + "\",\"hash\":\"" + hash + "\"}")
            return broken(m_line, "the events do not fold to the state that was written");
        if (!m_rest.empty())
            return broken(m_line + 1, "there is more behind the end");
        return bundle;
    }

    std::string_view m_rest;
    std::string m_hash;
    int m_line = 0;
};

}  // namespace

std::string writeBundle(const Journal& journal, const Value& headerMembers)
{
    std::string text = headerText(headerMembers);
    std::string hash = digest({}, text);
    text += '\n';
    EventWriter writer;
    for (std::size_t i = 0; i < journal.size(); ++i) {
        const std::string event = toJson(writer.toValue(journal.event(i)));
        hash = digest(hash, event);
        text += "{\"event\":" + event + ",\"hash\":\"" + hash + "\"}\n";
    }
    const std::string state = stateText(journal);
    text += "{\"end\":" + std::to_string(journal.size()) + ",\"state\":\"" + state + "\",\"hash\":\"" + digest(hash, state) + "\"}\n";
    return text;
}

Result<Bundle> readBundle(std::string_view text)
{
    return BundleReader(text).read();
}

bool looksLikeBundle(std::string_view text) noexcept
{
    return text.starts_with("{\"format\":\"baton-bundle\"");
}

}  // namespace baton
