// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace baton::ui {

/// What a view shows instead of nothing: an icon, what is missing, what to do about it, and the button that does it.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr);

    void setContent(const QString& iconName, const QString& title, const QString& sentence);
    void setAction(QAction* action);   // null: no button

protected:
    void changeEvent(QEvent* event) override;

private:
    void paintMark();

    QString m_icon;
    QLabel* m_mark;
    QLabel* m_title;
    QLabel* m_sentence;
    QPushButton* m_button;
    QAction* m_action = nullptr;
};

}  // namespace baton::ui
