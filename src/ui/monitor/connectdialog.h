// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/monitor/monitorservices.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace baton::ui {

class SettingsStore;

/// Asks for the server to work for: a configuration, an address, or both. Remembers what was said.
class ConnectDialog : public QDialog {
    Q_OBJECT
public:
    explicit ConnectDialog(SettingsStore& settings, QWidget* parent = nullptr);
    [[nodiscard]] WorkerChoice choice() const;
    void accept() override;

private:
    void chooseFile();
    void check();

    SettingsStore& m_settings;
    QLineEdit* m_file;
    QLineEdit* m_server;
    QPushButton* m_start;
};

}  // namespace baton::ui
