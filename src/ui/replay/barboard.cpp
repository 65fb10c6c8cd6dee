// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/replay/barboard.h"

#include "ui/kit/fonts.h"
#include "ui/kit/tokens.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QVBoxLayout>
#include <QValueAxis>

#include <cmath>

namespace baton::ui {

namespace {

constexpr std::array<Tone, 4> kTones {Tone::Accent, Tone::Warning, Tone::Success, Tone::Skipped};
constexpr std::array<Qt::BrushStyle, 4> kPatterns {Qt::SolidPattern, Qt::BDiagPattern, Qt::Dense4Pattern, Qt::CrossPattern};
constexpr std::array<Qt::PenStyle, 4> kStrokes {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};

}  // namespace

BarBoard::BarBoard(const QString& name, QWidget* parent) : QWidget(parent), m_view(new QChartView(this))
{
    setObjectName(name);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setMinimumHeight(160);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    draw();
}

void BarBoard::setBars(const QString& title, const QStringList& labels, const QList<Series>& series)
{
    m_title = title;
    m_labels = labels;
    m_x.clear();
    m_series = series;
    setAccessibleName(title);
    draw();
}

void BarBoard::setCurves(const QString& title, const QString& xTitle, const QList<double>& x, const QList<Series>& series)
{
    m_title = title;
    m_xTitle = xTitle;
    m_labels.clear();
    m_x = x;
    m_series = series;
    setAccessibleName(title);
    draw();
}

void BarBoard::dress(QChart& chart) const
{
    const Tokens& tokens = tokensFor(this);
    chart.setBackgroundBrush(tokens.surface);
    chart.setBackgroundRoundness(0);
    chart.setTitleBrush(tokens.text);
    chart.setTitleFont(textFont(0, QFont::DemiBold));
    chart.setMargins(QMargins(0, 0, space::kSmall, 0));
    chart.layout()->setContentsMargins(0, 0, 0, 0);
    chart.legend()->setLabelColor(tokens.text);
    chart.legend()->setFont(textFont(-1));
    chart.legend()->setAlignment(Qt::AlignTop);
    for (QAbstractAxis* axis : chart.axes()) {
        axis->setLabelsColor(tokens.textMuted);
        axis->setLabelsFont(textFont(-2));
        axis->setTitleBrush(tokens.textMuted);
        axis->setTitleFont(textFont(-1));
        axis->setGridLinePen(QPen(tokens.border, 1));
        axis->setLinePen(QPen(tokens.border, 1));
    }
    m_view->setBackgroundBrush(tokens.surface);
}

void BarBoard::draw()
{
    const Tokens& tokens = tokensFor(this);
    auto* chart = new QChart;
    chart->setTitle(m_title);
    double greatest = 0;
    for (const Series& one : m_series)
        for (const double value : one.values)
            greatest = std::isfinite(value) ? std::max(greatest, value) : greatest;
    auto* bars = m_x.isEmpty() ? new QBarSeries(chart) : nullptr;
    QList<QAbstractSeries*> drawn;
    for (int i = 0; i < m_series.size(); ++i) {
        const auto look = static_cast<std::size_t>(i) % kTones.size();
        const QColor color = tokens.tone(kTones[look]).foreground;
        if (bars != nullptr) {
            auto* set = new QBarSet(m_series[i].name, bars);
            for (const double value : m_series[i].values)
                set->append(std::isfinite(value) ? value : 0);
            set->setBrush(QBrush(color, kPatterns[look]));
            set->setPen(QPen(color, 1));
            connect(set, &QBarSet::clicked, this, [this, i](int label) { emit barClicked(i, label); });
            bars->append(set);
            continue;
        }
        auto* line = new QLineSeries(chart);
        line->setName(m_series[i].name);
        line->setPen(QPen(color, 2, kStrokes[look]));
        for (qsizetype p = 0; p < m_x.size() && p < m_series[i].values.size(); ++p)
            if (std::isfinite(m_series[i].values[p]))
                line->append(m_x[p], m_series[i].values[p]);
        drawn += line;
    }
    if (bars != nullptr)
        drawn += bars;
    for (QAbstractSeries* series : drawn)
        chart->addSeries(series);
    auto* values = new QValueAxis(chart);
    values->setRange(0, greatest > 0 ? greatest : 1);
    values->applyNiceNumbers();
    chart->addAxis(values, Qt::AlignLeft);
    QAbstractAxis* below = nullptr;
    if (bars != nullptr) {
        auto* labels = new QBarCategoryAxis(chart);
        labels->append(m_labels);
        below = labels;
    } else {
        auto* numbers = new QValueAxis(chart);
        numbers->setRange(m_x.first(), std::max(m_x.last(), m_x.first() + 1e-9));
        numbers->setTitleText(m_xTitle);
        below = numbers;
    }
    chart->addAxis(below, Qt::AlignBottom);
    for (QAbstractSeries* series : drawn) {
        series->attachAxis(values);
        series->attachAxis(below);
    }
    dress(*chart);
    QChart* const old = m_view->chart();
    m_view->setChart(chart);
    delete old;
}

void BarBoard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        draw();
    QWidget::changeEvent(event);
}

}  // namespace baton::ui
