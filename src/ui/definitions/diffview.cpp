// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/definitions/diffview.h"

#include "ui/definitions/linediff.h"
#include "ui/kit/fonts.h"
#include "ui/kit/tokens.h"
#include "ui/models/words.h"

#include <QEvent>
#include <QVBoxLayout>

#include <Qsci/qsciscintilla.h>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kAddedMarker = 0;
constexpr int kRemovedMarker = 1;

}  // namespace

DiffView::DiffView(QWidget* parent)
    : QWidget(parent)
    , m_view(new QsciScintilla(this))
{
    setObjectName(u"diffView"_s);
    m_view->setObjectName(u"diffText"_s);
    m_view->setAccessibleName(tr("What changes, line by line"));
    m_view->setUtf8(true);
    m_view->setReadOnly(true);
    m_view->setFrameShape(QFrame::NoFrame);
    for (int margin = 0; margin < 5; ++margin)
        m_view->setMarginWidth(margin, 0);
    m_view->markerDefine(QsciScintilla::Background, kAddedMarker);
    m_view->markerDefine(QsciScintilla::Background, kRemovedMarker);
    m_view->setCaretWidth(0);
    m_view->setScrollWidth(1);
    m_view->setScrollWidthTracking(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    paintTheme();
}

DiffView::Count DiffView::setTexts(const QString& before, const QString& after)
{
    const std::string a = toUtf8(before);
    const std::string b = toUtf8(after);
    Count count;
    QStringList lines;
    std::vector<std::pair<int, int>> marks;
    for (const DiffLine& line : hunksOf(lineDiff(a, b))) {
        const QString text = toQString(line.text);
        if (line.kind == DiffLine::Kind::Same) {
            const bool gap = line.before == 0;
            lines += gap ? u"       \u22ef"_s : u"%1   %2"_s.arg(line.after, 5).arg(text);
            continue;
        }
        const bool added = line.kind == DiffLine::Kind::Added;
        added ? ++count.added : ++count.removed;
        marks.emplace_back(static_cast<int>(lines.size()), added ? kAddedMarker : kRemovedMarker);
        lines += added ? u"%1 + %2"_s.arg(line.after, 5).arg(text) : u"%1 \u2212 %2"_s.arg(line.before, 5).arg(text);
    }
    m_view->setReadOnly(false);
    m_view->setText(lines.join(u'\n'));
    m_view->setReadOnly(true);
    m_view->markerDeleteAll();
    for (const auto& [line, marker] : marks)
        m_view->markerAdd(line, marker);
    return count;
}

QString DiffView::text() const
{
    return m_view->text();
}

void DiffView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        paintTheme();
    QWidget::changeEvent(event);
}

void DiffView::paintTheme()
{
    const Tokens& t = tokensFor(this);
    m_view->setFont(pointSized(codeFont()));
    m_view->setPaper(t.surface);
    m_view->setColor(t.text);
    m_view->setSelectionBackgroundColor(t.selection);
    m_view->resetSelectionForegroundColor();
    m_view->setMarkerBackgroundColor(t.tone(Tone::Success).ground, kAddedMarker);
    m_view->setMarkerBackgroundColor(t.tone(Tone::Danger).ground, kRemovedMarker);
}

}  // namespace baton::ui
