// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/replay/figuretable.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace baton::ui {

using namespace Qt::StringLiterals;

FigureTable::FigureTable(const QString& name, QWidget* parent) : QTableWidget(parent)
{
    setObjectName(name);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(space::kRowHeight);
    horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    connect(this, &QTableWidget::cellClicked, this, &FigureTable::open);
}

void FigureTable::begin(const QStringList& heads)
{
    clear();
    m_cells.clear();
    setRowCount(0);
    setColumnCount(static_cast<int>(heads.size()));
    setHorizontalHeaderLabels(heads);
    if (QTableWidgetItem* first = horizontalHeaderItem(0))
        first->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void FigureTable::addRow(const QList<Cell>& cells)
{
    const int row = rowCount();
    insertRow(row);
    for (int column = 0; column < cells.size(); ++column) {
        auto* item = new QTableWidgetItem(cells[column].text);
        item->setTextAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        if (cells[column].behind)
            item->setToolTip(tr("Show these applications"));
        setItem(row, column, item);
    }
    m_cells += cells;
}

void FigureTable::finish()
{
    constexpr int kWidest = 340;
    resizeColumnsToContents();
    for (int column = 0; column < columnCount(); ++column)
        setColumnWidth(column, std::min(kWidest, columnWidth(column) + space::kSmall));
    dress();
}

void FigureTable::dress()
{
    const Tokens& tokens = tokensFor(this);
    for (int row = 0; row < m_cells.size(); ++row)
        for (int column = 0; column < m_cells[row].size(); ++column)
            if (QTableWidgetItem* const cell = item(row, column))
                cell->setForeground(m_cells[row][column].tone == Tone::Neutral ? tokens.text : tokens.tone(m_cells[row][column].tone).foreground);
}

void FigureTable::open(int row, int column)
{
    if (row < 0 || row >= m_cells.size() || column < 0 || column >= m_cells[row].size() || !m_cells[row][column].behind)
        return;
    const Cell& cell = m_cells[row][column];
    const QString title = cell.title.isEmpty() ? u"%1 \u00b7 %2"_s.arg(item(row, 0)->text(), horizontalHeaderItem(column)->text()) : cell.title;
    emit rowsChosen(title, cell.behind());
}

void FigureTable::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        open(currentRow(), currentColumn());
        event->accept();
        return;
    }
    QTableWidget::keyPressEvent(event);
}

void FigureTable::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        dress();
    QTableWidget::changeEvent(event);
}

}  // namespace baton::ui
