// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/stylesheet.h"

#include "ui/kit/tokens.h"

#include <QHash>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

// @words are colours of Tokens.
constexpr const char* kFrame = R"(
QMainWindow { background: @window; }
QMainWindow::separator { background: transparent; width: 5px; height: 5px; }
QMainWindow::separator:hover { background: @accent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @accent; }

QMenuBar { background: @window; border: none; padding: 2px 6px; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: 4px; }
QMenuBar::item:selected { background: @press; }
QMenu { background: @raised; border: 1px solid @border; border-radius: 0px; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 10px; border-radius: 4px; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @textDisabled; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @border; margin: 5px 8px; }

QToolBar { background: @window; border: none; border-bottom: 1px solid @border; padding: 4px 8px 5px 8px; spacing: 3px; }
QToolBar::separator { background: @border; width: 1px; margin: 5px 6px; }
QToolBar QToolButton { padding: 5px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 3px; color: @text; }
QToolButton:hover { background: @press; }
QToolButton:pressed, QToolButton:checked { background: @selection; }
QToolButton:focus { border-color: @focus; }
QToolButton:disabled { color: @textDisabled; }
QToolButton::menu-indicator { image: none; }
QToolButton[popupMode="1"] { padding-right: 16px; }
QToolButton::menu-button { border: none; width: 15px; border-top-right-radius: 5px; border-bottom-right-radius: 5px; }
QToolButton::menu-button:hover { background: @press; }
QToolButton::menu-arrow { image: url(:/baton/icons/chevron-down-@theme.svg); width: 10px; height: 10px; }

QStatusBar { background: @window; border-top: 1px solid @border; min-height: 27px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @textMuted; }

QToolTip { background: @raised; color: @text; border: 1px solid @border; padding: 4px 7px; }

QDockWidget { border: none; titlebar-close-icon: none; }
)";

constexpr const char* kViews = R"(
QAbstractScrollArea { background: @surface; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QAbstractItemView { background: @surface; alternate-background-color: @stripe; selection-background-color: @selection;
    selection-color: @text; outline: none; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @textMuted; border: none; border-bottom: 1px solid @border;
    padding: 4px 8px; }
QHeaderView::section:hover { color: @text; }
QHeaderView::down-arrow { image: url(:/baton/icons/chevron-down-@theme.svg); width: 10px; height: 10px; }
QHeaderView::up-arrow { image: url(:/baton/icons/chevron-right-@theme.svg); width: 10px; height: 10px; }
QTableCornerButton::section { background: @surface; border: none; }

QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; margin: 0; }
QScrollBar:horizontal { height: 12px; margin: 0; }
QScrollBar::handle { background: @thumb; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 28px; margin: 2px 3px; }
QScrollBar::handle:horizontal { min-width: 28px; margin: 3px 2px; }
QScrollBar::handle:hover { background: @thumbHover; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTabWidget::pane { border: none; border-top: 1px solid @border; }
QTabBar { background: transparent; border: none; }
QTabBar::tab { background: transparent; color: @textMuted; border: none; border-bottom: 2px solid transparent;
    padding: 6px 3px 5px 3px; margin: 0 7px; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:focus { color: @accent; }
QTabBar QToolButton { background: @window; border: none; }
)";

constexpr const char* kControls = R"(
QPushButton { background: @raised; border: 1px solid @border; border-radius: 6px; padding: 5px 13px; min-height: 18px; }
QPushButton:hover { background: @hover; border-color: @borderStrong; }
QPushButton:pressed { background: @selection; }
QPushButton:focus { border-color: @focus; }
QPushButton:disabled { color: @textDisabled; background: @window; border-color: @border; }
QPushButton[primary="true"] { background: @accent; color: @onAccent; border-color: @accent; font-weight: 500; }
QPushButton[primary="true"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[primary="true"]:focus { border-color: @text; }
QPushButton[primary="true"]:disabled { background: @border; color: @textDisabled; border-color: @border; }
QPushButton[quiet="true"] { background: transparent; border-color: transparent; padding: 4px 8px; }
QPushButton[quiet="true"]:hover { background: @press; }
QPushButton[quiet="true"]:focus { border-color: @focus; }
QPushButton[well="true"] { background: @surface; border-color: @border; color: @textMuted; padding: 4px 12px; }
QPushButton[well="true"]:hover { border-color: @borderStrong; }
QPushButton[well="true"]:focus { border-color: @focus; }

QLineEdit, QPlainTextEdit, QTextEdit { background: @surface; border: 1px solid @border; border-radius: 6px; padding: 4px 8px;
    selection-background-color: @selection; selection-color: @text; }
QLineEdit:hover { border-color: @borderStrong; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border-color: @focus; }
QLineEdit[search="true"] { background: @sunken; border-color: @sunken; padding: 4px 4px 4px 0px; }
QLineEdit[search="true"]:hover { border-color: @border; }
QLineEdit[search="true"]:focus { background: @surface; border-color: @focus; }
QLineEdit QToolButton { padding: 0; border: none; background: transparent; }

QComboBox { background: @raised; border: 1px solid @border; border-radius: 6px; padding: 3px 8px; min-height: 20px; }
QComboBox:hover { border-color: @borderStrong; }
QComboBox:focus { border-color: @focus; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url(:/baton/icons/chevron-down-@theme.svg); width: 11px; height: 11px; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @border; padding: 4px; }

QCheckBox { spacing: 7px; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid @borderStrong; border-radius: 4px; background: @surface; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(:/baton/icons/check-@theme.svg); }
QCheckBox::indicator:focus { border-color: @focus; }

QProgressBar { background: @sunken; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }

QFrame[card="true"] { background: @raised; border: 1px solid @border; border-radius: 9px; }
QFrame[line="true"] { background: @border; border: none; max-height: 1px; min-height: 1px; }
QLabel[muted="true"] { color: @textMuted; }
QWidget[surface="true"] { background: @surface; }
QWidget[bar="true"] { background: @surface; border-bottom: 1px solid @border; }
)";

QHash<QString, QString> wordsOf(const Tokens& t)
{
    const auto named = [](const QColor& color) { return color.name(QColor::HexRgb); };
    return {
        {u"window"_s, named(t.window)},
        {u"surface"_s, named(t.surface)},
        {u"raised"_s, named(t.raised)},
        {u"sunken"_s, named(t.sunken)},
        {u"border"_s, named(t.border)},
        {u"borderStrong"_s, named(t.borderStrong)},
        {u"hover"_s, named(t.hover)},
        {u"press"_s, named(mixed(t.window, t.text, 0.07))},
        {u"stripe"_s, named(mixed(t.surface, t.window, 0.6))},
        {u"thumb"_s, named(mixed(t.surface, t.text, 0.2))},
        {u"thumbHover"_s, named(mixed(t.surface, t.text, 0.4))},
        {u"selection"_s, named(t.selection)},
        {u"text"_s, named(t.text)},
        {u"textMuted"_s, named(t.textMuted)},
        {u"textDisabled"_s, named(t.textDisabled)},
        {u"accent"_s, named(t.accent)},
        {u"accentHover"_s, named(t.accentHover)},
        {u"onAccent"_s, named(t.onAccent)},
        {u"focus"_s, named(t.focus)},
        {u"theme"_s, t.dark ? u"dark"_s : u"light"_s},
    };
}

}  // namespace

QString styleSheetFor(const Tokens& tokens)
{
    const QHash<QString, QString> words = wordsOf(tokens);
    const QString text = QLatin1String(kFrame) + QLatin1String(kViews) + QLatin1String(kControls);
    QString result;
    result.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] != u'@') {
            result += text[at];
            continue;
        }
        qsizetype end = at + 1;
        while (end < text.size() && text[end].isLetter())
            ++end;
        result += words.value(text.mid(at + 1, end - at - 1));
        at = end - 1;
    }
    return result;
}

}  // namespace baton::ui
