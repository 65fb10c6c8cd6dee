// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/definitions/linediff.h"

#include <algorithm>

namespace baton::ui {

namespace {

using Lines = std::vector<std::string_view>;

Lines linesOf(std::string_view text)
{
    Lines lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return lines;
}

/// The middle of two texts, whose common begin and end are taken off.
struct Middle {
    const Lines& before;
    const Lines& after;
    int first = 0;
    int endBefore = 0;
    int endAfter = 0;
};

void addRange(std::vector<DiffLine>& out, const Lines& lines, int from, int to, DiffLine::Kind kind)
{
    for (int i = from; i < to; ++i)
        out.push_back({kind, kind == DiffLine::Kind::Added ? 0 : i + 1, kind == DiffLine::Kind::Removed ? 0 : i + 1, lines[static_cast<std::size_t>(i)]});
}

/// The furthest x on each diagonal, after 0, 1, 2... edits; empty when it takes more than allowed.
std::vector<std::vector<int>> forwardPaths(const Middle& m, int maxEdits)
{
    const int n = m.endBefore - m.first;
    const int k = m.endAfter - m.first;
    const int limit = std::min(n + k, maxEdits);
    std::vector<int> furthest(static_cast<std::size_t>(2 * limit + 3), 0);
    const auto at = [&](int diagonal) -> int& { return furthest[static_cast<std::size_t>(diagonal + limit + 1)]; };
    std::vector<std::vector<int>> trace;
    for (int d = 0; d <= limit; ++d) {
        trace.push_back(furthest);
        for (int diagonal = -d; diagonal <= d; diagonal += 2) {
            const bool down = diagonal == -d || (diagonal != d && at(diagonal - 1) < at(diagonal + 1));
            int x = down ? at(diagonal + 1) : at(diagonal - 1) + 1;
            int y = x - diagonal;
            while (x < n && y < k && m.before[static_cast<std::size_t>(m.first + x)] == m.after[static_cast<std::size_t>(m.first + y)])
                ++x, ++y;
            at(diagonal) = x;
            if (x >= n && y >= k)
                return trace;
        }
    }
    return {};
}

std::vector<DiffLine> backtrack(const Middle& m, const std::vector<std::vector<int>>& trace)
{
    std::vector<DiffLine> reversed;
    int x = m.endBefore - m.first;
    int y = m.endAfter - m.first;
    const int limit = (static_cast<int>(trace.front().size()) - 3) / 2;
    const auto push = [&](DiffLine::Kind kind) {
        const int i = m.first + x;
        const int j = m.first + y;
        const std::string_view text = kind == DiffLine::Kind::Added ? m.after[static_cast<std::size_t>(j)] : m.before[static_cast<std::size_t>(i)];
        reversed.push_back({kind, kind == DiffLine::Kind::Added ? 0 : i + 1, kind == DiffLine::Kind::Removed ? 0 : j + 1, text});
    };
    for (int d = static_cast<int>(trace.size()) - 1; d >= 0; --d) {
        const auto at = [&](int diagonal) { return trace[static_cast<std::size_t>(d)][static_cast<std::size_t>(diagonal + limit + 1)]; };
        const int diagonal = x - y;
        const bool down = diagonal == -d || (diagonal != d && at(diagonal - 1) < at(diagonal + 1));
        const int fromX = d == 0 ? 0 : down ? at(diagonal + 1) : at(diagonal - 1);
        const int startX = fromX + (d > 0 && !down ? 1 : 0);
        while (x > startX) {
            --x, --y;
            push(DiffLine::Kind::Same);
        }
        if (d > 0) {
            down ? --y : --x;
            push(down ? DiffLine::Kind::Added : DiffLine::Kind::Removed);
        }
    }
    std::reverse(reversed.begin(), reversed.end());
    return reversed;
}

}  // namespace

std::vector<DiffLine> lineDiff(std::string_view before, std::string_view after, int maxEdits)
{
    const Lines a = linesOf(before);
    const Lines b = linesOf(after);
    Middle m {a, b, 0, static_cast<int>(a.size()), static_cast<int>(b.size())};
    while (m.first < m.endBefore && m.first < m.endAfter && a[static_cast<std::size_t>(m.first)] == b[static_cast<std::size_t>(m.first)])
        ++m.first;
    while (m.endBefore > m.first && m.endAfter > m.first && a[static_cast<std::size_t>(m.endBefore - 1)] == b[static_cast<std::size_t>(m.endAfter - 1)])
        --m.endBefore, --m.endAfter;
    std::vector<DiffLine> lines;
    addRange(lines, a, 0, m.first, DiffLine::Kind::Same);
    if (const auto trace = forwardPaths(m, maxEdits); !trace.empty()) {
        for (const DiffLine& line : backtrack(m, trace))
            lines.push_back(line);
    } else {
        addRange(lines, a, m.first, m.endBefore, DiffLine::Kind::Removed);
        addRange(lines, b, m.first, m.endAfter, DiffLine::Kind::Added);
    }
    for (int i = m.endBefore, j = m.endAfter; i < static_cast<int>(a.size()); ++i, ++j)
        lines.push_back({DiffLine::Kind::Same, i + 1, j + 1, a[static_cast<std::size_t>(i)]});
    return lines;
}

std::vector<DiffLine> hunksOf(const std::vector<DiffLine>& lines, int context)
{
    std::vector<bool> shown(lines.size(), false);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].kind == DiffLine::Kind::Same)
            continue;
        const auto around = static_cast<std::size_t>(context);
        for (std::size_t j = i - std::min(i, around); j < std::min(lines.size(), i + around + 1); ++j)
            shown[j] = true;
    }
    std::vector<DiffLine> hunks;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (shown[i])
            hunks.push_back(lines[i]);
        else if (i == 0 || shown[i - 1])
            hunks.push_back({});
    }
    return hunks;
}

}  // namespace baton::ui
