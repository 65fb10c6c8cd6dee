// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/providers/simulated.h"

#include "tasks/underwriting/providers/chance.h"
#include "tasks/underwriting/rules/timetext.h"

#include <algorithm>
#include <cmath>

namespace baton::tasks {

namespace {

/// How creditworthy an applicant is, as a standard normal: everything about them leans on it.
double quality(std::uint64_t seed, std::string_view id)
{
    return Chance(seed, id, "quality").normal();
}

Cents roundedMoney(double units, double step)
{
    return centsFrom(std::round(units / step) * step).value_or(0);
}

EmploymentStatus drawEmployment(Chance& chance, double q)
{
    const double draw = chance.uniform() - 0.02 * q;   // the better off are a little less often out of work
    if (draw > 0.97)
        return EmploymentStatus::Unemployed;
    if (draw > 0.91)
        return EmploymentStatus::PartTime;
    if (draw > 0.84)
        return EmploymentStatus::Retired;
    return draw > 0.72 ? EmploymentStatus::SelfEmployed : EmploymentStatus::Employed;
}

struct Purpose {
    const char* name;
    double share;        // of the applications, summed up
    double amount;       // of the annual income
    int months;
};

constexpr std::array<Purpose, 6> kPurposes {{{"home_purchase", 0.30, 2.2, 360}, {"debt_consolidation", 0.55, 0.25, 60},
    {"auto", 0.75, 0.40, 60}, {"home_improvement", 0.88, 0.35, 120}, {"education", 0.94, 0.30, 120},
    {"business", 1.0, 0.60, 84}}};

LoanApplication drawApplication(std::uint64_t seed, std::string_view id)
{
    const double q = quality(seed, id);
    Chance chance(seed, id, "application");
    LoanApplication application;
    application.id = Text(id);
    application.number = Text("APP-" + std::to_string(chance.bits() % 90000000 + 10000000));
    application.employment = drawEmployment(chance, q);
    const double income = 58000 * std::exp(0.5 * (0.4 * q + 0.92 * chance.normal()));
    const bool works = application.employment != EmploymentStatus::Unemployed;
    application.annualIncome = roundedMoney(std::clamp(works ? income : income * 0.3, 6000.0, 900000.0), 100);
    application.monthlyIncome = *application.annualIncome / 12;
    const double draw = chance.uniform();
    const Purpose& purpose
        = *std::find_if(kPurposes.begin(), kPurposes.end() - 1, [draw](const Purpose& p) { return draw < p.share; });
    application.loanPurpose = purpose.name;
    const double amount = unitsFrom(*application.annualIncome) * purpose.amount * std::exp(0.45 * chance.normal());
    application.loanAmount = roundedMoney(std::clamp(amount, 2000.0, 1500000.0), 500);
    application.requestedTermMonths = purpose.months;
    const double debt = std::clamp(0.29 - 0.04 * q + 0.09 * chance.normal(), 0.02, 0.75);
    application.monthlyDebt = roundedMoney(unitsFrom(*application.monthlyIncome) * debt, 1);
    return application;
}

class SimulatedApplications final : public ApplicationStore {
public:
    explicit SimulatedApplications(std::uint64_t seed) : m_seed(seed) { }
    ProviderReply<LoanApplication> application(const ProviderCall& call) override
    {
        return drawApplication(m_seed, call.applicationId);
    }

private:
    std::uint64_t m_seed;
};

class SimulatedBureau final : public CreditBureau {
public:
    explicit SimulatedBureau(std::uint64_t seed) : m_seed(seed) { }
    ProviderReply<CreditFile> report(const ProviderCall& call) override
    {
        const double q = quality(m_seed, call.applicationId);
        Chance chance(m_seed, call.applicationId, "bureau");
        CreditFile file;
        file.score = static_cast<int>(std::clamp(std::round(708 + 74 * q + 22 * chance.normal()), 300.0, 850.0));
        file.utilization = roundedTo(std::clamp(0.34 - 0.16 * q + 0.15 * chance.normal(), 0.0, 1.0), 2);
        file.accounts = 1 + chance.count(8);
        const double trouble = std::exp(-1.1 * q);
        PaymentHistory& payments = file.payments;
        payments.late30 = chance.count(0.35 * trouble);
        payments.late60 = chance.count(0.12 * trouble);
        payments.late90 = chance.count(0.05 * trouble);
        payments.late120 = chance.count(0.02 * trouble);
        payments.onTime = *file.accounts * 24 - payments.late();
        DerogatoryItems& derogatory = file.derogatory;
        derogatory.bankruptcies = std::min(1, chance.count(0.015 * trouble));
        derogatory.liens = std::min(2, chance.count(0.01 * trouble));
        derogatory.judgments = std::min(2, chance.count(0.01 * trouble));
        derogatory.chargeOffs = std::min(3, chance.count(0.03 * trouble));
        derogatory.collections = std::min(4, chance.count(0.06 * trouble));
        payments.chargeOffs = derogatory.chargeOffs;
        payments.collections = derogatory.collections;
        file.inquiries = chance.count(1.2 + 0.5 * std::min(4.0, trouble));
        file.publicRecords = derogatory.bankruptcies + derogatory.liens + derogatory.judgments;
        static const Text kProvider("simulated");
        file.provider = kProvider;
        file.reportDate = dateText(call.now);
        return file;
    }

private:
    std::uint64_t m_seed;
};

class SimulatedIncome final : public IncomeSource {
public:
    explicit SimulatedIncome(std::uint64_t seed) : m_seed(seed) { }
    ProviderReply<IncomeReport> verify(const ProviderCall& call, const LoanApplication& stated, std::string_view method) override
    {
        Chance chance(m_seed, call.applicationId, "income");
        const double q = quality(m_seed, call.applicationId);
        IncomeReport report;
        report.employment = stated.employment;
        const double draw = chance.uniform() + 0.02 * q;
        double off = 0.02 * chance.normal();
        if (draw > 0.15) {
            report.status = VerificationStatus::Verified;
        } else if (draw > 0.07) {
            report.status = VerificationStatus::Partial;
            off = -0.05 - 0.25 * chance.uniform();
        } else {
            report.status = draw > 0.02 ? VerificationStatus::Unverified : VerificationStatus::Failed;
        }
        const bool known = report.status == VerificationStatus::Verified || report.status == VerificationStatus::Partial;
        if (known && stated.annualIncome)
            report.verifiedAnnualIncome = roundedMoney(unitsFrom(*stated.annualIncome) * (1 + off), 1);
        report.employmentYears = roundedTo(std::max(0.0, 5 + 2 * q + 3 * chance.normal()), 1);
        static const Text kPaySlips("pay_statements"), kReturns("tax_returns"), kStatements("bank_statements");
        report.documents.push_back(method == "tax" || stated.employment == EmploymentStatus::SelfEmployed ? kReturns
                : method == "bank_data"                                                                    ? kStatements
                                                                                                           : kPaySlips);
        return report;
    }

private:
    std::uint64_t m_seed;
};

class SimulatedNotifier final : public Notifier {
public:
    explicit SimulatedNotifier(std::uint64_t seed) : m_seed(seed) { }
    ProviderReply<Text> send(const ProviderCall& call, const Notification& notification) override
    {
        Chance chance(m_seed, call.applicationId, notification.kind);
        return Text("SIM-" + std::to_string(chance.bits() % 900000000 + 100000000));
    }

private:
    std::uint64_t m_seed;
};

class SimulatedStates final : public ApplicationStateStore {
public:
    ProviderReply<Text> current(const ProviderCall&) override { return Text(); }
    ProviderReply<EpochMs> move(const ProviderCall& call, const StateChange&) override { return call.now; }
};

}  // namespace

Providers simulatedProviders(const SimulationSettings& settings)
{
    Providers providers;
    providers.applications = std::make_shared<SimulatedApplications>(settings.seed);
    providers.bureau = std::make_shared<SimulatedBureau>(settings.seed);
    providers.income = std::make_shared<SimulatedIncome>(settings.seed);
    providers.notifier = std::make_shared<SimulatedNotifier>(settings.seed);
    providers.states = std::make_shared<SimulatedStates>();
    return withFaults(std::move(providers), settings);
}

}  // namespace baton::tasks
