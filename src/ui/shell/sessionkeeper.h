// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/journal/journalfile.h"

#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <fstream>
#include <memory>

namespace baton::ui {

class SessionController;

/// Keeps what happens in the session in a file, once a second, so that a crash loses no more than that. The file goes when
/// the session is closed in good order. Each program has a file of its own in the folder. Window thread only.
class SessionKeeper : public QObject {
    Q_OBJECT
public:
    /// An empty folder keeps nothing.
    SessionKeeper(SessionController& session, const QString& folder, QObject* parent = nullptr);
    ~SessionKeeper() override;

    /// A session that nobody closed and no running program has; empty: none.
    [[nodiscard]] QString leftover() const;
    /// It was opened, or nobody wants it.
    void discard(const QString& leftover);

public slots:
    void keep();      // writes what is new; else once a second

private:
    void begin();
    void end();

    SessionController& m_session;
    QString m_folder;
    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<std::ofstream> m_file;
    std::unique_ptr<JournalWriter> m_writer;
    const Journal* m_journal = nullptr;
    std::size_t m_written = 0;
    QTimer m_timer;
};

}  // namespace baton::ui
