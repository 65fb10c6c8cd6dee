// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/monitor/connectdialog.h"

#include "ui/kit/icons.h"
#include "ui/kit/settingsstore.h"
#include "ui/models/words.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kFileKey = u"monitor/configuration"_s;
const QString kServerKey = u"monitor/server"_s;

}  // namespace

ConnectDialog::ConnectDialog(SettingsStore& settings, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_file(new QLineEdit(settings.value(kFileKey).toString(), this))
    , m_server(new QLineEdit(settings.value(kServerKey, u"http://localhost:8080"_s).toString(), this))
{
    setObjectName(u"connectDialog"_s);
    setWindowTitle(tr("Work for a server"));
    m_server->setObjectName(u"connectServer"_s);
    m_server->setPlaceholderText(tr("as the configuration says"));
    m_file->setObjectName(u"connectFile"_s);
    m_file->setPlaceholderText(tr("none: defaults and the environment"));
    m_file->setClearButtonEnabled(true);
    m_file->setMinimumWidth(340);
    auto* browse = new QToolButton(this);
    browse->setObjectName(u"connectBrowse"_s);
    browse->setIcon(icon(u"open"_s));
    browse->setToolTip(tr("Choose a configuration"));
    browse->setAccessibleName(browse->toolTip());
    connect(browse, &QToolButton::clicked, this, &ConnectDialog::chooseFile);
    auto* fileRow = new QHBoxLayout;
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(browse);
    auto* form = new QFormLayout;
    form->addRow(tr("&Server"), m_server);
    form->addRow(tr("&Configuration"), fileRow);
    qobject_cast<QLabel*>(form->labelForField(fileRow))->setBuddy(m_file);
    auto* note = new QLabel(tr("Tasks are polled from that server and really done. Secrets come from the configuration or the environment."), this);
    note->setWordWrap(true);
    note->setProperty("muted", true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_start = buttons->addButton(tr("Start worker"), QDialogButtonBox::AcceptRole);
    m_start->setObjectName(u"connectStart"_s);
    m_start->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"connectCancel"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &ConnectDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ConnectDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(note);
    column->addWidget(buttons);
    for (QLineEdit* field : {m_file, m_server})
        connect(field, &QLineEdit::textChanged, this, &ConnectDialog::check);
    check();
}

WorkerChoice ConnectDialog::choice() const
{
    return {.rehearsing = false, .configFile = toUtf8(m_file->text().trimmed()), .server = toUtf8(m_server->text().trimmed())};
}

void ConnectDialog::check()
{
    const QUrl url(m_server->text().trimmed(), QUrl::StrictMode);
    const bool address = url.isValid() && !url.host().isEmpty() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
    const bool none = m_server->text().trimmed().isEmpty();
    m_start->setEnabled(address || (none && !m_file->text().trimmed().isEmpty()));
}

void ConnectDialog::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Choose a configuration"), QFileInfo(m_file->text()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Configurations (*.yaml *.yml)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    dialog->open();
}

void ConnectDialog::accept()
{
    m_settings.setValue(kFileKey, m_file->text().trimmed());
    m_settings.setValue(kServerKey, m_server->text().trimmed());
    QDialog::accept();
}

}  // namespace baton::ui
