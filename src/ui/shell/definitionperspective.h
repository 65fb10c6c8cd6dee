// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/services.h"

#include <QObject>

namespace baton::ui {

class ActionCollection;
class DefinitionPage;
class GraphView;
class Perspectives;
class SessionController;
class SettingsStore;

/// The perspective in which a definition is written: its page, the graph beside it, and the actions that belong to it.
class DefinitionPerspective : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Perspectives& perspectives;
        ActionCollection& actions;
        SettingsStore& settings;
        const Services& services;
    };
    DefinitionPerspective(const Parts& parts, QWidget* parent);

    /// What was opened is what is written next; null changes nothing.
    void setDocument(const DocumentPtr& document);
    /// What tasks are to answer in rehearsals; null: as without mocks.
    [[nodiscard]] Value mocks() const;
    /// What the session's tasks have answered becomes the mock answers.
    void takeAnswers(const SessionController& session);
    [[nodiscard]] DefinitionPage& page() const noexcept { return *m_page; }

signals:
    void rehearseRequested(const QString& text);
    void saved(const QString& path);
    void failed(const baton::Error& error);
    void recordRequested();

private:
    void makeActions(const Parts& parts);
    void connectPage();

    GraphView* m_graph;
    DefinitionPage* m_page;
};

}  // namespace baton::ui
