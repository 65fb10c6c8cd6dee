// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/replay/replayservices.h"

namespace baton {

/// What the replay perspective asks of the rest of the program, answered by the command line's casebooks.
[[nodiscard]] ui::ReplayServices replayServices();

}  // namespace baton
