// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace baton::ui {

/// Events along a line of pixels: event i fills the interval from position i to position i + 1, position p is the moment
/// after the first p events. A value; x counts from the left end of the visible part.
struct TimelineScale {
    static constexpr double kWidestEvent = 48;
    static constexpr double kWidestFit = 24;    // few events are not torn apart to fill a line

    std::size_t events = 0;
    double width = 0;                           // of the visible part, pixels
    double perEvent = kWidestFit;               // pixels
    double offset = 0;                          // pixels hidden on the left
    bool fitting = true;                        // everything is visible and stays so as events come

    [[nodiscard]] double total() const { return static_cast<double>(events) * perEvent; }
    [[nodiscard]] double greatestOffset() const;
    [[nodiscard]] double xOf(std::size_t position) const { return static_cast<double>(position) * perEvent - offset; }
    /// The nearest position; within 0..events.
    [[nodiscard]] std::size_t positionAt(double x) const;
    /// The event whose interval holds x, the first or last one outside; `events` when there are none.
    [[nodiscard]] std::size_t eventAt(double x) const;

    void setEvents(std::size_t count);
    void setWidth(double pixels);
    /// The position under x stays there.
    void zoomBy(double factor, double x);
    void fit();
    void scrollTo(double pixels);
    /// Scrolls as little as shows the position with some room around.
    void show(std::size_t position);
};

}  // namespace baton::ui
