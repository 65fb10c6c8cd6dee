// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/replay/mappingtab.h"

#include "engine/value/json.h"
#include "ui/kit/fonts.h"
#include "ui/kit/tokens.h"
#include "ui/models/words.h"

#include <QFileDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QSplitter>
#include <QVBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTypingMs = 300;
constexpr std::size_t kPreviewed = 3;

}  // namespace

MappingTab::MappingTab(QWidget* parent)
    : QWidget(parent), m_text(new QPlainTextEdit(this)), m_columns(new QPlainTextEdit(this)), m_preview(new QPlainTextEdit(this)), m_problem(new QLabel(this)), m_apply(new QPushButton(tr("Use this mapping"), this)), m_save(new QPushButton(tr("Save mapping\u2026"), this))
{
    setObjectName(u"mappingTab"_s);
    m_text->setObjectName(u"mappingText"_s);
    m_text->setAccessibleName(tr("Mapping"));
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_columns->setObjectName(u"mappingColumns"_s);
    m_columns->setAccessibleName(tr("Columns of the data set"));
    m_preview->setObjectName(u"mappingPreview"_s);
    m_preview->setAccessibleName(tr("The first cases"));
    for (QPlainTextEdit* edit : {m_columns, m_preview}) {
        edit->setReadOnly(true);
        edit->setTabChangesFocus(true);
        edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    }
    for (QPlainTextEdit* edit : {m_text, m_columns, m_preview})
        edit->setFont(codeFont(-1));
    m_problem->setObjectName(u"mappingProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_apply->setObjectName(u"mappingApply"_s);
    m_save->setObjectName(u"mappingSave"_s);
    const auto titled = [this](const QString& title, QWidget* widget) {
        auto* box = new QWidget(this);
        auto* column = new QVBoxLayout(box);
        column->setContentsMargins(space::kBase, space::kSmall, space::kBase, 0);
        column->addWidget(new QLabel(title, box));
        column->addWidget(widget, 1);
        return box;
    };
    auto* split = new QSplitter(this);
    split->addWidget(titled(tr("Columns of the data set"), m_columns));
    split->addWidget(titled(tr("Mapping"), m_text));
    split->addWidget(titled(tr("The first cases"), m_preview));
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 3);
    split->setStretchFactor(2, 2);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(space::kBase, space::kSmall, space::kBase, space::kSmall);
    row->addWidget(m_problem, 1);
    row->addWidget(m_save);
    row->addWidget(m_apply);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(split, 1);
    column->addLayout(row);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kTypingMs);
    connect(&m_soon, &QTimer::timeout, this, &MappingTab::preview);
    connect(m_text, &QPlainTextEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(m_apply, &QPushButton::clicked, this, &MappingTab::apply);
    connect(m_save, &QPushButton::clicked, this, &MappingTab::save);
}

QString MappingTab::text() const
{
    return m_text->toPlainText();
}

void MappingTab::setDocument(const DocumentPtr& document)
{
    m_document = document;
    const QSignalBlocker blocker(m_text);
    m_text->setPlainText(document && m_services != nullptr && m_services->mappingText ? toQString(m_services->mappingText(*document)) : QString());
    showColumns();
    preview();
}

void MappingTab::showColumns()
{
    QStringList lines;
    if (m_document && m_document->dataSet)
        for (const DataColumn& column : m_document->dataSet->columns) {
            const QString name = toQString(column.key.view());
            QString example;
            for (std::size_t row = 0; row < m_document->dataSet->rows.size() && example.isEmpty(); ++row)
                if (const Value& value = m_document->dataSet->rows[row][column.key]; !value.isNull())
                    example = toQString(toJson(value));
            lines += u"%1  %2"_s.arg(name, -14).arg(example);
        }
    m_columns->setPlainText(lines.join(u'\n'));
}

void MappingTab::preview()
{
    const bool can = m_document && m_services != nullptr && m_services->previewMapping;
    const auto cases = can ? m_services->previewMapping(*m_document, text().toStdString(), kPreviewed) : Result<std::vector<Value>>(std::vector<Value> {});
    m_apply->setEnabled(can && cases.ok());
    m_save->setEnabled(can);
    m_problem->setText(cases ? QString() : toQString(cases.error().oneLine()));
    if (!cases)
        return;
    QString shown;
    for (const Value& one : *cases)
        shown += toQString(toPrettyJson(one)) + u"\n\n"_s;
    m_preview->setPlainText(shown.trimmed());
}

void MappingTab::apply()
{
    if (!m_document || m_services == nullptr || !m_services->withMapping)
        return;
    auto document = m_services->withMapping(*m_document, text().toStdString(), m_document->dataSet ? m_document->dataSet->mapping : std::string());
    if (document)
        emit applied(std::make_shared<const Document>(std::move(document).value()));
    else
        emit failed(document.error());
}

void MappingTab::save()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the mapping"), {}, tr("Mappings (*.yaml *.yml)"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const QByteArray bytes = text().toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        emit failed({ErrorCode::IoError, "cannot be written", path.toStdString(), {}, 0, 0, "check the folder and its permissions"});
}

}  // namespace baton::ui
