// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/jsoneditor.h"

#include "ui/kit/fonts.h"
#include "ui/kit/tokens.h"

#include <Qsci/qscilexerjson.h>
#include <Qsci/qsciscintilla.h>

namespace baton::ui {

void dressJsonEditor(QsciScintilla& editor, QsciLexerJSON& lexer)
{
    editor.setUtf8(true);
    editor.setFrameShape(QFrame::NoFrame);
    lexer.setFoldCompact(false);
    editor.setLexer(&lexer);
    editor.setFolding(QsciScintilla::PlainFoldStyle, 2);
    editor.setMarginType(0, QsciScintilla::NumberMargin);
    editor.setMarginWidth(1, 0);
    editor.setTabWidth(2);
    editor.setScrollWidth(1);
    editor.setScrollWidthTracking(true);
    editor.SendScintilla(QsciScintilla::SCI_SETEXTRAASCENT, 2UL);
    editor.SendScintilla(QsciScintilla::SCI_SETEXTRADESCENT, 2UL);
}

void paintJsonEditor(QsciScintilla& editor, QsciLexerJSON& lexer, const Tokens& t)
{
    const QFont font = pointSized(codeFont());
    lexer.setDefaultFont(font);
    lexer.setFont(font, -1);
    lexer.setPaper(t.surface, -1);
    lexer.setDefaultPaper(t.surface);
    lexer.setColor(t.jsonMark, -1);
    lexer.setColor(t.jsonKey, QsciLexerJSON::Property);
    lexer.setColor(t.jsonText, QsciLexerJSON::String);
    lexer.setColor(t.jsonText, QsciLexerJSON::EscapeSequence);
    lexer.setColor(t.jsonText, QsciLexerJSON::IRI);
    lexer.setColor(t.jsonText, QsciLexerJSON::IRICompact);
    lexer.setColor(t.jsonText, QsciLexerJSON::UnclosedString);
    lexer.setColor(t.jsonNumber, QsciLexerJSON::Number);
    lexer.setColor(t.jsonWord, QsciLexerJSON::Keyword);
    lexer.setColor(t.jsonWord, QsciLexerJSON::KeywordLD);
    editor.setPaper(t.surface);
    editor.setMarginsFont(pointSized(codeFont(-1)));
    editor.setMarginsBackgroundColor(t.surface);
    editor.setMarginsForegroundColor(t.textDisabled);
    editor.setFoldMarginColors(t.surface, t.surface);
    editor.setSelectionBackgroundColor(t.selection);
    editor.resetSelectionForegroundColor();
    editor.setCaretForegroundColor(t.text);
    for (int marker = 25; marker <= 31; ++marker) {   // SC_MARKNUM_FOLDEREND to SC_MARKNUM_FOLDEROPEN
        editor.setMarkerForegroundColor(t.surface, marker);
        editor.setMarkerBackgroundColor(t.textMuted, marker);
    }
}

}  // namespace baton::ui
