// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/task/taskhandler.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace baton::tasks {

/// One answer of a mocked task. What the real server's test requests know is spelled as there: status, output,
/// executionTime and queueWaitTime (milliseconds). Beside it: reason, callbackAfterSeconds, and script, a JavaScript
/// whose value is the output, with `$` the task's input. Unknown members are refused.
struct MockAnswer {
    TaskOutcome outcome = TaskOutcome::Completed;
    Value output;
    std::string reason;
    std::string script;
    std::chrono::seconds callbackAfter {0};     // of IN_PROGRESS
    std::chrono::milliseconds delay {0};        // executionTime and queueWaitTime: on the clock of the run
};

/// Answers by reference name, else by task type. The answers of a name are given in turn; the last one stands from then on.
struct MockFile {
    std::map<std::string, std::vector<MockAnswer>, std::less<>> answers;
};

/// {"name": [{"status": "COMPLETED", "output": {...}}, ...]}, or a WorkflowTestRequest of the real server, of which
/// taskRefToMockOutput is read. One answer may stand without its list. Errors: ParseError with line, InvalidArgument naming the
/// field ("credit_check_task[1].status").
[[nodiscard]] Result<MockFile> parseMockFile(std::string_view text, std::string_view source = {});
[[nodiscard]] Result<MockFile> mockFileFrom(const Value& json, std::string_view source = {});
[[nodiscard]] Result<MockFile> readMockFile(const std::string& path);

}  // namespace baton::tasks
