// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/value/value.h"

#include <QDialog>

#include <functional>

class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;

namespace baton::ui {

/// Lets somebody change a JSON value. What is wrong with it is told below while the dialog stays; it closes when `accept`
/// took the value. Not modal to other windows.
class JsonDialog : public QDialog {
    Q_OBJECT
public:
    using Accept = std::function<Status(const Value& value)>;
    JsonDialog(const QString& title, const QString& sentence, const Value& value, Accept accept, QWidget* parent = nullptr);

private:
    void submit();

    Accept m_accept;
    QPlainTextEdit* m_text;
    QLabel* m_problem;
};

}  // namespace baton::ui
