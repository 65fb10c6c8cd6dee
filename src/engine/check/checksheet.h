// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/check/check.h"

#include <map>
#include <set>

namespace baton {

/// What the rules share while one definition is checked.
struct CheckSheet {
    const WorkflowDef& definition;
    std::map<std::string, std::string, std::less<>> fieldOfReference;   // first place of each reference name
    std::vector<Finding> findings;

    void add(Severity severity, std::string code, std::string field, std::string message, std::string hint = {});
};

/// One task of the definition and where it stands.
struct TaskPlace {
    const WorkflowTask& task;
    std::string field;          // tasks[3].decisionCases.high[0]
    bool topLevel = true;
    bool insideLoop = false;
    const WorkflowTask* next = nullptr;   // the task after it in its list
};

/// Rules on one task: what its type needs, its settings, its references.
void checkTask(CheckSheet& sheet, const TaskPlace& place);

}  // namespace baton
