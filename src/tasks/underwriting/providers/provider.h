// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"
#include "tasks/underwriting/policy.h"

#include <chrono>
#include <memory>
#include <string>

namespace baton::tasks {

/// Who asks, and when. Valid during the call.
struct ProviderCall {
    std::string_view applicationId;
    std::string_view userId;
    std::string_view taskId;
    int attempt = 0;
    EpochMs now = 0;
};

/// What a provider answers: the thing asked for, "ask again in so many seconds", or why not. Error codes: NotFound (nothing is
/// known under this id), Unavailable and Timeout (may work later), InvalidArgument (what came back makes no sense).
template <typename T>
class ProviderReply {
public:
    ProviderReply(T value) : m_value(std::move(value)) { }
    ProviderReply(Error error) : m_error(std::move(error)) { }
    [[nodiscard]] static ProviderReply later(std::chrono::seconds wait)
    {
        ProviderReply reply {Error {}};
        reply.m_wait = wait;
        return reply;
    }

    [[nodiscard]] bool ok() const noexcept { return m_value.has_value(); }
    [[nodiscard]] bool pending() const noexcept { return m_wait.count() > 0; }
    [[nodiscard]] const T& operator*() const noexcept { return *m_value; }
    [[nodiscard]] T& operator*() noexcept { return *m_value; }
    [[nodiscard]] const T* operator->() const noexcept { return &*m_value; }
    [[nodiscard]] const Error& error() const noexcept { return m_error; }
    [[nodiscard]] std::chrono::seconds wait() const noexcept { return m_wait; }

private:
    std::optional<T> m_value;
    Error m_error;
    std::chrono::seconds m_wait {0};
};

// All of them may be called from several threads at once.

class ApplicationStore {
public:
    virtual ~ApplicationStore() = default;
    [[nodiscard]] virtual ProviderReply<LoanApplication> application(const ProviderCall& call) = 0;
};

class CreditBureau {
public:
    virtual ~CreditBureau() = default;
    [[nodiscard]] virtual ProviderReply<CreditFile> report(const ProviderCall& call) = 0;
};

class IncomeSource {
public:
    virtual ~IncomeSource() = default;
    /// `method` is one of bank_data, payroll, tax or empty for whatever the source does by itself.
    [[nodiscard]] virtual ProviderReply<IncomeReport> verify(const ProviderCall& call, const LoanApplication& stated,
        std::string_view method) = 0;
};

struct ModelScore {
    double score = 0;                            // 0..100
    std::optional<double> defaultProbability;    // 0..1
    Text version;
};

class RiskModel {
public:
    virtual ~RiskModel() = default;
    /// NotFound: the model has no view of this applicant; the policy's score stands.
    [[nodiscard]] virtual ProviderReply<ModelScore> score(const ProviderCall& call, const Value& request) = 0;
};

struct EngineDecision {
    Outcome outcome = Outcome::Denied;
    std::vector<Text> reasons;
    Text version;
};

class DecisionEngine {
public:
    virtual ~DecisionEngine() = default;
    /// NotFound: the engine has no view of this case; the policy decides.
    [[nodiscard]] virtual ProviderReply<EngineDecision> decide(const ProviderCall& call, const Value& request) = 0;
};

struct Notification {
    std::string_view kind;         // approval, adverse_action, manual_review...
    std::string_view recipient;    // applicant, or a role
    Value content;                 // object
};

class Notifier {
public:
    virtual ~Notifier() = default;
    /// The id of what was sent.
    [[nodiscard]] virtual ProviderReply<Text> send(const ProviderCall& call, const Notification& notification) = 0;
};

struct StateChange {
    std::string_view from;
    std::string_view to;
    std::string_view workflowId;
    Value details;
};

class ApplicationStateStore {
public:
    virtual ~ApplicationStateStore() = default;
    /// Empty when the application has not been given a state yet.
    [[nodiscard]] virtual ProviderReply<Text> current(const ProviderCall& call) = 0;
    /// The time of the change. Conflict when the state is not `from` any more.
    [[nodiscard]] virtual ProviderReply<EpochMs> move(const ProviderCall& call, const StateChange& change) = 0;
    /// Whether a change is seen outside of this program: then it waits for leave while rehearsing.
    [[nodiscard]] virtual bool isExternal() const noexcept { return false; }
};

/// What the underwriting tasks look things up with. The model and the decision engine may be absent.
struct Providers {
    std::shared_ptr<ApplicationStore> applications;
    std::shared_ptr<CreditBureau> bureau;
    std::shared_ptr<IncomeSource> income;
    std::shared_ptr<RiskModel> model;
    std::shared_ptr<DecisionEngine> engine;
    std::shared_ptr<Notifier> notifier;
    std::shared_ptr<ApplicationStateStore> states;
};

}  // namespace baton::tasks
