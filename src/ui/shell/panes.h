// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#if __has_include("ui/graph/graphview.h")
#include "ui/graph/graphview.h"
#else
#include "ui/shell/placeholdergraph.h"
#endif
#if __has_include("ui/timeline/timelineview.h")
#include "ui/timeline/timelineview.h"
#else
#include "ui/shell/placeholdertimeline.h"
#endif
