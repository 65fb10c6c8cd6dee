// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/metadata/definitionrules.h"
#include "engine/expression/jsonpath.h"

#include <set>

namespace baton {
namespace {

// Before each "${" that is not escaped, and after each "}".
std::vector<std::string_view> pieces(std::string_view text)
{
    std::vector<std::string_view> result;
    std::size_t from = 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const bool opens = text[i] == '$' && i + 1 < text.size() && text[i + 1] == '{' && text[i - 1] != '$';
        if (!opens && text[i - 1] != '}')
            continue;
        result.push_back(text.substr(from, i - from));
        from = i;
    }
    result.push_back(text.substr(from));
    return result;
}

/// The references of one workflow's top-level inputs.
class ReferenceRule {
public:
    ReferenceRule(const WorkflowDef& definition, const std::string& path, const RuleContext& context,
                  std::vector<Violation>& violations)
        : m_path(path), m_context(context), m_violations(violations)
    {
        for (const WorkflowTask* task : allTasks(definition))
            m_names.insert(task->taskReferenceName.view());
    }

    void check(const WorkflowTask& task)
    {
        m_task = &task;
        checkObject(task.inputParameters);
    }

private:
    // Recursion as deep as a Value may be.
    void checkObject(const Value& object)
    {
        for (const Member& member : object.members())
            checkValue(member.key.view(), member.value);
    }

    void checkValue(std::string_view key, const Value& value)
    {
        if (value.isText())
            checkText(key, value.asText());
        else if (value.isObject())
            checkObject(value);
        for (const Value& item : value.items())
            checkValue(key, item);
    }

    void checkText(std::string_view key, std::string_view text)
    {
        for (const std::string_view piece : pieces(text)) {
            if (piece.starts_with("${") && piece.ends_with('}'))
                checkPath(key, text, piece.substr(2, piece.size() - 3));
        }
    }

    void checkPath(std::string_view key, std::string_view text, std::string_view path)
    {
        if (!JsonPath::parse(path)) {
            m_violations.push_back({m_path, "key: " + std::string(key) + " input parameter value: " + std::string(path)
                    + " is not valid"});
            return;
        }
        if (path == "CPEWF_TASK_ID" || path == "NETFLIX_ENV" || path == "NETFLIX_STACK" || m_context.environment.systemVariable(path))
            return;
        const std::string_view first = path.substr(0, path.find('.'));
        if (first == "workflow" || m_names.contains(first))
            return;
        m_violations.push_back({m_path, "taskReferenceName: " + std::string(first) + " for given task: " + m_task->name.str()
                + " input value: " + std::string(key) + " of input parameter: " + std::string(text)
                + " is not defined in workflow definition."});
    }

    const std::string& m_path;
    const RuleContext& m_context;
    std::vector<Violation>& m_violations;
    std::set<std::string_view> m_names;
    const WorkflowTask* m_task = nullptr;
};

}  // namespace

void checkReferences(const WorkflowDef& definition, const std::string& path, const RuleContext& context,
                     std::vector<Violation>& violations)
{
    ReferenceRule rule(definition, path, context, violations);
    for (const WorkflowTaskPtr& task : definition.tasks) {
        if (task)
            rule.check(*task);
    }
}

}  // namespace baton
