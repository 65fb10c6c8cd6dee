// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/definitions/definitioneditor.h"

#include "ui/kit/icons.h"
#include "ui/kit/jsoneditor.h"
#include "ui/kit/searchfield.h"
#include "ui/kit/tokens.h"
#include "ui/models/words.h"

#include <QAction>
#include <QHelpEvent>
#include <QToolTip>
#include <QVBoxLayout>

#include <Qsci/qscilexerjson.h>
#include <Qsci/qsciscintilla.h>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 1;
constexpr int kIndicator = 8;
constexpr int kUserList = 1;

int markerOf(Severity severity)
{
    return static_cast<int>(severity);
}

}  // namespace

DefinitionEditor::DefinitionEditor(Schema schema, QWidget* parent)
    : QWidget(parent)
    , m_schema(std::move(schema))
    , m_editor(new QsciScintilla(this))
    , m_lexer(new QsciLexerJSON(m_editor))
    , m_search(new SearchField(this))
{
    setObjectName(u"definitionEditor"_s);
    setFocusProxy(m_editor);
    m_editor->setObjectName(u"definitionText"_s);
    m_editor->setAccessibleName(tr("Definition as JSON"));
    dressJsonEditor(*m_editor, *m_lexer);
    m_editor->setIndentationsUseTabs(false);
    m_editor->setAutoIndent(true);
    m_editor->SendScintilla(QsciScintilla::SCI_AUTOCSETMAXHEIGHT, 12UL);
    m_editor->setBraceMatching(QsciScintilla::SloppyBraceMatch);
    m_editor->setCaretLineVisible(true);
    m_editor->viewport()->installEventFilter(this);
    makeMargin();

    m_search->setObjectName(u"definitionSearch"_s);
    m_search->setPlaceholderText(tr("Find in the definition"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setTarget(m_editor);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) { findNext(words, false); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { findNext(m_search->text(), true); });

    connect(m_editor, &QsciScintilla::textChanged, this, &DefinitionEditor::textChanged);
    connect(m_editor, &QsciScintilla::cursorPositionChanged, this, &DefinitionEditor::cursorMoved);
    connect(m_editor, &QsciScintilla::SCN_CHARADDED, this, &DefinitionEditor::completeTyped);
    connect(m_editor, &QsciScintilla::userListActivated, this, [this](int, const QString& choice) { insertChoice(choice); });
    auto* completing = new QAction(tr("Complete"), this);
    completing->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Space));
    completing->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(completing, &QAction::triggered, this, &DefinitionEditor::complete);
    addAction(completing);

    auto* head = new QVBoxLayout;
    head->setContentsMargins(space::kBase, space::kBase, space::kBase, space::kTight);
    head->addWidget(m_search);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_editor, 1);
    setProperty("surface", true);
    setAttribute(Qt::WA_StyledBackground);
    paintTheme();
}

DefinitionEditor::~DefinitionEditor() = default;

void DefinitionEditor::makeMargin()
{
    m_editor->setMarginType(kMargin, QsciScintilla::SymbolMargin);
    m_editor->setMarginWidth(kMargin, space::kIcon + space::kTight);
    m_editor->setMarginMarkerMask(kMargin, 0b111);
    m_editor->indicatorDefine(QsciScintilla::SquiggleIndicator, kIndicator);
}

void DefinitionEditor::paintTheme()
{
    const Tokens& t = tokensFor(this);
    paintJsonEditor(*m_editor, *m_lexer, t);
    m_editor->setCaretLineBackgroundColor(mixed(t.surface, t.text, 0.04));
    m_editor->setMatchedBraceBackgroundColor(t.selection);
    m_editor->setMatchedBraceForegroundColor(t.text);
    m_editor->setUnmatchedBraceForegroundColor(t.tone(Tone::Danger).foreground);
    const auto mark = [&](Severity severity, const QString& name, Tone tone) {
        m_editor->markerDefine(iconPixmap(name, space::kIcon, t.tone(tone).foreground, devicePixelRatioF()), markerOf(severity));
    };
    mark(Severity::Error, u"error"_s, Tone::Danger);
    mark(Severity::Warning, u"warning"_s, Tone::Warning);
    mark(Severity::Note, u"info"_s, Tone::Active);
    m_editor->setIndicatorForegroundColor(t.tone(Tone::Danger).foreground, kIndicator);
}

void DefinitionEditor::setText(const QString& text)
{
    m_editor->setText(text);
    m_editor->SendScintilla(QsciScintilla::SCI_EMPTYUNDOBUFFER);
    m_editor->setMarginWidth(0, u"0"_s + QString::number(qMax(m_editor->lines(), 100)));
    m_editor->setCursorPosition(0, 0);
    m_editor->setFirstVisibleLine(0);
}

void DefinitionEditor::replaceText(const QString& text)
{
    const int line = m_editor->firstVisibleLine();
    const std::size_t cursor = cursorByte();
    m_editor->beginUndoAction();
    m_editor->selectAll();
    m_editor->replaceSelectedText(text);
    m_editor->endUndoAction();
    goToByte(cursor);
    m_editor->setFirstVisibleLine(line);
}

QString DefinitionEditor::text() const
{
    return m_editor->text();
}

QByteArray DefinitionEditor::bytes() const
{
    return m_editor->text().toUtf8();
}

void DefinitionEditor::setFacts(CompletionFacts facts)
{
    m_facts = std::move(facts);
}

void DefinitionEditor::setFindings(const std::vector<Finding>& findings)
{
    m_editor->markerDeleteAll();
    m_editor->clearIndicatorRange(0, 0, m_editor->lines(), 0, kIndicator);
    m_notes.clear();
    for (const Finding& finding : findings) {
        const int line = finding.what.line;
        if (line <= 0 || line > m_editor->lines())
            continue;
        m_editor->markerAdd(line - 1, markerOf(finding.severity));
        if (finding.severity == Severity::Error) {
            const QString content = m_editor->text(line - 1);
            const auto first = std::find_if(content.begin(), content.end(), [](QChar c) { return !c.isSpace(); });
            m_editor->fillIndicatorRange(line - 1, static_cast<int>(first - content.begin()), line - 1,
                                         static_cast<int>(content.trimmed().size() + (first - content.begin())), kIndicator);
        }
        QString note = toQString(finding.what.message);
        if (!finding.what.hint.empty())
            note += u"\n"_s + toQString(finding.what.hint);
        m_notes.emplace_back(line, std::move(note));
    }
}

QString DefinitionEditor::findingAt(int line) const
{
    QStringList notes;
    for (const auto& [at, note] : m_notes) {
        if (at == line)
            notes += note;
    }
    return notes.join(u"\n\n"_s);
}

void DefinitionEditor::goTo(int line, int column)
{
    const int row = qBound(0, line - 1, qMax(0, m_editor->lines() - 1));
    m_editor->ensureLineVisible(row);
    const auto height = m_editor->SendScintilla(QsciScintilla::SCI_LINESONSCREEN);
    m_editor->setCursorPosition(row, qBound(0, column - 1, qMax(0, m_editor->lineLength(row) - 1)));
    m_editor->setFirstVisibleLine(qMax(0, static_cast<int>(m_editor->SendScintilla(QsciScintilla::SCI_VISIBLEFROMDOCLINE, row)) - static_cast<int>(height) / 2));
}

void DefinitionEditor::goToByte(std::size_t offset)
{
    const auto line = m_editor->SendScintilla(QsciScintilla::SCI_LINEFROMPOSITION, static_cast<unsigned long>(offset));
    goTo(static_cast<int>(line) + 1);
    m_editor->SendScintilla(QsciScintilla::SCI_GOTOPOS, static_cast<unsigned long>(offset));
}

std::size_t DefinitionEditor::cursorByte() const
{
    return static_cast<std::size_t>(m_editor->SendScintilla(QsciScintilla::SCI_GETCURRENTPOS));
}

void DefinitionEditor::complete()
{
    m_offered = completionsAt(bytes().toStdString(), cursorByte(), m_schema, m_facts);
    if (m_offered.choices.empty()) {
        m_editor->cancelList();
        return;
    }
    QStringList choices;
    for (const std::string& choice : m_offered.choices)
        choices += toQString(choice);
    m_editor->showUserList(kUserList, choices);
}

/// Offers something where typing has just begun to mean something: a quote, "${", or a word under way.
void DefinitionEditor::completeTyped(int character)
{
    const bool word = character == '_' || character == '.' || (character < 128 && QChar(character).isLetterOrNumber());
    if (word || character == '"' || character == '{')
        complete();
}

void DefinitionEditor::insertChoice(const QString& choice)
{
    const std::size_t cursor = cursorByte();
    const QByteArray now = bytes();
    const auto at = [&](std::size_t i) { return i < static_cast<std::size_t>(now.size()) ? now[static_cast<qsizetype>(i)] : '\0'; };
    std::size_t end = cursor;
    QByteArray text = choice.toUtf8();
    const std::string_view after = m_offered.after;
    if (!after.empty() && at(end) == after.front())
        ++end;   // the quote or brace that is there already
    text += QByteArray(after.data(), static_cast<qsizetype>(after.size()));
    if (after.size() > 1 && at(end) == ':')
        text.chop(static_cast<qsizetype>(after.size()) - 1);
    if (after.front() == '"' && at(m_offered.wordStart - 1) != '"')
        text.prepend('"');
    m_editor->SendScintilla(QsciScintilla::SCI_SETTARGETRANGE, static_cast<unsigned long>(m_offered.wordStart), static_cast<long>(end));
    m_editor->SendScintilla(QsciScintilla::SCI_REPLACETARGET, static_cast<unsigned long>(text.size()), text.constData());
    m_editor->SendScintilla(QsciScintilla::SCI_GOTOPOS, static_cast<unsigned long>(m_offered.wordStart) + static_cast<unsigned long>(text.size()));
}

void DefinitionEditor::find()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void DefinitionEditor::findNext(const QString& words, bool fromHere)
{
    if (words.isEmpty())
        return;
    if (fromHere)
        m_editor->findNext();
    else
        m_editor->findFirst(words, false, false, false, true, true, 0, 0);
}

void DefinitionEditor::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        paintTheme();
    QWidget::changeEvent(event);
}

bool DefinitionEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_editor->viewport() && event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto position = m_editor->SendScintilla(QsciScintilla::SCI_POSITIONFROMPOINT, static_cast<unsigned long>(help->pos().x()), help->pos().y());
        const auto line = m_editor->SendScintilla(QsciScintilla::SCI_LINEFROMPOSITION, position);
        const QString note = findingAt(static_cast<int>(line) + 1);
        QToolTip::showText(help->globalPos(), note, m_editor);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace baton::ui
