// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/replay/replayservices.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace baton::ui {

/// How rows become cases: the mapping as text, beside it the data set's columns and the first cases it makes, at once while
/// typing. It can be saved as a file and taken for the replay.
class MappingTab : public QWidget {
    Q_OBJECT
public:
    explicit MappingTab(QWidget* parent = nullptr);

    void setServices(const ReplayServices* services) { m_services = services; }
    void setDocument(const DocumentPtr& document);
    [[nodiscard]] QString text() const;

signals:
    void applied(const baton::ui::DocumentPtr& document);
    void failed(const baton::Error& error);

private:
    void preview();
    void apply();
    void save();
    void showColumns();

    const ReplayServices* m_services = nullptr;
    DocumentPtr m_document;
    QTimer m_soon;
    QPlainTextEdit* m_text;
    QPlainTextEdit* m_columns;
    QPlainTextEdit* m_preview;
    QLabel* m_problem;
    QPushButton* m_apply;
    QPushButton* m_save;
};

}  // namespace baton::ui
