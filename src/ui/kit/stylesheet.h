// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace baton::ui {

struct Tokens;

/// The style sheet in the theme's colours.
[[nodiscard]] QString styleSheetFor(const Tokens& tokens);

}  // namespace baton::ui
