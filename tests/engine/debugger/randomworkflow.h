// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/toyworkflow.h"

#include <random>

namespace baton::toy {

/// Workflows of any shape from a seed: sequences of workers, scripts, choices, forks, loops and variables, in which each
/// task reads the one before.
class RandomWorkflow {
public:
    explicit RandomWorkflow(unsigned seed, int tasks = 12) : m_random(seed)
    {
        const std::string list = sequence(tasks, 0);
        const std::string last = m_last.empty() ? "null" : "\"${" + m_last + "}\"";
        m_json = R"({"name":"random","tasks":[)" + list + R"(],"outputParameters":{"last":)" + last + "}}";
    }

    [[nodiscard]] const std::string& json() const noexcept { return m_json; }
    [[nodiscard]] const std::vector<std::string>& workers() const noexcept { return m_workers; }

    /// Workers answer a number made of their input; `bump` is added to what the named attempt answers.
    [[nodiscard]] RehearsalSetup setup(const std::string& bumped = {}) const
    {
        RehearsalSetup made;
        made.workflow = workflow(m_json);
        made.input = Value::object({{"n", 3}});
        made.startAt = 1'000'000;
        made.handlers = handlers({{"t", [bumped](const Value& input, TaskContext& context) {
            const auto hash = static_cast<std::int64_t>(std::hash<std::string>()(toJson(input)) % 1000);
            return TaskOutput::completed(Value::object({{"v", hash + (context.referenceName() == bumped ? 1'000'000 : 0)}}));
        }}});
        return made;
    }

private:
    [[nodiscard]] int below(int n) { return static_cast<int>(m_random() % static_cast<unsigned>(n)); }
    [[nodiscard]] std::string source() const { return m_last.empty() ? "${workflow.input.n}" : "${" + m_last + "}"; }

    std::string worker(int loopDepth)
    {
        const std::string name = "t" + std::to_string(++m_count);
        std::string text = R"({"name":"t","taskReferenceName":")" + name + R"(","inputParameters":{"x":")" + source() + R"(","k":)"
            + std::to_string(m_count) + "}}";
        m_last = name + ".output.v";
        if (loopDepth == 0)
            m_workers.push_back(name);
        return text;
    }

    std::string sequence(int tasks, int depth)
    {
        std::string list;
        while (tasks > 0) {
            list += list.empty() ? "" : ",";
            const int kind = depth > 2 ? 0 : below(6);
            const int inner = std::min(tasks, 1 + below(4));
            if (kind <= 1 || tasks < 3)
                list += worker(m_loops);
            else if (kind == 2)
                list += script();
            else if (kind == 3)
                list += fork(inner, depth);
            else if (kind == 4)
                list += choice(inner, depth);
            else
                list += m_loops > 0 ? variable() : loop(inner, depth);
            tasks -= kind <= 2 ? 1 : inner;
        }
        return list;
    }

    std::string script()
    {
        const std::string name = "s" + std::to_string(++m_count);
        std::string text = R"({"name":"s","taskReferenceName":")" + name
            + R"(","type":"INLINE","inputParameters":{"evaluatorType":"javascript","expression":"$.x * 2","x":")" + source() + R"("}})";
        m_last = name + ".output.result";
        return text;
    }

    std::string variable()
    {
        const std::string name = "v" + std::to_string(++m_count);
        std::string text = R"({"name":"v","taskReferenceName":")" + name + R"(","type":"SET_VARIABLE","inputParameters":{")" + name
            + R"(":")" + source() + R"("}})";
        m_last = "workflow.variables." + name;
        return text;
    }

    std::string fork(int tasks, int depth)
    {
        const std::string name = "f" + std::to_string(++m_count);
        const std::string before = m_last;
        std::string branches;
        std::string joined;
        for (int i = 0; i < 2; ++i) {
            m_last = before;
            branches += (i > 0 ? ",[" : "[") + sequence(std::max(1, tasks / 2), depth + 1) + "," + worker(m_loops) + "]";
            joined += (i > 0 ? ",\"" : "\"") + m_last.substr(0, m_last.find('.')) + "\"";
        }
        const std::string last = m_last;
        const std::string join = name + "j";
        m_last = join + ".output." + last.substr(0, last.find('.')) + ".v";
        return R"({"name":"f","taskReferenceName":")" + name + R"(","type":"FORK_JOIN","forkTasks":[)" + branches
            + R"(]},{"name":"j","taskReferenceName":")" + join + R"(","type":"JOIN","joinOn":[)" + joined + "]}";
    }

    std::string choice(int tasks, int depth)
    {
        const std::string name = "c" + std::to_string(++m_count);
        const std::string before = m_last;
        const std::string head = R"({"name":"c","taskReferenceName":")" + name
            + R"(","type":"SWITCH","evaluatorType":"javascript","expression":"$.x % 2 == 0 ? 'even' : 'odd'","inputParameters":{"x":")" + source() + R"("},)";
        const std::string even = sequence(std::max(1, tasks / 2), depth + 1);
        m_last = before;
        const std::string odd = sequence(std::max(1, tasks / 2), depth + 1);
        m_last = before;
        return head + R"("decisionCases":{"even":[)" + even + R"(]},"defaultCase":[)" + odd + "]}";
    }

    std::string loop(int tasks, int depth)
    {
        const std::string name = "l" + std::to_string(++m_count);
        ++m_loops;
        const std::string body = sequence(std::max(1, tasks), depth + 1);
        --m_loops;
        return R"({"name":"l","taskReferenceName":")" + name + R"(","type":"DO_WHILE","loopCondition":"$.)" + name
            + R"(['iteration'] < 2","loopOver":[)" + body + "]}";
    }

    std::mt19937 m_random;
    std::string m_json;
    std::string m_last;
    std::vector<std::string> m_workers;   // outside loops
    int m_count = 0;
    int m_loops = 0;
};

}  // namespace baton::toy
