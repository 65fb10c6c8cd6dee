// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

namespace baton::ui {

/// A line to filter by: magnifier, clear button, Escape empties it, Down goes to the list below.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(QWidget* parent = nullptr);
    /// What Down and Return move the focus to.
    void setTarget(QWidget* target) { m_target = target; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* m_target = nullptr;
};

}  // namespace baton::ui
