// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/replay/report/htmlreport.h"

#include "engine/replay/analysis/reasons.h"
#include "engine/replay/report/svgchart.h"
#include "engine/value/json.h"

#include <algorithm>
#include <cmath>

namespace baton {

namespace {

constexpr std::string_view kStyle = R"(
:root{color-scheme:light dark;--bg:#fff;--fg:#1a1c20;--dim:#5b6068;--line:#d5d9e0;--s0:#3366b8;--s1:#c05b00;--s2:#2f7d4f;--s3:#8a4baf;--s4:#b3364b;--s5:#5b6068}
@media (prefers-color-scheme:dark){:root{--bg:#191b1f;--fg:#e8eaee;--dim:#a3a9b3;--line:#3a3e46;--s0:#7ea6ea;--s1:#f0a050;--s2:#6cc08d;--s3:#c496e2;--s4:#ee8a9a;--s5:#a3a9b3}}
body{font:14px/1.5 system-ui,sans-serif;background:var(--bg);color:var(--fg);max-width:960px;margin:2em auto;padding:0 1em}
h1{font-size:1.6em}h2{font-size:1.2em;margin-top:2em;border-bottom:1px solid var(--line)}
table{border-collapse:collapse;margin:.8em 0}td,th{padding:.25em .7em;border:1px solid var(--line);text-align:right}
th:first-child,td:first-child{text-align:left}th{font-weight:600}caption{text-align:left;font-weight:600;padding:.3em 0}
.dim{color:var(--dim)}svg{max-width:100%;margin:.6em 0}svg text{font:12px system-ui,sans-serif;fill:var(--fg)}svg .t{font-weight:600;font-size:13px}
.s0{fill:var(--s0)}.s1{fill:var(--s1)}.s2{fill:var(--s2)}.s3{fill:var(--s3)}.s4{fill:var(--s4)}.s5{fill:var(--s5)}
.l{fill:none;stroke-width:2}.l.s0{stroke:var(--s0)}.l.s1{stroke:var(--s1);stroke-dasharray:6 3}.l.s2{stroke:var(--s2);stroke-dasharray:2 3}
.s1:not(.l){stroke:var(--fg);stroke-width:.6}.w,.a{stroke:var(--fg);fill:none}
)";

std::string withInterval(const Estimate& estimate, int decimals, double factor = 1, const char* unit = "")
{
    if (estimate.n == 0 || std::isnan(estimate.value))
        return "-";
    return fixedText(estimate.value * factor, decimals) + unit + " <span class=\"dim\">(" + fixedText(estimate.interval.low * factor, decimals) + " &ndash; "
        + fixedText(estimate.interval.high * factor, decimals) + ")</span>";
}

class Writer {
public:
    explicit Writer(const ReportInput& input) : m_input(input), m_table(input.table) { }

    std::string write()
    {
        m_html = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + htmlText(m_input.title) + "</title><style>" + std::string(kStyle) + "</style></head><body>\n<h1>" + htmlText(m_input.title) + "</h1>\n";
        facts();
        figures();
        matrices();
        changes();
        for (const std::string& column : m_input.segments)
            segments(column);
        reasons();
        fairness();
        paths();
        badRows();
        return m_html + "</body></html>\n";
    }

private:
    [[nodiscard]] std::string nameOf(std::size_t variant) const
    {
        return variant == OutcomeTable::kHistory ? "then" : m_input.plan.variants[variant].name.str() + " " + m_input.plan.variants[variant].policy;
    }
    [[nodiscard]] std::vector<std::string> names() const
    {
        std::vector<std::string> all;
        for (std::size_t v = 0; v < m_table.variants.size(); ++v)
            all.push_back(nameOf(v));
        return all;
    }
    void heading(const std::string& title) { m_html += "<h2>" + htmlText(title) + "</h2>\n"; }
    void row(const std::vector<std::string>& cells, const char* tag = "td")
    {
        m_html += "<tr>";
        for (const std::string& cell : cells)
            m_html += std::string("<") + tag + ">" + cell + "</" + tag + ">";
        m_html += "</tr>\n";
    }
    void open(const std::string& caption, const std::vector<std::string>& heads)
    {
        m_html += "<table><caption>" + htmlText(caption) + "</caption>\n";
        row(heads, "th");
    }
    void close() { m_html += "</table>\n"; }

    void facts()
    {
        m_html += "<table>\n";
        for (const auto& [name, value] : m_input.facts)
            row({htmlText(name), htmlText(value)});
        close();
    }

    void figures()
    {
        heading("Figures");
        open("With the interval that holds the true figure in 95 of 100 portfolios like this one",
            {"", "Approved", "Mean rate %", "Exposure", "Expected loss"});
        BarChart chart {"Approval rate", {}, {}, 1, true};
        for (std::size_t v = 0; v < m_table.variants.size(); ++v) {
            const Figures figure = figuresOf(m_table, v, m_input.figures);
            row({htmlText(nameOf(v)), withInterval(figure.approvalRate, 2, 100, " %"), withInterval(figure.price, 3), withInterval(figure.exposure, 0), withInterval(figure.expectedLoss, 0)});
            chart.bars.push_back({nameOf(v), {figure.approvalRate.value}, {figure.approvalRate.interval}});
        }
        close();
        m_html += "<p class=\"dim\">Expected loss: probability of default x granted amount x " + fixedText(m_input.figures.lossGivenDefault, 2) + ". A default is only known for loans that were made; what would have become of the others is not.</p>\n" + svgBars(chart);
    }

    void matrix(std::size_t first, std::size_t second)
    {
        const DecisionMatrix counts = matrixOf(m_table, first, second, m_input.figures.scale);
        std::vector<std::string> heads {htmlText(nameOf(first) + " x " + nameOf(second))};
        const auto word = [&](WordCode code) { return htmlText(m_table.decisionWord(code).empty() ? "(none)" : m_table.decisionWord(code)); };
        for (const WordCode code : counts.secondWords)
            heads.push_back(word(code));
        open({}, heads);
        for (std::size_t r = 0; r < counts.firstWords.size(); ++r) {
            std::vector<std::string> cells {word(counts.firstWords[r])};
            for (std::size_t c = 0; c < counts.secondWords.size(); ++c)
                cells.push_back(std::to_string(counts.at(r, c)));
            row(cells);
        }
        close();
    }

    void matrices()
    {
        heading("Decisions");
        for (std::size_t v = 0; v < m_table.variants.size(); ++v)
            matrix(OutcomeTable::kHistory, v);
        for (std::size_t v = 1; v < m_table.variants.size(); ++v)
            matrix(0, v);
        if (m_table.variants.size() < 2)
            return;
        const std::size_t last = m_table.variants.size() - 1;
        const SwapSet set = swapSetOf(m_table, 0, last, m_input.figures.scale);
        const auto n = [](std::size_t count) { return static_cast<double>(count); };
        m_html += svgBars({"Swap set: " + nameOf(0) + " to " + nameOf(last), {}, {{"approved by both", {n(set.bothApprove)}}, {"swapped in", {n(set.swappedIn)}},
            {"swapped out", {n(set.swappedOut)}}, {"approved by neither", {n(set.neitherApproves)}}}});
        m_html += "<p>" + std::to_string(set.flips) + " decisions changed (" + fixedText(set.flipRate() * 100, 2) + " %" + ").</p>\n";
    }

    void changes()
    {
        if (m_input.changes.empty())
            return;
        heading("What differs between the policies");
        open({}, {"Parameter", htmlText(nameOf(0)), htmlText(nameOf(m_table.variants.size() - 1))});
        for (const ReportedChange& change : m_input.changes)
            row({htmlText(change.path), htmlText(change.before), htmlText(change.after)});
        close();
    }

    void segments(const std::string& column)
    {
        const auto groups = segmentsByColumn(m_table, *m_input.plan.data, column);
        if (!groups)
            return;
        heading("By " + column);
        std::vector<std::string> heads {htmlText(column), "Rows"};
        for (const std::string& name : names())
            for (const char* what : {" approved", " rate %"})
                heads.push_back(htmlText(name) + what);
        open({}, heads);
        BarChart chart {"Approval rate by " + column, names(), {}, 1, true};
        for (std::size_t s = 0; s < groups->labels.size(); ++s) {
            const RowList rows = groups->rowsOf(s);
            std::vector<std::string> cells {htmlText(groups->labels[s].empty() ? "(missing)" : groups->labels[s]), std::to_string(rows.size())};
            ChartBar bar {groups->labels[s].empty() ? "(missing)" : groups->labels[s], {}, {}};
            for (std::size_t v = 0; v < m_table.variants.size(); ++v) {
                const Figures figure = figuresOf(m_table, v, m_input.figures, &rows);
                cells.push_back(withInterval(figure.approvalRate, 1, 100, " %"));
                cells.push_back(withInterval(figure.price, 2));
                bar.values.push_back(figure.approvalRate.value);
                bar.intervals.push_back(figure.approvalRate.interval);
            }
            row(cells);
            chart.bars.push_back(std::move(bar));
        }
        close();
        m_html += svgBars(chart);
    }

    void reasons()
    {
        const ReasonFigures figures = reasonsOf(m_table, m_input.figures.scale);
        if (figures.declines.empty())
            return;
        heading("Reasons of declined applications");
        BarChart chart {"Share of declines with the reason", names(), {}, 0, true};
        constexpr std::size_t kMost = 15;
        for (std::size_t i = 0; i < std::min(kMost, figures.reasons.size()); ++i) {
            ChartBar bar {figures.reasons[i].code, {}, {}};
            for (std::size_t v = 0; v < m_table.variants.size(); ++v)
                bar.values.push_back(shareOf(figures.reasons[i].counts[v], figures.declines[v]).value);
            chart.bars.push_back(std::move(bar));
        }
        m_html += svgBars(chart);
        open({}, {"", "Declined", "Without a reason", "More than four"});
        for (std::size_t v = 0; v < m_table.variants.size(); ++v)
            row({htmlText(nameOf(v)), std::to_string(figures.declines[v]), std::to_string(figures.withoutReason[v]), std::to_string(figures.aboveFour[v])});
        close();
    }

    void fairness()
    {
        if (m_table.protectedNames.empty())
            return;
        heading("Fairness: a screening signal");
        m_html += "<p class=\"dim\">No task of the workflow has seen these attributes; they were joined afterwards. A ratio below " + fixedText(m_input.fairness.threshold, 2)
            + " is worth a look, not a finding: the figure comes from guidelines for employment (29 CFR 1607.4(D)). Groups below " + std::to_string(m_input.fairness.smallestCell) + " applications are hidden.</p>\n";
        for (std::size_t attribute = 0; attribute < m_table.protectedNames.size(); ++attribute)
            for (std::size_t v = 0; v < m_table.variants.size(); ++v)
                group(fairnessOf(m_table, attribute, v, m_input.fairness));
    }

    void group(const AttributeFigures& figures)
    {
        open(figures.attribute + ", " + nameOf(figures.variant) + (figures.reference.empty() ? "" : "; held against: " + figures.reference),
            {"Group", "Rows", "Approved", "Impact ratio", "Score difference (SMD)", "Fisher p"});
        for (const GroupFigures& one : figures.groups) {
            if (one.hidden)
                row({htmlText(one.group.empty() ? "(missing)" : one.group), "hidden", "-", "-", "-", "-"});
            else
                row({htmlText(one.group), std::to_string(one.n), withInterval(one.approvalRate, 2, 100, " %"), withInterval(one.impactRatio, 3) + (one.belowThreshold ? " &#9888;" : ""),
                    withInterval(one.scoreDifference, 3), fixedText(one.fisher, 4)});
        }
        close();
    }

    void paths()
    {
        const PathFigures figures = pathsOf(m_table);
        heading("Ways through the workflow");
        std::vector<std::string> heads {"Task"};
        for (const std::string& name : names())
            heads.push_back(htmlText(name));
        open("How many came to each task", heads);
        for (const StepCount& step : figures.tasks) {
            std::vector<std::string> cells {htmlText(step.from)};
            for (const std::size_t count : step.counts)
                cells.push_back(std::to_string(count));
            row(cells);
        }
        close();
    }

    void badRows()
    {
        heading("Rows that could not be used");
        constexpr std::size_t kMost = 200;
        open(std::to_string(m_table.badRows.size()) + " rows of " + m_input.plan.data->source, {"Line", "Problem"});
        for (std::size_t i = 0; i < std::min(kMost, m_table.badRows.size()); ++i)
            row({std::to_string(m_table.badRows[i].line), htmlText(m_table.badRows[i].problem)});
        close();
        if (!m_table.problems.empty()) {
            open("Runs the engine gave up", {"Row", "Problem"});
            for (std::size_t i = 0; i < std::min(kMost, m_table.problems.size()); ++i)
                row({std::to_string(m_table.problems[i].row + 1), htmlText(m_table.problems[i].problem)});
            close();
        }
    }

    const ReportInput& m_input;
    const OutcomeTable& m_table;
    std::string m_html;
};

}  // namespace

std::string htmlReport(const ReportInput& input)
{
    return Writer(input).write();
}

}  // namespace baton
