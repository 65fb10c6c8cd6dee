// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/embedded/ports.h"

namespace baton {

void EmbeddedAdmin::configuration(Reply<Value> reply)
{
    m_core.answer<Value>(reply, [&]() -> Result<Value> { return Value::object({{"version", m_core.version()}}); });
}

void EmbeddedAdmin::version(Reply<Text> reply)
{
    m_core.answer<Text>(reply, [&]() -> Result<Text> { return m_core.version(); });
}

void EmbeddedAdmin::isHealthy(Reply<bool> reply)
{
    bool isKeeping = true;
    m_core.turn([&] { isKeeping = m_core.isKeeping(); });
    reply(isKeeping);
}

void EmbeddedAdmin::secretNames(Reply<std::vector<Text>> reply)
{
    using Names = std::vector<Text>;
    m_core.answer<Names>(reply, [&]() -> Result<Names> {
        const std::vector<std::string> names = m_core.environment().secretNames();
        return Names(names.begin(), names.end());
    });
}

void EmbeddedAdmin::environment(Reply<Value> reply)
{
    m_core.answer<Value>(reply, [&]() -> Result<Value> {
        ObjectBuilder all;
        for (const std::string& name : m_core.environment().workflowEnvironmentNames()) {
            if (const std::optional<std::string> value = m_core.environment().workflowEnvironment(name))
                all.set(Key(name), *value);
        }
        return std::move(all).build();
    });
}

void EmbeddedAdmin::requeueSweep(Text workflowId, Reply<bool> reply)
{
    m_core.answer<bool>(reply, [&]() -> Result<bool> {
        const Result<ExecutionPtr> execution = m_core.execution(workflowId);
        return execution && m_core.run(workflowId, command::Decide {}).ok();
    });
}

}  // namespace baton
