// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/findingmodel.h"

#include "ui/models/words.h"

#include <QFileInfo>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

QString whereOf(const Error& error)
{
    QStringList parts;
    if (!error.source.empty())
        parts += QFileInfo(toQString(error.source)).fileName() + (error.line > 0 ? u':' + QString::number(error.line) : QString());
    else if (error.line > 0)
        parts += FindingModel::tr("line %1").arg(error.line);
    if (!error.field.empty())
        parts += toQString(error.field);
    return parts.join(u"  "_s);
}

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Error: return FindingModel::tr("Error");
    case Severity::Warning: return FindingModel::tr("Warning");
    case Severity::Note: return FindingModel::tr("Note");
    }
    return {};
}

}  // namespace

FindingModel::FindingModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void FindingModel::setFindings(std::vector<Finding> findings)
{
    beginResetModel();
    m_findings = std::move(findings);
    std::stable_sort(m_findings.begin(), m_findings.end(),
                     [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
    endResetModel();
}

int FindingModel::count(Severity severity) const noexcept
{
    return static_cast<int>(std::count_if(m_findings.begin(), m_findings.end(),
                                          [severity](const Finding& finding) { return finding.severity == severity; }));
}

int FindingModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

int FindingModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant FindingModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Finding& finding = m_findings[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::ToolTipRole: return toQString(finding.what.oneLine());
    case Qt::DisplayRole:
        switch (index.column()) {
        case WhatColumn: return toQString(finding.what.message);
        case WhereColumn: return whereOf(finding.what);
        default: return toQString(finding.what.hint);
        }
    case Qt::AccessibleTextRole:
        if (index.column() == WhatColumn)
            return severityWord(finding.severity) + u": "_s + toQString(finding.what.message);
        return data(index, Qt::DisplayRole);
    case SeverityRole: return static_cast<int>(finding.severity);
    case FieldRole: return toQString(finding.what.field);
    case CopyRole: return toQString(finding.what.oneLine());
    default: return {};
    }
}

QVariant FindingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhatColumn: return tr("Problem");
    case WhereColumn: return tr("Where");
    case HintColumn: return tr("Way out");
    default: return {};
    }
}

}  // namespace baton::ui
