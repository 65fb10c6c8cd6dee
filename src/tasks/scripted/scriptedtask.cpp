// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/scripted/scriptedtask.h"

#include <algorithm>
#include <unordered_map>

namespace baton::tasks {

/// Which answer is whose: a task keeps the one it got, however often it is polled while it is slow.
struct ScriptedTask::Turns {
    struct Given {
        std::size_t index = 0;
        EpochMs readyAt = 0;
    };
    static constexpr std::size_t kMaxRemembered = 200'000;

    std::mutex mutex;   // guards all below
    std::unordered_map<std::string, std::size_t> next;    // by workflow and name
    std::unordered_map<std::string, Given> given;         // by task
    Given giveTo(const TaskContext& context, const std::string& name, const std::vector<MockAnswer>& answers)
    {
        const std::lock_guard lock(mutex);
        const std::string task(context.taskId());
        if (const auto found = given.find(task); found != given.end())
            return found->second;
        if (next.size() > kMaxRemembered)
            next.clear();
        if (given.size() > kMaxRemembered)
            given.clear();
        std::size_t& turn = next[std::string(context.workflowId()) + "/" + name];
        const std::size_t index = std::min(turn++, answers.size() - 1);
        const Given mine {index, context.clock().now() + answers[index].delay.count()};
        given.emplace(task, mine);
        return mine;
    }
    void forget(std::string_view task)
    {
        const std::lock_guard lock(mutex);
        given.erase(std::string(task));
    }
};

namespace {

/// The reference name of a task in a loop ends with its iteration: the file may name it without.
std::string_view withoutIteration(std::string_view reference)
{
    const std::size_t at = reference.rfind("__");
    if (at == std::string_view::npos || at + 2 == reference.size())
        return reference;
    const std::string_view digits = reference.substr(at + 2);
    const bool numeric = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    return numeric ? reference.substr(0, at) : reference;
}

const std::vector<MockAnswer>* answersFor(const MockFile& file, const TaskContext& context, const std::string& type, std::string& name)
{
    for (const std::string_view candidate :
        {context.referenceName(), withoutIteration(context.referenceName()), std::string_view(type)}) {
        const auto found = file.answers.find(candidate);
        if (found != file.answers.end() && !found->second.empty()) {
            name = candidate;
            return &found->second;
        }
    }
    return nullptr;
}

/// Hands a type on to the registry it stood in before.
class InnerTask final : public TaskHandler {
public:
    InnerTask(std::shared_ptr<const TaskRegistry> registry, const TaskHandler& handler)
        : m_registry(std::move(registry)), m_description(handler.description())
    {
    }
    const TaskDescription& description() const override { return m_description; }
    TaskOutput execute(const Value& input, TaskContext& context) override
    {
        return m_registry->run(m_description.name, input, context);
    }

private:
    std::shared_ptr<const TaskRegistry> m_registry;
    TaskDescription m_description;
};

}  // namespace

ScriptedTask::ScriptedTask(std::string taskType, std::shared_ptr<const MockFile> file, RunScript runScript,
    std::shared_ptr<TaskHandler> otherwise)
    : m_file(std::move(file))
    , m_runScript(std::move(runScript))
    , m_otherwise(std::move(otherwise))
    , m_turns(std::make_unique<Turns>())
{
    m_description.name = std::move(taskType);
    m_description.description = "Answers from a mock file";
}

ScriptedTask::~ScriptedTask() = default;

TaskOutput ScriptedTask::execute(const Value& input, TaskContext& context)
{
    std::string name;
    const std::vector<MockAnswer>* answers = answersFor(*m_file, context, m_description.name, name);
    if (answers == nullptr && m_otherwise != nullptr)
        return m_otherwise->execute(input, context);
    if (answers == nullptr)
        return TaskOutput::failed({"NO_MOCK", "The mock file has no answer for " + std::string(context.referenceName()) + " ("
                + m_description.name + ")", Value::object({{"referenceName", context.referenceName()}}), false});
    const Turns::Given given = m_turns->giveTo(context, name, *answers);
    const EpochMs left = given.readyAt - context.clock().now();
    if (left > 0)
        return TaskOutput::inProgress(std::chrono::seconds {(left + 999) / 1000});
    m_turns->forget(context.taskId());
    return answer((*answers)[given.index], input);
}

TaskOutput ScriptedTask::answer(const MockAnswer& answer, const Value& input)
{
    Value output = answer.output;
    if (!answer.script.empty()) {
        if (!m_runScript)
            return TaskOutput::failed({"NO_SCRIPTS", "Scripts cannot run here", Value::object(), false});
        const std::lock_guard lock(m_scripting);
        const Result<Value> result = m_runScript(answer.script, input);
        if (!result)
            return TaskOutput::failed({"MOCK_SCRIPT", result.error().message, Value::object({{"line", result.error().line}}), false});
        output = result->isObject() ? *result : Value::object({{"result", *result}});
    }
    switch (answer.outcome) {
    case TaskOutcome::Completed: return TaskOutput::completed(std::move(output));
    case TaskOutcome::InProgress: return TaskOutput::inProgress(answer.callbackAfter, std::move(output));
    case TaskOutcome::Failed:
    case TaskOutcome::FailedTerminal: break;
    }
    // A failure says what the file says, and nothing else: what follows may look at its output.
    TaskOutput failed;
    failed.outcome = answer.outcome;
    failed.output = std::move(output);
    failed.reason = answer.reason;
    failed.error = TaskError {"MOCK", answer.reason, Value::object(), answer.outcome == TaskOutcome::Failed};
    return failed;
}

std::vector<MockAnswer> failingAnswers(int times, Value output, std::string reason)
{
    MockAnswer failure;
    failure.outcome = TaskOutcome::Failed;
    failure.output = Value::object();
    failure.reason = std::move(reason);
    std::vector<MockAnswer> answers(static_cast<std::size_t>(std::clamp(times, 0, 1'000'000)), failure);
    MockAnswer success;
    success.output = std::move(output);
    answers.push_back(std::move(success));
    return answers;
}

std::shared_ptr<TaskRegistry> scriptedRegistry(const std::vector<std::string>& taskTypes, std::shared_ptr<const MockFile> file,
    std::shared_ptr<const TaskRegistry> inner, const RunScript& runScript)
{
    std::vector<std::string> types = taskTypes;
    if (inner != nullptr) {
        const std::vector<std::string> served = inner->taskTypes();
        types.insert(types.end(), served.begin(), served.end());
    }
    std::sort(types.begin(), types.end());
    types.erase(std::unique(types.begin(), types.end()), types.end());
    auto registry = std::make_shared<TaskRegistry>();
    for (const std::string& type : types) {
        std::shared_ptr<TaskHandler> otherwise;
        if (const TaskHandler* handler = inner != nullptr ? inner->find(type) : nullptr)
            otherwise = std::make_shared<InnerTask>(inner, *handler);
        // The types are distinct, so that adding one cannot fail but for an empty name, which serves nothing.
        static_cast<void>(registry->add(std::make_shared<ScriptedTask>(type, file, runScript, std::move(otherwise))));
    }
    return registry;
}

}  // namespace baton::tasks
