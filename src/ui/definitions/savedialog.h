// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QCheckBox;

namespace baton::ui {

/// Shows what saving would change in the file, and asks.
class SaveDialog : public QDialog {
    Q_OBJECT
public:
    struct Content {
        QString path;
        QString before;         // what the file has now; empty: it is new
        QString after;
        int errors = 0;         // what a server would refuse
    };
    SaveDialog(const Content& content, QWidget* parent = nullptr);
    [[nodiscard]] bool askAgain() const;

private:
    QCheckBox* m_again;
};

}  // namespace baton::ui
