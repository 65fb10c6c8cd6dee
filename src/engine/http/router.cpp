// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/http/router.h"

#include <map>
#include <set>

namespace baton {
namespace {

struct Route {
    HttpHandler handler;
    std::vector<std::string> names;   // of {..}, in order
};

struct Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
    std::unique_ptr<Node> any;        // {name}
    std::unique_ptr<Node> tail;       // {name...}
    std::map<std::string, Route, std::less<>> methods;
};

std::vector<std::string_view> segmentsOf(std::string_view path)
{
    std::vector<std::string_view> segments;
    if (path.starts_with('/'))
        path.remove_prefix(1);
    for (;;) {
        const std::size_t end = path.find('/');
        segments.push_back(path.substr(0, end));
        if (end == std::string_view::npos)
            return segments;
        path.remove_prefix(end + 1);
    }
}

bool isParameter(std::string_view segment)
{
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

Node& child(std::unique_ptr<Node>& place)
{
    if (!place)
        place = std::make_unique<Node>();
    return *place;
}

// Looks for the most literal route; on the way notes the methods of every template that fits the path.
struct Search {
    std::span<const std::string_view> segments;
    std::string_view method;
    std::vector<std::string_view> values {};
    std::set<std::string, std::less<>> allowed {};

    const Route* in(const Node& node)
    {
        for (const auto& [name, route] : node.methods)
            allowed.insert(name);
        if (const auto found = node.methods.find(method); found != node.methods.end())
            return &found->second;
        if (method != "HEAD")
            return nullptr;
        const auto get = node.methods.find("GET");
        return get == node.methods.end() ? nullptr : &get->second;
    }

    // As deep as the longest template that was registered.
    const Route* from(const Node& node, std::size_t at)
    {
        if (at == segments.size())
            return in(node);
        if (const auto found = node.literals.find(segments[at]); found != node.literals.end())
            if (const Route* const route = from(*found->second, at + 1))
                return route;
        if (node.any && !segments[at].empty()) {
            values.push_back(segments[at]);
            if (const Route* const route = from(*node.any, at + 1))
                return route;
            values.pop_back();
        }
        if (!node.tail)
            return nullptr;
        const char* const first = segments[at].data();
        values.emplace_back(first, static_cast<std::size_t>(segments.back().data() + segments.back().size() - first));
        const Route* const route = in(*node.tail);
        if (route == nullptr)
            values.pop_back();
        return route;
    }
};

std::string listed(std::set<std::string, std::less<>> methods)
{
    if (methods.contains("GET"))
        methods.insert("HEAD");
    methods.insert("OPTIONS");
    std::string list;
    for (const std::string& method : methods)
        list += (list.empty() ? "" : ",") + method;
    return list;
}

}  // namespace

struct Router::Tree {
    Node root;
    HttpHandler notFound = [](const HttpRequest&, const Responder& responder) { responder.send(HttpResponse::text("Not found", 404)); };
    MethodRefused methodRefused = [](const HttpRequest&, const Responder& responder, std::string_view allowed) {
        HttpResponse response = HttpResponse::text("Method not allowed", 405);
        response.headers.emplace_back("Allow", allowed);
        responder.send(std::move(response));
    };
};

Router::Router() : m_tree(std::make_unique<Tree>()) { }
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

void Router::add(std::string_view method, std::string_view pathTemplate, HttpHandler handler)
{
    Node* node = &m_tree->root;
    Route route {std::move(handler), {}};
    for (const std::string_view segment : segmentsOf(pathTemplate)) {
        if (!isParameter(segment)) {
            node = &child(node->literals[std::string(segment)]);
            continue;
        }
        std::string name(segment.substr(1, segment.size() - 2));
        const bool isTail = name.ends_with("...");
        if (isTail)
            name.resize(name.size() - 3);
        route.names.push_back(std::move(name));
        node = &child(isTail ? node->tail : node->any);
        if (isTail)
            break;
    }
    node->methods.insert_or_assign(std::string(method), std::move(route));
}

void Router::setNotFound(HttpHandler handler)
{
    m_tree->notFound = std::move(handler);
}

void Router::setMethodRefused(MethodRefused handler)
{
    m_tree->methodRefused = std::move(handler);
}

void Router::handle(HttpRequest request, Responder responder) const
{
    const std::string path = request.path;
    const std::vector<std::string_view> segments = segmentsOf(path);
    Search search {segments, request.method};
    if (const Route* const route = search.from(m_tree->root, 0)) {
        for (std::size_t i = 0; i < route->names.size() && i < search.values.size(); ++i)
            request.parameters.add(route->names[i], std::string(search.values[i]));
        route->handler(std::move(request), std::move(responder));
        return;
    }
    if (search.allowed.empty()) {
        m_tree->notFound(std::move(request), std::move(responder));
        return;
    }
    const std::string allowed = listed(std::move(search.allowed));
    if (request.method == "OPTIONS") {
        HttpResponse response;
        response.headers.emplace_back("Allow", allowed);
        responder.send(std::move(response));
        return;
    }
    m_tree->methodRefused(std::move(request), std::move(responder), allowed);
}

HttpHandler Router::handler() const
{
    return [this](HttpRequest request, Responder responder) { handle(std::move(request), std::move(responder)); };
}

}  // namespace baton
