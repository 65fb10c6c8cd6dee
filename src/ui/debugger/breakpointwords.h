// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/breakpointset.h"

#include <QCoreApplication>
#include <QString>

namespace baton::ui {

/// Breakpoints in the user's words.
class BreakpointWords {
    Q_DECLARE_TR_FUNCTIONS(baton::ui::BreakpointWords)
public:
    [[nodiscard]] static QString of(BreakAt at);                      // "Before it is scheduled"
    [[nodiscard]] static QString of(const Breakpoint& breakpoint);    // what it is about: "credit_check, iteration 2"
    [[nodiscard]] static QString extras(const Breakpoint& breakpoint);// counts, log text, once
};

}  // namespace baton::ui
