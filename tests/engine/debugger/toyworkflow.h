// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/rehearsal.h"
#include "engine/model/codec.h"
#include "engine/value/json.h"

#include <QTest>

#include <functional>
#include <map>

/// Small workflows and handlers for tests of the debugger.
namespace baton::toy {
using Body = std::function<TaskOutput(const Value&, TaskContext&)>;

class Handler final : public TaskHandler {
public:
    Handler(std::string name, Body body) : m_body(std::move(body)) { m_description.name = std::move(name); }
    const TaskDescription& description() const override { return m_description; }
    TaskOutput execute(const Value& input, TaskContext& context) override { return m_body(input, context); }

private:
    TaskDescription m_description;
    Body m_body;
};

/// How often each handler ran, by task type.
using Runs = std::map<std::string, int>;

inline std::shared_ptr<TaskRegistry> handlers(const std::map<std::string, Body>& bodies, std::shared_ptr<Runs> runs = nullptr)
{
    auto registry = std::make_shared<TaskRegistry>();
    for (const auto& [name, body] : bodies) {
        const Status added = registry->add(std::make_shared<Handler>(name,
            [name = name, body = body, runs](const Value& input, TaskContext& context) {
                if (runs)
                    ++(*runs)[name];
                return body(input, context);
            }));
        Q_ASSERT(added.ok());
    }
    return registry;
}

/// Gives its input back, with the attempt and the time.
inline TaskOutput echo(const Value& input, TaskContext& context)
{
    context.log("echo");
    return TaskOutput::completed(Value::object({{"got", input}, {"attempt", context.attempt()}, {"at", context.clock().now()}}));
}

inline WorkflowDefPtr workflow(std::string_view json)
{
    const Result<Value> value = parseJson(json);
    Q_ASSERT(value.ok());
    Result<WorkflowDefPtr> definition = workflowDefFrom(*value);
    Q_ASSERT(definition.ok());
    return *definition;
}

inline TaskDefPtr taskDef(std::string_view json)
{
    Result<TaskDefPtr> definition = taskDefFrom(parseJson(json).value());
    Q_ASSERT(definition.ok());
    return *definition;
}

/// Five worker tasks a..e in a row, each reading the one before.
inline RehearsalSetup fiveInARow()
{
    RehearsalSetup setup;
    setup.workflow = workflow(R"({"name":"five","version":1,"tasks":[
        {"name":"a","taskReferenceName":"a","inputParameters":{"n":"${workflow.input.n}"}},
        {"name":"b","taskReferenceName":"b","inputParameters":{"n":"${a.output.got.n}"}},
        {"name":"c","taskReferenceName":"c","inputParameters":{"n":"${b.output.got.n}"}},
        {"name":"d","taskReferenceName":"d","inputParameters":{"n":"${c.output.got.n}"}},
        {"name":"e","taskReferenceName":"e","inputParameters":{"n":"${d.output.got.n}"}}],
        "outputParameters":{"n":"${e.output.got.n}"}})");
    setup.input = Value::object({{"n", 7}});
    setup.startAt = 1'000'000;
    setup.handlers = handlers({{"a", echo}, {"b", echo}, {"c", echo}, {"d", echo}, {"e", echo}});
    return setup;
}

inline std::unique_ptr<Rehearsal> started(RehearsalSetup setup)
{
    Result<std::unique_ptr<Rehearsal>> rehearsal = Rehearsal::start(std::move(setup));
    if (!rehearsal.ok())
        qFatal("%s", rehearsal.error().oneLine().c_str());
    return std::move(rehearsal).value();
}

inline const Execution& main(const Rehearsal& rehearsal)
{
    const Execution* execution = rehearsal.world().find(rehearsal.mainWorkflowId());
    Q_ASSERT(execution);
    return *execution;
}

/// "a SCHEDULED, b COMPLETED": every attempt in order, one text to compare.
inline std::string tasks(const Execution& execution)
{
    std::string text;
    for (const TaskPtr& task : execution.tasksBySeq()) {
        text += (text.empty() ? "" : ", ") + task->referenceTaskName.str() + ' ' + std::string(toText(task->status));
    }
    return text;
}

}  // namespace baton::toy
