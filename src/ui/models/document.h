// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/error.h"
#include "engine/journal/journal.h"
#include "engine/model/workflowdef.h"
#include "engine/value/value.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace baton::ui {

/// A workflow that ships with the program, for the start page. Texts are English; the window translates the ids it knows.
struct SampleInfo {
    std::string id;
    std::string title;
    std::string summary;       // one sentence
    int taskCount = 0;
    int applicantCount = 0;    // 0: brings no data set
};

/// A policy the underwriting tasks can be run under.
struct PolicyInfo {
    std::string id;            // what prepare() understands
    std::string title;         // "standard"
    std::string version;       // "1"
    std::string summary;
};

/// One column of a data set: the member's name in each row and what people call it.
struct DataColumn {
    Key key;
    std::string label;         // empty: the key itself
    std::string description;   // what the numbers mean; may be empty
};

/// Applicants (or any other cases): one object a row. Values keep their exact numbers; the window rounds for display.
struct DataSet {
    std::string title;         // "HMDA Boston 1990"
    std::string source;        // the file; empty when built in
    std::string mapping;       // the mapping file by which rows become inputs; empty when there is none
    Key idColumn;              // names a row to people; empty: its number
    std::vector<DataColumn> columns;
    std::vector<Value> rows;
};
using DataSetPtr = std::shared_ptr<const DataSet>;

enum class Severity : std::uint8_t { Error, Warning, Note };

/// What a check of the definition has to say: where (source, line, field), what (message) and the way out (hint).
struct Finding {
    Severity severity = Severity::Note;
    Error what;
};

/// What the window has open: one workflow, with the cases and policies it can be run on. A value; never changed once shared.
struct Document {
    std::string title;                    // for the window's title
    std::string path;                     // the definition's file; empty for a sample
    std::string sampleId;                 // empty for a file
    WorkflowDefPtr workflow;              // never null
    std::string text;                     // its definition as it was read; empty when there is none to write on
    DataSetPtr dataSet;                   // null: the workflow is run on `input` alone
    std::vector<PolicyInfo> policies;     // the first one is the default; may be empty
    Value input;                          // object: what to offer as input where there is no data set
    std::vector<Finding> findings;
    std::shared_ptr<const MemoryJournal> record;   // set: something that ran elsewhere, to be looked at
    std::shared_ptr<const void> context;  // whatever who made it wants to find again in prepare()
};
using DocumentPtr = std::shared_ptr<const Document>;

/// On what to rehearse a document.
struct RehearsalChoice {
    std::optional<std::size_t> applicant;  // row of the data set; none: `input`
    std::string policy;                    // PolicyInfo::id; empty: the default
    Value input;                           // object; used when no applicant is named
    Value mocks {};                          // object: reference name -> answers in place of workers; null: none
};

}  // namespace baton::ui
