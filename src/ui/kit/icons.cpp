// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/icons.h"

#include <QApplication>
#include <QDir>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

namespace baton::ui {

namespace {

QString fileOf(const QString& name)
{
    return QStringLiteral(":/baton/icons/") + name + QStringLiteral(".svg");
}

class TintedIconEngine final : public QIconEngine {
public:
    TintedIconEngine(QString name, std::optional<Tone> tone)
        : m_name(std::move(name))
        , m_tone(tone)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        paintIcon(*painter, rect, m_name, color(mode, state));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        // The size asked for is in device pixels already.
        QPixmap picture = iconPixmap(m_name, qMin(size.width(), size.height()), color(mode, state), 1.0);
        picture.setDevicePixelRatio(scale);
        return picture;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new TintedIconEngine(m_name, m_tone); }
    [[nodiscard]] QString key() const override { return QStringLiteral("baton-tinted"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }
    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override { return {QSize(space::kIcon, space::kIcon)}; }

private:
    [[nodiscard]] QColor color(QIcon::Mode mode, QIcon::State state) const
    {
        const Tokens& tokens = tokensFor(QApplication::palette());
        if (mode == QIcon::Disabled)
            return tokens.textDisabled;
        if (m_tone)
            return tokens.tone(*m_tone).foreground;
        return state == QIcon::On ? tokens.accent : tokens.text;
    }

    QString m_name;
    std::optional<Tone> m_tone;
};

QIcon makeIcon(const QString& name, std::optional<Tone> tone)
{
    if (name.isEmpty() || !QFile::exists(fileOf(name)))
        return {};
    return QIcon(new TintedIconEngine(name, tone));
}

}  // namespace

QIcon icon(const QString& name)
{
    return makeIcon(name, std::nullopt);
}

QIcon icon(const QString& name, Tone tone)
{
    return makeIcon(name, tone);
}

QPixmap iconPixmap(const QString& name, int size, const QColor& color, qreal ratio)
{
    if (name.isEmpty())
        return {};
    const int pixels = qMax(1, qRound(size * ratio));
    const QString key = QStringLiteral("baton/%1/%2/%3").arg(name).arg(pixels).arg(color.rgba(), 8, 16, QLatin1Char('0'));
    QPixmap picture;
    if (!QPixmapCache::find(key, &picture)) {
        QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QSvgRenderer renderer(fileOf(name));
        QPainter painter(&image);
        renderer.render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), color);
        painter.end();
        picture = QPixmap::fromImage(image);
        QPixmapCache::insert(key, picture);
    }
    picture.setDevicePixelRatio(ratio);
    return picture;
}

void paintIcon(QPainter& painter, const QRect& rect, const QString& name, const QColor& color)
{
    if (name.isEmpty())
        return;
    const int side = qMin(rect.width(), rect.height());
    const QPixmap picture = iconPixmap(name, side, color, painter.device()->devicePixelRatioF());
    painter.drawPixmap(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, picture);
}

QIcon programIcon()
{
    QIcon result;
    QSvgRenderer renderer(fileOf(QStringLiteral("baton")));
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap picture(size, size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        renderer.render(&painter);
        painter.end();
        result.addPixmap(picture);
    }
    return result;
}

QStringList iconNames()
{
    QStringList names = QDir(QStringLiteral(":/baton/icons")).entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name);
    for (QString& name : names)
        name.chop(4);
    return names;
}

}  // namespace baton::ui
