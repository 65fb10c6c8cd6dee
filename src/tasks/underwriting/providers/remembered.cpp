// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/providers/remembered.h"

#include <map>
#include <mutex>

namespace baton::tasks {

namespace {

class RememberedStates final : public ApplicationStateStore {
public:
    explicit RememberedStates(std::shared_ptr<ApplicationStateStore> first) : m_first(std::move(first)) { }

    ProviderReply<Text> current(const ProviderCall& call) override
    {
        {
            const std::lock_guard lock(m_mutex);
            if (const auto known = m_states.find(call.applicationId); known != m_states.end())
                return known->second;
        }
        return m_first ? m_first->current(call) : ProviderReply<Text>(Text());
    }

    ProviderReply<EpochMs> move(const ProviderCall& call, const StateChange& change) override
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_states.find(call.applicationId);
        if (known != m_states.end() && known->second != change.from)
            return Error {.code = ErrorCode::Conflict, .message = "is " + known->second.str() + " by now, not " + std::string(change.from), .source = "application states",
                .field = std::string(call.applicationId)};
        if (known != m_states.end())
            known->second = Text(change.to);
        else
            m_states.emplace(call.applicationId, Text(change.to));
        return call.now;
    }

private:
    std::shared_ptr<ApplicationStateStore> m_first;
    std::mutex m_mutex;                                       // guards m_states
    std::map<std::string, Text, std::less<>> m_states;        // by application
};

}  // namespace

std::shared_ptr<ApplicationStateStore> rememberedStates(std::shared_ptr<ApplicationStateStore> first)
{
    return std::make_shared<RememberedStates>(std::move(first));
}

}  // namespace baton::tasks
