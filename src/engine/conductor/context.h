// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/ids.h"
#include "engine/base/result.h"
#include "engine/expression/evaluator.h"
#include "engine/model/workflowdef.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace baton {

class DefinitionCache;

/// Where the decider finds definitions. Read from the engine thread only.
class DefinitionSource {
public:
    virtual ~DefinitionSource() = default;
    /// The given version, or the greatest one; empty when there is none.
    [[nodiscard]] virtual WorkflowDefPtr workflow(std::string_view name, std::optional<int> version) const = 0;
    [[nodiscard]] virtual TaskDefPtr task(std::string_view name) const = 0;
};

/// ${workflow.env.X}, plain environment names and, at hand-off, secrets. Injected: tests and rehearsals bring their own.
class EnvironmentSource {
public:
    virtual ~EnvironmentSource() = default;
    [[nodiscard]] virtual std::optional<std::string> workflowEnvironment(std::string_view name) const = 0;   // workflow.env.NAME
    [[nodiscard]] virtual std::optional<std::string> systemVariable(std::string_view name) const = 0;        // ${HOME}
    [[nodiscard]] virtual std::optional<std::string> secret(std::string_view name) const = 0;
    // What there is, by name; for those who look, nothing follows from it.
    [[nodiscard]] virtual std::vector<std::string> secretNames() const { return {}; }
    [[nodiscard]] virtual std::vector<std::string> workflowEnvironmentNames() const { return {}; }
};

/// Which domains have workers. Asked when a task with a list of domains is queued; the answer is recorded in its event.
class PollerSource {
public:
    virtual ~PollerSource() = default;
    /// Has somebody polled this type in this domain within the last ten seconds?
    [[nodiscard]] virtual bool isPolled(std::string_view taskType, std::string_view domain, std::int64_t now) const = 0;
};

/// Limits and switches, with the real server's defaults.
struct EngineSettings {
    std::int64_t maxWorkflowPayloadBytes = 10240LL * 1024;
    std::int64_t maxTaskPayloadBytes = 10240LL * 1024;
    std::int64_t maxVariablesBytes = 256LL * 1024;
    int maxReasonLength = 500;               // of a worker's reasonForIncompletion
    int maxLoopIterationsPerDecide = 100000; // where the real server would run until its lock expires: stop and say so
    std::vector<Text> eventProviders {Text("conductor")};   // what an EVENT task's sink may begin with
    bool validateNames = false;
    bool ownerEmailMandatory = false;
};

/// Everything the pure decider may look at besides state, command and now. Owned by whoever owns the engine; one thread.
struct EngineContext {
    const DefinitionSource& definitions;
    const EnvironmentSource& environment;
    Evaluators& evaluators;
    IdSource& ids;
    EngineSettings settings {};
    const PollerSource* pollers = nullptr;          // none: nobody polls anywhere
    std::shared_ptr<DefinitionCache> cache {};      // made on first use; never changes an answer
};

}  // namespace baton
