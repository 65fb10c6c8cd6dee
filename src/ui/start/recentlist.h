// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>

namespace baton::ui {

class RecentFiles;

/// Recent files, two lines each: name and folder; what is gone is marked so.
class RecentList : public QListView {
    Q_OBJECT
public:
    explicit RecentList(RecentFiles& files, QWidget* parent = nullptr);

signals:
    void fileChosen(const QString& path);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showMenu(const QPoint& at);
    void choose(const QModelIndex& index);

    RecentFiles& m_files;
};

}  // namespace baton::ui
