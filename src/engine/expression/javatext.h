// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/value.h"

#include <string>

namespace baton {

/// Java's Double.toString: 2.0, 1.0E20, 4.9E-324, NaN, -Infinity.
void appendJavaDouble(std::string& out, double value);
/// javaText, behind what is there.
void appendJavaText(std::string& out, const Value& value);
/// What a path with wildcards found, as it stands inside text: JSON with Java's numbers and / written as \/.
void appendFindings(std::string& out, const Value& value);

}  // namespace baton
