// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/support/fakeservices.h"

#include "engine/model/codec.h"
#include "engine/value/json.h"
#include "ui/support/rehearsals.h"

namespace baton::test {

using namespace ui;

namespace {

Document documentFor(WorkflowDefPtr workflow)
{
    Document document;
    document.title = workflow->name.str();
    document.text = toPrettyJson(toCompactValue(*workflow)) + "\n";
    document.workflow = std::move(workflow);
    document.input = Value::object({{"address", "12 Elm Street"}});
    return document;
}

std::vector<ui::Finding> someFindings()
{
    return {{ui::Severity::Warning, {.code = ErrorCode::InvalidArgument, .message = "a server drops retryLogic on a workflow task",
                                 .source = "underwriting_workflow.json", .field = "tasks[0].retryLogic", .line = 47,
                                 .hint = "Put it in the task definition credit_check"}},
            {ui::Severity::Warning, {.code = ErrorCode::InvalidArgument, .message = "responseTimeoutSeconds 360 is above timeoutSeconds 300",
                                 .source = "underwriting_workflow.json", .field = "tasks[1].responseTimeoutSeconds", .line = 74,
                                 .hint = "Make it 300 or less"}},
            {ui::Severity::Note, {.code = ErrorCode::NotFound, .message = "the failure workflow underwriting_failure_workflow is not among the open files",
                              .source = "underwriting_workflow.json", .field = "failureWorkflow", .line = 160}}};
}

Result<Document> sampleDocument(const std::string& id)
{
    if (id == "branching")
        return documentFor(branchingWorkflow());
    if (id == "waiting")
        return documentFor(waitingWorkflow());
    if (id != "underwriting")
        return Error {.code = ErrorCode::NotFound, .message = "there is no sample '" + id + "'"};
    Document document = documentFor(loanWorkflow());
    document.sampleId = id;
    document.dataSet = fakeApplicants(240);
    document.policies = {{"standard", "standard", "1", "The default policy"}, {"cautious", "cautious", "1", "Stricter limits"}};
    document.findings = someFindings();
    return document;
}

Result<Document> fileDocument(const std::string& path)
{
    if (path.ends_with("broken.json"))
        return Error {.code = ErrorCode::ParseError, .message = "expected ',' or '}' after a member", .source = path, .line = 7, .column = 12,
                      .hint = "Put a comma between the members"};
    if (!path.ends_with(".json"))
        return Error {.code = ErrorCode::NotFound, .message = "there is no such file", .source = path, .hint = "Check the name"};
    Document document = documentFor(branchingWorkflow());
    document.path = path;
    return document;
}

Value inputFor(const Document& document, const RehearsalChoice& choice)
{
    if (!choice.applicant || !document.dataSet)
        return choice.input;
    const Value& row = document.dataSet->rows.at(*choice.applicant);
    return Value::object({{"application_id", row["id"]}, {"user_id", "user-" + row["id"].toText().str()}, {"loan_amount", 240000},
                          {"loan_purpose", "purchase"}, {"credit_bureau_consent", true}, {"income_verification_consent", true}});
}

}  // namespace

DataSetPtr fakeApplicants(std::size_t count)
{
    auto set = std::make_shared<DataSet>();
    set->title = "Invented applicants";
    set->idColumn = "id";
    set->columns = {{"id", "Applicant", ""}, {"dir", "Debt / income", "debt payments to income"}, {"hir", "Housing / income", "housing expenses to income"},
                    {"lvr", "Loan / value", "loan to value"}, {"self", "Self-employed", ""}, {"deny", "Denied", "what the bank decided"}};
    for (std::size_t i = 0; i < count; ++i) {
        const auto part = [i](std::size_t factor, std::size_t range) { return static_cast<double>((i * factor) % range) / 1000.0; };
        set->rows.push_back(Value::object({{"id", "A-" + std::to_string(1001 + i)}, {"dir", 0.12 + part(37, 430)}, {"hir", 0.08 + part(53, 300)},
                                           {"lvr", 0.4 + part(71, 580)}, {"self", i % 7 == 0 ? "yes" : "no"}, {"deny", i % 5 == 0 ? "yes" : "no"}}));
    }
    return set;
}

Services fakeServices()
{
    Services services;
    services.samples = [] {
        return std::vector<SampleInfo> {{"underwriting", "Loan underwriting", "", 5, 240}, {"branching", "Branching", "Parallel checks, a switch and a retry.", 9, 0}};
    };
    services.openSample = sampleDocument;
    services.openFile = [](const std::string& path, const DocumentPtr&) { return fileDocument(path); };
    services.openText = [](const std::string& text, const DocumentPtr&) -> Result<Document> {
        if (text.find("tasks") == std::string::npos)
            return Error {.code = ErrorCode::ParseError, .message = "this text is no workflow definition", .line = 1};
        return documentFor(branchingWorkflow());
    };
    services.prepare = [](const Document& document, const RehearsalChoice& choice) -> Result<RehearsalSetup> {
        return setupFor(document.workflow, inputFor(document, choice));
    };
    return services;
}

}  // namespace baton::test
