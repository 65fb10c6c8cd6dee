// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/rules/notice.h"

#include <algorithm>

namespace baton::tasks {

namespace {

constexpr int kOtherCode = 9;
constexpr std::size_t kMaxHmdaCodes = 4;

PrincipalReason worded(const Policy& policy, const GivenReason& given)
{
    const ReasonTerms& terms = policy.termsOf(given.code);
    if (given.code != ReasonCode::Other || given.statement.empty())
        return {given.code, terms.statement, terms.hmda, terms.specific};
    return {given.code, given.statement, given.hmda.value_or(kOtherCode), true};
}

}  // namespace

PrincipalReasons principalReasons(const Policy& policy, std::span<const GivenReason> given)
{
    std::vector<PrincipalReason> all;
    bool anySpecific = false;
    for (const GivenReason& reason : given) {
        if (!reason.decisive)
            continue;
        all.push_back(worded(policy, reason));
        anySpecific = anySpecific || all.back().specific;
    }
    PrincipalReasons result;
    result.vague = !anySpecific;
    const auto most = static_cast<std::size_t>(policy.notice.maximumReasons);
    for (PrincipalReason& reason : all) {
        const auto says = [&reason](const PrincipalReason& other) { return other.statement == reason.statement; };
        if (result.reasons.size() == most)
            break;
        if (reason.specific != anySpecific || std::any_of(result.reasons.begin(), result.reasons.end(), says))
            continue;
        result.reasons.push_back(std::move(reason));
    }
    for (const PrincipalReason& reason : result.reasons) {
        const bool known
            = std::find(result.hmdaCodes.begin(), result.hmdaCodes.end(), reason.hmda) != result.hmdaCodes.end();
        if (!known && result.hmdaCodes.size() < kMaxHmdaCodes)
            result.hmdaCodes.push_back(reason.hmda);
        if (reason.hmda == kOtherCode && result.otherStatement.empty())
            result.otherStatement = reason.statement;
    }
    return result;
}

}  // namespace baton::tasks
