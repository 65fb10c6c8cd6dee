// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/definitions/savedialog.h"

#include "ui/definitions/diffview.h"
#include "ui/kit/tokens.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

SaveDialog::SaveDialog(const Content& content, QWidget* parent)
    : QDialog(parent)
    , m_again(new QCheckBox(tr("Show the changes each time before saving"), this))
{
    setObjectName(u"saveDialog"_s);
    setWindowTitle(tr("Save %1").arg(QFileInfo(content.path).fileName()));
    auto* diff = new DiffView(this);
    const DiffView::Count count = diff->setTexts(content.before, content.after);
    auto* words = new QLabel(content.before.isEmpty() ? tr("A new file with %n line(s).", nullptr, count.added)
                                                      : tr("%1 added, %2 removed.").arg(tr("%n line(s)", nullptr, count.added), tr("%n line(s)", nullptr, count.removed)),
                             this);
    words->setObjectName(u"saveSummary"_s);
    auto* where = new QLabel(content.path, this);
    where->setProperty("muted", true);
    where->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
    column->setSpacing(space::kBase);
    column->addWidget(words);
    column->addWidget(where);
    if (content.errors > 0) {
        auto* warning = new QLabel(tr("A server would refuse this definition: %n error(s).", nullptr, content.errors), this);
        warning->setObjectName(u"saveWarning"_s);
        column->addWidget(warning);
    }
    column->addWidget(diff, 1);
    m_again->setObjectName(u"saveAskAgain"_s);
    m_again->setChecked(true);
    column->addWidget(m_again);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Save)->setText(tr("Save"));
    buttons->button(QDialogButtonBox::Save)->setProperty("primary", true);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    resize(760, 520);
}

bool SaveDialog::askAgain() const
{
    return m_again->isChecked();
}

}  // namespace baton::ui
