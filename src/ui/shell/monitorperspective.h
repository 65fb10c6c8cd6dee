// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/error.h"

#include <QObject>

namespace baton::ui {

class ActionCollection;
class MonitorPage;
class Perspectives;
class SettingsStore;
struct Services;

/// The perspective in which a worker is watched: its page and the actions that belong to it. A worker that runs is drained
/// before the window closes.
class MonitorPerspective : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Perspectives& perspectives;
        ActionCollection& actions;
        SettingsStore& settings;
        const Services& services;
    };
    MonitorPerspective(const Parts& parts, QWidget* parent);

    [[nodiscard]] MonitorPage& page() const noexcept { return *m_page; }
    void saveState() const;
    /// False: a worker is being drained first; closable() follows. Asked again meanwhile: true.
    [[nodiscard]] bool mayClose();

signals:
    void failed(const baton::Error& error);
    void done(const QString& words);
    void closable();

private:
    MonitorPage* m_page;
    bool m_closing = false;
};

}  // namespace baton::ui
