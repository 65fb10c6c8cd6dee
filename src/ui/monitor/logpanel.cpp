// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/monitor/logpanel.h"

#include "ui/kit/icons.h"
#include "ui/kit/rowtree.h"
#include "ui/kit/searchfield.h"
#include "ui/monitor/logmodel.h"
#include "ui/monitor/monitorfeed.h"
#include "ui/monitor/monitorwords.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

CellLook dress(const QModelIndex& index)
{
    CellLook look;
    const StatusLook level = MonitorWords::look(static_cast<LogLevel>(index.siblingAtColumn(0).data(LogModel::LevelRole).toInt()));
    if (index.column() == LogModel::LevelColumn) {
        look.icon = level.icon;
        look.tone = level.tone;
        look.toned = level.tone != Tone::Neutral;
    }
    look.muted = index.column() == LogModel::TimeColumn || index.column() == LogModel::FieldsColumn;
    look.code = index.column() == LogModel::FieldsColumn || index.column() == LogModel::TimeColumn;
    return look;
}

}  // namespace

LogPanel::LogPanel(MonitorFeed& feed, QWidget* parent)
    : QWidget(parent)
    , m_model(new LogModel(this))
    , m_filter(new LogFilter(this))
    , m_tree(new RowTree(u"logTree"_s, dress, this))
    , m_tools(new QWidget(this))
    , m_levels(new QComboBox(m_tools))
    , m_search(new SearchField(m_tools))
    , m_clear(new QToolButton(m_tools))
{
    setObjectName(u"logPanel"_s);
    m_filter->setSourceModel(m_model);
    makeTools();
    makeTree();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tree);
    connect(&feed, &MonitorFeed::logged, this, [this](const std::vector<LogRecord>& records) {
        const QScrollBar* bar = m_tree->verticalScrollBar();
        const bool follows = bar->value() == bar->maximum();
        m_model->append(records);
        if (follows)
            m_tree->scrollToBottom();
    });
}

QWidget* LogPanel::tools() const
{
    return m_tools;
}

void LogPanel::find()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void LogPanel::makeTools()
{
    m_levels->setObjectName(u"logLevel"_s);
    m_levels->setAccessibleName(tr("Least level shown"));
    for (const LogLevel level : {LogLevel::Debug, LogLevel::Info, LogLevel::Warn, LogLevel::Error})
        m_levels->addItem(level == LogLevel::Debug ? tr("All levels") : tr("%1 and above").arg(MonitorWords::of(level)), static_cast<int>(level));
    connect(m_levels, &QComboBox::currentIndexChanged, m_filter, [this] { m_filter->setLevel(static_cast<LogLevel>(m_levels->currentData().toInt())); });
    m_search->setObjectName(u"logFilter"_s);
    m_search->setPlaceholderText(tr("Filter the log"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setFixedWidth(220);
    m_search->setTarget(m_tree);
    connect(m_search, &QLineEdit::textChanged, m_filter, &LogFilter::setWords);
    m_clear->setObjectName(u"logClear"_s);
    m_clear->setIcon(icon(u"close"_s));
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Empty this list; the log itself stays"));
    m_clear->setAccessibleName(m_clear->text());
    connect(m_clear, &QToolButton::clicked, m_model, &LogModel::clear);
    auto* row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kTight);
    row->addWidget(m_levels);
    row->addWidget(m_search);
    row->addWidget(m_clear);
}

void LogPanel::makeTree()
{
    m_tree->setAccessibleName(tr("Log"));
    m_tree->setModel(m_filter);
    m_tree->setFlat();
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    QHeaderView* header = m_tree->header();
    header->resizeSection(LogModel::TimeColumn, 110);
    header->resizeSection(LogModel::LevelColumn, 110);
    header->resizeSection(LogModel::MessageColumn, 280);
    header->setStretchLastSection(true);
    auto* copy = new QAction(icon(u"copy"_s), tr("Copy the lines"), m_tree);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &LogPanel::copyLines);
    m_tree->addAction(copy);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void LogPanel::copyLines() const
{
    QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
    QStringList lines;
    for (const QModelIndex& row : rows)
        lines += row.data(LogModel::LineRole).toString();
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

}  // namespace baton::ui
