// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QDockWidget;
class QLabel;
class QHBoxLayout;
class QToolButton;

namespace baton::ui {

/// The title of a dock: icon, name, a quiet note, then the dock's own tools and the buttons to float and close it.
class DockTitle : public QWidget {
    Q_OBJECT
public:
    DockTitle(const QString& iconName, QDockWidget* dock);

    void setNote(const QString& note);       // such as "12 of 40"
    void addTool(QWidget* tool);             // left of the buttons

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* addButton(const QString& name, const QString& iconName, const QString& text);

    QString m_icon;
    QLabel* m_title;
    QLabel* m_note;
    QHBoxLayout* m_row;
    int m_tools = 0;
};

}  // namespace baton::ui
