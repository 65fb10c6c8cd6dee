// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/providers/simulated.h"

#include "tasks/underwriting/providers/chance.h"

#include <mutex>
#include <unordered_map>

namespace baton::tasks {

namespace {

/// Decides what goes wrong with a call, and remembers until when a slow one is to be waited for.
class FaultGate {
public:
    FaultGate(const Faults& faults, std::uint64_t seed, std::string name)
        : m_faults(faults), m_seed(seed), m_name(std::move(name))
    {
    }
    [[nodiscard]] std::optional<Error> refusal(const ProviderCall& call) const
    {
        if (chosen(call, "unknown", m_faults.unknownRate))
            return fault(call, ErrorCode::NotFound, "knows nothing of it");
        const bool down = m_faults.downAttempts == 0 || call.attempt < m_faults.downAttempts;
        if (down && chosen(call, "down", m_faults.downRate))
            return fault(call, ErrorCode::Unavailable, "is down");
        return std::nullopt;
    }
    [[nodiscard]] bool isWrong(const ProviderCall& call) const { return chosen(call, "wrong", m_faults.wrongRate); }

    /// How long to wait still; 0 when the answer is there.
    [[nodiscard]] std::chrono::seconds delay(const ProviderCall& call)
    {
        if (m_faults.slowness.count() <= 0 || !chosen(call, "slow", m_faults.slowRate))
            return {};
        const std::lock_guard lock(m_mutex);
        if (m_readyAt.size() > kMaxWaiting)
            m_readyAt.clear();
        const auto [found, isNew] = m_readyAt.try_emplace(std::string(call.taskId), call.now + m_faults.slowness.count() * 1000);
        const EpochMs left = found->second - call.now;
        if (left > 0)
            return std::chrono::seconds((left + 999) / 1000);
        m_readyAt.erase(found);
        return {};
    }

private:
    static constexpr std::size_t kMaxWaiting = 100'000;
    const Faults m_faults;
    const std::uint64_t m_seed;
    const std::string m_name;
    std::mutex m_mutex;   // guards m_readyAt
    std::unordered_map<std::string, EpochMs> m_readyAt;

    [[nodiscard]] bool chosen(const ProviderCall& call, std::string_view kind, double rate) const
    {
        return rate > 0 && Chance(m_seed, call.applicationId, m_name + "/" + std::string(kind)).happens(rate);
    }
    [[nodiscard]] Error fault(const ProviderCall& call, ErrorCode code, std::string message) const
    {
        return {.code = code, .message = "the " + m_name + " " + std::move(message) + " (simulated fault)",
            .source = m_name, .field = std::string(call.applicationId)};
    }
};

/// The provider behind a gate; `spoil` makes an answer wrong.
template <typename T, typename Ask, typename Spoil>
ProviderReply<T> throughGate(FaultGate& gate, const ProviderCall& call, const Ask& ask, const Spoil& spoil)
{
    if (std::optional<Error> refusal = gate.refusal(call))
        return *std::move(refusal);
    if (const auto wait = gate.delay(call); wait.count() > 0)
        return ProviderReply<T>::later(wait);
    ProviderReply<T> reply = ask();
    if (reply.ok() && gate.isWrong(call))
        spoil(*reply);
    return reply;
}

class FaultyApplications final : public ApplicationStore {
public:
    FaultyApplications(std::shared_ptr<ApplicationStore> inner, const Faults& faults, std::uint64_t seed)
        : m_inner(std::move(inner)), m_gate(faults, seed, "application store")
    {
    }
    ProviderReply<LoanApplication> application(const ProviderCall& call) override
    {
        return throughGate<LoanApplication>(m_gate, call, [&] { return m_inner->application(call); },
            [](LoanApplication& application) { application.annualIncome = -1; });
    }

private:
    std::shared_ptr<ApplicationStore> m_inner;
    FaultGate m_gate;
};

class FaultyBureau final : public CreditBureau {
public:
    FaultyBureau(std::shared_ptr<CreditBureau> inner, const Faults& faults, std::uint64_t seed)
        : m_inner(std::move(inner)), m_gate(faults, seed, "credit bureau")
    {
    }
    ProviderReply<CreditFile> report(const ProviderCall& call) override
    {
        return throughGate<CreditFile>(m_gate, call, [&] { return m_inner->report(call); },
            [](CreditFile& file) { file.score = 9999; });
    }

private:
    std::shared_ptr<CreditBureau> m_inner;
    FaultGate m_gate;
};

class FaultyIncome final : public IncomeSource {
public:
    FaultyIncome(std::shared_ptr<IncomeSource> inner, const Faults& faults, std::uint64_t seed)
        : m_inner(std::move(inner)), m_gate(faults, seed, "income source")
    {
    }
    ProviderReply<IncomeReport> verify(const ProviderCall& call, const LoanApplication& stated, std::string_view method) override
    {
        return throughGate<IncomeReport>(m_gate, call, [&] { return m_inner->verify(call, stated, method); },
            [](IncomeReport& report) { report.verifiedAnnualIncome = -1; });
    }

private:
    std::shared_ptr<IncomeSource> m_inner;
    FaultGate m_gate;
};

class FaultyModel final : public RiskModel {
public:
    FaultyModel(std::shared_ptr<RiskModel> inner, const Faults& faults, std::uint64_t seed)
        : m_inner(std::move(inner)), m_gate(faults, seed, "risk model")
    {
    }
    ProviderReply<ModelScore> score(const ProviderCall& call, const Value& request) override
    {
        return throughGate<ModelScore>(m_gate, call, [&] { return m_inner->score(call, request); },
            [](ModelScore& score) { score.score = -1; });
    }

private:
    std::shared_ptr<RiskModel> m_inner;
    FaultGate m_gate;
};

class FaultyEngine final : public DecisionEngine {
public:
    FaultyEngine(std::shared_ptr<DecisionEngine> inner, const Faults& faults, std::uint64_t seed)
        : m_inner(std::move(inner)), m_gate(faults, seed, "decision engine")
    {
    }
    ProviderReply<EngineDecision> decide(const ProviderCall& call, const Value& request) override
    {
        if (m_gate.isWrong(call))
            return Error {.code = ErrorCode::InvalidArgument, .message = "the answer makes no sense (simulated fault)",
                .source = "decision engine"};
        return throughGate<EngineDecision>(m_gate, call, [&] { return m_inner->decide(call, request); },
            [](EngineDecision&) { });
    }

private:
    std::shared_ptr<DecisionEngine> m_inner;
    FaultGate m_gate;
};

class FaultyNotifier final : public Notifier {
public:
    FaultyNotifier(std::shared_ptr<Notifier> inner, const Faults& faults, std::uint64_t seed)
        : m_inner(std::move(inner)), m_gate(faults, seed, "notifier")
    {
    }
    ProviderReply<Text> send(const ProviderCall& call, const Notification& notification) override
    {
        return throughGate<Text>(m_gate, call, [&] { return m_inner->send(call, notification); }, [](Text&) { });
    }

private:
    std::shared_ptr<Notifier> m_inner;
    FaultGate m_gate;
};

class FaultyStates final : public ApplicationStateStore {
public:
    FaultyStates(std::shared_ptr<ApplicationStateStore> inner, const Faults& faults, std::uint64_t seed)
        : m_inner(std::move(inner)), m_gate(faults, seed, "application state store")
    {
    }
    ProviderReply<Text> current(const ProviderCall& call) override
    {
        return throughGate<Text>(m_gate, call, [&] { return m_inner->current(call); },
            [](Text& state) { state = "no_such_state"; });
    }
    ProviderReply<EpochMs> move(const ProviderCall& call, const StateChange& change) override
    {
        return m_inner->move(call, change);
    }
    bool isExternal() const noexcept override { return m_inner->isExternal(); }

private:
    std::shared_ptr<ApplicationStateStore> m_inner;
    FaultGate m_gate;
};

template <typename Faulty, typename Provider>
void gate(std::shared_ptr<Provider>& provider, const Faults& faults, std::uint64_t seed)
{
    if (provider != nullptr && faults.any())
        provider = std::make_shared<Faulty>(provider, faults, seed);
}

}  // namespace

Providers withFaults(Providers providers, const SimulationSettings& settings)
{
    gate<FaultyApplications>(providers.applications, settings.applications, settings.seed);
    gate<FaultyBureau>(providers.bureau, settings.bureau, settings.seed);
    gate<FaultyIncome>(providers.income, settings.income, settings.seed);
    gate<FaultyModel>(providers.model, settings.model, settings.seed);
    gate<FaultyEngine>(providers.engine, settings.engine, settings.seed);
    gate<FaultyNotifier>(providers.notifier, settings.notifier, settings.seed);
    gate<FaultyStates>(providers.states, settings.states, settings.seed);
    return providers;
}

}  // namespace baton::tasks
