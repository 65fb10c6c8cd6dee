// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/replay/analysis/fairness.h"
#include "engine/replay/plan.h"

#include <QTabWidget>

class QComboBox;
class QVBoxLayout;

namespace baton::ui {

class BarBoard;
class FigureTable;

/// What came of a replay, in tables and charts: decisions, segments, reasons, ways, fairness. Every figure with applications
/// behind it opens them.
class FiguresView : public QTabWidget {
    Q_OBJECT
public:
    explicit FiguresView(QWidget* parent = nullptr);

    /// `plan` must outlive the table shown.
    void setResult(const ReplayPlan* plan, std::shared_ptr<const OutcomeTable> table, const QStringList& variants);

signals:
    void rowsChosen(const QString& title, const baton::RowList& rows);

private:
    FigureTable* table(QVBoxLayout* into, const QString& name, const QString& title);
    QVBoxLayout* page(const QString& title, const QString& name);
    void showDecisions();
    void showMatrix(FigureTable& into, std::size_t first, std::size_t second);
    void showFigures();
    void fillSegments();
    void showSegments();
    void showReasons();
    void showWays();
    void showFairness();
    [[nodiscard]] QString sideName(std::size_t variant) const;
    [[nodiscard]] std::function<RowList()> within(std::size_t variant, const RowList& rows, bool approved) const;

    const ReplayPlan* m_plan = nullptr;
    std::shared_ptr<const OutcomeTable> m_table;
    QStringList m_variants;
    FigureTable* m_figures;
    FigureTable* m_thenA;
    FigureTable* m_thenB;
    FigureTable* m_aB;
    FigureTable* m_swap;
    QComboBox* m_column;
    FigureTable* m_segments;
    BarBoard* m_segmentChart;
    FigureTable* m_reasons;
    BarBoard* m_reasonChart;
    FigureTable* m_ways;
    FigureTable* m_fairness;
    std::optional<Segmentation> m_groups;
};

}  // namespace baton::ui
