// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/replay/report/svgchart.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace baton {

namespace {

constexpr double kWidth = 760;
constexpr double kLabelWidth = 230;
constexpr double kPlotWidth = 400;
constexpr double kBarHeight = 14;
constexpr double kGap = 10;
constexpr double kTop = 40;

/// The text with each @ replaced by the next number.
std::string filled(std::string_view text, std::initializer_list<double> numbers)
{
    std::string made;
    const double* next = numbers.begin();
    for (const char c : text)
        made += c == '@' && next != numbers.end() ? fixedText(*next++, 1) : std::string(1, c);
    return made;
}

std::string styleOf(std::size_t series)
{
    return "s" + std::to_string(series % 6);
}

std::string number(double value, bool isShare)
{
    if (std::isnan(value))
        return "-";
    if (isShare)
        return fixedText(value * 100, 1) + " %";
    return fixedText(value, std::abs(value) >= 1000 || !(std::trunc(value) < value || std::trunc(value) > value) ? 0 : std::abs(value) >= 10 ? 1 : 3);
}

std::string opening(const std::string& title, double height)
{
    const std::string safe = htmlText(title);
    return filled("<svg viewBox=\"0 0 @ @\" role=\"img\" aria-label=\"", {kWidth, height}) + safe + "\"><title>" + safe + "</title>\n<text x=\"0\" y=\"14\" class=\"t\">" + safe + "</text>\n";
}

std::string legend(const std::vector<std::string>& series)
{
    std::string svg;
    double x = kLabelWidth;
    for (std::size_t s = 0; s < series.size() && series.size() > 1; ++s) {
        svg += filled("<rect x=\"@\" y=\"22\" width=\"12\" height=\"10\" class=\"", {x}) + styleOf(s) + "\"/>"
            + filled("<text x=\"@\" y=\"31\">", {x + 16}) + htmlText(series[s]) + "</text>\n";
        x += 30 + 7.0 * static_cast<double>(series[s].size());
    }
    return svg;
}

std::string whisker(const Interval& interval, double scale, double y)
{
    if (!(interval.low < interval.high))
        return {};
    const double left = kLabelWidth + std::max(0.0, interval.low) * scale;
    const double right = kLabelWidth + std::min(interval.high * scale, kPlotWidth + 20);
    const double middle = y + kBarHeight / 2;
    return filled("<path class=\"w\" d=\"M@ @H@M@ @v6M@ @v6\"/>", {left, middle, right, left, middle - 3, right, middle - 3});
}

double greatest(const BarChart& chart)
{
    double most = chart.maximum;
    for (const ChartBar& bar : chart.bars)
        for (const double value : bar.values)
            if (chart.maximum <= 0 && !std::isnan(value))
                most = std::max(most, value);
    return most > 0 ? most : 1;
}

}  // namespace

std::string fixedText(double number, int decimals)
{
    if (!std::isfinite(number))
        return "-";
    std::array<char, 400> text {};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed, decimals);
    std::string made(text.data(), end.ptr);
    return made.find_first_not_of("-0.") == std::string::npos && made.starts_with('-') ? made.substr(1) : made;
}

std::string htmlText(std::string_view text)
{
    std::string safe;
    for (const char c : text) {
        switch (c) {
        case '&': safe += "&amp;"; break;
        case '<': safe += "&lt;"; break;
        case '>': safe += "&gt;"; break;
        case '"': safe += "&quot;"; break;
        case '\'': safe += "&#39;"; break;
        default: safe += c;
        }
    }
    return safe;
}

std::string svgBars(const BarChart& chart)
{
    const std::size_t series = std::max<std::size_t>(1, chart.series.size());
    const double step = kBarHeight * static_cast<double>(series) + kGap;
    std::string svg = opening(chart.title, kTop + step * static_cast<double>(chart.bars.size()) + 4) + legend(chart.series);
    const double scale = kPlotWidth / greatest(chart);
    double y = kTop;
    for (const ChartBar& bar : chart.bars) {
        svg += filled("<text x=\"@\" y=\"@\" text-anchor=\"end\">", {kLabelWidth - 8, y + kBarHeight * static_cast<double>(series) / 2 + 4}) + htmlText(bar.label) + "</text>";
        for (std::size_t s = 0; s < bar.values.size(); ++s) {
            const double top = y + kBarHeight * static_cast<double>(s);
            const double width = std::isnan(bar.values[s]) ? 0 : std::clamp(bar.values[s] * scale, 0.0, kPlotWidth);
            svg += filled("<rect x=\"@\" y=\"@\" width=\"@\" height=\"@\" class=\"", {kLabelWidth, top, width, kBarHeight - 2}) + styleOf(s) + "\"/>";
            if (s < bar.intervals.size())
                svg += whisker(bar.intervals[s], scale, top - 1);
            svg += filled("<text x=\"@\" y=\"@\">", {kLabelWidth + kPlotWidth + 26, top + kBarHeight - 4}) + number(bar.values[s], chart.isShare) + "</text>\n";
        }
        y += step;
    }
    return svg + "</svg>\n";
}

std::string svgLines(const LineChart& chart)
{
    constexpr double height = 260;
    constexpr double plot = 180;
    std::string svg = opening(chart.title, height) + legend(chart.series);
    if (chart.x.size() < 2)
        return svg + "</svg>\n";
    double most = 0;
    for (const auto& curve : chart.y)
        for (const double value : curve)
            most = std::isnan(value) ? most : std::max(most, value);
    const double span = chart.x.back() - chart.x.front();
    const auto xOf = [&](double x) { return 60 + (span > 0 ? (x - chart.x.front()) / span : 0) * (kWidth - 160); };
    const auto yOf = [&](double y) { return kTop + plot - (most > 0 ? y / most : 0) * plot; };
    svg += filled("<path class=\"a\" d=\"M60 @V@H@\"/>", {kTop, kTop + plot, kWidth - 100});
    svg += filled("<text x=\"54\" y=\"@\" text-anchor=\"end\">", {kTop + 6}) + number(most, chart.isShare) + "</text>";
    svg += filled("<text x=\"60\" y=\"@\">", {kTop + plot + 18}) + number(chart.x.front(), false) + "</text>";
    svg += filled("<text x=\"@\" y=\"@\" text-anchor=\"end\">", {kWidth - 100, kTop + plot + 18}) + number(chart.x.back(), false) + "</text>";
    svg += filled("<text x=\"@\" y=\"@\" text-anchor=\"middle\">", {kWidth / 2 - 20, kTop + plot + 34}) + htmlText(chart.xLabel) + "</text>\n";
    for (std::size_t s = 0; s < chart.y.size(); ++s) {
        std::string path;
        for (std::size_t i = 0; i < chart.x.size() && i < chart.y[s].size(); ++i)
            if (!std::isnan(chart.y[s][i]))
                path += std::string(path.empty() ? "M" : "L") + filled("@ @", {xOf(chart.x[i]), yOf(chart.y[s][i])});
        svg += "<path class=\"l " + styleOf(s) + "\" d=\"" + path + "\"/>";
        svg += filled("<text x=\"@\" y=\"@\">", {kWidth - 94, yOf(chart.y[s].empty() ? 0 : chart.y[s].back()) + 4}) + number(chart.y[s].empty() ? 0 : chart.y[s].back(), chart.isShare) + "</text>\n";
    }
    return svg + "</svg>\n";
}

}  // namespace baton
