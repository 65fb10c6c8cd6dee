// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/tokens.h"

#include <QIcon>
#include <QPixmap>
#include <QString>

namespace baton::ui {

/// A monochrome icon of resources/icons, without ".svg". It is drawn in the colours of the theme at the moment of painting:
/// text colour, greyed when disabled. An unknown name gives an empty icon.
[[nodiscard]] QIcon icon(const QString& name);
/// The same in the colour of a tone.
[[nodiscard]] QIcon icon(const QString& name, Tone tone);

/// One picture in one colour, sharp at the given device pixel ratio. Cached.
[[nodiscard]] QPixmap iconPixmap(const QString& name, int size, const QColor& color, qreal ratio);
/// Draws it at a place, in device-independent pixels.
void paintIcon(QPainter& painter, const QRect& rect, const QString& name, const QColor& color);

/// The program's own, in colour.
[[nodiscard]] QIcon programIcon();

/// Names of all icons that ship.
[[nodiscard]] QStringList iconNames();

}  // namespace baton::ui
