// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QString>

class QWidget;

namespace baton::test {

/// Dresses the test's application as every picture expects it: Fusion, our fonts, fixed locale. Call once.
void dressForPictures(bool dark);

/// Compares a picture of the widget with tests/shots/NAME.png and returns what is wrong, or nothing. A pixel may differ a
/// little, and a few may differ much (letters are not drawn alike everywhere). On a difference the picture and where it differs are written into
/// the build folder's shots/. With BATON_UPDATE_SHOTS set, the reference is written instead.
[[nodiscard]] QString compareShot(QWidget& widget, const QString& name);

}  // namespace baton::test
