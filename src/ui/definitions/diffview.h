// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QsciScintilla;

namespace baton::ui {

/// What changes between two texts, line by line with some lines around: + and - in front, and a ground of their tone.
class DiffView : public QWidget {
    Q_OBJECT
public:
    explicit DiffView(QWidget* parent = nullptr);

    struct Count {
        int added = 0;
        int removed = 0;
    };
    Count setTexts(const QString& before, const QString& after);
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void paintTheme();

    QsciScintilla* m_view;
};

}  // namespace baton::ui
