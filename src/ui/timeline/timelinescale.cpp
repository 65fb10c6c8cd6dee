// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/timeline/timelinescale.h"

#include <algorithm>
#include <cmath>

namespace baton::ui {

namespace {

double fitted(const TimelineScale& scale)
{
    return scale.events == 0 ? TimelineScale::kWidestFit : std::min(scale.width / static_cast<double>(scale.events), TimelineScale::kWidestFit);
}

}  // namespace

double TimelineScale::greatestOffset() const
{
    return std::max(0.0, total() - width);
}

std::size_t TimelineScale::positionAt(double x) const
{
    if (!(perEvent > 0))
        return 0;
    const double position = std::round((x + offset) / perEvent);
    return static_cast<std::size_t>(std::clamp(position, 0.0, static_cast<double>(events)));
}

std::size_t TimelineScale::eventAt(double x) const
{
    if (events == 0 || !(perEvent > 0))
        return events;
    return static_cast<std::size_t>(std::clamp(std::floor((x + offset) / perEvent), 0.0, static_cast<double>(events - 1)));
}

void TimelineScale::setEvents(std::size_t count)
{
    events = count;
    if (fitting)
        fit();
    else
        scrollTo(offset);
}

void TimelineScale::setWidth(double pixels)
{
    width = std::max(0.0, pixels);
    if (fitting)
        fit();
    else
        scrollTo(offset);
}

void TimelineScale::zoomBy(double factor, double x)
{
    const double least = fitted(*this);
    if (!(factor > 0) || !(perEvent > 0) || !(least > 0))
        return;
    const double held = (x + offset) / perEvent;
    perEvent = std::clamp(perEvent * factor, least, std::max(kWidestEvent, least));
    fitting = perEvent <= least;
    scrollTo(held * perEvent - x);
}

void TimelineScale::fit()
{
    fitting = true;
    perEvent = fitted(*this);
    offset = 0;
}

void TimelineScale::scrollTo(double pixels)
{
    offset = std::clamp(pixels, 0.0, greatestOffset());
}

void TimelineScale::show(std::size_t position)
{
    const double room = std::min(40.0, width / 4);
    const double x = xOf(position);
    if (x < room)
        scrollTo(offset + x - room);
    else if (x > width - room)
        scrollTo(offset + x - width + room);
}

}  // namespace baton::ui
