// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tasks/underwriting/handlers/keys.h"
#include "tasks/underwriting/handlers/task.h"

namespace baton::tasks {

/// Tells somebody, unless the run must have no effect outside: {kind, recipient, status: sent or suppressed, id or reason}.
/// A message that could
/// not be sent fails the task, to be tried again.
[[nodiscard]] inline OrElse<Value> notified(const Providers& providers, const ProviderCall& call, const TaskContext& context,
    const Notification& notification)
{
    ObjectBuilder note(4);
    note.set(key::kind, notification.kind).set(key::recipient, notification.recipient);
    if (!context.sideEffectsAllowed()) {
        note.set(key::status, "suppressed").set(key::reason, "rehearsal");
        return std::move(note).build();
    }
    OrElse<Text> id = answered(providers.notifier->send(call, notification), kExternalServiceError, kExternalServiceError);
    if (!id.ok())
        return std::move(id).output();
    note.set(key::status, "sent").set(key::id, *id);
    return std::move(note).build();
}

}  // namespace baton::tasks
