// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/application.h"

#include "ui/kit/fonts.h"
#include "ui/kit/icons.h"
#include "ui/kit/settingsstore.h"
#include "ui/kit/theme.h"
#include "ui/models/words.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/startup.h"

#include "baton/version.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

static void loadTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLeastSide = 320;
constexpr int kMostSide = 16384;

void translate(QApplication& application, const std::string& wanted)
{
    loadTranslations();
    const QLocale locale = wanted.empty() ? QLocale::system() : QLocale(toQString(wanted));
    QLocale::setDefault(locale);
    const auto install = [&](const QString& catalog, const QString& folder) {
        auto* translator = new QTranslator(&application);
        // English has a catalogue too: its plural forms.
        if (translator->load(locale, catalog, u"_"_s, folder) || translator->load(QLocale(u"en"_s), catalog, u"_"_s, folder))
            QApplication::installTranslator(translator);
        else
            delete translator;
    };
    install(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(u"baton"_s, u":/translations"_s);
}

std::unique_ptr<SettingsStore> settingsFor(const WindowOptions& options)
{
    if (options.plainSettings)
        return std::make_unique<MemorySettings>();
    return std::make_unique<FileSettings>(toQString(options.settingsFile));
}

}  // namespace

int runWindow(int argc, char** argv, Services services, WindowOptions options)
{
    if (options.scale > 0)
        qputenv("QT_SCALE_FACTOR", QByteArray::number(options.scale));
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"baton"_s);
    QApplication::setApplicationDisplayName(u"Baton"_s);
    QApplication::setApplicationVersion(toQString(kVersion));
    QApplication::setDesktopFileName(u"baton"_s);
    translate(application, options.locale);

    const std::unique_ptr<SettingsStore> settings = settingsFor(options);
    installFonts(options.screenshot.empty() ? FontChoice::Automatic : FontChoice::Bundled);
    Theme theme;
    const QString wanted = options.theme.empty() ? settings->value(u"window/theme"_s).toString() : toQString(options.theme);
    theme.apply(themeFrom(wanted));
    QApplication::setWindowIcon(programIcon());

    MainWindow window(services, *settings, theme);
    if (options.width > 0 && options.height > 0)
        window.resize(qBound(kLeastSide, options.width, kMostSide), qBound(kLeastSide, options.height, kMostSide));
    if (!options.screenshot.empty())
        window.actions().action(u"view.resetLayout"_s)->trigger();
    window.show();
    Startup startup(window, std::move(options), services);
    startup.begin();
    return QApplication::exec();
}

}  // namespace baton::ui
