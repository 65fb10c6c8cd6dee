// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/about.h"

#include "ui/kit/fonts.h"
#include "ui/kit/icons.h"

#include "baton/version.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

class AboutBox final : public QDialog {
    Q_OBJECT
public:
    explicit AboutBox(QWidget* parent)
        : QDialog(parent)
    {
        setObjectName(u"aboutBox"_s);
        setWindowTitle(tr("About Baton"));
        setAttribute(Qt::WA_DeleteOnClose);
        auto* mark = new QLabel(this);
        mark->setPixmap(programIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
        auto* title = new QLabel(u"Baton"_s, this);
        title->setFont(textFont(9, QFont::DemiBold));
        auto* facts = new QLabel(versionLine(), this);
        facts->setObjectName(u"aboutVersion"_s);
        facts->setProperty("muted", true);
        facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        auto* words = new QLabel(tr("Debugs, rehearses and runs Conductor workflows, with a loan-underwriting worker built in.\n\n"
                                    "Applicants drawn by the program are invented; its decisions are examples and no advice."), this);
        words->setWordWrap(true);
        auto* licence = new QLabel(tr("Apache License 2.0. Built with Qt, QScintilla, Boost, jq, yaml-cpp and libcsv; set in Inter and JetBrains Mono."), this);
        licence->setWordWrap(true);
        licence->setProperty("muted", true);
        auto* column = new QVBoxLayout;
        for (QLabel* label : {title, facts, words, licence})
            column->addWidget(label);
        column->addSpacing(space::kBase);
        column->addLayout(makeButtons());
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(space::kHuge, space::kHuge, space::kHuge, space::kLarge);
        row->setSpacing(space::kHuge);
        row->addWidget(mark, 0, Qt::AlignTop);
        row->addLayout(column, 1);
        setFixedWidth(520);
    }

private:
    [[nodiscard]] static QString versionLine()
    {
        return tr("Version %1, Qt %2").arg(QString::fromUtf8(kVersion.data(), static_cast<qsizetype>(kVersion.size())), QLatin1String(qVersion()));
    }

    QHBoxLayout* makeButtons()
    {
        auto* copy = new QPushButton(icon(u"copy"_s), tr("Copy version"), this);
        copy->setObjectName(u"aboutCopy"_s);
        connect(copy, &QPushButton::clicked, this, [] { QApplication::clipboard()->setText(u"Baton: "_s + versionLine()); });
        auto* close = new QPushButton(tr("Close"), this);
        close->setObjectName(u"aboutClose"_s);
        close->setDefault(true);
        connect(close, &QPushButton::clicked, this, &QDialog::accept);
        auto* row = new QHBoxLayout;
        row->addStretch();
        row->addWidget(copy);
        row->addWidget(close);
        return row;
    }
};

}  // namespace

void openAboutBox(QWidget* parent)
{
    auto* box = new AboutBox(parent);
    box->open();
}

}  // namespace baton::ui

#include "about.moc"
