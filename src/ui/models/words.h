// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"
#include "engine/model/event.h"
#include "engine/value/path.h"

#include <QCoreApplication>
#include <QString>

namespace baton::ui {

/// What the engine means, in the user's language.
class Words {
    Q_DECLARE_TR_FUNCTIONS(baton::ui::Words)
public:
    [[nodiscard]] static QString of(TaskStatus status);
    [[nodiscard]] static QString of(WorkflowStatus status);
    [[nodiscard]] static QString of(EventKind kind);         // "Task completed"
    [[nodiscard]] static QString of(ChangeKind kind);
    [[nodiscard]] static QString of(ErrorCode code);         // "Not found": a headline
    [[nodiscard]] static QString of(Value::Type type);       // "text", "object"
    [[nodiscard]] static QString of(Field field);            // "Status", "Output"

    [[nodiscard]] static QString duration(std::int64_t milliseconds);              // "350 ms", "2 min 05 s", "30 d 4 h"
    [[nodiscard]] static QString clock(EpochMs at);                                // "10:00:12.345"
    [[nodiscard]] static QString moment(EpochMs at);                               // date and time
    [[nodiscard]] static QString since(EpochMs start, EpochMs at);                 // "+12.3 s"
};

/// UTF-8 from the engine; invalid bytes become U+FFFD.
[[nodiscard]] QString toQString(std::string_view text);
[[nodiscard]] std::string toUtf8(const QString& text);

}  // namespace baton::ui
