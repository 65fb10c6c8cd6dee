// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/settingsstore.h"

#include <QAbstractListModel>
#include <QStringList>

namespace baton::ui {

/// Files opened last, newest first, kept in the settings. Files that are gone stay in the list, marked.
class RecentFiles : public QAbstractListModel {
    Q_OBJECT
public:
    static constexpr int kMost = 12;
    enum Role {
        PathRole = Qt::UserRole + 1,   // QString
        FolderRole,                    // QString, the home folder as ~
        MissingRole,                   // bool, as of the last check()
    };

    explicit RecentFiles(SettingsStore& settings, QObject* parent = nullptr);

    void add(const QString& path);
    void forget(const QString& path);
    void forgetAll();
    /// Looks which files are still there.
    void check();
    [[nodiscard]] QStringList paths() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    struct Entry {
        QString path;
        bool missing = false;
    };
    void save();

    SettingsStore& m_settings;
    QList<Entry> m_entries;
};

}  // namespace baton::ui
