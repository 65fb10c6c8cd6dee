// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/tokens.h"

#include <QFrame>

class QAction;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace baton::ui {

/// A message above the content that blocks nothing: what happened, where, the way out, and buttons for it. Its words can be
/// selected and copied. Escape or the cross closes it.
class Banner : public QFrame {
    Q_OBJECT
public:
    explicit Banner(QWidget* parent = nullptr);

    struct Content {
        Tone tone = Tone::Neutral;
        QString iconName;
        QString title;      // one short sentence
        QString where;      // file:line, field; may be empty
        QString text;       // detail; may be empty
        QString hint;       // the way out; may be empty
    };
    void setContent(const Content& content);
    [[nodiscard]] const Content& content() const noexcept { return m_content; }
    void setAction(QAction* action);   // one button of its own; null: none

signals:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void dismiss();

    Content m_content;
    QLabel* m_title;
    QLabel* m_where;
    QLabel* m_text;
    QLabel* m_hint;
    QPushButton* m_button;
    QToolButton* m_close;
    QAction* m_action = nullptr;
};

}  // namespace baton::ui
