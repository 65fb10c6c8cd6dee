// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/theme.h"

#include "ui/kit/housestyle.h"
#include "ui/kit/stylesheet.h"

#include <QApplication>
#include <QPixmapCache>
#include <QToolTip>

namespace baton::ui {

using namespace Qt::StringLiterals;

QString themeWord(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light: return u"light"_s;
    case ThemeChoice::Dark: return u"dark"_s;
    case ThemeChoice::System: break;
    }
    return u"system"_s;
}

ThemeChoice themeFrom(const QString& word)
{
    if (word == "light"_L1)
        return ThemeChoice::Light;
    return word == "dark"_L1 ? ThemeChoice::Dark : ThemeChoice::System;
}

QPalette paletteFor(const Tokens& t)
{
    QPalette palette;
    palette.setColor(QPalette::Window, t.window);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.surface);
    palette.setColor(QPalette::AlternateBase, mixed(t.surface, t.window, 0.6));
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::PlaceholderText, t.textMuted);
    palette.setColor(QPalette::Button, t.raised);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.tone(Tone::Danger).foreground);
    palette.setColor(QPalette::Highlight, t.selection);
    palette.setColor(QPalette::HighlightedText, t.text);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::LinkVisited, t.tone(Tone::Skipped).foreground);
    palette.setColor(QPalette::ToolTipBase, t.raised);
    palette.setColor(QPalette::ToolTipText, t.text);
    palette.setColor(QPalette::Light, mixed(t.raised, t.text, t.dark ? 0.06 : 0.0));
    palette.setColor(QPalette::Midlight, t.hover);
    palette.setColor(QPalette::Mid, t.border);
    palette.setColor(QPalette::Dark, t.borderStrong);
    palette.setColor(QPalette::Shadow, t.dark ? QColor(Qt::black) : t.borderStrong);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                                           QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, t.textDisabled);
    palette.setColor(QPalette::Disabled, QPalette::Base, t.window);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, t.border);
    return palette;
}

Theme::Theme(QObject* parent)
    : QObject(parent)
    , m_systemPalette(QApplication::palette())
{
}

void Theme::apply(ThemeChoice choice)
{
    m_choice = choice;
    m_dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && tokensFor(m_systemPalette).dark);
    const Tokens& tokens = m_dark ? darkTokens() : lightTokens();
    if (!m_dressed)
        QApplication::setStyle(new HouseStyle);
    m_dressed = true;
    QPixmapCache::clear();
    QApplication::setPalette(paletteFor(tokens));
    QToolTip::setPalette(paletteFor(tokens));
    qApp->setStyleSheet(styleSheetFor(tokens));
    emit changed(m_dark);
}

}  // namespace baton::ui
