// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/log/logger.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <deque>

namespace baton::ui {

/// The last lines of the worker's log.
class LogModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TimeColumn, LevelColumn, MessageColumn, FieldsColumn, kColumnCount };
    enum Role { LevelRole = Qt::UserRole + 1 /* int of LogLevel */, LineRole /* the whole line, to search and copy */ };
    static constexpr int kCapacity = 5'000;

    explicit LogModel(QObject* parent = nullptr);
    void append(const std::vector<LogRecord>& records);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] static QString fields(const LogRecord& record);
    std::deque<LogRecord> m_records;
};

/// Those of at least a level whose line holds some words, each of them, in any order.
class LogFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit LogFilter(QObject* parent = nullptr) : QSortFilterProxyModel(parent) { }
    void setLevel(LogLevel least);
    void setWords(const QString& words);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    LogLevel m_least = LogLevel::Debug;
    QStringList m_words;
};

}  // namespace baton::ui
