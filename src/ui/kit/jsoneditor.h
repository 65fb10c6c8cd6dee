// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QsciLexerJSON;
class QsciScintilla;

namespace baton::ui {

struct Tokens;

/// Line numbers, folding, measures: what every view of JSON text has in common. Once.
void dressJsonEditor(QsciScintilla& editor, QsciLexerJSON& lexer);
/// In the colours and fonts of the theme; again when it changes.
void paintJsonEditor(QsciScintilla& editor, QsciLexerJSON& lexer, const Tokens& tokens);

}  // namespace baton::ui
