// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/tokens.h"

#include <QObject>
#include <QPalette>

namespace baton::ui {

enum class ThemeChoice : std::uint8_t { System, Light, Dark };

[[nodiscard]] QString themeWord(ThemeChoice choice);                 // "system", "light", "dark": settings, command line
[[nodiscard]] ThemeChoice themeFrom(const QString& word);            // anything else: System

/// Dresses the application: Fusion with our style over it, palette and style sheet. One an application.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QObject* parent = nullptr);

    [[nodiscard]] ThemeChoice choice() const noexcept { return m_choice; }
    [[nodiscard]] bool isDark() const noexcept { return m_dark; }
    /// Puts it on at once; every widget gets a PaletteChange.
    void apply(ThemeChoice choice);

signals:
    void changed(bool dark);

private:
    QPalette m_systemPalette;   // as the desktop gave it, to judge light or dark by
    ThemeChoice m_choice = ThemeChoice::System;
    bool m_dark = false;
    bool m_dressed = false;
};

[[nodiscard]] QPalette paletteFor(const Tokens& tokens);

}  // namespace baton::ui
