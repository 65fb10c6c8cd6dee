// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/replay/batchreplay.h"

#include <QObject>
#include <QTimer>

namespace baton::ui {

/// Runs one batch replay at a time on its own threads and tells the window of it a few times a second. Window thread.
class ReplayController : public QObject {
    Q_OBJECT
public:
    explicit ReplayController(QObject* parent = nullptr);
    ~ReplayController() override;

    /// Begins another replay; one that is at work is cancelled first. Errors: what checkPlan says.
    Status start(ReplayPlan plan);
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] ReplayProgress progress() const;
    [[nodiscard]] std::shared_ptr<const OutcomeTable> table() const noexcept { return m_table; }   // of the last that ended
    [[nodiscard]] const ReplayPlan* plan() const noexcept;       // of that table, or of the one at work

public slots:
    void togglePause();
    void cancel();

signals:
    void progressChanged();
    void finished();                            // table() is new
    void failed(const baton::Error& error);

private:
    void look();

    SystemClock m_clock;
    std::unique_ptr<BatchReplay> m_replay;
    std::shared_ptr<const OutcomeTable> m_table;
    QTimer m_timer;
};

}  // namespace baton::ui
