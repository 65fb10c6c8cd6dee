// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/replay/analysis/decisions.h"
#include "ui/kit/tokens.h"

#include <QTableWidget>

#include <functional>

namespace baton::ui {

/// A small table of figures. A cell with rows behind it opens them: by click, Return or Space.
class FigureTable : public QTableWidget {
    Q_OBJECT
public:
    explicit FigureTable(const QString& name, QWidget* parent = nullptr);

    struct Cell {
        QString text;
        Tone tone = Tone::Neutral;
        std::function<RowList()> behind {};
        QString title {};              // what the rows behind are called; empty: the row's and column's heads
    };
    void begin(const QStringList& heads);
    void addRow(const QList<Cell>& cells);
    void finish();                     // fits columns and height

signals:
    void rowsChosen(const QString& title, const baton::RowList& rows);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void open(int row, int column);
    void dress();

    QList<QList<Cell>> m_cells;
};

}  // namespace baton::ui
