// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/valuetreemodel.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QAction;
class QStackedLayout;

namespace baton::ui {

class EmptyState;
class RowTree;
class SearchField;

/// A value as a tree with a line to filter it by, copying of values and places, and marks for what the step changed.
class ValueView : public QWidget {
    Q_OBJECT
public:
    /// Takes the model over. `name` makes the object names: name + "Tree", name + "Filter".
    ValueView(ValueTreeModel* model, const QString& name, QWidget* parent = nullptr);

    void setValue(const Value& value, const std::optional<Value>& before = std::nullopt);
    [[nodiscard]] ValueTreeModel& model() const noexcept { return *m_model; }
    void setEmptyText(const QString& icon, const QString& title, const QString& sentence);
    /// What stands before a place in ${...}: "credit_check_task.output". Empty: places cannot be referred to.
    void setReferencePrefix(const QString& prefix) { m_prefix = prefix; }
    /// A quiet line above the tree; empty hides it.
    void setNote(const QString& note);

signals:
    /// Somebody asks where the value at this place ("bureau.output.debt") came from, or what it went into.
    void originRequested(const QString& place, bool forward);

private:
    void makeActions();
    void showMenu(const QPoint& at);
    void filter(const QString& words);
    void showRightPage();
    void copyValue();
    void copyPath();
    void copyReference();
    void askOrigin(bool forward);
    [[nodiscard]] QString place() const;
    [[nodiscard]] QModelIndex current() const;

    ValueTreeModel* m_model;
    QSortFilterProxyModel* m_filtered;
    RowTree* m_tree;
    SearchField* m_search;
    EmptyState* m_empty;
    class QLabel* m_note;
    QStackedLayout* m_pages;
    QAction* m_copyValue;
    QAction* m_copyPath;
    QAction* m_copyReference;
    QAction* m_origin;
    QAction* m_uses;
    QString m_prefix;
};

/// Text on the clipboard for a value: bare for plain values, indented JSON for objects and lists.
[[nodiscard]] QString copyText(const Value& value);

}  // namespace baton::ui
