// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/policyschema.h"

#include <cmath>
#include <cstdio>
#include <map>

namespace baton::tasks {

namespace {

/// The table as a tree: what may stand below each place.
struct Node {
    const ParameterSpec* spec = nullptr;                       // none for a section that must be there
    std::vector<std::pair<std::string, std::unique_ptr<Node>>> children;   // a list has one child, named []

    Node* child(std::string_view name)
    {
        for (auto& [key, node] : children) {
            if (key == name)
                return node.get();
        }
        return nullptr;
    }
    Node& make(const std::string& name)
    {
        if (Node* found = child(name))
            return *found;
        children.emplace_back(name, std::make_unique<Node>());
        return *children.back().second;
    }
    [[nodiscard]] bool required() const { return spec == nullptr || spec->required; }
};

std::unique_ptr<Node> tree()
{
    auto root = std::make_unique<Node>();
    for (const ParameterSpec& spec : policyParameters()) {
        Node* node = root.get();
        std::size_t begin = 0;
        while (begin < spec.path.size()) {
            const std::size_t end = std::min(spec.path.find('.', begin), spec.path.size());
            std::string name = spec.path.substr(begin, end - begin);
            const bool inList = name.ends_with("[]");
            if (inList)
                name.resize(name.size() - 2);
            node = &node->make(name);
            if (inList)
                node = &node->make("[]");
            begin = end + 1;
        }
        node->spec = &spec;
    }
    return root;
}

std::string plain(double number)
{
    char text[40];
    std::snprintf(text, sizeof text, "%.10g", number);
    return text;
}

std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t corner = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t above = row[j + 1];
            row[j + 1] = std::min({above + 1, row[j] + 1, corner + (a[i] == b[j] ? 0U : 1U)});
            corner = above;
        }
    }
    return row[b.size()];
}

class Checker {
public:
    explicit Checker(const YamlDocument& document) : m_document(document) { }

    void check(Node& node, const Value& value, Path& path)
    {
        if (node.spec != nullptr && node.spec->kind == ParameterKind::List)
            checkList(node, value, path);
        else if (!node.children.empty())
            checkSection(node, value, path);
        else
            checkLeaf(*node.spec, value, path);
    }
    std::vector<Error> errors;

private:
    const YamlDocument& m_document;

    void fail(const Path& path, std::string message, std::string hint = {})
    {
        errors.push_back(m_document.errorAt(path, std::move(message), std::move(hint)));
    }
    void checkSection(Node& node, const Value& value, Path& path);
    void checkList(Node& node, const Value& value, Path& path);
    void checkLeaf(const ParameterSpec& spec, const Value& value, const Path& path);
    void checkNumber(const ParameterSpec& spec, const Value& value, const Path& path);
};

std::string nearest(Node& node, std::string_view name)
{
    std::string best;
    std::size_t least = 4;
    for (const auto& [key, child] : node.children) {
        const std::size_t steps = distance(name.substr(0, 80), key);
        if (steps < least) {
            least = steps;
            best = key;
        }
    }
    return best.empty() ? "Remove it" : "Did you mean '" + best + "'?";
}

void Checker::checkSection(Node& node, const Value& value, Path& path)
{
    if (!value.isObject()) {
        fail(path, "must be a section with names and values", {});
        return;
    }
    for (const Member& member : value.members()) {
        path.steps.emplace_back(member.key);
        if (Node* child = node.child(member.key.view()))
            check(*child, member.value, path);
        else
            fail(path, "is no parameter of a policy", nearest(node, member.key.view()));
        path.steps.pop_back();
    }
    for (const auto& [name, child] : node.children) {
        if (child->required() && !value.contains(name))
            fail(path, "'" + name + "' is missing", "Take it over from the policy 'standard'");
    }
}

void Checker::checkList(Node& node, const Value& value, Path& path)
{
    const ParameterSpec& spec = *node.spec;
    if (!value.isArray()) {
        fail(path, "must be a list");
        return;
    }
    const auto size = static_cast<double>(value.size());
    if (size < spec.minimum || size > spec.maximum)
        fail(path, "must have " + plain(spec.minimum) + " to " + plain(spec.maximum) + " entries, has " + plain(size));
    for (std::size_t i = 0; i < value.size(); ++i) {
        path.steps.emplace_back(i);
        check(*node.child("[]"), value.at(i), path);
        path.steps.pop_back();
    }
}

void Checker::checkNumber(const ParameterSpec& spec, const Value& value, const Path& path)
{
    const std::string range = plain(spec.minimum) + " to " + plain(spec.maximum);
    if (spec.kind == ParameterKind::Integer && !value.isInteger())
        fail(path, "must be a whole number, " + range);
    else if (!value.isNumber())
        fail(path, "must be a number, " + range);
    else if (!(value.asDecimal() >= spec.minimum && value.asDecimal() <= spec.maximum))
        fail(path, plain(value.asDecimal()) + " is out of range", "It must be " + range);
}

void Checker::checkLeaf(const ParameterSpec& spec, const Value& value, const Path& path)
{
    switch (spec.kind) {
    case ParameterKind::Number:
    case ParameterKind::Integer:
        checkNumber(spec, value, path);
        break;
    case ParameterKind::Bool:
        if (!value.isBool())
            fail(path, "must be true or false");
        break;
    case ParameterKind::Word: {
        std::string words;
        for (const std::string& word : spec.words) {
            if (value.asText() == word)
                return;
            words += (words.empty() ? "" : ", ") + word;
        }
        fail(path, "must be one of " + words);
        break;
    }
    case ParameterKind::Text:
        if (!value.isText() || value.asText().empty())
            fail(path, "must be text");
        else if (static_cast<double>(value.asText().size()) > spec.maximum)
            fail(path, "is longer than " + plain(spec.maximum) + " characters");
        break;
    case ParameterKind::List:
    case ParameterKind::Section:
        break;
    }
}

}  // namespace

std::vector<Error> checkPolicySchema(const YamlDocument& document)
{
    const auto root = tree();
    Checker checker(document);
    Path path;
    checker.check(*root, document.value(), path);
    return std::move(checker.errors);
}

}  // namespace baton::tasks
