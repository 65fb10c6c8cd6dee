// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/statuslook.h"
#include "ui/kit/tokens.h"

#include <QWidget>

namespace baton::ui {

/// A small rounded label: shape, word, tone. For a status, a type, a count.
class Badge : public QWidget {
    Q_OBJECT
public:
    explicit Badge(QWidget* parent = nullptr);

    void setContent(const QString& text, Tone tone, const QString& iconName = {});
    void setLook(const StatusLook& look, const QString& text) { setContent(text, look.tone, look.icon); }
    void setQuiet(bool quiet);   // no ground: for bars
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    QString m_icon;
    Tone m_tone = Tone::Neutral;
    bool m_quiet = false;
};

/// The same drawing inside a cell. Returns the width it took, at most that of `rect`.
int paintBadge(QPainter& painter, const QRect& rect, const QString& text, Tone tone, const QString& iconName,
               const Tokens& tokens, const QFont& font);

}  // namespace baton::ui
