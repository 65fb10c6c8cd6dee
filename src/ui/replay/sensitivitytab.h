// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/error.h"
#include "ui/replay/replayservices.h"

#include <QWidget>

#include <thread>

class QComboBox;
class QDoubleSpinBox;
class QPushButton;

namespace baton::ui {

class BarBoard;
class FigureTable;

/// One parameter of a policy at several values: what the portfolio comes to at each. Runs in the background.
class SensitivityTab : public QWidget {
    Q_OBJECT
public:
    explicit SensitivityTab(QWidget* parent = nullptr);
    ~SensitivityTab() override;

    void setServices(const ReplayServices* services) { m_services = services; }
    /// What to vary: the first policy over the rows of a replay.
    void setBase(const DocumentPtr& document, const PolicyDraft& policy, const ReplayPlan* plan, const std::shared_ptr<const OutcomeTable>& table);
    void start();

signals:
    void failed(const baton::Error& error);
    void finished();

private:
    void parameterChosen();
    void show(const std::vector<SweepPoint>& points);

    const ReplayServices* m_services = nullptr;
    DocumentPtr m_document;
    PolicyDraft m_policy;
    std::optional<ReplayPlan> m_plan;
    std::shared_ptr<const OutcomeTable> m_table;
    std::vector<PolicyParameter> m_parameters;
    QComboBox* m_parameter;
    QDoubleSpinBox* m_from;
    QDoubleSpinBox* m_to;
    QPushButton* m_run;
    BarBoard* m_chart;
    FigureTable* m_points;
    std::jthread m_worker;
};

}  // namespace baton::ui
