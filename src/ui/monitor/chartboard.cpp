// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/monitor/chartboard.h"

#include "ui/kit/settingsstore.h"
#include "ui/models/words.h"
#include "ui/monitor/metricchart.h"
#include "ui/monitor/monitorfeed.h"
#include "ui/monitor/monitorwords.h"

#include <QAction>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostPoints = 400;   // more would fall on the same pixels
const QString kRangeKey = u"monitor/range"_s;

}  // namespace

ChartBoard::ChartBoard(MonitorFeed& feed, SettingsStore& settings, QAction* freeze, QAction* save, QWidget* parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_settings(settings)
    , m_freeze(freeze)
    , m_types(new QComboBox(this))
    , m_ranges(new QComboBox(this))
{
    setObjectName(u"chartBoard"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    makeHead(freeze, save);
    makeCharts();
    connect(&m_feed, &MonitorFeed::updated, this, &ChartBoard::refresh);
    connect(m_types, &QComboBox::activated, this, &ChartBoard::draw);
    connect(m_ranges, &QComboBox::activated, this, [this] {
        m_settings.setValue(kRangeKey, m_ranges->currentData());
        draw();
        emit rangeChanged(rangeMs());
    });
    connect(m_freeze, &QAction::toggled, this, [this](bool frozen) {
        if (!frozen)
            draw();
    });
    fillTypes();
    draw();
}

void ChartBoard::makeHead(QAction* freeze, QAction* save)
{
    auto* head = new QWidget(this);
    head->setProperty("bar", true);
    head->setAttribute(Qt::WA_StyledBackground);
    m_types->setObjectName(u"chartType"_s);
    m_types->setAccessibleName(tr("Task type of the charts"));
    m_types->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_ranges->setObjectName(u"chartRange"_s);
    m_ranges->setAccessibleName(tr("Range of the charts and figures"));
    for (const int minutes : {1, 5, 15, 60})
        m_ranges->addItem(tr("Last %n minute(s)", nullptr, minutes), minutes * 60'000);
    const int saved = m_ranges->findData(m_settings.value(kRangeKey).toInt());
    m_ranges->setCurrentIndex(saved < 0 ? 1 : saved);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(space::kWide, space::kTight, space::kSmall, space::kTight);
    row->setSpacing(space::kBase);
    row->addWidget(m_types);
    row->addWidget(m_ranges);
    row->addStretch(1);
    for (QAction* action : {freeze, save}) {
        auto* button = new QToolButton(head);
        button->setDefaultAction(action);
        button->setObjectName(action->objectName() + u"Button"_s);
        button->setAccessibleName(QString(action->text()).remove(u'&').remove(u'\u2026'));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        row->addWidget(button);
    }
    layout()->addWidget(head);
}

void ChartBoard::makeCharts()
{
    const auto whole = [](double value) { return QLocale().toString(value, 'f', 0); };
    m_throughput = new MetricChart(u"throughputChart"_s, tr("Tasks a second"),
        {{tr("done"), Tone::Accent, Qt::SolidLine}, {tr("failed"), Tone::Danger, Qt::DashLine}}, &MonitorWords::rate, this);
    m_latency = new MetricChart(u"latencyChart"_s, tr("Time of a task (ms)"),
        {{tr("p50"), Tone::Success, Qt::SolidLine}, {tr("p95"), Tone::Warning, Qt::DashLine}, {tr("p99"), Tone::Danger, Qt::DotLine}},
        &MonitorWords::milliseconds, this);
    m_queue = new MetricChart(u"queueChart"_s, tr("Waiting on the server"), {{tr("queue"), Tone::Active, Qt::SolidLine}}, whole, this);
    m_slots = new MetricChart(u"slotsChart"_s, tr("Slots"),
        {{tr("taken"), Tone::Accent, Qt::SolidLine}, {tr("all"), Tone::Neutral, Qt::DashLine}}, whole, this);
    auto* ground = new QWidget(this);
    ground->setObjectName(u"chartGround"_s);
    auto* grid = new QGridLayout(ground);
    grid->setContentsMargins(space::kBase, space::kBase, space::kBase, space::kBase);
    grid->setSpacing(space::kBase);
    grid->addWidget(m_throughput, 0, 0);
    grid->addWidget(m_latency, 0, 1);
    grid->addWidget(m_queue, 1, 0);
    grid->addWidget(m_slots, 1, 1);
    for (const int i : {0, 1}) {
        grid->setColumnStretch(i, 1);
        grid->setRowStretch(i, 1);
    }
    for (MetricChart* chart : {m_throughput, m_latency, m_queue, m_slots}) {
        chart->setAutoFillBackground(true);
        chart->setBackgroundRole(QPalette::Base);
    }
    qobject_cast<QVBoxLayout*>(layout())->addWidget(ground, 1);
}

std::int64_t ChartBoard::rangeMs() const
{
    return m_ranges->currentData().toLongLong();
}

QString ChartBoard::taskType() const
{
    return m_types->currentData().toString();
}

void ChartBoard::showType(const QString& taskType)
{
    fillTypes();
    const int index = m_types->findData(taskType);
    if (index < 0 || index == m_types->currentIndex())
        return;
    m_types->setCurrentIndex(index);
    draw();
}

void ChartBoard::fillTypes()
{
    QStringList wanted {QString()};
    for (const std::string& type : m_feed.history().types())
        wanted += toQString(type);
    QStringList there;
    for (int i = 0; i < m_types->count(); ++i)
        there += m_types->itemData(i).toString();
    if (there == wanted)
        return;
    const QSignalBlocker quiet(m_types);
    const QString current = taskType();
    m_types->clear();
    for (const QString& type : wanted)
        m_types->addItem(type.isEmpty() ? tr("All task types") : type, type);
    m_types->setCurrentIndex(std::max(0, m_types->findData(current)));
}

void ChartBoard::refresh()
{
    fillTypes();
    if (!m_freeze->isChecked())
        draw();
}

void ChartBoard::draw()
{
    const MetricsHistory& history = m_feed.history();
    const EpochMs to = history.latest();
    const EpochMs from = to - rangeMs();
    const std::vector<MetricsPoint> points = history.points(toUtf8(taskType()), from, kMostPoints);
    QList<QList<QPointF>> throughput(2);
    QList<QList<QPointF>> latency(3);
    QList<QList<QPointF>> queue(1);
    QList<QList<QPointF>> taken(2);
    for (const MetricsPoint& point : points) {
        const auto at = static_cast<double>(point.at);
        throughput[0] += QPointF(at, point.throughput);
        throughput[1] += QPointF(at, point.failures);
        latency[0] += QPointF(at, point.p50);
        latency[1] += QPointF(at, point.p95);
        latency[2] += QPointF(at, point.p99);
        queue[0] += QPointF(at, point.queue);
        taken[0] += QPointF(at, point.slotsUsed);
        taken[1] += QPointF(at, point.slotsTotal);
    }
    m_throughput->setPoints(throughput, from, to);
    m_latency->setPoints(latency, from, to);
    m_queue->setPoints(queue, from, to);
    m_slots->setPoints(taken, from, to);
}

QByteArray ChartBoard::csv() const
{
    return QByteArray::fromStdString(m_feed.history().csv(toUtf8(taskType()), m_feed.history().latest() - rangeMs()));
}

}  // namespace baton::ui
