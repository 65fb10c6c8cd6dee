// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/services.h"

#include <QObject>

namespace baton::ui {

class ActionCollection;
class Perspectives;
class ReplayPage;
class SettingsStore;

/// The perspective in which a portfolio is replayed: its page and the actions that belong to it.
class ReplayPerspective : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Perspectives& perspectives;
        ActionCollection& actions;
        SettingsStore& settings;
        const Services& services;
    };
    ReplayPerspective(const Parts& parts, QWidget* parent);

    [[nodiscard]] ReplayPage& page() const noexcept { return *m_page; }
    void setDocument(const DocumentPtr& document);

signals:
    void caseOpened(const baton::ui::OpenedCase& opened, std::size_t applicant, const QString& policy);
    void documentChanged(const baton::ui::DocumentPtr& document);
    void failed(const baton::Error& error);
    void done(const QString& words);

private:
    ReplayPage* m_page;
};

}  // namespace baton::ui
