// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/service/servicestatus.h"

#include <QFrame>

class QLabel;

namespace baton::ui {

class Badge;
class ElidedLabel;

/// One Conductor the worker knows: what it is, how it is, and whether the work goes there.
class ConnectionCard : public QFrame {
    Q_OBJECT
public:
    ConnectionCard(Origin origin, QWidget* parent = nullptr);
    void setStatus(const ServiceStatus& status);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showServer(const ServiceStatus& status);
    void showEmbedded(const ServiceStatus& status);
    void setDetails(const QStringList& details);

    Origin m_origin;
    bool m_active = false;
    QLabel* m_title;
    Badge* m_state;
    Badge* m_work;
    ElidedLabel* m_address;
    ElidedLabel* m_details;
};

}  // namespace baton::ui
