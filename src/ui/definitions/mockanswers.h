// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/model/workflowdef.h"

namespace baton::ui {

// Mock answers are an object: a task's reference name -> a list of answers, given in turn; the last one stands from then on.
// An answer is what the real server's WorkflowTestRequest has under taskRefToMockOutput (status, output, executionTime,
// queueWaitTime), or, in Baton only, a script: JavaScript whose value is the output, with $ the task's input.

/// The answers of one task, as somebody wrote them: a list of objects, or one object. Errors: ParseError with line and
/// column; InvalidArgument naming the answer ("[1].status").
[[nodiscard]] Result<Value> answersFrom(std::string_view text);

/// The answers in a mock file or a WorkflowTestRequest. Errors as above, with the task's name in front.
[[nodiscard]] Result<Value> mocksFrom(std::string_view text);

/// The server's WorkflowTestRequest: POST /api/workflow/test runs the same scenario there. Answers by script are what no server
/// knows; they are left out and named in `leftOut`.
struct TestRequest {
    Value request;
    std::vector<std::string> leftOut;
};
[[nodiscard]] TestRequest testRequestFor(const WorkflowDef& definition, const Value& input, const Value& mocks);

/// What an answer says on one line: "COMPLETED, FAILED"; empty for none.
[[nodiscard]] std::string summaryOf(const Value& answers);

/// An answer to begin with.
enum class AnswerKind : std::uint8_t { Completed, Failed, FailedForGood, InProgress, Script };
[[nodiscard]] Value answerOf(AnswerKind kind);

}  // namespace baton::ui
