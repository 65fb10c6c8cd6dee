// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/metadata/definitionrules.h"
#include "engine/conductor/types/waittime.h"
#include "engine/expression/template.h"

#include <algorithm>
#include <array>
#include <map>

// What each type of task must have. Words and order of checks are the real server's.

namespace baton {
namespace {

/// One task under its rule.
class TaskRule {
public:
    TaskRule(const WorkflowTask& task, const std::string& path, const RuleContext& context, std::vector<Violation>& violations)
        : m_task(task), m_path(path), m_context(context), m_violations(violations)
    {
    }

    void event() { require(!m_task.sink.empty(), "sink"); }

    void decision()
    {
        require(!m_task.caseValueParam.empty() || !m_task.caseExpression.empty(), "caseValueParam or caseExpression");
        requireCases();
        checkScript(m_task.caseExpression);
    }

    void switchTask()
    {
        if (m_task.evaluatorType.empty())
            require(false, "evaluatorType");
        else
            require(!m_task.expression.empty(), "expression");
        requireCases();
        if (m_task.evaluatorType == "javascript")
            checkScript(m_task.expression);
    }

    void doWhile()
    {
        // An empty condition is one, and all that a loop over a list needs.
        const bool isListLoop = !m_task.items.empty() || m_task.inputParameters.contains("_items");
        require(!m_task.loopCondition.empty() || isListLoop, "loopCondition");
        require(!m_task.loopOver.empty(), "loopOver");
    }

    void dynamic() { require(!m_task.dynamicTaskNameParam.empty(), "dynamicTaskNameParam"); }

    void forkJoin()
    {
        if (m_task.forkTasks.empty())
            add("forkTasks should have atleast one task for taskType: FORK_JOIN taskName: " + m_task.name.str());
    }

    void forkJoinDynamic()
    {
        if (m_task.inputParameters.contains("forkTaskInputs"))
            return;
        const bool legacy = !m_task.dynamicForkJoinTasksParam.empty();
        if (legacy && (!m_task.dynamicForkTasksParam.empty() || !m_task.dynamicForkTasksInputParamName.empty())) {
            add("dynamicForkJoinTasksParam or combination of dynamicForkTasksInputParamName and dynamicForkTasksParam cam be "
                "used for taskType: FORK_JOIN_DYNAMIC taskName: " + m_task.name.str());
            return;
        }
        if (legacy)
            return;
        require(!m_task.dynamicForkTasksParam.empty(), "dynamicForkTasksParam");
        require(!m_task.dynamicForkTasksInputParamName.empty(), "dynamicForkTasksInputParamName");
    }

    void http()
    {
        require(hasInput("http_request") || m_task.inputParameters.contains("uri") || m_task.inputParameters.contains("method"),
            "inputParameters.http_request or inputParameters.uri");
    }

    void kafka() { require(hasInput("kafka_request"), "inputParameters.kafka_request"); }
    void jq() { require(hasInput("queryExpression"), "inputParameters.queryExpression"); }
    void subWorkflow() { require(m_task.subWorkflowParam.has_value(), "subWorkflowParam"); }

    void terminate()
    {
        if (m_task.optional)
            add("terminate task cannot be optional, taskName: " + m_task.name.str());
        const std::string_view status = m_task.inputParameters["terminationStatus"].asText();
        if (status != "COMPLETED" && status != "FAILED" && status != "TERMINATED") {
            add("terminate task must have an terminationStatus parameter and must be set to COMPLETED or FAILED, taskName: "
                + m_task.name.str());
        }
    }

    void wait()
    {
        const std::string duration = given("duration");
        const std::string until = given("until");
        if (!duration.empty() && !until.empty())
            add("Both 'duration' and 'until' specified. Please provide only one input");
        if (!duration.empty() && !duration.starts_with("${")) {
            if (!durationSeconds(duration))
                add("Either date or duration is passed as null ");
        } else if (!until.empty() && !until.starts_with("${") && !untilMoment(until)) {
            add("Unable to parse date ");
        }
    }

private:
    void add(std::string message) { m_violations.push_back({m_path, std::move(message)}); }

    void require(bool present, std::string_view field)
    {
        if (!present)
            add(std::string(field) + " field is required for taskType: " + m_task.type.str() + " taskName: " + m_task.name.str());
    }

    void requireCases()
    {
        if (m_task.decisionCases.empty()) {
            add("decisionCases should have atleast one task for taskType: " + m_task.type.str() + " taskName: "
                + m_task.name.str());
        }
    }

    void checkScript(const Text& script)
    {
        if (script.empty() || !m_context.scripts)
            return;
        const Status checked = m_context.scripts->check(script);
        if (!checked && checked.error().code == ErrorCode::InvalidArgument) {
            add("Expression is not well formatted: " + checked.error().message + ", taskType: " + m_task.type.str()
                + " taskName " + m_task.name.str());
        }
    }

    // In the task's input, or in the input template of its definition.
    [[nodiscard]] bool hasInput(std::string_view key) const
    {
        if (m_task.inputParameters.contains(key))
            return true;
        const TaskDefPtr definition = m_task.taskDefinition ? m_task.taskDefinition : m_context.definitions.task(m_task.name);
        return definition && definition->inputTemplate.contains(key);
    }

    // As text, without what is only blank.
    [[nodiscard]] std::string given(std::string_view key) const
    {
        const Value& value = m_task.inputParameters[key];
        std::string text = value.isNull() ? std::string() : javaText(value);
        return text.find_first_not_of(" \t\r\n") == std::string::npos ? std::string() : text;
    }

    const WorkflowTask& m_task;
    const std::string& m_path;
    const RuleContext& m_context;
    std::vector<Violation>& m_violations;
};

using Rule = void (TaskRule::*)();

constexpr std::array<std::pair<std::string_view, Rule>, 13> kRules {{
    {"EVENT", &TaskRule::event},
    {"DECISION", &TaskRule::decision},
    {"SWITCH", &TaskRule::switchTask},
    {"DYNAMIC", &TaskRule::dynamic},
    {"FORK_JOIN_DYNAMIC", &TaskRule::forkJoinDynamic},
    {"HTTP", &TaskRule::http},
    {"FORK_JOIN", &TaskRule::forkJoin},
    {"TERMINATE", &TaskRule::terminate},
    {"KAFKA_PUBLISH", &TaskRule::kafka},
    {"DO_WHILE", &TaskRule::doWhile},
    {"SUB_WORKFLOW", &TaskRule::subWorkflow},
    {"JSON_JQ_TRANSFORM", &TaskRule::jq},
    {"WAIT", &TaskRule::wait},
}};

}  // namespace

void checkTaskType(const WorkflowTask& task, const std::string& path, const RuleContext& context,
                   std::vector<Violation>& violations)
{
    const auto found = std::ranges::find(kRules, task.type.view(), &std::pair<std::string_view, Rule>::first);
    if (found == kRules.end())
        return;
    TaskRule rule(task, path, context, violations);
    (rule.*found->second)();
}

}  // namespace baton
