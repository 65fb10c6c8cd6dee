// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>
#include <QIcon>

#include <functional>

namespace baton::ui {

/// Something the command palette can do.
struct PaletteEntry {
    enum class Kind : std::uint8_t { Action, Task, Applicant, Sample, Recent };
    Kind kind = Kind::Action;
    QString title;
    QString note;              // what it belongs to: "Debug", "credit_check", a folder
    QString keys;              // shortcut as shown
    QString icon;
    bool enabled = true;
    std::function<void()> run;
};

/// Entries that fit what was typed, best first. A first letter narrows: > actions, @ tasks, # applicants.
class PaletteModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { NoteRole = Qt::UserRole + 1, KeysRole, IconRole, PlacesRole, EnabledRole };
    /// Asked for each change of the text, with what follows the narrowing letter.
    using Source = std::function<QList<PaletteEntry>(const QString& words)>;

    explicit PaletteModel(QObject* parent = nullptr);
    void addSource(PaletteEntry::Kind kind, Source source);
    void setQuery(const QString& query);
    [[nodiscard]] const PaletteEntry* entry(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    QList<std::pair<PaletteEntry::Kind, Source>> m_sources;
    QList<PaletteEntry> m_entries;
    QString m_words;
};

}  // namespace baton::ui
