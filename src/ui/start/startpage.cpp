// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/start/startpage.h"

#include "ui/kit/fonts.h"
#include "ui/kit/icons.h"
#include "ui/models/words.h"
#include "ui/start/recentfiles.h"
#include "ui/start/recentlist.h"
#include "ui/start/samplecard.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 940;

QLabel* makeHeading(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setFont(textFont(0, QFont::DemiBold));
    label->setProperty("muted", true);
    return label;
}

QPushButton* makeButton(QAction* action, const QString& name, QWidget* parent)
{
    auto* button = new QPushButton(action->icon(), action->text().remove(u'&'), parent);
    button->setObjectName(name);
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    button->setToolTip(keys.isEmpty() ? button->text() : u"%1 (%2)"_s.arg(button->text(), keys));
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

}  // namespace

StartPage::StartPage(RecentFiles& recent, QAction* open, QAction* palette, QWidget* parent)
    : QWidget(parent)
    , m_recent(recent)
    , m_mark(new QLabel(this))
{
    setObjectName(u"startPage"_s);
    setAccessibleName(tr("Start page"));
    auto* columns = new QHBoxLayout;
    columns->setSpacing(space::kHuge + space::kBase);
    columns->addWidget(makeSamples(open, palette), 5);
    columns->addWidget(makeRecent(), 4);

    auto* middle = new QWidget(this);
    middle->setMaximumWidth(kWidth);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(space::kHuge, 0, space::kHuge, 0);
    column->setSpacing(0);
    column->addStretch(2);
    column->addWidget(makeHero());
    column->addSpacing(36);
    column->addLayout(columns, 6);
    column->addSpacing(space::kHuge);
    column->addWidget(makeDropHint());
    column->addStretch(2);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(middle, 100);
    row->addStretch(1);
    paintMarks();
}

QWidget* StartPage::makeHero()
{
    auto* hero = new QWidget(this);
    auto* title = new QLabel(u"Baton"_s, hero);
    title->setFont(textFont(15, QFont::DemiBold));
    auto* line = new QLabel(tr("Debug, rehearse and run Conductor workflows, forwards and backwards."), hero);
    line->setFont(textFont(2));
    line->setProperty("muted", true);
    line->setWordWrap(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(space::kHair);
    words->addWidget(title);
    words->addWidget(line);
    auto* row = new QHBoxLayout(hero);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(18);
    row->addWidget(m_mark);
    row->addLayout(words, 1);
    return hero;
}

QWidget* StartPage::makeSamples(QAction* open, QAction* palette)
{
    auto* box = new QWidget(this);
    m_noSamples = new QLabel(tr("No samples are installed."), box);
    m_noSamples->setProperty("muted", true);
    m_cards = new QVBoxLayout;
    m_cards->setSpacing(space::kWide);
    m_cards->addWidget(m_noSamples);
    auto* buttons = new QHBoxLayout;
    QPushButton* opening = makeButton(open, u"startOpen"_s, box);
    opening->setProperty("primary", true);
    opening->setIcon({});
    buttons->addWidget(opening);
    buttons->addWidget(makeButton(palette, u"startPalette"_s, box));
    buttons->addStretch();
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kWide);
    column->addWidget(makeHeading(tr("Begin with a sample"), box));
    column->addLayout(m_cards);
    column->addSpacing(space::kTight);
    column->addWidget(makeHeading(tr("Or with your own"), box));
    column->addLayout(buttons);
    column->addStretch();
    return box;
}

QWidget* StartPage::makeRecent()
{
    auto* box = new QWidget(this);
    auto* list = new RecentList(m_recent, box);
    connect(list, &RecentList::fileChosen, this, &StartPage::fileChosen);
    auto* none = new QLabel(tr("Files you open are listed here."), box);
    none->setObjectName(u"noRecent"_s);
    none->setProperty("muted", true);
    none->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_recentPages = new QStackedWidget(box);
    m_recentPages->addWidget(list);
    m_recentPages->addWidget(none);
    const auto choose = [this] { m_recentPages->setCurrentIndex(m_recent.rowCount() > 0 ? 0 : 1); };
    connect(&m_recent, &QAbstractItemModel::rowsInserted, this, choose);
    connect(&m_recent, &QAbstractItemModel::rowsRemoved, this, choose);
    choose();
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kWide);
    column->addWidget(makeHeading(tr("Recent files"), box));
    column->addWidget(m_recentPages, 1);
    return box;
}

QWidget* StartPage::makeDropHint()
{
    m_dropHint = new QWidget(this);
    m_dropHint->setObjectName(u"dropHint"_s);
    m_dropMark = new QLabel(m_dropHint);
    auto* words = new QLabel(tr("Drop a workflow definition (JSON) or a data set (CSV) anywhere in this window, or paste a definition."), m_dropHint);
    words->setProperty("muted", true);
    words->setWordWrap(true);
    auto* row = new QHBoxLayout(m_dropHint);
    row->setContentsMargins(space::kLarge, space::kWide, space::kLarge, space::kWide);
    row->setSpacing(space::kWide);
    row->addWidget(m_dropMark);
    row->addWidget(words, 1);
    return m_dropHint;
}

void StartPage::setSamples(const std::vector<SampleInfo>& samples)
{
    for (SampleCard* card : findChildren<SampleCard*>())
        delete card;
    m_noSamples->setVisible(samples.empty());
    for (const SampleInfo& sample : samples) {
        auto* card = new SampleCard(sample, this);
        connect(card, &QAbstractButton::clicked, this, [this, id = toQString(sample.id)] { emit sampleChosen(id); });
        m_cards->addWidget(card);
    }
}

void StartPage::setDropping(bool dropping)
{
    m_dropping = dropping;
    update();
}

void StartPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        paintMarks();
    QWidget::changeEvent(event);
}

void StartPage::paintMarks()
{
    m_mark->setPixmap(programIcon().pixmap(QSize(60, 60), devicePixelRatioF()));
    m_dropMark->setPixmap(iconPixmap(u"input"_s, 20, tokensFor(this).textMuted, devicePixelRatioF()));
}

void StartPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& tokens = tokensFor(this);
    painter.fillRect(rect(), tokens.window);
    const QRect place(m_dropHint->mapTo(this, QPoint(0, 0)), m_dropHint->size());
    QPen pen(m_dropping ? tokens.accent : mixed(tokens.window, tokens.borderStrong, 0.55), m_dropping ? 2.0 : 1.2, Qt::CustomDashLine);
    pen.setDashPattern({4, 4});
    painter.setPen(pen);
    painter.setBrush(m_dropping ? tokens.tone(Tone::Accent).ground : Qt::transparent);
    painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), 10, 10);
}

}  // namespace baton::ui
