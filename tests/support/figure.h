// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdio>
#include <vector>

namespace baton::test {

/// Prints one measured figure beside the design's, where less is better: what it must be at most, and the aim.
inline void printFigure(const char* what, double measured, const char* unit, double must, double aim)
{
    const char* verdict = measured <= aim ? "reaches the aim" : measured <= must ? "as it must be" : "TOO MUCH";
    std::printf("= %-48s %10.2f %-4s  must %8g  aim %8g  %s\n", what, measured, unit, must, aim, verdict);
}

/// The value that 95 of 100 are not above; 0 of none.
inline double p95(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[(values.size() - 1) * 95 / 100];
}

}  // namespace baton::test
