// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace baton::ui {

/// Opens the box with version, licence and what the program is built on. It closes itself.
void openAboutBox(QWidget* parent);

}  // namespace baton::ui
