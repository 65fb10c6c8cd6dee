// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>

namespace baton::ui {

/// Which letters the window is set in.
enum class FontChoice : std::uint8_t {
    Automatic,   // the desktop's own font where a desktop sets one, else ours
    Bundled,     // ours everywhere: the same picture on every machine
};

/// Makes the bundled families known and sets the application's font. Once, after the QApplication.
void installFonts(FontChoice choice);

/// The application's font, `steps` pixels larger or smaller (-2 captions, 0 text, 2 headings, 9 titles).
[[nodiscard]] QFont textFont(int steps = 0, QFont::Weight weight = QFont::Normal);
/// Fixed width, for JSON, ids and numbers in editors.
[[nodiscard]] QFont codeFont(int steps = 0);
/// The same size said in points, for those who understand no pixels.
[[nodiscard]] QFont pointSized(QFont font);

}  // namespace baton::ui
