// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/edit.h"

namespace baton {

/// One rehearsal of a session: the first, or what somebody made of another.
struct Branch {
    std::uint32_t id = 0;
    std::string name;
    std::string edit;                // what was changed, in a few words; empty: nothing
    std::uint32_t parent = 0;        // 0: none
    std::size_t forkedAt = 0;        // events shared with the parent
    std::unique_ptr<Rehearsal> rehearsal;
};

/// The branches of a session: none is lost by going on with another. They share their past in memory. Single-threaded.
class BranchTree {
public:
    explicit BranchTree(std::unique_ptr<Rehearsal> first, std::string name = "main");

    [[nodiscard]] const std::vector<Branch>& all() const noexcept { return m_all; }
    [[nodiscard]] const Branch* find(std::uint32_t id) const noexcept;
    [[nodiscard]] const Branch* find(std::string_view name) const noexcept;
    [[nodiscard]] const Branch& current() const noexcept { return *find(m_current); }
    [[nodiscard]] Rehearsal& rehearsal() const noexcept { return *current().rehearsal; }

    bool select(std::uint32_t id);
    /// An empty name gives "branch 2"... A name that is taken: Conflict.
    Status rename(std::uint32_t id, std::string name);
    /// With all that was made of it. Conflict for the first.
    Status remove(std::uint32_t id);

    /// What if: a branch of the current one that becomes the current one. Errors as withEdit's and rename's.
    Result<std::uint32_t> branch(std::size_t position, const Text& workflowId, const Edit& edit, std::string name = {});
    /// The same without a change.
    Result<std::uint32_t> branch(std::size_t position, std::string name = {});
    /// Takes up a rehearsal from elsewhere as a branch of the current one.
    Result<std::uint32_t> adopt(std::unique_ptr<Rehearsal> rehearsal, std::size_t forkedAt, std::string edit, std::string name);

private:
    [[nodiscard]] Status checkName(std::string& name, std::uint32_t id) const;

    std::vector<Branch> m_all;
    std::uint32_t m_current = 1;
    std::uint32_t m_lastId = 1;
};

/// The events two journals have in common, from the first on.
[[nodiscard]] std::size_t commonLength(const Journal& a, const Journal& b);

/// What a rehearsal's tasks answered, as the real server's WorkflowTestRequest: POST /api/workflow/test runs the same scenario.
[[nodiscard]] Value toTestRequest(const Rehearsal& rehearsal);

}  // namespace baton
