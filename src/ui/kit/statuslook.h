// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/event.h"
#include "ui/kit/tokens.h"

#include <QString>

namespace baton::ui {

/// How a status is shown: a tone and a shape of its own, so that it can be told without seeing colours.
struct StatusLook {
    Tone tone = Tone::Neutral;
    QString icon;
};

[[nodiscard]] StatusLook lookOf(TaskStatus status);
[[nodiscard]] StatusLook lookOf(WorkflowStatus status);
[[nodiscard]] StatusLook lookOf(EventKind kind);
/// For a task that no attempt was made of so far.
[[nodiscard]] StatusLook lookOfNothing();

}  // namespace baton::ui
