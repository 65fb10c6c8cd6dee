// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/settingsstore.h"

#include <QDir>
#include <QStandardPaths>

namespace baton::ui {

namespace {

QString placeFor(const QString& file)
{
    if (!file.isEmpty())
        return file;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return QDir(folder).filePath(QStringLiteral("baton/window.ini"));
}

}  // namespace

QVariant MemorySettings::value(const QString& key, const QVariant& fallback) const
{
    return m_values.value(key, fallback);
}

void MemorySettings::setValue(const QString& key, const QVariant& value)
{
    m_values.insert(key, value);
}

void MemorySettings::remove(const QString& key)
{
    m_values.remove(key);
}

FileSettings::FileSettings(const QString& file)
    : m_settings(placeFor(file), QSettings::IniFormat)
{
}

QVariant FileSettings::value(const QString& key, const QVariant& fallback) const
{
    return m_settings.value(key, fallback);
}

void FileSettings::setValue(const QString& key, const QVariant& value)
{
    m_settings.setValue(key, value);
}

void FileSettings::remove(const QString& key)
{
    m_settings.remove(key);
}

}  // namespace baton::ui
