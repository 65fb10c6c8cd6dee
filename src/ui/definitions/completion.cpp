// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/definitions/completion.h"

#include "ui/definitions/jsonplace.h"

#include <algorithm>
#include <cctype>

namespace baton::ui {

namespace {

bool beginsWith(std::string_view text, std::string_view start)
{
    return text.size() >= start.size() && std::equal(start.begin(), start.end(), text.begin(), [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
    });
}

void keepFitting(std::vector<std::string>& choices, std::string_view start)
{
    std::erase_if(choices, [&](const std::string& choice) { return !beginsWith(choice, start) || choice == start; });
}

/// Whether the value there is a reference under way: the text after its last "${" without an end.
std::optional<std::size_t> openReference(std::string_view word)
{
    const auto open = word.rfind("${");
    if (open == std::string_view::npos || word.find('}', open) != std::string_view::npos)
        return std::nullopt;
    return open + 2;
}

void addNames(std::vector<std::string>& choices, const std::string& before, const Value& names)
{
    for (const Value& name : names.items()) {
        if (name.isText())
            choices.push_back(before + std::string(name.asText()));
    }
    for (const Member& member : names.members())
        choices.push_back(before + std::string(member.key.view()));
}

std::vector<std::string> references(const CompletionFacts& facts)
{
    std::vector<std::string> choices;
    if (!facts.definition)
        return choices;
    addNames(choices, "workflow.input.", facts.definition->inputParameters);
    addNames(choices, "workflow.input.", facts.definition->inputTemplate);
    const auto tasks = allTasks(*facts.definition);
    for (const WorkflowTask* task : tasks) {
        const std::string reference(task->taskReferenceName.view());
        const std::string_view type = task->type.view() == "SIMPLE" ? task->name.view() : task->type.view();
        if (facts.outputs) {
            for (const std::string& output : facts.outputs(type))
                choices.push_back(reference + ".output." + output);
        }
        choices.push_back(reference + ".output");
        choices.push_back(reference + ".input");
        choices.push_back(reference + ".status");
    }
    addNames(choices, "workflow.variables.", facts.definition->variables);
    for (const WorkflowTask* task : tasks) {
        if (task->type == "SET_VARIABLE")
            addNames(choices, "workflow.variables.", task->inputParameters);
    }
    for (const char* field : {"workflow.workflowId", "workflow.correlationId", "workflow.status", "workflow.createTime",
                              "workflow.reasonForIncompletion", "workflow.failedReferenceTaskNames", "workflow.input", "workflow.variables"})
        choices.emplace_back(field);
    std::vector<std::string> unique;
    for (std::string& choice : choices) {
        if (std::find(unique.begin(), unique.end(), choice) == unique.end())
            unique.push_back(std::move(choice));
    }
    return unique;
}

std::vector<std::string> referenceNames(const CompletionFacts& facts)
{
    std::vector<std::string> names;
    if (facts.definition) {
        for (const WorkflowTask* task : allTasks(*facts.definition))
            names.emplace_back(task->taskReferenceName.view());
    }
    return names;
}

bool endsIn(const Path& path, std::string_view name)
{
    for (auto step = path.steps.rbegin(); step != path.steps.rend(); ++step) {
        if (const auto* key = std::get_if<Key>(&*step))
            return key->view() == name;
    }
    return false;
}

std::vector<std::string> memberNames(std::string_view text, const JsonPlace& place, const Schema& schema)
{
    std::vector<std::string> choices;
    const auto present = namesIn(text, place.openedAt);
    for (SchemaField& field : schema.fieldsAt(place.path)) {
        if (std::find(present.begin(), present.end(), field.name) == present.end())
            choices.push_back(std::move(field.name));
    }
    return choices;
}

}  // namespace

Completions completionsAt(std::string_view text, std::size_t offset, const Schema& schema, const CompletionFacts& facts)
{
    offset = std::min(offset, text.size());
    const JsonPlace place = placeIn(text, offset);
    const std::string_view word = text.substr(place.wordStart, offset - place.wordStart);
    Completions found;
    found.wordStart = place.wordStart;
    if (place.spot == JsonPlace::Spot::Name) {
        found.choices = memberNames(text, place, schema);
        found.after = "\": ";
    } else if (const auto reference = place.inText ? openReference(word) : std::nullopt) {
        found.wordStart += *reference;
        found.after = "}";
        found.choices = references(facts);
    } else if (place.spot == JsonPlace::Spot::Value) {
        const SchemaField field = schema.fieldAt(place.path);
        found.choices = field.values;
        found.after = "\"";
        if (endsIn(place.path, "joinOn") || endsIn(place.path, "defaultExclusiveJoinTask"))
            found.choices = referenceNames(facts);
        else if (field.type == "boolean" && !place.inText)
            found = {place.wordStart, {}, {"true", "false"}};
    }
    keepFitting(found.choices, text.substr(found.wordStart, offset - found.wordStart));
    return found;
}

}  // namespace baton::ui
