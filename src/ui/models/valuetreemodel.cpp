// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/valuetreemodel.h"

#include "ui/models/valuetext.h"
#include "ui/models/words.h"

#include <unordered_set>
#include <vector>

namespace baton::ui {

using namespace Qt::StringLiterals;

/// A member or item, with its value now and before.
struct ValueTreeModel::Place {
    Key key {};
    std::size_t index = 0;
    bool named = false;
    std::optional<Value> now {};
    std::optional<Value> before {};
    bool compared = false;

    [[nodiscard]] bool isSamePlace(const Place& other) const
    {
        return named == other.named && (named ? key == other.key : index == other.index);
    }
    [[nodiscard]] std::size_t hash() const { return named ? key.hash() : index * 2 + 1; }
    [[nodiscard]] const Value& shown() const { return now ? *now : *before; }
    [[nodiscard]] ValueMark mark() const
    {
        if (!compared)
            return ValueMark::Same;
        if (!before)
            return ValueMark::Added;
        if (!now)
            return ValueMark::Removed;
        if (now->sharesNodeWith(*before) || *now == *before)
            return ValueMark::Same;
        const bool nested = (now->isObject() && before->isObject()) || (now->isArray() && before->isArray());
        return nested ? ValueMark::Inside : ValueMark::Replaced;
    }
};

struct ValueTreeModel::Node {
    Place place;
    Node* parent = nullptr;
    int row = 0;
    ValueMark mark = ValueMark::Same;
    bool built = false;
    std::vector<std::unique_ptr<Node>> children;
};

namespace {

using Place = ValueTreeModel::Place;
using Node = ValueTreeModel::Node;

/// The member at the same position is the likely one; looking it up by name is the exception.
const Value* memberLike(const Value& object, std::size_t position, const Key& key)
{
    const auto members = object.members();
    if (position < members.size() && members[position].key == key)
        return &members[position].value;
    return object.find(key);
}

void addMembers(std::vector<Place>& places, const Value& now, const Value& before, bool compared)
{
    std::size_t position = 0;
    for (const Member& member : now.members()) {
        Place place {.key = member.key, .named = true, .now = member.value, .compared = compared};
        if (const Value* earlier = memberLike(before, position++, member.key))
            place.before = *earlier;
        places.push_back(std::move(place));
    }
    position = 0;
    for (const Member& member : before.members()) {
        if (!memberLike(now, position++, member.key))
            places.push_back({.key = member.key, .named = true, .before = member.value, .compared = compared});
    }
}

void addItems(std::vector<Place>& places, const Value& now, const Value& before, bool compared)
{
    const std::size_t count = std::max(now.isArray() ? now.size() : 0, before.isArray() ? before.size() : 0);
    for (std::size_t i = 0; i < count; ++i) {
        Place place {.index = i, .compared = compared};
        if (now.isArray() && i < now.size())
            place.now = now.at(i);
        if (before.isArray() && i < before.size())
            place.before = before.at(i);
        places.push_back(std::move(place));
    }
}

std::vector<Place> placesIn(const Place& place)
{
    static const Value nothing;
    const Value& shown = place.shown();
    // Below a value of another type nothing can be compared.
    const bool comparable = place.before && place.before->type() == shown.type();
    const Value& now = place.now ? *place.now : nothing;
    const Value& before = comparable && place.compared ? *place.before : nothing;
    std::vector<Place> places;
    places.reserve(shown.size());
    if (shown.isObject())
        addMembers(places, now, before, place.compared);
    else if (shown.isArray())
        addItems(places, now, before, place.compared);
    return places;
}

bool hasInside(const Place& place)
{
    const auto filled = [](const std::optional<Value>& value) {
        return value && (value->isObject() || value->isArray()) && !value->empty();
    };
    if (filled(place.now))
        return true;
    // What was emptied still shows the members it had.
    return filled(place.before) && place.compared && (!place.now || place.now->type() == place.before->type());
}

std::unique_ptr<Node> makeNode(Place place, Node* parent, int row)
{
    auto node = std::make_unique<Node>();
    node->mark = place.mark();
    node->place = std::move(place);
    node->parent = parent;
    node->row = row;
    return node;
}

struct PlaceHash {
    std::size_t operator()(const Place* place) const { return place->hash(); }
};
struct PlaceEqual {
    bool operator()(const Place* a, const Place* b) const { return a->isSamePlace(*b); }
};

void renumber(Node& node, std::size_t from)
{
    for (std::size_t i = from; i < node.children.size(); ++i)
        node.children[i]->row = static_cast<int>(i);
}

Path pathOf(const Node* node)
{
    Path path;
    for (; node->parent; node = node->parent) {
        if (node->place.named)
            path.steps.emplace_back(node->place.key);
        else
            path.steps.emplace_back(node->place.index);
    }
    std::reverse(path.steps.begin(), path.steps.end());
    return path;
}

}  // namespace

ValueTreeModel::ValueTreeModel(QObject* parent)
    : QAbstractItemModel(parent)
    , m_root(makeNode({.named = true, .now = Value()}, nullptr, 0))
{
    m_root->built = true;
}

ValueTreeModel::~ValueTreeModel() = default;

const Value& ValueTreeModel::value() const noexcept
{
    return *m_root->place.now;
}

bool ValueTreeModel::hasChanges() const noexcept
{
    return m_root->mark != ValueMark::Same;
}

void ValueTreeModel::setValue(const Value& value, const std::optional<Value>& before)
{
    update(*m_root, {.named = true, .now = value, .before = before, .compared = before.has_value()});
}

void ValueTreeModel::update(Node& node, const Place& place)
{
    node.place = place;
    node.mark = place.mark();
    if (node.built)
        updateChildren(node);
}

void ValueTreeModel::removeRows(Node& node, int first, int last)
{
    beginRemoveRows(indexOf(&node), first, last);
    node.children.erase(node.children.begin() + first, node.children.begin() + last + 1);
    renumber(node, static_cast<std::size_t>(first));
    endRemoveRows();
}

/// Removes the children that are not wanted, and all of them when the others changed places.
void ValueTreeModel::dropStale(Node& node, const std::vector<Place>& wanted)
{
    std::unordered_set<const Place*, PlaceHash, PlaceEqual> keep;
    keep.reserve(wanted.size());
    for (const Place& place : wanted)
        keep.insert(&place);
    for (int last = static_cast<int>(node.children.size()) - 1; last >= 0;) {
        const auto isStale = [&](int row) { return !keep.contains(&node.children[static_cast<std::size_t>(row)]->place); };
        if (!isStale(last)) {
            --last;
            continue;
        }
        int first = last;
        while (first > 0 && isStale(first - 1))
            --first;
        removeRows(node, first, last);
        last = first - 1;
    }
    std::size_t at = 0;
    for (const Place& place : wanted) {
        if (at < node.children.size() && node.children[at]->place.isSamePlace(place))
            ++at;
    }
    if (at < node.children.size())
        removeRows(node, 0, static_cast<int>(node.children.size()) - 1);
}

void ValueTreeModel::updateChildren(Node& node)
{
    const std::vector<Place> wanted = placesIn(node.place);
    dropStale(node, wanted);
    for (std::size_t at = 0; at < wanted.size();) {
        const auto isThere = [&](std::size_t place) {
            return at < node.children.size() && node.children[at]->place.isSamePlace(wanted[place]);
        };
        if (isThere(at)) {
            update(*node.children[at], wanted[at]);
            ++at;
            continue;
        }
        std::size_t end = at + 1;
        while (end < wanted.size() && !isThere(end))
            ++end;
        beginInsertRows(indexOf(&node), static_cast<int>(at), static_cast<int>(end) - 1);
        std::vector<std::unique_ptr<Node>> fresh;
        for (std::size_t i = at; i < end; ++i)
            fresh.push_back(makeNode(wanted[i], &node, static_cast<int>(i)));
        node.children.insert(node.children.begin() + static_cast<std::ptrdiff_t>(at),
                             std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
        renumber(node, end);
        endInsertRows();
        at = end;
    }
    if (!node.children.empty()) {
        emit dataChanged(index(0, 0, indexOf(&node)),
                         index(static_cast<int>(node.children.size()) - 1, columnCount() - 1, indexOf(&node)));
    }
}

void ValueTreeModel::build(Node& node) const
{
    if (node.built)
        return;
    node.built = true;
    std::vector<Place> places = placesIn(node.place);
    node.children.reserve(places.size());
    for (Place& place : places) {
        const int row = static_cast<int>(node.children.size());
        node.children.push_back(makeNode(std::move(place), &node, row));
    }
}

ValueTreeModel::Node* ValueTreeModel::nodeOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_root.get();
}

QModelIndex ValueTreeModel::indexOf(const Node* node, int column) const
{
    return node->parent ? createIndex(node->row, column, node) : QModelIndex();
}

QModelIndex ValueTreeModel::indexOf(const Path& path) const
{
    Node* node = m_root.get();
    for (const Path::Step& step : path.steps) {
        build(*node);
        const auto found = std::find_if(node->children.begin(), node->children.end(), [&](const auto& child) {
            const Place& place = child->place;
            if (const Key* key = std::get_if<Key>(&step))
                return place.named && place.key == *key;
            return !place.named && place.index == std::get<std::size_t>(step);
        });
        if (found == node->children.end())
            return {};
        node = found->get();
    }
    return indexOf(node);
}

QModelIndex ValueTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column < 0 || column >= columnCount() || row >= rowCount(parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex ValueTreeModel::parent(const QModelIndex& index) const
{
    return index.isValid() ? indexOf(nodeOf(index)->parent) : QModelIndex();
}

int ValueTreeModel::rowCount(const QModelIndex& parent) const
{
    if (parent.column() > 0)
        return 0;
    Node* node = nodeOf(parent);
    build(*node);
    return static_cast<int>(node->children.size());
}

int ValueTreeModel::columnCount(const QModelIndex&) const
{
    return kColumnCount;
}

bool ValueTreeModel::hasChildren(const QModelIndex& parent) const
{
    if (parent.column() > 0)
        return false;
    // While rows come and go, only those already there count.
    const Node* node = nodeOf(parent);
    return node->built ? !node->children.empty() : hasInside(node->place);
}

QString ValueTreeModel::display(const Node& node, int column) const
{
    switch (column) {
    case KeyColumn: return node.place.named ? toQString(node.place.key) : u"[%1]"_s.arg(node.place.index);
    case ValueColumn: return shownValue(node.place.shown());
    case TypeColumn: return Words::of(node.place.shown().type());
    default: return {};
    }
}

QVariant ValueTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Node& node = *nodeOf(index);
    const Value& shown = node.place.shown();
    switch (role) {
    case Qt::DisplayRole: return display(node, index.column());
    case Qt::ToolTipRole:
        return toQString(index.column() == ValueColumn && shown.isText() ? std::string(shown.asText().substr(0, 4000))
                                                                         : pathOf(&node).text());
    case Qt::AccessibleTextRole:
        if (index.column() == ValueColumn && node.mark == ValueMark::Replaced)
            return tr("%1, was %2").arg(display(node, ValueColumn), shownValue(*node.place.before));
        return display(node, index.column());
    case ValueRole: return QVariant::fromValue(shown);
    case PathRole: return toQString(pathOf(&node).text());
    case MarkRole: return static_cast<int>(node.mark);
    case BeforeRole: return node.mark == ValueMark::Replaced ? shownValue(*node.place.before, 80) : QString();
    case TypeRole: return static_cast<int>(shown.type());
    default: return {};
    }
}

QVariant ValueTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KeyColumn: return tr("Name");
    case ValueColumn: return tr("Value");
    case TypeColumn: return tr("Type");
    default: return {};
    }
}

}  // namespace baton::ui
