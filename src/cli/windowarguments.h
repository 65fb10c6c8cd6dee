// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"

#include <optional>
#include <string>
#include <vector>

namespace baton::cli {

/// The window's own command line: files and options, checked.
struct WindowArguments {
    std::vector<std::string> files;
    std::string sample;
    std::optional<std::size_t> applicant;   // from 0
    std::string policy;
    std::string perspective;
    int steps = 0;
    std::string screenshot;
    int width = 0;
    int height = 0;
    double scale = 0;
    std::string theme;
    std::string locale;

    [[nodiscard]] static Result<WindowArguments> parse(const std::vector<std::string>& words);
};

}  // namespace baton::cli
