# SPDX-FileCopyrightText: 2026 Baton contributors
# SPDX-License-Identifier: Apache-2.0
"""A 5xx is honest only where the real Conductor server answers one too: it does for requests that it cannot read."""
import schemathesis

READING = ("JSON parse error:", "Method parameter '", "Required request parameter '", "Required request body is missing:",
           "Content-Type '", "Invalid mime type", "Validation failed for argument [0]")
DOING = ("HV000028:", "Could not write JSON: Null key", "Cannot invoke \"", "EventHandler with name ", "No such task definition",
         "No such workflow definition:", "WorkflowRepairService is disabled", "Invalid cron expression", "fromIndex = ",
         "The workflow ", "env-backed secrets are read-only", "value", "The mapper [", "NULL", "No such workflow found",
         "The Task ", "Error evaluating", "TaskDef name cannot be null", "Cannot skip", "Task ", "PreparedStatementCallback", "A schedule needs", "The task referenced ")


@schemathesis.check
def honest_errors(ctx, response, case):
    if response.status_code < 500 or response.status_code == 501:
        return
    text = response.text
    try:
        text = response.json().get("message", "")
    except Exception:
        pass
    if not text.startswith(READING + DOING):
        raise AssertionError(f"{response.status_code} for another reason: {text[:300]}")
