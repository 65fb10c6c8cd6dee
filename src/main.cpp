// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/cli.h"

#include <QCoreApplication>

#include <iostream>
#include <string>
#include <vector>

#ifdef BATON_GUI
#include "cli/windowarguments.h"
#include "ui/shell/application.h"
#include "windowservices.h"

#include <cstdlib>
#endif

namespace {

#ifdef BATON_GUI

bool hasDisplay()
{
    const auto set = [](const char* name) {
        const char* const value = std::getenv(name);
        return value != nullptr && *value != '\0';
    };
    return set("DISPLAY") || set("WAYLAND_DISPLAY") || set("QT_QPA_PLATFORM");
}

baton::ui::WindowOptions optionsFrom(const baton::cli::WindowArguments& arguments)
{
    baton::ui::WindowOptions options;
    options.files = arguments.files;
    options.sample = arguments.sample;
    options.applicant = arguments.applicant;
    options.policy = arguments.policy;
    options.perspective = arguments.perspective;
    options.steps = arguments.steps;
    options.screenshot = arguments.screenshot;
    options.width = arguments.width;
    options.height = arguments.height;
    options.scale = arguments.scale;
    options.theme = arguments.theme;
    options.locale = arguments.locale;
    options.plainSettings = !arguments.screenshot.empty();
    return options;
}

int openWindow(int argc, char** argv, const std::vector<std::string>& words)
{
    const auto arguments = baton::cli::WindowArguments::parse(words);
    if (!arguments) {
        std::cerr << "baton: " << arguments.error().oneLine() << '\n';
        return baton::cli::kWrongUsage;
    }
    if (!hasDisplay()) {
        std::cerr << "baton: there is no display for the window (use a command such as 'baton run --sample underwriting --trace', "
                     "or set QT_QPA_PLATFORM=offscreen with --screenshot)\n";
        return baton::cli::kMissing;
    }
    return baton::ui::runWindow(argc, argv, baton::windowServices(), optionsFrom(*arguments));
}

#else

int openWindow(int, char**, const std::vector<std::string>&)
{
    std::cerr << "baton: this build has no window (use a command, see baton --help)\n";
    return baton::cli::kMissing;
}

#endif

}  // namespace

int main(int argc, char** argv)
{
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (baton::cli::isCommand(words)) {
        const QCoreApplication application(argc, argv);   // scripts need one
        return baton::cli::runCommand(words, {std::cout, std::cerr});
    }
    return openWindow(argc, argv, words);
}
