// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/clock.h"
#include "ui/kit/tokens.h"

#include <QPointF>
#include <QWidget>

#include <functional>

class QChart;
class QChartView;
class QDateTimeAxis;
class QLabel;
class QLineSeries;
class QValueAxis;

namespace baton::ui {

/// A live chart of a few lines over time: a title, a legend with the newest values, axes that fit. Each line has a tone and a
/// stroke of its own, so that it can be told without seeing colours.
class MetricChart : public QWidget {
    Q_OBJECT
public:
    struct Line {
        QString name;
        Tone tone = Tone::Accent;
        Qt::PenStyle stroke = Qt::SolidLine;
    };
    using Format = std::function<QString(double value)>;
    MetricChart(const QString& name, const QString& title, const QList<Line>& lines, Format format, QWidget* parent = nullptr);

    /// One list of (time in ms since 1970, value) a line, ascending; negative values are gaps.
    void setPoints(const QList<QList<QPointF>>& points, EpochMs from, EpochMs to);
    [[nodiscard]] double greatest() const noexcept { return m_greatest; }
    [[nodiscard]] QList<QList<QPointF>> points() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void dress();
    void showLegend(const QList<QList<QPointF>>& points);
    void fitAxis();
    void showTip(const QPointF& point, bool inside, const QString& name);

    QList<Line> m_lines;
    Format m_format;
    QLabel* m_title;
    QLabel* m_legend;
    QChart* m_chart;
    QChartView* m_view;
    QDateTimeAxis* m_time;
    QValueAxis* m_value;
    QList<QLineSeries*> m_series;
    QString m_legendText;
    double m_greatest = 0;
};

}  // namespace baton::ui
