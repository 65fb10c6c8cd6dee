// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/rowdelegate.h"

namespace baton::ui {

/// How a cell of a FindingModel is dressed: a shape and a tone for each severity.
[[nodiscard]] CellLook findingLook(const QModelIndex& index);

}  // namespace baton::ui
