// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/housestyle.h"

#include "ui/kit/icons.h"
#include "ui/kit/tokens.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QPainter>
#include <QStyleOption>
#include <QTabBar>

namespace baton::ui {

using namespace Qt::StringLiterals;

HouseStyle::HouseStyle()
    : QProxyStyle(u"Fusion"_s)
{
}

void HouseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    const Tokens& tokens = tokensFor(option->palette);
    const QColor ink = option->state.testFlag(State_Enabled) ? tokens.textMuted : tokens.textDisabled;
    const auto arrow = [&](const QString& name) {
        QRect place(0, 0, 12, 12);
        place.moveCenter(option->rect.center());
        paintIcon(*painter, place, name, ink);
    };
    switch (element) {
    case PE_IndicatorBranch:
        if (option->state.testFlag(State_Children))
            arrow(option->state.testFlag(State_Open) ? u"chevron-down"_s : u"chevron-right"_s);
        return;
    case PE_IndicatorArrowDown:
        arrow(u"chevron-down"_s);
        return;
    case PE_IndicatorArrowRight:
        arrow(u"chevron-right"_s);
        return;
    case PE_FrameFocusRect:
        // Buttons and fields show the focus by their edge, which the style sheet draws.
        if (qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QTabBar*>(widget) || qobject_cast<const QComboBox*>(widget))
            return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(tokens.focus, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), 4, 4);
        painter->restore();
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

int HouseStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize: return space::kIcon;
    case PM_ToolBarIconSize: return 18;
    case PM_DockWidgetSeparatorExtent:
    case PM_SplitterWidth: return 5;
    case PM_TreeViewIndentation: return 18;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return space::kBase;
    case PM_ScrollBarExtent: return 12;
    case PM_ToolTipLabelFrameWidth: return 1;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int HouseStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* returned) const
{
    switch (hint) {
    case SH_ItemView_ActivateItemOnSingleClick: return 0;
    case SH_EtchDisabledText: return 0;
    case SH_ScrollBar_Transient: return 0;
    case SH_UnderlineShortcut: return 0;
    case SH_ToolTip_WakeUpDelay: return 450;
    case SH_ComboBox_Popup: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

}  // namespace baton::ui
