// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/tokens.h"

#include <QGuiApplication>
#include <QPalette>
#include <QWidget>

#include <cmath>

namespace baton::ui {

namespace {

QColor rgb(std::uint32_t value)
{
    return QColor::fromRgb(QRgb {0xff000000U | value});
}

Tokens makeLight()
{
    Tokens t;
    t.dark = false;
    t.window = rgb(0xf3f4f8);
    t.surface = rgb(0xffffff);
    t.raised = rgb(0xffffff);
    t.sunken = rgb(0xeceef4);
    t.border = rgb(0xdcdfe8);
    t.borderStrong = rgb(0x8a91a3);
    t.hover = rgb(0xeff0f7);
    t.selection = rgb(0xe0e3fd);
    t.shadow = QColor(20, 24, 48, 46);
    t.text = rgb(0x1a1d29);
    t.textMuted = rgb(0x585f72);
    t.textDisabled = rgb(0x9ca2b3);
    t.accent = rgb(0x4a4fd8);
    t.accentHover = rgb(0x3c40bd);
    t.onAccent = rgb(0xffffff);
    t.focus = rgb(0x6c72ee);
    t.tones = {{
        {rgb(0x585f72), rgb(0xeceef4)},
        {rgb(0x4a4fd8), rgb(0xe8e9fd)},
        {rgb(0x0b62b8), rgb(0xdfeefc)},
        {rgb(0x11753a), rgb(0xdff4e6)},
        {rgb(0x8f5206), rgb(0xfcefd6)},
        {rgb(0xb3261e), rgb(0xfce6e4)},
        {rgb(0x6a4a9e), rgb(0xf0e9fb)},
    }};
    t.jsonKey = rgb(0x3a3fae);
    t.jsonText = rgb(0x11703a);
    t.jsonNumber = rgb(0x0b5ea8);
    t.jsonWord = rgb(0x93440f);
    t.jsonMark = rgb(0x6b7285);
    return t;
}

Tokens makeDark()
{
    Tokens t;
    t.dark = true;
    t.window = rgb(0x17191f);
    t.surface = rgb(0x1d2027);
    t.raised = rgb(0x272b34);
    t.sunken = rgb(0x13151a);
    t.border = rgb(0x30343f);
    t.borderStrong = rgb(0x6c7486);
    t.hover = rgb(0x262a33);
    t.selection = rgb(0x303767);
    t.shadow = QColor(0, 0, 0, 130);
    t.text = rgb(0xe7e9f0);
    t.textMuted = rgb(0xa3aabb);
    t.textDisabled = rgb(0x646b7b);
    t.accent = rgb(0x97a2ff);
    t.accentHover = rgb(0xb1b9ff);
    t.onAccent = rgb(0x10132a);
    t.focus = rgb(0x8792ff);
    t.tones = {{
        {rgb(0xa3aabb), rgb(0x2b2f39)},
        {rgb(0x9faaff), rgb(0x292e55)},
        {rgb(0x74baff), rgb(0x17314e)},
        {rgb(0x62d596), rgb(0x173527)},
        {rgb(0xf2b75f), rgb(0x3c2e15)},
        {rgb(0xff938a), rgb(0x462322)},
        {rgb(0xc6abff), rgb(0x322949)},
    }};
    t.jsonKey = rgb(0xa9b3ff);
    t.jsonText = rgb(0x7fd7a4);
    t.jsonNumber = rgb(0x7dc0ff);
    t.jsonWord = rgb(0xf0b97a);
    t.jsonMark = rgb(0x8c94a6);
    return t;
}

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

}  // namespace

const Tokens& lightTokens()
{
    static const Tokens tokens = makeLight();
    return tokens;
}

const Tokens& darkTokens()
{
    static const Tokens tokens = makeDark();
    return tokens;
}

const Tokens& tokensFor(const QPalette& palette)
{
    // A style sheet that makes a widget transparent leaves no colour to judge by.
    const QColor own = palette.color(QPalette::Window);
    const QColor window = own.alpha() == 255 ? own : QGuiApplication::palette().color(QPalette::Window);
    return window.lightnessF() < 0.5F ? darkTokens() : lightTokens();
}

const Tokens& tokensFor(const QWidget* widget)
{
    return tokensFor(widget->palette());
}

double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}

QColor mixed(const QColor& under, const QColor& over, double share)
{
    const auto mix = [share](float from, float to) { return static_cast<float>(from + (to - from) * share); };
    return QColor::fromRgbF(mix(under.redF(), over.redF()), mix(under.greenF(), over.greenF()),
                            mix(under.blueF(), over.blueF()));
}

}  // namespace baton::ui
