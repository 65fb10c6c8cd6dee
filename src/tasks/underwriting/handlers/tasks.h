// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tasks/underwriting/handlers/task.h"
#include "tasks/underwriting/rules/fraud.h"
#include "tasks/underwriting/rules/timetext.h"

namespace baton::tasks {

// One a task type; each in a file of its own.
[[nodiscard]] std::shared_ptr<TaskHandler> makeCreditCheck(ServicesPtr services);
[[nodiscard]] std::shared_ptr<TaskHandler> makeIncomeVerification(ServicesPtr services);
[[nodiscard]] std::shared_ptr<TaskHandler> makeRiskAssessment(ServicesPtr services);
[[nodiscard]] std::shared_ptr<TaskHandler> makeUnderwritingDecision(ServicesPtr services);
[[nodiscard]] std::shared_ptr<TaskHandler> makeUpdateApplicationState(ServicesPtr services);
[[nodiscard]] std::shared_ptr<TaskHandler> makePolicyComplianceCheck(ServicesPtr services);
[[nodiscard]] std::shared_ptr<TaskHandler> makeFraudDetection(ServicesPtr services);
[[nodiscard]] std::shared_ptr<TaskHandler> makeCalculateInterestRate(ServicesPtr services);
[[nodiscard]] std::shared_ptr<TaskHandler> makeFinalApproval(ServicesPtr services);
[[nodiscard]] std::shared_ptr<TaskHandler> makeProcessDenial(ServicesPtr services);
[[nodiscard]] std::shared_ptr<TaskHandler> makeAssignManualReview(ServicesPtr services);
[[nodiscard]] std::shared_ptr<TaskHandler> makeProcessConditionalApproval(ServicesPtr services);
[[nodiscard]] std::shared_ptr<TaskHandler> makeGenerateCounterOffer(ServicesPtr services);

}  // namespace baton::tasks
