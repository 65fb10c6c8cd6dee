// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/document.h"

#include <QAbstractButton>

namespace baton::ui {

/// A sample as a card to click: what it is and what it brings.
class SampleCard : public QAbstractButton {
    Q_OBJECT
public:
    explicit SampleCard(const SampleInfo& sample, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, sizeHint().height()}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] QRect summaryRect(int width) const;

    QString m_title;
    QString m_summary;
    QStringList m_facts;
};

/// Title and summary of the samples that ship, in the user's language; of others as they came.
[[nodiscard]] QString sampleTitle(const SampleInfo& sample);
[[nodiscard]] QString sampleSummary(const SampleInfo& sample);

}  // namespace baton::ui
