// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/debugger/comparisonpanel.h"

#include "engine/value/json.h"
#include "ui/models/explainwords.h"
#include "ui/models/selection.h"
#include "ui/models/sessioncontroller.h"
#include "ui/models/words.h"

namespace baton::ui {

using namespace Qt::StringLiterals;

ComparisonPanel::ComparisonPanel(SessionController& session, Selection& selection, QWidget* parent)
    : ListPane(u"comparison"_s, {tr("Where"), tr("What"), tr("First"), tr("Second")}, parent)
    , m_session(session)
    , m_selection(selection)
{
    setEmpty(u"changes"_s, tr("Nothing compared"), tr("Choose two branches to compare: the first cause is named first."));
    setWidths({170, 90, 130});
    connect(this, &ListPane::activated, this, [this](const QVariant& key) {
        const std::size_t index = key.toULongLong();
        if (index >= m_comparison.differences.size())
            return;
        const Difference& one = m_comparison.differences[index];
        if (one.task == Difference::kNone)
            m_selection.selectWorkflow();
        else
            m_selection.select(toQString(m_comparison.tasks[one.task].name).section(u'/', -1));
    });
    connect(&m_session, &SessionController::closed, this, [this] {
        if (!m_session.branches() || m_session.branches()->all().size() < 2)
            clear();
    });
}

void ComparisonPanel::compare(quint32 first, quint32 second)
{
    const BranchTree* tree = m_session.branches();
    const Branch* a = tree ? tree->find(first) : nullptr;
    const Branch* b = tree ? tree->find(second) : nullptr;
    if (!a || !b)
        return;
    m_comparison = compareRuns({&a->rehearsal->journal(), a->rehearsal->mainWorkflowId()}, {&b->rehearsal->journal(), b->rehearsal->mainWorkflowId()});
    if (m_comparison.isEqual())
        setEmpty(u"check"_s, tr("Both are alike"), tr("%1 and %2 went the same way.").arg(toQString(a->name), toQString(b->name)));
    show();
    emit compared();
}

void ComparisonPanel::clear()
{
    m_comparison = {};
    setEmpty(u"changes"_s, tr("Nothing compared"), tr("Choose two branches to compare: the first cause is named first."));
    show();
    emit compared();
}

void ComparisonPanel::show()
{
    begin();
    for (std::size_t i = 0; i < m_comparison.differences.size(); ++i) {
        const Difference& one = m_comparison.differences[i];
        const bool cause = i == m_comparison.cause;
        const QString where = one.task == Difference::kNone ? tr("Workflow") : toQString(m_comparison.tasks[one.task].name);
        const auto side = [&](bool after) {
            QStringList all;
            for (const Change& change : one.changes) {
                const QString path = toQString(change.path.text());
                all += (path.isEmpty() ? QString() : path + u" = "_s) + toQString(toJson(after ? change.after : change.before));
                if (all.size() == 3)
                    break;
            }
            return all.join(u", "_s);
        };
        add({.cells = {cause ? tr("%1 – the first cause").arg(where) : where, ExplainWords::of(one.kind), side(false), side(true)},
             .key = QVariant::fromValue(static_cast<qulonglong>(i)), .icon = cause ? u"warning"_s : u"changes"_s,
             .tone = cause ? Tone::Warning : Tone::Neutral, .strong = cause, .toned = cause});
    }
    finish();
}

QSet<QString> ComparisonPanel::differing() const
{
    QSet<QString> names;
    for (const TaskPair& pair : m_comparison.tasks) {
        if (pair.differs)
            names += baseReference(toQString(pair.name).section(u'/', -1));
    }
    return names;
}

}  // namespace baton::ui
