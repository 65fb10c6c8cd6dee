// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/sessionkeeper.h"

#include "ui/models/sessioncontroller.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kEveryMs = 1000;
constexpr std::size_t kMostAtOnce = 20'000;   // events; more would be felt

QString lockOf(const QString& path)
{
    return path + u".lock"_s;
}

}  // namespace

SessionKeeper::SessionKeeper(SessionController& session, const QString& folder, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_folder(folder)
{
    if (m_folder.isEmpty() || !QDir().mkpath(m_folder))
        return;
    m_path = QDir(m_folder).filePath(u"session-%1.journal"_s.arg(QCoreApplication::applicationPid()));
    m_timer.setInterval(kEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &SessionKeeper::keep);
    connect(&m_session, &SessionController::opened, this, &SessionKeeper::begin);
    connect(&m_session, &SessionController::closed, this, &SessionKeeper::end);
}

SessionKeeper::~SessionKeeper()
{
    end();
}

QString SessionKeeper::leftover() const
{
    if (m_path.isEmpty())
        return {};
    const QDir folder(m_folder);
    for (const QString& name : folder.entryList({u"session-*.journal"_s}, QDir::Files, QDir::Time)) {
        const QString path = folder.filePath(name);
        QLockFile lock(lockOf(path));
        lock.setStaleLockTime(0);   // by its process alone: a session may stay open for days
        if (path != m_path && lock.tryLock(0))
            return path;
    }
    return {};
}

void SessionKeeper::discard(const QString& leftover)
{
    if (!leftover.isEmpty() && leftover != m_path)
        QFile::remove(leftover);
}

void SessionKeeper::begin()
{
    m_lock = std::make_unique<QLockFile>(lockOf(m_path));
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock(0)) {
        m_lock.reset();
        return;
    }
    m_file = std::make_unique<std::ofstream>(m_path.toStdString(), std::ios::binary | std::ios::trunc);
    m_writer = std::make_unique<JournalWriter>(*m_file);
    m_journal = m_session.journal();
    m_written = 0;
    m_timer.start();
}

void SessionKeeper::keep()
{
    if (!m_writer || m_journal != m_session.journal() || !m_journal)
        return;
    const std::size_t end = std::min(m_journal->size(), m_written + kMostAtOnce);
    if (end == m_written)
        return;
    for (; m_written < end; ++m_written)
        m_writer->take(m_journal->event(m_written));
    m_file->flush();
}

void SessionKeeper::end()
{
    m_timer.stop();
    m_writer.reset();
    m_file.reset();
    m_journal = nullptr;
    if (m_lock)
        QFile::remove(m_path);
    m_lock.reset();
}

}  // namespace baton::ui
