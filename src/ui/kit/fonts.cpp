// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/fonts.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>

// Resources of a static library are linked in by this call, which must stand outside every namespace.
static void loadResources()
{
    Q_INIT_RESOURCE(baton);
}

namespace baton::ui {

namespace {

constexpr int kTextPixels = 13;

bool desktopSetsFonts()
{
    const QString platform = QGuiApplication::platformName();
    if (platform == QLatin1String("offscreen") || platform == QLatin1String("minimal"))
        return false;
    if (platform == QLatin1String("windows") || platform == QLatin1String("cocoa"))
        return true;
    return !qEnvironmentVariableIsEmpty("XDG_CURRENT_DESKTOP");
}

QFont sized(QFont font, int steps)
{
    const int pixels = QFontInfo(font).pixelSize() + steps;
    font.setPixelSize(qMax(pixels, 8));
    return font;
}

}  // namespace

void installFonts(FontChoice choice)
{
    loadResources();
    for (const char* file : {"BatonSans-Regular.otf", "BatonSans-Medium.otf", "BatonSans-SemiBold.otf",
                             "BatonMono-Regular.ttf", "BatonMono-SemiBold.ttf"})
        QFontDatabase::addApplicationFont(QStringLiteral(":/baton/fonts/") + QLatin1String(file));
    if (choice == FontChoice::Automatic && desktopSetsFonts())
        return;
    QFont font(QStringLiteral("Baton Sans"));
    font.setPixelSize(kTextPixels);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferNoShaping);   // ligatures and kerning cost nearly half of a step's time
    QApplication::setFont(font);
}

QFont textFont(int steps, QFont::Weight weight)
{
    QFont font = sized(QApplication::font(), steps);
    font.setWeight(weight);
    return font;
}

QFont pointSized(QFont font)
{
    font.setPointSizeF(QFontInfo(font).pointSizeF());
    return font;
}

QFont codeFont(int steps)
{
    QFont font = QApplication::font();
    font.setFamily(QStringLiteral("Baton Mono"));
    font.setStyleHint(QFont::Monospace);
    font.setWeight(QFont::Normal);
    return sized(font, steps - 1);
}

}  // namespace baton::ui
