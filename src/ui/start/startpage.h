// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/document.h"

#include <QWidget>

class QAction;
class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace baton::ui {

class RecentFiles;
class RecentList;

/// What one sees first: samples to begin with, files opened last, and how else to bring something in.
class StartPage : public QWidget {
    Q_OBJECT
public:
    StartPage(RecentFiles& recent, QAction* open, QAction* palette, QWidget* parent = nullptr);

    void setSamples(const std::vector<SampleInfo>& samples);
    void setDropping(bool dropping);   // something droppable hovers over the window

signals:
    void sampleChosen(const QString& id);
    void fileChosen(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeHero();
    QWidget* makeSamples(QAction* open, QAction* palette);
    QWidget* makeRecent();
    QWidget* makeDropHint();
    void paintMarks();

    RecentFiles& m_recent;
    QLabel* m_mark;
    QVBoxLayout* m_cards = nullptr;
    QLabel* m_noSamples = nullptr;
    QStackedWidget* m_recentPages = nullptr;
    QWidget* m_dropHint = nullptr;
    QLabel* m_dropMark = nullptr;
    bool m_dropping = false;
};

}  // namespace baton::ui
