// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/debugger/notespanel.h"

#include "ui/models/sessioncontroller.h"
#include "ui/models/words.h"

#include <QLineEdit>
#include <QLocale>

#include <algorithm>

namespace baton::ui {

using namespace Qt::StringLiterals;

NotesPanel::NotesPanel(SessionController& session, QWidget* parent)
    : ListPane(u"notes"_s, {tr("At event"), tr("Note")}, parent)
    , m_session(session)
{
    addLine(tr("A note on this moment"), tr("Add"));
    setEmpty(u"event-note"_s, tr("No notes"), tr("Notes are bound to moments; walk from one to the next to present a run."));
    setWidths({90});
    connect(this, &ListPane::entered, this, &NotesPanel::add);
    connect(this, &ListPane::activated, this, [this](const QVariant& key) {
        const std::size_t index = key.toULongLong();
        if (index < m_session.notes().size())
            m_session.moveTo(m_session.notes()[index].position);
    });
    connect(this, &ListPane::removeRequested, this, [this](const QVariant& key) {
        std::vector<MomentNote> notes = m_session.notes();
        const std::size_t index = key.toULongLong();
        if (index < notes.size())
            notes.erase(notes.begin() + static_cast<std::ptrdiff_t>(index));
        m_session.setNotes(std::move(notes));
    });
    connect(&m_session, &SessionController::notesChanged, this, &NotesPanel::refresh);
    connect(&m_session, &SessionController::positionChanged, this, &NotesPanel::refresh);
    refresh();
}

void NotesPanel::add(const QString& text)
{
    if (!m_session.isOpen())
        return;
    std::vector<MomentNote> notes = m_session.notes();
    const auto place = std::ranges::upper_bound(notes, m_session.position(), {}, &MomentNote::position);
    notes.insert(place, {m_session.position(), toUtf8(text)});
    m_session.setNotes(std::move(notes));
    findChild<QLineEdit*>(u"notesLine"_s)->clear();
}

void NotesPanel::refresh()
{
    begin();
    const std::vector<MomentNote>& notes = m_session.notes();
    for (std::size_t i = 0; i < notes.size(); ++i) {
        const bool here = notes[i].position == m_session.position();
        ListPane::add({.cells = {QLocale().toString(static_cast<qulonglong>(notes[i].position)), toQString(notes[i].text)},
                       .key = QVariant::fromValue(static_cast<qulonglong>(i)), .icon = u"event-note"_s, .tone = here ? Tone::Accent : Tone::Neutral,
                       .strong = here, .toned = here});
    }
    finish();
}

void NotesPanel::next()
{
    for (const MomentNote& note : m_session.notes()) {
        if (note.position > m_session.position())
            return m_session.moveTo(note.position);
    }
}

void NotesPanel::previous()
{
    const std::vector<MomentNote>& notes = m_session.notes();
    for (auto note = notes.rbegin(); note != notes.rend(); ++note) {
        if (note->position < m_session.position())
            return m_session.moveTo(note->position);
    }
}

}  // namespace baton::ui
