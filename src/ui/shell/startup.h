// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/application.h"

#include <QObject>

namespace baton::ui {

class MainWindow;

/// Does what the command line asked for once the window is up: opens, steps, takes the picture and ends the program.
class Startup : public QObject {
    Q_OBJECT
public:
    Startup(MainWindow& window, WindowOptions options, const Services& services);
    void begin();

private:
    void openAll();
    void makeSteps();
    void settle();
    void takePicture();
    void fail(const Error& error);

    MainWindow& m_window;
    WindowOptions m_options;
    const Services& m_services;
};

}  // namespace baton::ui
