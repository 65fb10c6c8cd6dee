// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/replay/replaycontroller.h"

namespace baton::ui {

namespace {

constexpr int kLookMs = 50;

}  // namespace

ReplayController::ReplayController(QObject* parent) : QObject(parent)
{
    m_timer.setInterval(kLookMs);
    connect(&m_timer, &QTimer::timeout, this, &ReplayController::look);
}

ReplayController::~ReplayController() = default;

Status ReplayController::start(ReplayPlan plan)
{
    auto replay = BatchReplay::make(std::move(plan), m_clock);
    if (!replay)
        return std::move(replay).error();
    m_replay = std::move(replay).value();
    m_table.reset();
    m_replay->start();
    m_timer.start();
    emit progressChanged();
    return {};
}

bool ReplayController::isBusy() const
{
    const auto state = progress().state;
    return m_timer.isActive() && (state == ReplayProgress::State::Running || state == ReplayProgress::State::Paused);
}

ReplayProgress ReplayController::progress() const
{
    return m_replay ? m_replay->progress() : ReplayProgress {};
}

const ReplayPlan* ReplayController::plan() const noexcept
{
    return m_replay ? &m_replay->plan() : nullptr;
}

void ReplayController::togglePause()
{
    if (!m_replay)
        return;
    if (progress().state == ReplayProgress::State::Paused)
        m_replay->resume();
    else
        m_replay->pause();
    emit progressChanged();
}

void ReplayController::cancel()
{
    if (m_replay)
        m_replay->cancel();
}

void ReplayController::look()
{
    const ReplayProgress now = m_replay->progress();
    emit progressChanged();
    if (now.state == ReplayProgress::State::Running || now.state == ReplayProgress::State::Paused)
        return;
    m_timer.stop();
    m_replay->wait();
    const auto table = m_replay->table();
    if (!table) {
        emit failed(table.error());
        return;
    }
    m_table = *table;
    emit progressChanged();
    emit finished();
}

}  // namespace baton::ui
