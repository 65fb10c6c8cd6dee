// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/monitor/metricchart.h"

#include "ui/kit/fonts.h"
#include "ui/models/words.h"

#include <QChart>
#include <QChartView>
#include <QDateTime>
#include <QDateTimeAxis>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLabel>
#include <QLineSeries>
#include <QToolTip>
#include <QVBoxLayout>
#include <QValueAxis>

#include <cmath>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

/// A little above, with a round half: 2, 4, 6, 8, 10, 20, 40...
double niceAbove(double value)
{
    if (!(value > 0))
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 4.0, 6.0, 8.0, 10.0})
        if (value <= step * power * 1.0000001)
            return step * power;
    return 10 * power;
}

QString strokeMark(Qt::PenStyle stroke)
{
    switch (stroke) {
    case Qt::DashLine: return u"\u2504\u2504"_s;
    case Qt::DotLine: return u"\u2508\u2508"_s;
    default: return u"\u2500\u2500"_s;
    }
}

}  // namespace

MetricChart::MetricChart(const QString& name, const QString& title, const QList<Line>& lines, Format format, QWidget* parent)
    : QWidget(parent)
    , m_lines(lines)
    , m_format(std::move(format))
    , m_title(new QLabel(title, this))
    , m_legend(new QLabel(this))
    , m_chart(new QChart)
    , m_view(new QChartView(m_chart, this))
    , m_time(new QDateTimeAxis(m_chart))
    , m_value(new QValueAxis(m_chart))
{
    setObjectName(name);
    setAccessibleName(title);
    m_title->setFont(textFont(0, QFont::DemiBold));
    m_legend->setTextFormat(Qt::RichText);
    m_legend->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_legend->setObjectName(name + u"Legend"_s);
    m_chart->legend()->hide();
    m_chart->setBackgroundRoundness(0);
    m_chart->setMargins(QMargins(0, 0, space::kSmall, 0));
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->addAxis(m_time, Qt::AlignBottom);
    m_chart->addAxis(m_value, Qt::AlignLeft);
    m_time->setFormat(u"HH:mm:ss"_s);
    m_time->setTickCount(4);
    m_value->setTickCount(3);
    m_value->setRange(0, 1);
    for (const Line& line : lines) {
        auto* series = new QLineSeries(m_chart);
        series->setName(line.name);
        m_chart->addSeries(series);
        series->attachAxis(m_time);
        series->attachAxis(m_value);
        connect(series, &QLineSeries::hovered, this,
            [this, lineName = line.name](const QPointF& point, bool inside) { showTip(point, inside, lineName); });
        m_series += series;
    }
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setMinimumHeight(90);
    m_view->setObjectName(name + u"View"_s);
    m_view->setAccessibleName(title);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(space::kBase, space::kSmall, space::kBase, 0);
    head->addWidget(m_title);
    head->addWidget(m_legend, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    dress();
}

void MetricChart::dress()
{
    const Tokens& tokens = tokensFor(this);
    m_chart->setBackgroundBrush(tokens.surface);
    m_chart->setPlotAreaBackgroundVisible(false);
    m_view->setBackgroundBrush(tokens.surface);
    for (QAbstractAxis* axis : std::initializer_list<QAbstractAxis*> {m_time, m_value}) {
        axis->setLabelsColor(tokens.textMuted);
        axis->setLabelsFont(textFont(-2));
        axis->setGridLinePen(QPen(tokens.border, 1));
        axis->setLinePen(QPen(tokens.border, 1));
    }
    m_time->setGridLineVisible(false);
    for (qsizetype i = 0; i < m_series.size(); ++i)
        m_series[i]->setPen(QPen(tokens.tone(m_lines[i].tone).foreground, 2, m_lines[i].stroke));
    showLegend(points());
}

void MetricChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        dress();
    QWidget::changeEvent(event);
}

QList<QList<QPointF>> MetricChart::points() const
{
    QList<QList<QPointF>> all;
    for (const QLineSeries* series : m_series)
        all += series->points();
    return all;
}

void MetricChart::setPoints(const QList<QList<QPointF>>& points, EpochMs from, EpochMs to)
{
    m_greatest = 0;
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        QList<QPointF> shown;
        for (const QPointF& point : points.value(i)) {
            if (point.y() < 0)
                continue;
            shown += point;
            m_greatest = std::max(m_greatest, point.y());
        }
        m_series[i]->replace(shown);
    }
    m_time->setRange(QDateTime::fromMSecsSinceEpoch(from), QDateTime::fromMSecsSinceEpoch(std::max(to, from + 1000)));
    fitAxis();
    showLegend(this->points());
}

void MetricChart::fitAxis()
{
    const double top = niceAbove(m_greatest);
    const double half = top / 2;
    m_value->setLabelFormat(half == std::floor(half) ? u"%.0f"_s : top >= 1 ? u"%.1f"_s : u"%.2f"_s);
    m_value->setRange(0, top);
}

void MetricChart::showLegend(const QList<QList<QPointF>>& points)
{
    const Tokens& tokens = tokensFor(this);
    QStringList parts;
    QStringList spoken;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const QString value = points.value(i).isEmpty() ? u"\u2013"_s : m_format(points.value(i).last().y());
        parts += u"<span style=\"color:%1\">%2</span> <span style=\"color:%3\">%4</span> %5"_s.arg(
            tokens.tone(m_lines[i].tone).foreground.name(), strokeMark(m_lines[i].stroke), tokens.textMuted.name(),
            m_lines[i].name.toHtmlEscaped(), value.toHtmlEscaped());
        spoken += u"%1 %2"_s.arg(m_lines[i].name, value);
    }
    m_legend->setText(parts.join(u"&nbsp;&nbsp; "_s));
    setAccessibleDescription(spoken.join(u", "_s));
}

void MetricChart::showTip(const QPointF& point, bool inside, const QString& name)
{
    if (inside)
        QToolTip::showText(QCursor::pos(), u"%1  %2  %3"_s.arg(Words::clock(static_cast<EpochMs>(point.x())), name, m_format(point.y())), m_view);
    else
        QToolTip::hideText();
}

}  // namespace baton::ui
