// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace baton::cli {

struct ServeOptions {
    std::string bind = "127.0.0.1";
    std::uint16_t port = 8080;            // 0: any that is free
    int threads = 2;
    std::string token;                    // empty: open to all who can connect
    std::string database;                 // empty: in memory
    std::vector<std::string> load;        // definitions to register
    bool virtualClock = false;
    bool workers = false;                 // run the tasks that ship inside
    std::string policy;                   // for them; empty: standard-1
    bool sideEffects = false;             // whether they may act on the world
};

/// An embedded Conductor with everything around it: REST interface, clock, store, workers, HTTP tasks. Needs a running Qt
/// event loop on the thread that starts it, for HTTP tasks only. start and stop on that thread.
class ServeInstance {
public:
    /// Errors name the option, file or address at fault.
    [[nodiscard]] static Result<std::unique_ptr<ServeInstance>> start(const ServeOptions& options);
    ~ServeInstance();   // stops
    ServeInstance(ServeInstance&&) = delete;

    [[nodiscard]] std::string url() const;                  // "http://127.0.0.1:8080"
    [[nodiscard]] std::size_t loaded() const noexcept;      // definitions from files
    [[nodiscard]] std::size_t recovered() const noexcept;   // executions from the database
    /// Answers what is held, lets what runs end, closes.
    void stop();

private:
    struct Parts;
    explicit ServeInstance(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};


}  // namespace baton::cli
