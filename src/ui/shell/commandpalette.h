// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/palettemodel.h"

#include <QFrame>

class QLabel;
class QListView;

namespace baton::ui {

class SearchField;

/// Everything the window can do, a few letters away. Floats over the upper middle of its parent.
class CommandPalette : public QFrame {
    Q_OBJECT
public:
    explicit CommandPalette(QWidget* parent);

    [[nodiscard]] PaletteModel& model() const noexcept { return *m_model; }
    void open(const QString& query = {});

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void query(const QString& text);
    void choose(const QModelIndex& index);
    void move(int rows);
    void place();

    PaletteModel* m_model;
    SearchField* m_search;
    QListView* m_list;
    QLabel* m_none;
    QLabel* m_foot;
    QWidget* m_before = nullptr;   // who had the focus
};

}  // namespace baton::ui
