// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QChart;
class QChartView;

namespace baton::ui {

/// Bars of a few series over the same labels, or a curve of each over numbers; follows the theme. A click on a bar tells which.
/// Whoever needs no picture finds the same figures in the table beside it.
class BarBoard : public QWidget {
    Q_OBJECT
public:
    explicit BarBoard(const QString& name, QWidget* parent = nullptr);

    struct Series {
        QString name;
        QList<double> values;       // NaN: none
    };
    void setBars(const QString& title, const QStringList& labels, const QList<Series>& series);
    void setCurves(const QString& title, const QString& xTitle, const QList<double>& x, const QList<Series>& series);
    [[nodiscard]] const QList<Series>& series() const noexcept { return m_series; }

signals:
    void barClicked(int series, int label);

protected:
    void changeEvent(QEvent* event) override;

private:
    void draw();
    void dress(QChart& chart) const;

    QChartView* m_view;
    QString m_title;
    QString m_xTitle;
    QStringList m_labels;
    QList<double> m_x;
    QList<Series> m_series;
};

}  // namespace baton::ui
