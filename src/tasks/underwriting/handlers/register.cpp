// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/handlers/register.h"

#include "tasks/underwriting/handlers/tasks.h"

namespace baton::tasks {

Status registerUnderwriting(TaskRegistry& registry, std::shared_ptr<const Policy> policy, Providers providers)
{
    const auto missing = [](std::string what) {
        return Error {.code = ErrorCode::InvalidArgument, .message = "underwriting needs " + what, .field = what};
    };
    if (policy == nullptr)
        return missing("a policy");
    if (providers.applications == nullptr)
        return missing("an application store");
    if (providers.bureau == nullptr)
        return missing("a credit bureau");
    if (providers.income == nullptr)
        return missing("an income source");
    if (providers.notifier == nullptr)
        return missing("a notifier");
    if (providers.states == nullptr)
        return missing("an application state store");
    const auto services
        = std::make_shared<const UnderwritingServices>(UnderwritingServices {std::move(policy), std::move(providers)});
    for (const auto make : {&makeCreditCheck, &makeIncomeVerification, &makeRiskAssessment, &makeUnderwritingDecision,
             &makeUpdateApplicationState, &makePolicyComplianceCheck, &makeFraudDetection, &makeCalculateInterestRate,
             &makeFinalApproval, &makeProcessDenial, &makeAssignManualReview, &makeProcessConditionalApproval,
             &makeGenerateCounterOffer}) {
        if (Status added = registry.add(make(services)); !added)
            return added;
    }
    return {};
}

}  // namespace baton::tasks
