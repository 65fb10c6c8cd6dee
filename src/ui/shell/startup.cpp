// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/startup.h"

#include "ui/models/words.h"
#include "ui/replay/replaypage.h"
#include "ui/shell/documentopener.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/perspectives.h"
#include "ui/shell/replayperspective.h"

#include <QApplication>
#include <QTimer>

#include <cstdio>

namespace baton::ui {

namespace {

constexpr int kSettleMs = 250;   // for animations of the views to end

}  // namespace

Startup::Startup(MainWindow& window, WindowOptions options, const Services& services)
    : QObject(&window)
    , m_window(window)
    , m_options(std::move(options))
    , m_services(services)
{
    if (!m_options.screenshot.empty())
        connect(&m_window, &MainWindow::errorShown, this, &Startup::fail);
}

void Startup::begin()
{
    m_window.setFirstChoice(m_options.applicant, m_options.policy);
    const bool opens = !m_options.files.empty() || !m_options.sample.empty();
    if (opens) {
        connect(&m_window.opener(), &DocumentOpener::idle, this, &Startup::makeSteps, Qt::SingleShotConnection);
        openAll();
    } else if (!m_options.screenshot.empty()) {
        settle();
    }
}

void Startup::openAll()
{
    std::string sample = m_options.sample;
    if (sample == "-" && m_services.samples) {
        const std::vector<SampleInfo> samples = m_services.samples();
        sample = samples.empty() ? sample : samples.front().id;
    }
    if (!sample.empty())
        m_window.openSample(toQString(sample));
    for (const std::string& file : m_options.files)
        m_window.openFile(toQString(file));
}

void Startup::makeSteps()
{
    SessionController& session = m_window.session();
    if (!m_options.perspective.empty())
        m_window.perspectives().show(toQString(m_options.perspective));
    if (m_options.perspective == "replay" && !m_options.screenshot.empty()) {
        ReplayPage& page = m_window.replay().page();
        connect(&page.controller(), &ReplayController::finished, this, &Startup::settle, Qt::SingleShotConnection);
        page.run();
        return;
    }
    if (m_options.steps < 0 && session.canStepForward()) {
        if (!m_options.screenshot.empty())
            connect(&session, &SessionController::stopped, this, &Startup::settle, Qt::SingleShotConnection);
        session.run();
        return;
    }
    for (int step = 0; step < m_options.steps && session.canStepForward(); ++step)
        session.stepTask();
    if (!m_options.screenshot.empty())
        settle();
}

void Startup::settle()
{
    QTimer::singleShot(kSettleMs, this, &Startup::takePicture);
}

void Startup::takePicture()
{
    const QPixmap picture = m_window.grab();
    if (picture.save(toQString(m_options.screenshot), "PNG")) {
        QApplication::exit(0);
        return;
    }
    std::fprintf(stderr, "baton: %s: the picture could not be written (choose another place)\n", m_options.screenshot.c_str());
    QApplication::exit(1);
}

void Startup::fail(const Error& error)
{
    std::fprintf(stderr, "baton: %s\n", error.oneLine().c_str());
    QApplication::exit(1);
}

}  // namespace baton::ui
