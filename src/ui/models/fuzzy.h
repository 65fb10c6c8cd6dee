// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace baton::ui {

/// How well `pattern` fits `text` when typed by somebody in a hurry: all its letters in order, anywhere. Starts of words, runs
/// and early places score higher. Negative: it does not fit. An empty pattern fits everything with 0.
[[nodiscard]] int fuzzyScore(QStringView pattern, QStringView text);
/// Places of the letters that matched, ascending; empty when it does not fit.
[[nodiscard]] QList<int> fuzzyPlaces(QStringView pattern, QStringView text);

}  // namespace baton::ui
