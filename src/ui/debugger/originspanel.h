// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/provenance.h"
#include "ui/debugger/listpane.h"

class QLabel;
class QToolButton;

namespace baton::ui {

class Selection;
class SessionController;

/// Where a value came from, step by step back to the start, or what it went into. Return goes to the moment of a step.
class OriginsPanel : public ListPane {
    Q_OBJECT
public:
    OriginsPanel(SessionController& session, Selection& selection, QWidget* parent = nullptr);
    [[nodiscard]] const std::vector<ProvenanceStep>& steps() const noexcept { return m_steps; }

public slots:
    /// A place in what is shown: "bureau.output.debt".
    void ask(const QString& place, bool forward = false);

private:
    void refresh();
    void go(const QVariant& key);

    SessionController& m_session;
    Selection& m_selection;
    std::unique_ptr<Provenance> m_provenance;
    const Journal* m_journal = nullptr;
    QToolButton* m_forward;
    QString m_place;
    std::vector<ProvenanceStep> m_steps;
};

}  // namespace baton::ui
