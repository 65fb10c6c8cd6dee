// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/replay/sensitivitytab.h"

#include "ui/kit/tokens.h"
#include "ui/models/words.h"
#include "ui/replay/barboard.h"
#include "ui/replay/figuretable.h"
#include "ui/replay/replaywords.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPoints = 9;

}  // namespace

SensitivityTab::SensitivityTab(QWidget* parent)
    : QWidget(parent), m_parameter(new QComboBox(this)), m_from(new QDoubleSpinBox(this)), m_to(new QDoubleSpinBox(this)), m_run(new QPushButton(tr("Draw the curve"), this)), m_chart(new BarBoard(u"sweepChart"_s, this)), m_points(new FigureTable(u"sweepTable"_s, this))
{
    setObjectName(u"sensitivityTab"_s);
    m_parameter->setObjectName(u"sweepParameter"_s);
    m_parameter->setAccessibleName(tr("Parameter to vary"));
    m_from->setObjectName(u"sweepFrom"_s);
    m_from->setAccessibleName(tr("From"));
    m_to->setObjectName(u"sweepTo"_s);
    m_to->setAccessibleName(tr("To"));
    m_run->setObjectName(u"sweepRun"_s);
    m_points->setAccessibleName(tr("Figures at each value"));
    auto* row = new QHBoxLayout;
    row->addWidget(new QLabel(tr("Parameter of A"), this));
    row->addWidget(m_parameter, 1);
    row->addWidget(new QLabel(tr("from"), this));
    row->addWidget(m_from);
    row->addWidget(new QLabel(tr("to"), this));
    row->addWidget(m_to);
    row->addWidget(m_run);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kBase, space::kBase, space::kBase, space::kBase);
    column->addLayout(row);
    column->addWidget(m_chart, 2);
    column->addWidget(m_points, 1);
    m_run->setEnabled(false);
    connect(m_parameter, &QComboBox::currentIndexChanged, this, &SensitivityTab::parameterChosen);
    connect(m_run, &QPushButton::clicked, this, &SensitivityTab::start);
}

SensitivityTab::~SensitivityTab() = default;

void SensitivityTab::setBase(const DocumentPtr& document, const PolicyDraft& policy, const ReplayPlan* plan, const std::shared_ptr<const OutcomeTable>& table)
{
    m_document = document;
    m_policy = policy;
    m_plan = plan != nullptr ? std::optional(*plan) : std::nullopt;
    m_table = table;
    const QString before = m_parameter->currentText();
    {
        const QSignalBlocker blocker(m_parameter);
        m_parameter->clear();
        m_parameters.clear();
        auto all = m_services != nullptr && m_services->parameters ? m_services->parameters(policy) : Result<std::vector<PolicyParameter>>(std::vector<PolicyParameter> {});
        for (PolicyParameter& one : all ? *all : m_parameters)
            if (one.value.isNumber()) {
                m_parameter->addItem(toQString(one.path));
                m_parameters.push_back(std::move(one));
            }
        m_parameter->setCurrentIndex(std::max(0, m_parameter->findText(before)));
    }
    parameterChosen();
    m_run->setEnabled(table && !m_parameters.empty());
}

void SensitivityTab::parameterChosen()
{
    const int at = m_parameter->currentIndex();
    if (at < 0 || at >= static_cast<int>(m_parameters.size()))
        return;
    const PolicyParameter& one = m_parameters[static_cast<std::size_t>(at)];
    const double value = one.value.asDecimal();
    const double reach = std::abs(value) > 0 ? std::abs(value) * 0.2 : (one.maximum - one.minimum) * 0.1;
    for (QDoubleSpinBox* box : {m_from, m_to}) {
        box->setDecimals(one.value.isInteger() ? 0 : 3);
        box->setRange(one.minimum, one.maximum);
    }
    m_from->setValue(std::max(one.minimum, value - reach));
    m_to->setValue(std::min(one.maximum, value + reach));
}

void SensitivityTab::start()
{
    const int at = m_parameter->currentIndex();
    if (at < 0 || !m_plan || !m_table || m_services == nullptr || !m_services->sweep)
        return;
    const PolicyParameter& one = m_parameters[static_cast<std::size_t>(at)];
    std::vector<double> values;
    for (int i = 0; i < kPoints; ++i) {
        double value = m_from->value() + (m_to->value() - m_from->value()) * i / (kPoints - 1);
        if (one.value.isInteger())
            value = std::round(value);
        if (values.empty() || value > values.back())
            values.push_back(value);
    }
    m_run->setEnabled(false);
    m_run->setText(tr("Running\u2026"));
    m_worker = std::jthread([this, services = m_services, document = m_document, plan = *m_plan, table = m_table, policy = m_policy, path = one.path, values] {
        auto points = services->sweep(*document, plan, table, policy, path, values);
        QMetaObject::invokeMethod(this, [this, points] {
            m_run->setEnabled(true);
            m_run->setText(tr("Draw the curve"));
            if (points)
                show(*points);
            else
                emit failed(points.error());
            emit finished();
        }, Qt::QueuedConnection);
    });
}

void SensitivityTab::show(const std::vector<SweepPoint>& points)
{
    QList<double> x;
    BarBoard::Series approved {tr("approved, %"), {}};
    BarBoard::Series flips {tr("decisions that differ, %"), {}};
    m_points->begin({m_parameter->currentText(), tr("Approved"), tr("Swapped in"), tr("Swapped out"), tr("Decisions that differ"), tr("Expected loss"), tr("Rows run again")});
    for (const SweepPoint& point : points) {
        x += point.first;
        approved.values += point.figures.approvalRate.value * 100;
        flips.values += point.against.flipRate() * 100;
        const auto number = [](std::size_t count) { return QLocale().toString(static_cast<qulonglong>(count)); };
        m_points->addRow({{numberText(point.first, m_from->decimals())}, {shareText(point.figures.approvalRate)}, {number(point.against.swappedIn)}, {number(point.against.swappedOut)}, {number(point.against.flips)},
            {figureText(point.figures.expectedLoss, 0)}, {number(point.ran)}});
    }
    m_points->finish();
    m_chart->setCurves(tr("Approvals by %1").arg(m_parameter->currentText()), m_parameter->currentText(), x, x.isEmpty() ? QList<BarBoard::Series> {} : QList<BarBoard::Series> {approved, flips});
}

}  // namespace baton::ui
