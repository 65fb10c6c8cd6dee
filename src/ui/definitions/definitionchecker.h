// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/workflowdef.h"
#include "ui/models/document.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace baton::ui {

/// What a text is worth as a definition.
struct CheckedText {
    QString text;
    WorkflowDefPtr definition;         // null: it cannot be read
    Value json;                        // as far as it is JSON; else null
    std::vector<Finding> findings;     // gravest first; why it cannot be read is one of them
};

/// Checks text on a background thread, the newest only, a moment after the last change.
class DefinitionChecker : public QObject {
    Q_OBJECT
public:
    explicit DefinitionChecker(QObject* parent = nullptr);
    ~DefinitionChecker() override;     // waits for what is under way

    void check(const QString& text, const QString& source);
    void checkNow();                   // does not wait for the moment to pass

signals:
    void checked(const baton::ui::CheckedText& result);

private:
    void run();

    QThreadPool m_pool;
    QTimer m_delay;
    QString m_text;
    QString m_source;
    quint64 m_generation = 0;
};

}  // namespace baton::ui
