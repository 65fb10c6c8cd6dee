// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/embedded/embeddedconductor.h"

#include <memory>
#include <string>

namespace baton {

/// Keeps all that an embedded Conductor knows in one SQLite file: the events of each execution, definitions, event handlers
/// and schedules. What a caller of the Conductor was told survives the end of the process, however it ends: each turn is
/// one commit before anybody is answered. (A power cut may take the last moments, unless `safeFromPowerCuts`.)
/// Called under the Conductor's lock and else by one thread at a time; outlives the Conductor. The file belongs to one
/// process at a time.
class SqliteStore final : public ConductorSink, public ExecutionArchive {
public:
    struct Options {
        bool safeFromPowerCuts = false;   // an fsync a turn
    };

    /// Errors: those of Database::open and Database::migrate.
    [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> open(const std::string& path, const Options& options);
    [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> open(const std::string& path) { return open(path, {}); }
    ~SqliteStore() override;

    /// What the Conductor that used the file before has left, for EmbeddedConductor::restore. Before the first event only.
    /// ParseError and InvalidArgument name what in the file cannot be read.
    [[nodiscard]] Result<ConductorMemory> load();

    // ConductorSink
    void take(const Event& event) override;
    void keep(std::string_view kind, std::string_view key, const Value& document) override;
    [[nodiscard]] Status flush() override;

    // ExecutionArchive
    [[nodiscard]] Status archive(const std::vector<ExecutionPtr>& executions) override;
    void recalled(const std::vector<ExecutionPtr>& executions) override;
    [[nodiscard]] Result<ExecutionPtr> find(std::string_view workflowId) override;
    [[nodiscard]] Result<ExecutionPtr> findOfTask(std::string_view taskId) override;
    [[nodiscard]] Result<std::vector<TaskLogEntry>> logs(std::string_view workflowId) override;
    [[nodiscard]] Status forEach(const std::function<void(const ExecutionPtr&)>& visit) override;

private:
    struct State;
    explicit SqliteStore(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace baton
