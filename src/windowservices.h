// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/services.h"

namespace baton {

/// What the window asks of the rest of the program, answered by the command line's casebooks.
[[nodiscard]] ui::Services windowServices();

}  // namespace baton
