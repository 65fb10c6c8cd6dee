// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/path.h"
#include "engine/value/value.h"

#include <QAbstractItemModel>

#include <memory>
#include <optional>

namespace baton::ui {

/// How a place in a tree stands against the earlier value.
enum class ValueMark : std::uint8_t { Same, Added, Removed, Replaced, Inside };   // Inside: something below changed

/// A Value as a tree: name, value, type. Children are made when a view first asks. A new value changes only the rows that
/// differ, so that what is expanded, selected and scrolled to stays. Removed places stay visible, marked.
class ValueTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { KeyColumn, ValueColumn, TypeColumn, kColumnCount };
    enum Role {
        ValueRole = Qt::UserRole + 1,   // baton::Value; the earlier one where it was removed
        PathRole,                       // QString: a.b[0]
        MarkRole,                       // int of ValueMark
        BeforeRole,                     // QString: the earlier value, where Replaced
        TypeRole,                       // int of Value::Type
    };

    explicit ValueTreeModel(QObject* parent = nullptr);
    ~ValueTreeModel() override;

    /// Shows the members of `value`; with `before`, marks what differs from it.
    void setValue(const Value& value, const std::optional<Value>& before = std::nullopt);
    [[nodiscard]] const Value& value() const noexcept;
    [[nodiscard]] bool hasChanges() const noexcept;
    /// The index of a place; invalid when it is not there. Makes the rows on the way.
    [[nodiscard]] QModelIndex indexOf(const Path& path) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    struct Node;
    struct Place;

private:
    [[nodiscard]] Node* nodeOf(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const Node* node, int column = 0) const;
    void build(Node& node) const;
    void update(Node& node, const Place& place);
    void updateChildren(Node& node);
    void dropStale(Node& node, const std::vector<Place>& wanted);
    void removeRows(Node& node, int first, int last);
    [[nodiscard]] QString display(const Node& node, int column) const;

    std::unique_ptr<Node> m_root;
};

}  // namespace baton::ui
