// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/replay/figuresview.h"

#include "engine/replay/analysis/reasons.h"
#include "ui/kit/fonts.h"
#include "ui/models/words.h"
#include "ui/replay/barboard.h"
#include "ui/replay/figuretable.h"
#include "ui/replay/replaywords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>

#include <algorithm>
#include <cmath>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

QString countText(std::size_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

/// A change of decision as a sign, so that it is not told by colour alone.
QString changeSign(std::size_t from, std::size_t to)
{
    return to < from ? u"\u25B2 "_s : to > from ? u"\u25BC "_s : QString();
}

}  // namespace

FiguresView::FiguresView(QWidget* parent) : QTabWidget(parent)
{
    setObjectName(u"replayFigures"_s);
    setDocumentMode(true);
    QVBoxLayout* decisions = page(tr("Decisions"), u"replayDecisions"_s);
    auto* above = new QHBoxLayout;
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    above->addLayout(left, 2);
    above->addLayout(right, 1);
    m_figures = table(left, u"replayFiguresTable"_s, tr("Figures, with the interval that holds the true one in 95 of 100 such portfolios"));
    m_swap = table(right, u"replaySwap"_s, tr("Who changes sides"));
    decisions->addLayout(above, 1);
    auto* matrices = new QHBoxLayout;
    const auto matrix = [&](const QString& name, int share) {
        auto* made = new FigureTable(name, this);
        matrices->addWidget(made, share);
        connect(made, &FigureTable::rowsChosen, this, &FiguresView::rowsChosen);
        return made;
    };
    m_aB = matrix(u"matrixAB"_s, 3);
    m_thenA = matrix(u"matrixThenA"_s, 2);
    m_thenB = matrix(u"matrixThenB"_s, 3);
    decisions->addLayout(matrices, 1);
    QVBoxLayout* segments = page(tr("Segments"), u"replaySegments"_s);
    m_column = new QComboBox(this);
    m_column->setObjectName(u"segmentColumn"_s);
    m_column->setAccessibleName(tr("Column to group by"));
    segments->addWidget(m_column, 0, Qt::AlignLeft);
    m_segmentChart = new BarBoard(u"segmentChart"_s, this);
    segments->addWidget(m_segmentChart, 2);
    m_segments = table(segments, u"segmentTable"_s, {});
    QVBoxLayout* reasons = page(tr("Reasons"), u"replayReasons"_s);
    m_reasonChart = new BarBoard(u"reasonChart"_s, this);
    reasons->addWidget(m_reasonChart, 2);
    m_reasons = table(reasons, u"reasonTable"_s, {});
    m_ways = table(page(tr("Ways"), u"replayWays"_s), u"wayTable"_s, tr("How many came to each task"));
    m_fairness = table(page(tr("Fairness"), u"replayFairness"_s), u"fairnessTable"_s,
        tr("A screening signal, not a finding of law: no task has seen these attributes; 0.80 comes from guidelines for employment; small groups are hidden"));
    connect(m_column, &QComboBox::currentIndexChanged, this, &FiguresView::showSegments);
    connect(m_segmentChart, &BarBoard::barClicked, this, [this](int variant, int segment) {
        if (m_groups && segment >= 0 && segment < static_cast<int>(m_groups->labels.size()))
            emit rowsChosen(tr("%1: %2, approved by %3").arg(toQString(m_groups->name), toQString(m_groups->labels[static_cast<std::size_t>(segment)]), sideName(static_cast<std::size_t>(variant))),
                within(static_cast<std::size_t>(variant), m_groups->rowsOf(static_cast<std::size_t>(segment)), true)());
    });
}

QVBoxLayout* FiguresView::page(const QString& title, const QString& name)
{
    auto* content = new QWidget(this);
    content->setObjectName(name);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(space::kBase, space::kBase, space::kBase, space::kBase);
    column->setSpacing(space::kSmall);
    addTab(content, title);
    return column;
}

FigureTable* FiguresView::table(QVBoxLayout* into, const QString& name, const QString& title)
{
    if (!title.isEmpty()) {
        auto* label = new QLabel(title, this);
        label->setProperty("muted", true);
        label->setWordWrap(true);
        into->addWidget(label);
    }
    auto* made = new FigureTable(name, this);
    made->setAccessibleName(title.isEmpty() ? tabText(count() - 1) : title);
    into->addWidget(made, 1);
    connect(made, &FigureTable::rowsChosen, this, &FiguresView::rowsChosen);
    return made;
}

QString FiguresView::sideName(std::size_t variant) const
{
    return variant == OutcomeTable::kHistory ? tr("then") : m_variants.value(static_cast<qsizetype>(variant));
}

void FiguresView::setResult(const ReplayPlan* plan, std::shared_ptr<const OutcomeTable> result, const QStringList& variants)
{
    m_plan = plan;
    m_table = std::move(result);
    m_variants = variants;
    m_groups.reset();
    showDecisions();
    fillSegments();
    showReasons();
    showWays();
    showFairness();
}

void FiguresView::showDecisions()
{
    showFigures();
    const std::size_t last = m_table && !m_table->variants.empty() ? m_table->variants.size() - 1 : 0;
    showMatrix(*m_thenA, OutcomeTable::kHistory, 0);
    showMatrix(*m_aB, 0, last);
    showMatrix(*m_thenB, OutcomeTable::kHistory, last);
    const bool two = m_table && m_table->variants.size() > 1;
    m_aB->setVisible(two);
    m_thenB->setVisible(two);
    m_swap->begin({tr("From A to B"), tr("Applications"), tr("Share")});
    if (two) {
        const DecisionScale scale;
        const SwapSet set = swapSetOf(*m_table, 0, last, scale);
        const auto add = [&](const QString& name, std::size_t count, SwapPart part, Tone tone) {
            m_swap->addRow({{name}, {countText(count), tone, [held = m_table, last, part] { return rowsBehind(*held, 0, last, DecisionScale {}, part); }, name}, {shareText(shareOf(count, set.total))}});
        };
        add(tr("approved by both"), set.bothApprove, SwapPart::BothApprove, Tone::Neutral);
        add(tr("swapped in"), set.swappedIn, SwapPart::SwappedIn, Tone::Success);
        add(tr("swapped out"), set.swappedOut, SwapPart::SwappedOut, Tone::Danger);
        add(tr("approved by neither"), set.neitherApproves, SwapPart::NeitherApproves, Tone::Neutral);
        add(tr("any change of decision"), set.flips, SwapPart::Flips, Tone::Accent);
    }
    m_swap->finish();
}

void FiguresView::showFigures()
{
    m_figures->begin({tr("Policy"), tr("Approved"), tr("Mean rate %"), tr("Exposure"), tr("Expected loss")});
    for (std::size_t v = 0; m_table && v < m_table->variants.size(); ++v) {
        const Figures figures = figuresOf(*m_table, v, {});
        m_figures->addRow({{u"%1 \u00b7 %2"_s.arg(sideName(v), toQString(m_plan->variants[v].policy))}, {shareText(figures.approvalRate)}, {figureText(figures.price, 3)}, {figureText(figures.exposure, 0)}, {figureText(figures.expectedLoss, 0)}});
    }
    m_figures->finish();
}

void FiguresView::showMatrix(FigureTable& into, std::size_t first, std::size_t second)
{
    if (!m_table || m_table->variants.empty()) {
        into.begin({});
        return;
    }
    const DecisionScale scale;
    const DecisionMatrix matrix = matrixOf(*m_table, first, second, scale);
    const QString title = tr("%1 \u2192 %2").arg(sideName(first), sideName(second));
    into.setAccessibleName(title);
    QStringList heads {title};
    for (const WordCode word : matrix.secondWords)
        heads += decisionText(m_table->decisionWord(word));
    into.begin(heads);
    for (std::size_t r = 0; r < matrix.firstWords.size(); ++r) {
        const std::string_view from = m_table->decisionWord(matrix.firstWords[r]);
        QList<FigureTable::Cell> cells {{decisionText(from)}};
        for (std::size_t c = 0; c < matrix.secondWords.size(); ++c) {
            const std::string_view to = m_table->decisionWord(matrix.secondWords[c]);
            const std::size_t count = matrix.at(r, c);
            const std::size_t was = scale.rank(from);
            const std::size_t is = scale.rank(to);
            FigureTable::Cell cell {count == 0 ? u"\u00b7"_s : changeSign(was, is) + countText(count), count == 0 || was == is ? Tone::Neutral : is < was ? Tone::Success : Tone::Danger};
            if (count > 0) {
                cell.behind = [held = m_table, first, second, a = matrix.firstWords[r], b = matrix.secondWords[c]] { return rowsBehind(*held, first, second, a, b); };
                cell.title = tr("%1: %2 \u2192 %3: %4").arg(sideName(first), decisionText(from), sideName(second), decisionText(to));
            }
            cells += cell;
        }
        into.addRow(cells);
    }
    into.finish();
}

std::function<RowList()> FiguresView::within(std::size_t variant, const RowList& rows, bool approved) const
{
    return [held = m_table, variant, rows, approved] {
        if (!approved)
            return rows;
        const DecisionScale scale;
        RowList kept;
        for (const std::uint32_t row : rows)
            if (scale.approves(held->decisionWord(held->decision(variant, row))))
                kept.push_back(row);
        return kept;
    };
}

void FiguresView::fillSegments()
{
    const QString before = m_column->currentText();
    {
        const QSignalBlocker blocker(m_column);
        m_column->clear();
        if (m_plan != nullptr && m_table) {
            const auto hidden = protectedColumnsOf(m_plan->mapping, m_plan->data->columns);
            for (std::size_t c = 0; c < m_plan->data->columns.size(); ++c)
                if (m_plan->data->columns[c] != m_plan->mapping.idColumn && std::find(hidden.begin(), hidden.end(), c) == hidden.end())
                    m_column->addItem(toQString(m_plan->data->columns[c].view()));
        }
        m_column->setCurrentIndex(std::max(0, m_column->findText(before)));
    }
    showSegments();
}

void FiguresView::showSegments()
{
    QStringList heads {m_column->currentText(), tr("Applications")};
    for (const QString& variant : m_variants)
        heads += {tr("Approved %1").arg(variant), tr("Mean rate % %1").arg(variant)};
    m_segments->begin(heads);
    m_groups.reset();
    if (!m_table || m_column->currentIndex() < 0) {
        m_segmentChart->setBars({}, {}, {});
        return;
    }
    auto groups = segmentsByColumn(*m_table, *m_plan->data, m_column->currentText().toStdString());
    if (!groups)
        return;
    m_groups = std::move(groups).value();
    QStringList labels;
    QList<BarBoard::Series> series;
    for (const QString& variant : m_variants)
        series += {variant, {}};
    for (std::size_t s = 0; s < m_groups->labels.size(); ++s) {
        const RowList rows = m_groups->rowsOf(s);
        const QString label = m_groups->labels[s].empty() ? tr("missing") : toQString(m_groups->labels[s]);
        labels += label;
        QList<FigureTable::Cell> cells {{label}, {countText(rows.size()), Tone::Neutral, within(0, rows, false)}};
        for (std::size_t v = 0; v < m_table->variants.size(); ++v) {
            const Figures figures = figuresOf(*m_table, v, {}, &rows);
            cells += {shareText(figures.approvalRate), Tone::Neutral, within(v, rows, true)};
            cells += {figureText(figures.price, 2)};
            series[static_cast<qsizetype>(v)].values += figures.approvalRate.value * 100;
        }
        m_segments->addRow(cells);
    }
    m_segments->finish();
    m_segmentChart->setBars(tr("Approved, % by %1").arg(m_column->currentText()), labels, series);
}

void FiguresView::showReasons()
{
    QStringList heads {tr("Reason")};
    for (const QString& variant : m_variants)
        heads += tr("Declines %1").arg(variant);
    m_reasons->begin(heads);
    QStringList labels;
    QList<BarBoard::Series> series;
    for (const QString& variant : m_variants)
        series += {variant, {}};
    if (m_table) {
        const ReasonFigures figures = reasonsOf(*m_table, {});
        for (const ReasonCount& reason : figures.reasons) {
            QList<FigureTable::Cell> cells {{toQString(reason.code)}};
            for (std::size_t v = 0; v < m_table->variants.size(); ++v)
                cells += {u"%1  %2"_s.arg(countText(reason.counts[v]), shareText(shareOf(reason.counts[v], figures.declines[v]))), Tone::Neutral,
                    [held = m_table, v, code = reason.code] { return rowsWithReason(*held, v, {}, code); }};
            m_reasons->addRow(cells);
            if (labels.size() < 8) {
                labels += toQString(reason.code).replace(u'_', u' ').toLower();
                for (std::size_t v = 0; v < m_table->variants.size(); ++v)
                    series[static_cast<qsizetype>(v)].values += shareOf(reason.counts[v], figures.declines[v]).value * 100;
            }
        }
        QList<FigureTable::Cell> without {{tr("declined without a reason")}};
        for (std::size_t v = 0; v < m_table->variants.size(); ++v)
            without += {countText(figures.withoutReason.at(v)), figures.withoutReason[v] > 0 ? Tone::Danger : Tone::Neutral, [held = m_table, v] { return declinesWithoutReason(*held, v, {}); }};
        m_reasons->addRow(without);
    }
    m_reasons->finish();
    m_reasonChart->setBars(tr("Share of declines with the reason, %"), labels, series);
}

void FiguresView::showWays()
{
    QStringList heads {tr("Task")};
    heads += m_variants;
    m_ways->begin(heads);
    if (m_table) {
        for (const StepCount& step : pathsOf(*m_table).tasks) {
            QList<FigureTable::Cell> cells {{toQString(step.from)}};
            for (std::size_t v = 0; v < m_table->variants.size(); ++v)
                cells += {countText(step.counts[v]), Tone::Neutral, [held = m_table, v, task = step.from] { return rowsThrough(*held, v, task); }};
            m_ways->addRow(cells);
        }
    }
    m_ways->finish();
}

void FiguresView::showFairness()
{
    m_fairness->begin({tr("Group"), tr("Policy"), tr("Applications"), tr("Approved"), tr("Impact ratio"), tr("Score difference"), tr("Fisher p")});
    for (std::size_t attribute = 0; m_table && attribute < m_table->protectedNames.size(); ++attribute) {
        const Segmentation groups = segmentsByProtected(*m_table, attribute);
        for (std::size_t v = 0; v < m_table->variants.size(); ++v) {
            const AttributeFigures figures = fairnessOf(*m_table, attribute, v);
            for (std::size_t g = 0; g < figures.groups.size(); ++g) {
                const GroupFigures& group = figures.groups[g];
                const QString name = u"%1: %2"_s.arg(toQString(figures.attribute), group.group.empty() ? tr("missing") : toQString(group.group));
                if (group.hidden) {
                    m_fairness->addRow({{name}, {sideName(v)}, {tr("hidden: too few")}, {}, {}, {}, {}});
                    continue;
                }
                const bool isReference = group.group == figures.reference;
                m_fairness->addRow({{name}, {sideName(v)}, {countText(group.n), Tone::Neutral, within(v, groups.rowsOf(g), false)}, {shareText(group.approvalRate), Tone::Neutral, within(v, groups.rowsOf(g), true)},
                    {isReference ? tr("the reference") : (group.belowThreshold ? u"\u26A0 "_s : QString()) + figureText(group.impactRatio, 3), group.belowThreshold ? Tone::Warning : Tone::Neutral},
                    {isReference ? QString() : figureText(group.scoreDifference, 3)}, {isReference ? QString() : group.fisher < 0.0001 ? u"< %1"_s.arg(numberText(0.0001, 4)) : numberText(group.fisher, 4)}});
            }
        }
    }
    m_fairness->finish();
}

}  // namespace baton::ui
