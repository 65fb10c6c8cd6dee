// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/support/shots.h"

#include "ui/kit/fonts.h"
#include "ui/kit/theme.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QTranslator>
#include <QWidget>

static void loadTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace baton::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPixelTolerance = 40;          // of 255, each channel
constexpr double kShareTolerance = 0.004;    // of all pixels

int distance(QRgb a, QRgb b)
{
    return qMax(qAbs(qRed(a) - qRed(b)), qMax(qAbs(qGreen(a) - qGreen(b)), qAbs(qBlue(a) - qBlue(b))));
}

QImage difference(const QImage& a, const QImage& b, qint64& count)
{
    QImage marks(a.size(), QImage::Format_RGB32);
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const bool far = distance(a.pixel(x, y), b.pixel(x, y)) > kPixelTolerance;
            count += far ? 1 : 0;
            marks.setPixel(x, y, far ? qRgb(255, 0, 80) : qRgb(qGray(a.pixel(x, y)) / 4 + 180, qGray(a.pixel(x, y)) / 4 + 180, qGray(a.pixel(x, y)) / 4 + 180));
        }
    }
    return marks;
}

}  // namespace

void dressForPictures(bool dark)
{
    static bool fonts = false;
    if (!std::exchange(fonts, true))
        ui::installFonts(ui::FontChoice::Bundled);
    QLocale::setDefault(QLocale(u"en_GB"_s));
    static QTranslator* plurals = nullptr;
    if (!plurals) {
        loadTranslations();
        plurals = new QTranslator(qApp);
        if (plurals->load(u":/translations/baton_en.qm"_s))
            QCoreApplication::installTranslator(plurals);
    }
    static auto* theme = new ui::Theme(qApp);
    theme->apply(dark ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light);
}

QString compareShot(QWidget& widget, const QString& name)
{
    const QString reference = QLatin1String(BATON_SOURCE_DIR) + u"/tests/shots/"_s + name + u".png"_s;
    const QImage actual = widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
    if (qEnvironmentVariableIsSet("BATON_UPDATE_SHOTS"))
        return actual.save(reference) ? QString() : u"cannot write "_s + reference;
    const QString folder = QLatin1String(BATON_SHOTS);
    QDir().mkpath(folder);
    const QString stem = folder + u'/' + name;
    const QImage expected = QImage(reference).convertToFormat(QImage::Format_RGB32);
    if (expected.size() != actual.size()) {
        actual.save(stem + u".actual.png"_s);
        return expected.isNull() ? u"no reference picture %1; run with BATON_UPDATE_SHOTS=1 and look at it"_s.arg(reference)
                                 : u"%1 has another size than its reference"_s.arg(name);
    }
    qint64 count = 0;
    const QImage marks = difference(actual, expected, count);
    if (static_cast<double>(count) <= kShareTolerance * actual.width() * actual.height())
        return {};
    actual.save(stem + u".actual.png"_s);
    marks.save(stem + u".diff.png"_s);
    return u"%1: %2 pixels differ; see %3.diff.png"_s.arg(name).arg(count).arg(stem);
}

}  // namespace baton::test
