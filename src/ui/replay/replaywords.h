// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/replay/analysis/statistics.h"
#include "ui/kit/tokens.h"

#include <QString>

#include <string_view>

namespace baton::ui {

[[nodiscard]] QString decisionText(std::string_view word);       // "approved" in the user's language; an unknown word as it is
[[nodiscard]] Tone decisionTone(std::string_view word) noexcept;
[[nodiscard]] QString shareText(const Estimate& share);          // 84.5 % (82.1 - 86.7)
[[nodiscard]] QString numberText(double number, int decimals);   // by the user's locale; a dash for none
[[nodiscard]] QString figureText(const Estimate& figure, int decimals);

}  // namespace baton::ui
