// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/tokens.h"

#include <QStringList>
#include <QVariant>
#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QStackedLayout;
class QStandardItem;
class QStandardItemModel;

namespace baton::ui {

class EmptyState;
class RowTree;

/// A list or tree of rows that is told anew whenever something changed, with a line to add by and what to show while it is
/// empty. What is selected and open stays, by the rows' keys.
class ListPane : public QWidget {
    Q_OBJECT
public:
    struct Row {
        QStringList cells;
        QVariant key;              // names the row; given back by the signals
        QString icon {};
        Tone tone = Tone::Neutral;
        bool strong = false;
        bool faded = false;
        bool toned = false;        // the ground in the tone's colour
    };

    /// `name` makes the object names: name + "Pane", name + "Tree", name + "Line".
    ListPane(const QString& name, const QStringList& columns, QWidget* parent = nullptr);

    /// A line above the list; what is entered comes with entered(). Keeps the text when clearLine is not called.
    QLineEdit* addLine(const QString& placeholder, const QString& buttonText);
    void showProblem(const QString& problem);                    // under the line; empty hides it
    /// A button beside the line or, without one, above the list.
    void addTool(QWidget* tool);
    void setEmpty(const QString& icon, const QString& title, const QString& sentence);
    void setWidths(const QList<int>& widths);                    // of all columns but the last

    void begin();
    QStandardItem* add(const Row& row, QStandardItem* parent = nullptr);
    void finish();

    [[nodiscard]] QVariant currentKey() const;
    void select(const QVariant& key);
    [[nodiscard]] RowTree& tree() const noexcept { return *m_tree; }
    [[nodiscard]] int rowCount() const;

signals:
    void entered(const QString& text);
    void activated(const QVariant& key);          // double click or Return
    void removeRequested(const QVariant& key);    // Delete

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QStandardItem* itemOf(const QVariant& key) const;

    QStandardItemModel* m_model;
    RowTree* m_tree;
    EmptyState* m_empty;
    QStackedLayout* m_pages;
    QWidget* m_head;
    QHBoxLayout* m_headRow;
    QLineEdit* m_line = nullptr;
    class QLabel* m_problem;
    QVariant m_kept;
};

}  // namespace baton::ui
