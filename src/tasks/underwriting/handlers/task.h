// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/task/taskhandler.h"
#include "tasks/underwriting/handlers/errors.h"
#include "tasks/underwriting/providers/provider.h"

namespace baton::tasks {

/// What all tasks of one registration share. Constant once made.
struct UnderwritingServices {
    std::shared_ptr<const Policy> policy;
    Providers providers;
};
using ServicesPtr = std::shared_ptr<const UnderwritingServices>;

/// What the 13 tasks have in common: their description, the policy and the providers.
class UnderwritingTask : public TaskHandler {
public:
    UnderwritingTask(ServicesPtr services, TaskDescription description);
    [[nodiscard]] const TaskDescription& description() const override { return m_description; }

protected:
    [[nodiscard]] const Policy& policy() const noexcept { return *m_services->policy; }
    [[nodiscard]] const Providers& providers() const noexcept { return m_services->providers; }

private:
    ServicesPtr m_services;
    TaskDescription m_description;
};

/// The application id is `application_id` of the input, or of the first of these parts of it that has one.
[[nodiscard]] ProviderCall callFor(const Value& input, const TaskContext& context, std::initializer_list<Key> parts = {});

/// One field of a description.
[[nodiscard]] FieldSpec required(std::string name, FieldType type, std::string description);
[[nodiscard]] FieldSpec optional(std::string name, FieldType type, std::string description);
[[nodiscard]] FieldSpec ranged(FieldSpec spec, double minimum, double maximum);
[[nodiscard]] FieldSpec oneOf(FieldSpec spec, std::vector<std::string> words);

/// Something, or the finished result of a task that cannot go on: failed, or to be asked again later.
template <typename T>
class OrElse {
public:
    OrElse(T value) : m_value(std::move(value)) { }
    OrElse(TaskOutput output) : m_output(std::move(output)) { }

    [[nodiscard]] bool ok() const noexcept { return m_value.has_value(); }
    [[nodiscard]] const T& operator*() const noexcept { return *m_value; }
    [[nodiscard]] T& operator*() noexcept { return *m_value; }
    [[nodiscard]] const T* operator->() const noexcept { return &*m_value; }
    [[nodiscard]] T* operator->() noexcept { return &*m_value; }
    [[nodiscard]] TaskOutput&& output() && noexcept { return std::move(m_output); }

private:
    std::optional<T> m_value;
    TaskOutput m_output;
};

/// A provider's answer as a task goes on with it. `wrong` is the code for an answer that makes no sense, `unknown` the one for
/// nothing being known.
template <typename T>
[[nodiscard]] OrElse<T> answered(ProviderReply<T> reply, std::string_view wrong, std::string_view unknown)
{
    if (reply.ok())
        return std::move(*reply);
    if (reply.pending())
        return TaskOutput::inProgress(reply.wait());
    return failedBy(reply.error(), wrong, unknown);
}

/// The application by its id: an unknown one is a terminal UW_001, one without sense UW_001 that may be tried again.
[[nodiscard]] OrElse<LoanApplication> lookUpApplication(const Providers& providers, const ProviderCall& call);

}  // namespace baton::tasks
