// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/providers/recorded.h"

#include "tasks/underwriting/sectionreader.h"

namespace baton::tasks {

namespace {

const Key& applicationKey()
{
    static const Key key("application");
    return key;
}

Error unknown(const ProviderCall& call, std::string_view section)
{
    return {.code = ErrorCode::NotFound, .message = "the data set has no " + std::string(section) + " for it",
        .source = "recorded", .field = std::string(call.applicationId)};
}

/// The section of a row, read; NotFound when the row or the section is absent.
template <typename T>
ProviderReply<T> sectionOf(const RowSource& rows, const ProviderCall& call, const Key& name, Result<T> (*read)(const Value&))
{
    const Value row = rows.row(call.applicationId);
    const Value& section = row[name];
    if (!section.isObject())
        return unknown(call, name.view());
    Result<T> result = read(section);
    if (!result)
        return std::move(result).error().in("recorded");
    return std::move(result).value();
}

class RecordedApplications final : public ApplicationStore {
public:
    explicit RecordedApplications(std::shared_ptr<const RowSource> rows) : m_rows(std::move(rows)) { }
    ProviderReply<LoanApplication> application(const ProviderCall& call) override
    {
        return sectionOf(*m_rows, call, applicationKey(), &loanApplicationFrom);
    }

private:
    std::shared_ptr<const RowSource> m_rows;
};

class RecordedBureau final : public CreditBureau {
public:
    explicit RecordedBureau(std::shared_ptr<const RowSource> rows) : m_rows(std::move(rows)) { }
    ProviderReply<CreditFile> report(const ProviderCall& call) override
    {
        static const Key kCredit("credit");
        return sectionOf(*m_rows, call, kCredit, &creditFileFrom);
    }

private:
    std::shared_ptr<const RowSource> m_rows;
};

class RecordedIncome final : public IncomeSource {
public:
    explicit RecordedIncome(std::shared_ptr<const RowSource> rows) : m_rows(std::move(rows)) { }
    ProviderReply<IncomeReport> verify(const ProviderCall& call, const LoanApplication& stated, std::string_view) override
    {
        static const Key kIncome("income");
        ProviderReply<IncomeReport> reply = sectionOf(*m_rows, call, kIncome, &incomeReportFrom);
        if (!reply.ok() && reply.error().code == ErrorCode::NotFound)
            return fromApplication(stated);
        if (reply.ok())
            complete(*reply, stated);
        return reply;
    }

private:
    std::shared_ptr<const RowSource> m_rows;

    /// Without a section of its own the application's own status is all that is known of the verification.
    static IncomeReport fromApplication(const LoanApplication& stated)
    {
        IncomeReport report;
        complete(report, stated);
        return report;
    }
    static void complete(IncomeReport& report, const LoanApplication& stated)
    {
        if (report.status == VerificationStatus::Unknown)
            report.status = stated.incomeVerification;
        if (report.employment == EmploymentStatus::Unknown)
            report.employment = stated.employment;
        if (report.status == VerificationStatus::Verified && !report.verifiedAnnualIncome)
            report.verifiedAnnualIncome = stated.annualIncome;
    }
};

class RecordedModel final : public RiskModel {
public:
    explicit RecordedModel(std::shared_ptr<const RowSource> rows) : m_rows(std::move(rows)) { }
    ProviderReply<ModelScore> score(const ProviderCall& call, const Value&) override
    {
        static const Key kRisk("risk");
        if (!m_rows->row(call.applicationId).contains(kRisk))
            return Error {.code = ErrorCode::NotFound, .message = {}};   // the usual case: no words that nobody reads
        return sectionOf(*m_rows, call, kRisk, &read);
    }

private:
    std::shared_ptr<const RowSource> m_rows;

    static Result<ModelScore> read(const Value& section)
    {
        static const Key kScore("risk_score"), kProbability("probability_of_default"), kVersion("model_version");
        SectionReader reader(section, "risk");
        ModelScore score;
        const std::optional<double> value = reader.number(kScore, 0, 100);
        if (!value)
            reader.fail(kScore, "is missing");
        score.score = value.value_or(0);
        score.defaultProbability = reader.number(kProbability, 0, 1);
        score.version = reader.text(kVersion);
        if (reader.failed())
            return reader.error();
        return score;
    }
};

class RecordedStates final : public ApplicationStateStore {
public:
    explicit RecordedStates(std::shared_ptr<const RowSource> rows) : m_rows(std::move(rows)) { }
    ProviderReply<Text> current(const ProviderCall& call) override
    {
        static const Key kState("current_state");
        const Value row = m_rows->row(call.applicationId);
        const Value& application = row[applicationKey()];
        if (!application.isObject())
            return unknown(call, "application");
        return application[kState].toText();
    }
    ProviderReply<EpochMs> move(const ProviderCall& call, const StateChange&) override { return call.now; }

private:
    std::shared_ptr<const RowSource> m_rows;
};

class SilentNotifier final : public Notifier {
public:
    ProviderReply<Text> send(const ProviderCall&, const Notification&) override { return Text(); }
};

}  // namespace

void RowTable::add(const Value& row)
{
    static const Key kId("id");
    const Value& id = row[applicationKey()][kId];
    m_rows.insert_or_assign(id.isInteger() ? std::to_string(id.asInteger()) : std::string(id.asText()), row);
}

Value RowTable::row(std::string_view applicationId) const
{
    const auto found = m_rows.find(applicationId);
    return found == m_rows.end() ? Value() : found->second;
}

Providers recordedProviders(std::shared_ptr<const RowSource> rows)
{
    Providers providers;
    providers.applications = std::make_shared<RecordedApplications>(rows);
    providers.bureau = std::make_shared<RecordedBureau>(rows);
    providers.income = std::make_shared<RecordedIncome>(rows);
    providers.model = std::make_shared<RecordedModel>(rows);
    providers.notifier = std::make_shared<SilentNotifier>();
    providers.states = std::make_shared<RecordedStates>(std::move(rows));
    return providers;
}

}  // namespace baton::tasks
