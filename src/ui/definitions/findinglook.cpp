// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/definitions/findinglook.h"

#include "ui/models/findingmodel.h"

namespace baton::ui {

using namespace Qt::StringLiterals;

CellLook findingLook(const QModelIndex& index)
{
    CellLook look;
    if (index.column() != FindingModel::WhatColumn) {
        look.muted = true;
        return look;
    }
    switch (static_cast<Severity>(index.data(FindingModel::SeverityRole).toInt())) {
    case Severity::Error:
        look.icon = u"error"_s;
        look.tone = Tone::Danger;
        break;
    case Severity::Warning:
        look.icon = u"warning"_s;
        look.tone = Tone::Warning;
        break;
    case Severity::Note:
        look.icon = u"info"_s;
        look.tone = Tone::Active;
        break;
    }
    return look;
}

}  // namespace baton::ui
