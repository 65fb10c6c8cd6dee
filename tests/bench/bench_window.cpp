// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

// What a person waits for: the window after the start, and one step with everything shown. Prints one line each.
//   bench_window [SAMPLE]

#include "support/figure.h"
#include "ui/kit/fonts.h"
#include "ui/kit/settingsstore.h"
#include "ui/kit/theme.h"
#include "ui/models/sessioncontroller.h"
#include "ui/shell/documentopener.h"
#include "ui/shell/mainwindow.h"
#include "windowservices.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTest>

using namespace baton;
using namespace baton::test;
using namespace baton::ui;
using namespace Qt::StringLiterals;

namespace {

double milliseconds(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void settle()
{
    for (int i = 0; i < 4; ++i)
        QApplication::processEvents();
}

/// One key and all that follows from it, painted.
double stepTime(MainWindow& window, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QElapsedTimer timer;
    timer.start();
    QTest::keyClick(&window, key, modifiers);
    settle();
    return milliseconds(timer);
}

void open(MainWindow& window, const QString& sample)
{
    QEventLoop loop;
    QObject::connect(&window.opener(), &DocumentOpener::idle, &loop, &QEventLoop::quit);
    window.openSample(sample);
    loop.exec();
    settle();
}

}  // namespace

int main(int argc, char** argv)
{
    QElapsedTimer start;
    start.start();
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    installFonts(FontChoice::Bundled);
    MemorySettings settings;
    Theme theme;
    MainWindow window(windowServices(), settings, theme);
    window.resize(1440, 900);
    window.show();
    settle();
    printFigure("start to the start page", milliseconds(start), "ms", 1000, 400);
    open(window, argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"underwriting-full"_s);
    printFigure("start to an application loaded", milliseconds(start), "ms", 1000, 400);

    std::vector<double> forward;
    std::vector<double> back;
    for (int round = 0; round < 20; ++round) {
        for (std::size_t before = SIZE_MAX; window.session().position() != before;) {
            before = window.session().position();
            forward.push_back(stepTime(window, Qt::Key_F11));
        }
        for (std::size_t before = SIZE_MAX; window.session().position() != before;) {
            before = window.session().position();
            back.push_back(stepTime(window, Qt::Key_F11, Qt::AltModifier));
        }
    }
    std::printf("%zu steps forward, %zu back\n", forward.size(), back.size());
    printFigure("step forward, painted, p95", p95(forward), "ms", 16, 2);
    printFigure("step back, painted, p95", p95(back), "ms", 16, 2);
    return EXIT_SUCCESS;
}
