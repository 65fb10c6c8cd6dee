// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QSettings>
#include <QString>
#include <QVariant>

namespace baton::ui {

/// Where the window keeps what it should find again: layout, theme, recent files. Injected; window thread only.
/// Whoever reads must bear anything: users edit, copy and break these.
class SettingsStore {
public:
    virtual ~SettingsStore() = default;
    [[nodiscard]] virtual QVariant value(const QString& key, const QVariant& fallback = {}) const = 0;
    virtual void setValue(const QString& key, const QVariant& value) = 0;
    virtual void remove(const QString& key) = 0;
};

/// In memory: tests, screenshots, and --plain runs.
class MemorySettings final : public SettingsStore {
public:
    [[nodiscard]] QVariant value(const QString& key, const QVariant& fallback = {}) const override;
    void setValue(const QString& key, const QVariant& value) override;
    void remove(const QString& key) override;

private:
    QHash<QString, QVariant> m_values;
};

/// An INI file: the user's own place for it, or the given file.
class FileSettings final : public SettingsStore {
public:
    explicit FileSettings(const QString& file = {});
    [[nodiscard]] QVariant value(const QString& key, const QVariant& fallback = {}) const override;
    void setValue(const QString& key, const QVariant& value) override;
    void remove(const QString& key) override;

private:
    QSettings m_settings;
};

}  // namespace baton::ui
