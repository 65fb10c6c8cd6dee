// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/start/recentfiles.h"

#include <QDir>
#include <QFileInfo>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kKey = u"recentFiles"_s;

QString shortFolder(const QString& path)
{
    const QString folder = QFileInfo(path).absolutePath();
    const QString home = QDir::homePath();
    if (folder == home || folder.startsWith(home + u'/'))
        return u'~' + folder.mid(home.size());
    return folder;
}

}  // namespace

RecentFiles::RecentFiles(SettingsStore& settings, QObject* parent)
    : QAbstractListModel(parent)
    , m_settings(settings)
{
    for (const QString& path : m_settings.value(kKey).toStringList()) {
        if (!path.isEmpty() && m_entries.size() < kMost)
            m_entries += {path, false};
    }
    check();
}

void RecentFiles::save()
{
    m_settings.setValue(kKey, paths());
}

QStringList RecentFiles::paths() const
{
    QStringList paths;
    for (const Entry& entry : m_entries)
        paths += entry.path;
    return paths;
}

void RecentFiles::add(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (!m_entries.isEmpty() && m_entries.first().path == absolute)
        return;
    forget(absolute);
    beginInsertRows({}, 0, 0);
    m_entries.prepend({absolute, !QFileInfo::exists(absolute)});
    endInsertRows();
    if (m_entries.size() > kMost) {
        beginRemoveRows({}, kMost, static_cast<int>(m_entries.size()) - 1);
        m_entries.resize(kMost);
        endRemoveRows();
    }
    save();
}

void RecentFiles::forget(const QString& path)
{
    for (int row = static_cast<int>(m_entries.size()) - 1; row >= 0; --row) {
        if (m_entries[row].path != path)
            continue;
        beginRemoveRows({}, row, row);
        m_entries.removeAt(row);
        endRemoveRows();
    }
    save();
}

void RecentFiles::forgetAll()
{
    if (m_entries.isEmpty())
        return;
    beginRemoveRows({}, 0, static_cast<int>(m_entries.size()) - 1);
    m_entries.clear();
    endRemoveRows();
    save();
}

void RecentFiles::check()
{
    for (int row = 0; row < m_entries.size(); ++row) {
        const bool missing = !QFileInfo::exists(m_entries[row].path);
        if (std::exchange(m_entries[row].missing, missing) != missing)
            emit dataChanged(index(row), index(row));
    }
}

int RecentFiles::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant RecentFiles::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Entry& entry = m_entries[index.row()];
    switch (role) {
    case Qt::DisplayRole: return QFileInfo(entry.path).fileName();
    case Qt::ToolTipRole: return entry.missing ? tr("%1\nThis file is no longer there.").arg(entry.path) : entry.path;
    case Qt::AccessibleTextRole:
        return entry.missing ? tr("%1, missing").arg(QFileInfo(entry.path).fileName()) : QFileInfo(entry.path).fileName();
    case PathRole: return entry.path;
    case FolderRole: return shortFolder(entry.path);
    case MissingRole: return entry.missing;
    default: return {};
    }
}

}  // namespace baton::ui
