// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/definitions/mockanswers.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QToolButton;
class QsciLexerJSON;
class QsciScintilla;

namespace baton::ui {

class EmptyState;
class MockModel;
class RowTree;

/// What the tasks of a definition answer in rehearsals, in place of workers: written, recorded, or brought from a file.
class MockPanel : public QWidget {
    Q_OBJECT
public:
    explicit MockPanel(QWidget* parent = nullptr);

    void setDefinition(const WorkflowDefPtr& definition);
    void setInput(const Value& input);             // goes into what is saved for a server
    [[nodiscard]] bool isOn() const;
    void setOn(bool on);
    [[nodiscard]] Value mocks() const;             // object; empty when there are none
    void setMocks(const Value& mocks);
    [[nodiscard]] MockModel& model() const noexcept { return *m_model; }

public slots:
    void load();
    void saveFor();                                // the server's WorkflowTestRequest

signals:
    void changed();
    void recordRequested();                        // the answers of the run in the debugger
    void failed(const baton::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeTools();
    QWidget* makeEditor();
    void showTask();
    void written();
    void add(AnswerKind kind);
    void showProblem();

    MockModel* m_model;
    RowTree* m_tree;
    QsciScintilla* m_editor;
    QsciLexerJSON* m_lexer;
    QCheckBox* m_on;
    QToolButton* m_add;
    QLabel* m_problem;
    WorkflowDefPtr m_definition;
    Value m_input;
    bool m_filling = false;
};

}  // namespace baton::ui
