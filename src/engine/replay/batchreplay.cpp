// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/replay/batchreplay.h"

#include "engine/replay/caserun.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace baton {

namespace {

constexpr std::size_t kPartRows = 256;
constexpr std::size_t kMostPartsAhead = 64;   // of the one that is put in next: bounds memory when one part is slow

const Key kDecision {"decision"};

std::vector<Text> protectedNamesOf(const Mapping& mapping)
{
    std::vector<Text> names;
    for (const MappedField& field : mapping.fields)
        if (const auto* const section = std::get_if<Key>(&field.to.steps.front()); section != nullptr && section->view() == "protected")
            names.emplace_back(Path {{field.to.steps.begin() + 1, field.to.steps.end()}}.text());
    return names;
}

std::vector<Path> pathsOf(const std::vector<Text>& names)
{
    std::vector<Path> paths;
    for (const Text& name : names)
        paths.push_back(Path::parse(name).valueOr({}));
    return paths;
}

/// One thread's part of the work: a mapper and a run for each variant, which it keeps from part to part.
class Lane {
public:
    static Result<std::unique_ptr<Lane>> make(const ReplayPlan& plan, const std::vector<Text>& protectedNames)
    {
        auto lane = std::unique_ptr<Lane>(new Lane(plan, protectedNames));
        auto mapper = CaseMapper::make(plan.mapping, *plan.data, *lane->m_scripts);
        if (!mapper)
            return std::move(mapper).error();
        lane->m_mapper = std::move(mapper).value();
        for (const ReplayVariant& variant : plan.variants) {
            Result<ReplayHandlers> handlers = variant.handlers();
            if (!handlers)
                return std::move(handlers).error();
            lane->m_runs.push_back(std::make_unique<CaseRun>(plan, variant, std::move(handlers).value()));
        }
        return lane;
    }

    [[nodiscard]] OutcomeTable emptyPart() const { return {m_plan.measures, m_protectedNames, m_plan.variants.size()}; }

    void add(OutcomeTable& part, std::uint32_t row)
    {
        const Result<MappedCase> mapped = m_mapper->map(*m_plan.data, row);
        if (!mapped) {
            const Error& error = mapped.error();
            part.badRows.push_back({error.line, (error.field.empty() ? std::string {} : error.field + ": ") + error.message});
            return;
        }
        part.rows.push_back(row);
        const auto decides = part.measureOf(MeasureRole::Decision);
        if (decides)
            part.history.push_back(part.pools[*decides].codeOf(mapped->record[kDecision][kDecision].asText()));
        for (std::size_t i = 0; i < m_protectedPaths.size(); ++i) {
            const Value* const fact = find(mapped->protectedFacts, m_protectedPaths[i]);
            part.protectedWords[i].push_back(part.protectedPool.codeOf(wordOf(fact)));
        }
        // What was decided at the time is for comparison: no task is shown it.
        const Value record = mapped->record.without(kDecision);
        for (std::size_t v = 0; v < m_runs.size(); ++v)
            addRun(part, v, mapped->input, record, row);
    }

private:
    Lane(const ReplayPlan& plan, const std::vector<Text>& names)
        : m_plan(plan), m_protectedNames(names), m_protectedPaths(pathsOf(names)), m_scripts(makeJavaScript()), m_reader(plan.measures)
    {
    }

    static std::string wordOf(const Value* fact)
    {
        if (fact == nullptr || fact->isNull())
            return {};
        if (fact->isBool())
            return fact->asBool() ? "yes" : "no";
        return fact->isText() ? std::string(fact->asText()) : toJsonText(*fact);
    }
    static std::string toJsonText(const Value& value);

    void addRun(OutcomeTable& part, std::size_t v, const Value& input, const Value& record, std::uint32_t row)
    {
        CaseRun& run = *m_runs[v];
        VariantColumns& columns = part.variants[v];
        RunEnd end = run.run(input, record, row);
        const ExecutionPtr execution = run.main();
        if (end.status == RunStatus::Refused)
            part.problems.push_back({row, static_cast<std::uint32_t>(v), std::move(end.problem)});
        columns.status.push_back(end.status);
        run.writePath(m_path);
        columns.path.push_back(part.paths.codeOf(m_path));
        columns.stoppedAt.push_back(part.references.codeOf(end.stoppedAt));
        columns.attempts.push_back(static_cast<std::uint16_t>(std::min<std::size_t>(run.attempts(), 0xffff)));
        for (std::size_t m = 0; m < part.measures.size(); ++m) {
            const Value value = execution ? m_reader.read(m, *execution) : Value();
            if (part.measures[m].kind == MeasureKind::Number)
                columns.numbers[m].push_back(value.isNumber() ? value.asDecimal() : OutcomeTable::kNothing);
            else
                columns.words[m].push_back(part.pools[m].codeOf(value.asText()));
        }
    }

    const ReplayPlan& m_plan;
    const std::vector<Text>& m_protectedNames;
    std::vector<Path> m_protectedPaths;
    std::unique_ptr<ScriptEvaluator> m_scripts;
    MeasureReader m_reader;
    std::optional<CaseMapper> m_mapper;
    std::vector<std::unique_ptr<CaseRun>> m_runs;
    std::string m_path;
};

std::string Lane::toJsonText(const Value& value)
{
    return value.isInteger() ? std::to_string(value.asInteger()) : std::to_string(value.asDecimal());
}

}  // namespace

struct BatchReplay::State {
    State(ReplayPlan thePlan, const Clock& theClock)
        : plan(std::move(thePlan)), clock(theClock), protectedNames(protectedNamesOf(plan.mapping)), table(std::make_shared<OutcomeTable>(plan.measures, protectedNames, plan.variants.size()))
    {
        progress.total = rowCount();
    }

    [[nodiscard]] std::size_t rowCount() const noexcept { return plan.rows.empty() ? plan.data->rows.size() : plan.rows.size(); }
    [[nodiscard]] std::size_t partCount() const noexcept { return (rowCount() + kPartRows - 1) / kPartRows; }
    [[nodiscard]] std::uint32_t rowAt(std::size_t index) const noexcept { return plan.rows.empty() ? static_cast<std::uint32_t>(index) : plan.rows[index]; }

    void work(const BatchReplay& owner);
    [[nodiscard]] bool mayGoOn();
    [[nodiscard]] std::optional<std::size_t> takePart();
    void put(std::size_t part, OutcomeTable&& rows, const BatchReplay& owner);
    void tell(const BatchReplay& owner, const ReplayProgress& now) const;
    void finish(ReplayProgress::State how);
    [[nodiscard]] ReplayProgress measured() const;

    const ReplayPlan plan;
    const Clock& clock;
    const std::vector<Text> protectedNames;
    std::vector<std::jthread> threads;

    // Guards everything below.
    mutable std::mutex mutex;
    std::condition_variable changed;
    ReplayProgress progress;
    std::shared_ptr<OutcomeTable> table;
    std::map<std::size_t, OutcomeTable> ahead;   // parts that came before their turn
    std::optional<Error> failure;
    std::size_t nextPart = 0;                    // to be taken
    std::size_t nextToPut = 0;
    EpochMs startedAt = 0;
    EpochMs pausedAt = 0;
    EpochMs pausedFor = 0;
    unsigned running = 0;                        // threads
};

ReplayProgress BatchReplay::State::measured() const
{
    ReplayProgress now = progress;
    const EpochMs until = now.state == ReplayProgress::State::Paused ? pausedAt : clock.now();
    const auto elapsed = static_cast<double>(until - startedAt - pausedFor) / 1000.0;
    if (startedAt != 0 && elapsed > 0 && now.done > 0) {
        now.rowsPerSecond = static_cast<double>(now.done) / elapsed;
        now.secondsLeft = static_cast<double>(now.total - now.done) / now.rowsPerSecond;
    }
    return now;
}

void BatchReplay::State::tell(const BatchReplay& owner, const ReplayProgress& now) const
{
    if (owner.onProgress)
        owner.onProgress(now);
}

// Waits while paused. False: stop.
bool BatchReplay::State::mayGoOn()
{
    std::unique_lock lock(mutex);
    changed.wait(lock, [this] { return progress.state != ReplayProgress::State::Paused; });
    return progress.state == ReplayProgress::State::Running;
}

std::optional<std::size_t> BatchReplay::State::takePart()
{
    std::unique_lock lock(mutex);
    changed.wait(lock, [this] {
        return progress.state != ReplayProgress::State::Paused
            && (progress.state != ReplayProgress::State::Running || nextPart >= partCount() || nextPart < nextToPut + kMostPartsAhead);
    });
    if (progress.state != ReplayProgress::State::Running || nextPart >= partCount())
        return std::nullopt;
    return nextPart++;
}

void BatchReplay::State::put(std::size_t part, OutcomeTable&& rows, const BatchReplay& owner)
{
    ReplayProgress now;
    {
        const std::lock_guard lock(mutex);
        if (progress.state == ReplayProgress::State::Cancelled)
            return;
        ahead.emplace(part, std::move(rows));
        for (auto next = ahead.begin(); next != ahead.end() && next->first == nextToPut; next = ahead.erase(next), ++nextToPut) {
            table->append(next->second);
            progress.bad = table->badRows.size();
            progress.done = std::min(rowCount(), (nextToPut + 1) * kPartRows);
        }
        now = measured();
    }
    changed.notify_all();
    tell(owner, now);
}

void BatchReplay::State::work(const BatchReplay& owner)
{
    Result<std::unique_ptr<Lane>> lane = Lane::make(plan, protectedNames);
    if (!lane) {
        const std::lock_guard lock(mutex);
        failure = std::move(lane).error();
        progress.state = ReplayProgress::State::Failed;
        changed.notify_all();
        return;
    }
    while (const std::optional<std::size_t> part = takePart()) {
        OutcomeTable rows = (*lane)->emptyPart();
        const std::size_t end = std::min(rowCount(), (*part + 1) * kPartRows);
        for (std::size_t i = *part * kPartRows; i < end; ++i) {
            if (!mayGoOn())
                return;
            (*lane)->add(rows, rowAt(i));
        }
        put(*part, std::move(rows), owner);
    }
}

void BatchReplay::State::finish(ReplayProgress::State how)
{
    if (progress.state == ReplayProgress::State::Running || progress.state == ReplayProgress::State::Paused)
        progress.state = how;
    // Rows the reader of the file could not use stand with those the mapping could not.
    table->badRows.insert(table->badRows.end(), plan.data->badRows.begin(), plan.data->badRows.end());
    std::stable_sort(table->badRows.begin(), table->badRows.end(), [](const BadRow& a, const BadRow& b) { return a.line < b.line; });
    progress.bad = table->badRows.size();
    ahead.clear();
}

BatchReplay::BatchReplay(ReplayPlan plan, const Clock& clock) : m_state(std::make_unique<State>(std::move(plan), clock)) { }

BatchReplay::~BatchReplay()
{
    cancel();
    wait();
    m_state->threads.clear();
}

Result<std::unique_ptr<BatchReplay>> BatchReplay::make(ReplayPlan plan, const Clock& clock)
{
    if (Status fine = checkPlan(plan); !fine)
        return std::move(fine).error();
    return std::unique_ptr<BatchReplay>(new BatchReplay(std::move(plan), clock));
}

void BatchReplay::start()
{
    State& state = *m_state;
    unsigned count = state.plan.threads != 0 ? state.plan.threads : std::max(1U, std::thread::hardware_concurrency());
    count = static_cast<unsigned>(std::min<std::size_t>(count, std::max<std::size_t>(1, state.partCount())));
    {
        const std::lock_guard lock(state.mutex);
        if (state.progress.state != ReplayProgress::State::Ready)
            return;
        state.progress.state = ReplayProgress::State::Running;
        state.startedAt = state.clock.now();
        state.running = count;
    }
    for (unsigned i = 0; i < count; ++i)
        state.threads.emplace_back([this] {
            State& mine = *m_state;
            mine.work(*this);
            ReplayProgress last;
            {
                const std::lock_guard lock(mine.mutex);
                if (--mine.running != 0)
                    return;
                mine.finish(ReplayProgress::State::Finished);
                last = mine.measured();
            }
            mine.tell(*this, last);
            mine.changed.notify_all();
        });
}

void BatchReplay::pause()
{
    const std::lock_guard lock(m_state->mutex);
    if (m_state->progress.state != ReplayProgress::State::Running)
        return;
    m_state->progress.state = ReplayProgress::State::Paused;
    m_state->pausedAt = m_state->clock.now();
}

void BatchReplay::resume()
{
    {
        const std::lock_guard lock(m_state->mutex);
        if (m_state->progress.state != ReplayProgress::State::Paused)
            return;
        m_state->progress.state = ReplayProgress::State::Running;
        m_state->pausedFor += m_state->clock.now() - m_state->pausedAt;
    }
    m_state->changed.notify_all();
}

void BatchReplay::cancel()
{
    {
        const std::lock_guard lock(m_state->mutex);
        const auto state = m_state->progress.state;
        if (state == ReplayProgress::State::Running || state == ReplayProgress::State::Paused || state == ReplayProgress::State::Ready)
            m_state->progress.state = ReplayProgress::State::Cancelled;
    }
    m_state->changed.notify_all();
}

void BatchReplay::wait()
{
    std::unique_lock lock(m_state->mutex);
    m_state->changed.wait(lock, [this] { return m_state->running == 0; });
}

ReplayProgress BatchReplay::progress() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->measured();
}

const ReplayPlan& BatchReplay::plan() const noexcept
{
    return m_state->plan;
}

Result<std::shared_ptr<const OutcomeTable>> BatchReplay::table() const
{
    const std::lock_guard lock(m_state->mutex);
    if (m_state->failure)
        return *m_state->failure;
    if (m_state->running == 0)
        return std::shared_ptr<const OutcomeTable>(m_state->table);
    return std::shared_ptr<const OutcomeTable>(std::make_shared<OutcomeTable>(*m_state->table));
}

Result<std::shared_ptr<const OutcomeTable>> replayAll(ReplayPlan plan, const Clock& clock)
{
    auto replay = BatchReplay::make(std::move(plan), clock);
    if (!replay)
        return std::move(replay).error();
    (*replay)->start();
    (*replay)->wait();
    return (*replay)->table();
}

}  // namespace baton
