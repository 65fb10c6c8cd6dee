// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/config/yaml.h"

#include "engine/config/yamlscalar.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <unordered_set>

namespace baton {

/// Where a node stands and where its parts stand, in the order of the Value's own members or items.
struct YamlDocument::Mark {
    YamlPosition position;
    std::vector<Mark> children;
};

namespace {

struct Refusal {
    YamlPosition at;
    std::string message;
    std::string hint;
};

YamlPosition positionOf(const YAML::Mark& mark)
{
    return mark.is_null() ? YamlPosition {} : YamlPosition {mark.line + 1, mark.column + 1};
}

constexpr std::string_view kTagPrefix = "tag:yaml.org,2002:";

bool isStandardTag(std::string_view tag, std::string_view type) noexcept
{
    return tag.starts_with(kTagPrefix) && tag.substr(kTagPrefix.size()) == type;
}

}  // namespace

/// Builds the Value and its marks out of the parser's events.
class YamlReader final : public YAML::EventHandler {
public:
    explicit YamlReader(const YamlLimits& limits) : m_limits(limits) { }

    void OnDocumentStart(const YAML::Mark& mark) override
    {
        if (m_documents++ > 0)
            throw Refusal {positionOf(mark), "a second document begins here", "Keep one document in a file"};
    }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        if (expectsName())
            throw Refusal {positionOf(mark), "a member without a name", "Give it a name, or quote the name null"};
        add(Built {{}, {positionOf(mark), {}}, 1}, anchor);
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& text) override;
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
        YAML::EmitterStyle::value) override
    {
        open(mark, tag, anchor, false);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
        YAML::EmitterStyle::value) override
    {
        open(mark, tag, anchor, true);
    }
    void OnMapEnd() override { close(); }

    [[nodiscard]] YamlDocument document(std::string_view source) &&
    {
        YamlDocument document;
        document.m_value = std::move(m_root.value);
        document.m_source = source;
        document.m_marks = std::make_shared<const YamlDocument::Mark>(std::move(m_root.mark));
        return document;
    }

private:
    struct Built {
        Value value;
        YamlDocument::Mark mark;
        std::size_t nodes = 0;
    };
    struct Frame {
        bool isMap = false;
        YamlPosition position;
        YAML::anchor_t anchor = 0;
        std::optional<Key> name;
        YamlPosition namePosition;
        std::vector<Member> members;
        std::vector<Value> items;
        std::unordered_set<Key> names;
        std::vector<YamlDocument::Mark> marks;
        std::size_t nodes = 1;
    };

    const YamlLimits& m_limits;
    std::vector<Frame> m_open;
    std::unordered_map<YAML::anchor_t, Built> m_anchors;
    Built m_root;
    std::size_t m_nodes = 0;
    int m_documents = 0;

    [[nodiscard]] bool expectsName() const { return !m_open.empty() && m_open.back().isMap && !m_open.back().name; }
    void takeName(YamlPosition at, const std::string& text);
    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, bool isMap);
    void close();
    void add(Built built, YAML::anchor_t anchor);
    void count(std::size_t nodes, YamlPosition at);
};

void YamlReader::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor)
{
    const YamlPosition at = positionOf(mark);
    if (expectsName())
        throw Refusal {at, "an alias stands where a name should", "Write the name out"};
    const auto found = m_anchors.find(anchor);
    if (found == m_anchors.end())
        throw Refusal {at, "an alias stands inside what it refers to", "Write the value out"};
    add(Built {found->second.value, {at, {}}, found->second.nodes}, 0);
}

void YamlReader::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& text)
{
    const YamlPosition at = positionOf(mark);
    if (expectsName()) {
        if (tag == "?" && text == "<<")
            throw Refusal {at, "merge keys (<<) are no part of YAML 1.2", "Write the members out"};
        takeName(at, text);
        return;
    }
    Value value = text;
    if (tag == "?") {
        value = yamlPlainScalar(text);
    } else if (tag.starts_with(kTagPrefix)) {
        const std::string_view type = std::string_view(tag).substr(kTagPrefix.size());
        const Value plain = yamlPlainScalar(text);
        const bool fits = type == "str" || (type == "int" && plain.isInteger()) || (type == "bool" && plain.isBool())
            || (type == "float" && plain.isNumber()) || (type == "null" && plain.isNull());
        if (!fits)
            throw Refusal {at, "'" + text + "' is no !!" + std::string(type), "Remove the tag"};
        if (type == "float")
            value = plain.asDecimal();
        else if (type != "str")
            value = plain;
    } else if (tag != "!") {
        throw Refusal {at, "the tag '" + tag + "' is not known", "Remove the tag"};
    }
    add(Built {std::move(value), {at, {}}, 1}, anchor);
}

void YamlReader::takeName(YamlPosition at, const std::string& text)
{
    Frame& frame = m_open.back();
    Key name(text);
    if (!frame.names.insert(name).second)
        throw Refusal {at, "'" + text + "' is given twice", "Keep one of them"};
    frame.name = std::move(name);
    frame.namePosition = at;
}

void YamlReader::open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, bool isMap)
{
    const YamlPosition at = positionOf(mark);
    if (expectsName())
        throw Refusal {at, "a list or map stands where a name should", "Use plain text as the name"};
    if (m_open.size() >= static_cast<std::size_t>(std::max(0, m_limits.maxDepth)))
        throw Refusal {at, "nested more than " + std::to_string(m_limits.maxDepth) + " levels deep", {}};
    if (tag != "?" && tag != "!" && !isStandardTag(tag, isMap ? "map" : "seq"))
        throw Refusal {at, "the tag '" + tag + "' is not known", "Remove the tag"};
    count(1, at);
    Frame frame;
    frame.isMap = isMap;
    frame.position = at;
    frame.anchor = anchor;
    m_open.push_back(std::move(frame));
}

void YamlReader::close()
{
    Frame frame = std::move(m_open.back());
    m_open.pop_back();
    Built built;
    if (frame.isMap) {
        ObjectBuilder object(frame.members.size());
        for (Member& member : frame.members)
            object.set(member.key, std::move(member.value));
        built.value = std::move(object).build();
    } else {
        built.value = Value::array(std::move(frame.items));
    }
    built.mark = {frame.position, std::move(frame.marks)};
    built.nodes = frame.nodes;
    m_nodes -= built.nodes;   // add() counts the whole again
    add(std::move(built), frame.anchor);
}

void YamlReader::add(Built built, YAML::anchor_t anchor)
{
    count(built.nodes, built.mark.position);
    if (anchor != 0)
        m_anchors[anchor] = built;
    if (m_open.empty()) {
        m_root = std::move(built);
        return;
    }
    Frame& frame = m_open.back();
    frame.nodes += built.nodes;
    if (frame.isMap) {
        built.mark.position = frame.namePosition;
        frame.members.push_back({*frame.name, std::move(built.value)});
        frame.name.reset();
    } else {
        frame.items.push_back(std::move(built.value));
    }
    frame.marks.push_back(std::move(built.mark));
}

void YamlReader::count(std::size_t nodes, YamlPosition at)
{
    m_nodes += nodes;
    if (m_nodes > m_limits.maxNodes)
        throw Refusal {at, "more than " + std::to_string(m_limits.maxNodes) + " values, aliases written out",
            "Use fewer aliases, or split the file"};
}

YamlPosition YamlDocument::positionOf(const Path& path) const noexcept
{
    if (m_marks == nullptr)
        return {};
    const Mark* mark = m_marks.get();
    const Value* value = &m_value;
    for (const Path::Step& step : path.steps) {
        std::size_t index = mark->children.size();
        if (const Key* key = std::get_if<Key>(&step)) {
            const auto members = value->members();
            const auto found = std::find_if(members.begin(), members.end(), [key](const Member& m) { return m.key == *key; });
            index = static_cast<std::size_t>(found - members.begin());
            if (index < mark->children.size())
                value = &found->value;
        } else if (value->isArray()) {
            index = std::get<std::size_t>(step);
            value = &value->at(index);
        }
        if (index >= mark->children.size())
            break;
        mark = &mark->children[index];
    }
    return mark->position;
}

Error YamlDocument::errorAt(const Path& path, std::string message, std::string hint) const
{
    const YamlPosition at = positionOf(path);
    return Error {.code = ErrorCode::InvalidArgument, .message = std::move(message), .source = m_source,
        .field = path.text(), .line = at.line, .column = at.column, .hint = std::move(hint)};
}

Result<YamlDocument> parseYaml(std::string_view text, std::string_view source, const YamlLimits& limits)
{
    const auto refused = [source](YamlPosition at, std::string message, std::string hint) {
        return Error {.code = ErrorCode::ParseError, .message = std::move(message), .source = std::string(source),
            .line = at.line, .column = at.column, .hint = std::move(hint)};
    };
    if (text.size() > limits.maxBytes)
        return refused({}, "larger than " + std::to_string(limits.maxBytes) + " bytes", {});
    try {
        std::istringstream stream {std::string(text)};
        YAML::Parser parser(stream);
        YamlReader reader(limits);
        while (parser.HandleNextDocument(reader)) { }
        return std::move(reader).document(source);
    } catch (const Refusal& refusal) {
        return refused(refusal.at, refusal.message, refusal.hint);
    } catch (const YAML::Exception& exception) {
        return refused(positionOf(exception.mark), exception.msg, {});
    } catch (const std::exception& exception) {
        return refused({}, exception.what(), {});
    }
}

Result<YamlDocument> readYamlFile(const std::string& path, const YamlLimits& limits)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return Error {.code = ErrorCode::NotFound, .message = "cannot be opened", .source = path,
            .hint = "Check the name and the right to read it"};
    std::string text(limits.maxBytes + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (file.bad())
        return Error {.code = ErrorCode::IoError, .message = "cannot be read", .source = path};
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
    return parseYaml(text, path, limits);
}

}  // namespace baton
