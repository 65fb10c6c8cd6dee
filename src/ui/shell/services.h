// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/rehearsal.h"
#include "ui/models/document.h"
#include "ui/monitor/monitorservices.h"
#include "ui/replay/replayservices.h"

#include <functional>
#include <string>
#include <vector>

namespace baton::ui {

/// What the window asks of the rest of the program. Filled in by main, faked by tests; the window knows no task, provider,
/// policy or file format. Plain C++ without Qt. A function that is not set counts as "there is none such".
///
/// Threads: openSample, openFile and openText run on a background thread, one call at a time, and touch nothing shared;
/// samples and prepare run on the window's thread and must be quick (a few milliseconds).
/// Errors: one clear Error (source, line or field, message, hint); what was open before stays open.
struct Services {
    std::function<std::vector<SampleInfo>()> samples;

    std::function<Result<Document>(const std::string& sampleId)> openSample;

    /// A definition, a data set (CSV), a mapping or a policy file. `current` is what is open, or null: a data set, mapping
    /// or policy joins it in the new document; a definition replaces it and takes the data set along where it fits.
    std::function<Result<Document>(const std::string& path, const DocumentPtr& current)> openFile;

    /// The same for pasted text (UTF-8): a definition.
    std::function<Result<Document>(const std::string& text, const DocumentPtr& current)> openText;

    /// Everything needed to rehearse the document on one applicant under one policy.
    std::function<Result<RehearsalSetup>(const Document& document, const RehearsalChoice& choice)> prepare;

    /// The names of what a task type gives, to complete references by; empty when it is not known. Window's thread, quick.
    std::function<std::vector<std::string>(std::string_view taskType)> outputsOf;

    /// Where an open session is kept against a crash; empty: nowhere.
    std::string sessionFolder;

    /// The worker of the monitor.
    MonitorServices monitor;

    /// Portfolios, policies and mappings of the replay perspective.
    ReplayServices replay;
};

}  // namespace baton::ui
