// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>

#include <array>
#include <cstdint>

class QPalette;
class QWidget;

namespace baton::ui {

/// What a colour means. Never the only carrier of that meaning: a shape or a word stands beside it.
enum class Tone : std::uint8_t { Neutral, Accent, Active, Success, Warning, Danger, Skipped };
inline constexpr std::size_t kToneCount = 7;

/// One tone: for text and icons on any surface, and the soft ground below such text.
struct ToneColors {
    QColor foreground;   // at least 4.5:1 on surface, window and on its own ground
    QColor ground;
};

/// Every colour of the program. Widgets take them by their own palette, so that they follow a switch of the theme:
///     const Tokens& tokens = tokensFor(this);
struct Tokens {
    bool dark = false;
    // Levels, from the frame of the window up to what floats over it.
    QColor window;         // bars, dock frames, the start page's ground
    QColor surface;        // views: tables, trees, editors, the canvas
    QColor raised;         // cards, popups, buttons
    QColor sunken;         // wells: search fields, header rows, tracks
    QColor border;
    QColor borderStrong;   // around what can be edited; at least 3:1 on surface
    QColor hover;          // a row or button under the pointer
    QColor selection;      // selected rows; text on it stays text
    QColor shadow;
    // Text.
    QColor text;
    QColor textMuted;      // at least 4.5:1 on surface, window and sunken
    QColor textDisabled;
    // The house colour.
    QColor accent;
    QColor accentHover;
    QColor onAccent;       // text on accent
    QColor focus;
    std::array<ToneColors, kToneCount> tones;
    // JSON.
    QColor jsonKey;
    QColor jsonText;
    QColor jsonNumber;
    QColor jsonWord;       // true, false, null
    QColor jsonMark;       // brackets and commas

    [[nodiscard]] const ToneColors& tone(Tone tone) const noexcept { return tones[static_cast<std::size_t>(tone)]; }
};

[[nodiscard]] const Tokens& lightTokens();
[[nodiscard]] const Tokens& darkTokens();
/// Light or dark, by the lightness of the palette's window colour.
[[nodiscard]] const Tokens& tokensFor(const QPalette& palette);
[[nodiscard]] const Tokens& tokensFor(const QWidget* widget);

/// Distances in device-independent pixels; nothing in the window uses others.
namespace space {
inline constexpr int kHair = 2;
inline constexpr int kTight = 4;
inline constexpr int kSmall = 6;
inline constexpr int kBase = 8;
inline constexpr int kWide = 12;
inline constexpr int kLarge = 16;
inline constexpr int kHuge = 24;
inline constexpr int kRadius = 6;
inline constexpr int kRowHeight = 26;
inline constexpr int kIcon = 16;
}  // namespace space

/// WCAG 2 contrast ratio, 1 to 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);
/// `over` with the given share (0..1) laid over `under`.
[[nodiscard]] QColor mixed(const QColor& under, const QColor& over, double share);

}  // namespace baton::ui
