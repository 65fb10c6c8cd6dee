// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace baton {

/// Java's Double.toString: 2.0, 1.0E20, 4.9E-324, NaN, -Infinity.
void appendJavaDouble(std::string& out, double value);

}  // namespace baton
