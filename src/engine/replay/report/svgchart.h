// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/replay/analysis/statistics.h"

#include <string>
#include <string_view>
#include <vector>

namespace baton {

/// Text made safe for HTML and SVG, attributes included.
[[nodiscard]] std::string htmlText(std::string_view text);

/// A number with so many decimals, whatever the machine's language; "-" where there is none.
[[nodiscard]] std::string fixedText(double number, int decimals);

/// One bar of each series for a label; the intervals are drawn as whiskers where they are known (low < high).
struct ChartBar {
    std::string label;
    std::vector<double> values;            // by series; NaN: none
    std::vector<Interval> intervals {};    // by series, or empty
};
struct BarChart {
    std::string title;
    std::vector<std::string> series;
    std::vector<ChartBar> bars;
    double maximum = 0;                    // 0: the greatest value
    bool isShare = false;                  // values are written as per cent
};
/// Horizontal bars as an inline <svg>: no script, no font of its own, told apart by pattern as well as by colour, readable in
/// light and dark (colours come from the page's CSS variables --s0, --s1, ...). Values stand beside the bars.
[[nodiscard]] std::string svgBars(const BarChart& chart);

/// A curve for each series over the same points, with the values at the ends.
struct LineChart {
    std::string title;
    std::string xLabel;
    std::vector<std::string> series;
    std::vector<double> x;
    std::vector<std::vector<double>> y;    // by series
    bool isShare = false;
};
[[nodiscard]] std::string svgLines(const LineChart& chart);

}  // namespace baton
