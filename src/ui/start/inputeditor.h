// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/value.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace baton::ui {

/// The input of a workflow as JSON to write by hand.
class InputEditor : public QWidget {
    Q_OBJECT
public:
    explicit InputEditor(QWidget* parent = nullptr);
    void setInput(const Value& input);

signals:
    void submitted(const baton::Value& input);

private:
    void submit();

    QPlainTextEdit* m_text;
    QLabel* m_problem;
    QPushButton* m_button;
};

}  // namespace baton::ui
