// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/palettemodel.h"

#include "ui/models/fuzzy.h"

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMost = 200;

std::optional<PaletteEntry::Kind> narrowing(QChar first)
{
    switch (first.unicode()) {
    case u'>': return PaletteEntry::Kind::Action;
    case u'@': return PaletteEntry::Kind::Task;
    case u'#': return PaletteEntry::Kind::Applicant;
    default: return std::nullopt;
    }
}

}  // namespace

PaletteModel::PaletteModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void PaletteModel::addSource(PaletteEntry::Kind kind, Source source)
{
    m_sources.append({kind, std::move(source)});
}

void PaletteModel::setQuery(const QString& query)
{
    const std::optional<PaletteEntry::Kind> only = query.isEmpty() ? std::nullopt : narrowing(query[0]);
    const QString words = (only ? query.mid(1) : query).trimmed();
    struct Scored {
        int score;
        PaletteEntry entry;
    };
    QList<Scored> found;
    for (const auto& [kind, source] : m_sources) {
        if (only && *only != kind)
            continue;
        for (PaletteEntry& entry : source(words)) {
            const int byTitle = fuzzyScore(words, entry.title);
            const int byNote = fuzzyScore(words, entry.note + u' ' + entry.title) - 40;
            const int score = qMax(byTitle, byNote) + (entry.enabled ? 0 : -1000);
            if (byTitle >= 0 || byNote > 0)
                found += {score, std::move(entry)};
        }
    }
    if (!words.isEmpty())
        std::stable_sort(found.begin(), found.end(), [](const Scored& a, const Scored& b) { return a.score > b.score; });
    beginResetModel();
    m_words = words;
    m_entries.clear();
    for (Scored& one : found) {
        if (m_entries.size() == kMost)
            break;
        m_entries += std::move(one.entry);
    }
    endResetModel();
}

const PaletteEntry* PaletteModel::entry(int row) const
{
    return row >= 0 && row < m_entries.size() ? &m_entries[row] : nullptr;
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    const PaletteEntry* entry = index.isValid() ? this->entry(index.row()) : nullptr;
    if (!entry)
        return {};
    switch (role) {
    case Qt::DisplayRole: return entry->title;
    case Qt::AccessibleTextRole: return entry->note.isEmpty() ? entry->title : u"%1, %2"_s.arg(entry->title, entry->note);
    case NoteRole: return entry->note;
    case KeysRole: return entry->keys;
    case IconRole: return entry->icon;
    case PlacesRole: return QVariant::fromValue(fuzzyPlaces(m_words, entry->title));
    case EnabledRole: return entry->enabled;
    default: return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const
{
    const PaletteEntry* entry = index.isValid() ? this->entry(index.row()) : nullptr;
    return entry && entry->enabled ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

}  // namespace baton::ui
