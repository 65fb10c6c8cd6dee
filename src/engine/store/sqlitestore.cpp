// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/store/sqlitestore.h"

#include "engine/conductor/queues/waitingwork.h"
#include "engine/store/storedexecution.h"
#include "engine/store/storefile.h"
#include "engine/value/json.h"

namespace baton {
namespace {

constexpr std::int64_t kMostBatches = 200;   // of a running execution: it is condensed when it is loaded with more

/// A change the file does not have yet.
struct Change {
    enum class Kind : std::uint8_t {
        Document, NoDocument, Definition, Execution, ExecutionDefinition, NoExecution, Batch, NoBatches, Recall,
    };
    Kind kind;
    StoreFile::Row row = 0;
    std::int64_t number = 0;       // of a batch, or the row of a definition
    std::string key {};            // a workflow's or document's
    std::string text {};
    std::string documentKind {};
    ExecutionPtr execution {};
};

Status write(const Change& change, StoreFile& file)
{
    switch (change.kind) {
    case Change::Kind::Document: return file.putDocument(change.documentKind, change.key, change.text);
    case Change::Kind::NoDocument: return file.removeDocument(change.documentKind, change.key);
    case Change::Kind::Definition: return file.addDefinition(change.row, change.text);
    case Change::Kind::Execution: return file.addExecution(change.row, change.key, change.number);
    case Change::Kind::ExecutionDefinition: return file.setDefinition(change.row, change.number);
    case Change::Kind::NoExecution: return file.removeExecution(change.row);
    case Change::Kind::Batch: return change.text.empty() ? Status() : file.addBatch(change.row, change.number, change.text);
    case Change::Kind::NoBatches: return file.dropBatchesBefore(change.row, change.number);
    case Change::Kind::Recall: return file.recall(change.row, *change.execution);
    }
    return {};
}

}  // namespace

struct SqliteStore::State {
    /// An execution in the Conductor's memory.
    struct Live {
        StoreFile::Row row = 0;
        std::int64_t nextNumber = 0;
        std::size_t change = 0;                  // its batch among the changes...
        std::uint64_t changeOf = 0;              // ...of this flush
        std::optional<EventWriter> writer {};
    };

    explicit State(StoreFile opened) : file(std::move(opened)) { }

    [[nodiscard]] DefinitionShelf::Place shelve(const WorkflowDefPtr& definition);
    Live& begin(const Event& event);
    void restart(Live& live, const Event& event);
    void write(Live& live, const Event& event);
    [[nodiscard]] Result<StoredExecution> read(const StoreFile::Found& found);
    [[nodiscard]] Result<std::optional<StoredExecution>> read(std::string_view workflowId);
    void condense(StoreFile::Row row, StoredExecution& stored, Live& live);
    void goOn(StoreFile::Row row, StoredExecution&& stored);
    [[nodiscard]] Status loadDocuments(ConductorMemory& memory);
    [[nodiscard]] Status loadExecutions(ConductorMemory& memory);

    StoreFile file;
    DefinitionShelf shelf;
    TextMap<Live> live;
    std::vector<Change> changes;
    StoreFile::Row lastRow = 0;
    std::uint64_t flushNumber = 1;               // of the next one that succeeds
};

DefinitionShelf::Place SqliteStore::State::shelve(const WorkflowDefPtr& definition)
{
    std::optional<DefinitionShelf::New> added;
    DefinitionShelf::Place place = shelf.put(definition, added);
    if (added)
        changes.push_back({.kind = Change::Kind::Definition, .row = added->row, .text = std::move(added->body)});
    return place;
}

SqliteStore::State::Live& SqliteStore::State::begin(const Event& event)
{
    const DefinitionShelf::Place place = shelve(event.started->definition);
    Live& begun = live[event.workflowId];
    begun = Live {.row = ++lastRow};
    begun.writer.emplace(place.known);
    changes.push_back({.kind = Change::Kind::Execution, .row = begun.row, .number = place.row, .key = event.workflowId.str()});
    return begun;
}

// Nothing of what was before counts any more.
void SqliteStore::State::restart(Live& restarted, const Event& event)
{
    const DefinitionShelf::Place place = shelve(event.started->definition);
    restarted.writer.reset();
    restarted.writer.emplace(place.known);
    if (restarted.changeOf == flushNumber)
        changes[restarted.change].text.clear();
    restarted.changeOf = 0;
    changes.push_back({.kind = Change::Kind::ExecutionDefinition, .row = restarted.row, .number = place.row});
    changes.push_back({.kind = Change::Kind::NoBatches, .row = restarted.row, .number = restarted.nextNumber});
}

void SqliteStore::State::write(Live& written, const Event& event)
{
    if (written.changeOf != flushNumber) {
        written.change = changes.size();
        written.changeOf = flushNumber;
        changes.push_back({.kind = Change::Kind::Batch, .row = written.row, .number = written.nextNumber++});
    }
    appendLine(changes[written.change].text, event, *written.writer);
}

Result<StoredExecution> SqliteStore::State::read(const StoreFile::Found& found)
{
    const Result<DefinitionShelf::Place> place = shelf.at(found.definition, file);
    if (!place)
        return place.error();
    return readExecution(found, *place, file);
}

Result<std::optional<StoredExecution>> SqliteStore::State::read(std::string_view workflowId)
{
    const Result<std::optional<StoreFile::Found>> found = file.find(workflowId);
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<StoredExecution>();
    Result<StoredExecution> stored = read(**found);
    if (!stored)
        return std::move(stored).error();
    return std::optional<StoredExecution>(std::move(stored).value());
}

void SqliteStore::State::condense(StoreFile::Row row, StoredExecution& stored, Live& condensing)
{
    const DefinitionShelf::Place place = shelve(stored.execution->definition);
    Condensed whole = condensed(stored, place);
    condensing.writer.emplace(std::move(whole.writer));
    changes.push_back({.kind = Change::Kind::ExecutionDefinition, .row = row, .number = place.row});
    changes.push_back({.kind = Change::Kind::NoBatches, .row = row, .number = stored.nextNumber});
    changes.push_back({.kind = Change::Kind::Batch, .row = row, .number = stored.nextNumber++, .text = std::move(whole.lines)});
}

void SqliteStore::State::goOn(StoreFile::Row row, StoredExecution&& stored)
{
    Live& going = live[stored.execution->workflowId];
    going = Live {.row = row};
    if (stored.batches > kMostBatches)
        condense(row, stored, going);
    else
        going.writer.emplace(std::move(stored.reader));
    going.nextNumber = stored.nextNumber;
}

Status SqliteStore::State::loadDocuments(ConductorMemory& memory)
{
    const std::pair<std::string_view, std::vector<Value>*> kinds[] {{"workflow", &memory.workflows}, {"task", &memory.tasks},
        {"handler", &memory.handlers}, {"schedule", &memory.schedules}, {"scheduleRun", &memory.scheduleRuns},
        {"message", &memory.messages}};
    for (const auto& [kind, documents] : kinds) {
        Status read = file.documents(kind, [&, target = documents](std::string_view body) -> Status {
            Result<Value> document = parseJson(body);
            if (!document)
                return std::move(document).error().in(file.path());
            target->push_back(std::move(document).value());
            return {};
        });
        if (!read)
            return read;
    }
    return {};
}

Status SqliteStore::State::loadExecutions(ConductorMemory& memory)
{
    const Result<std::int64_t> lastMoment = file.lastMoment();
    const Result<std::vector<StoreFile::Found>> all = lastMoment ? file.live() : lastMoment.error();
    if (!all)
        return all.error();
    memory.world.now = *lastMoment;
    for (const StoreFile::Found& found : *all) {
        Result<StoredExecution> stored = read(found);
        if (!stored)
            return std::move(stored).error();
        memory.world.now = std::max(memory.world.now, stored->lastMoment);
        memory.world.order.push_back(found.workflowId);
        memory.world.executions.set(found.workflowId, stored->execution);
        for (const TaskLogEntry& entry : stored->logs)
            memory.logs.push_back(entry);
        goOn(found.row, std::move(stored).value());
    }
    return {};
}

SqliteStore::SqliteStore(std::unique_ptr<State> state) : m_state(std::move(state)) { }
SqliteStore::~SqliteStore() = default;

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::string& path, const Options& options)
{
    Result<StoreFile> file = StoreFile::open(path, options.safeFromPowerCuts);
    if (!file)
        return std::move(file).error();
    auto state = std::make_unique<State>(std::move(file).value());
    if (Status dropped = state->file.dropLooseDefinitions(); !dropped)
        return std::move(dropped).error();
    if (Status opened = state->shelf.open(state->file); !opened)
        return std::move(opened).error();
    const Result<StoreFile::Row> last = state->file.lastExecution();
    if (!last)
        return last.error();
    state->lastRow = *last;
    return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(state)));
}

Result<ConductorMemory> SqliteStore::load()
{
    ConductorMemory memory;
    Status loaded = m_state->loadDocuments(memory);
    if (loaded)
        loaded = m_state->loadExecutions(memory);
    if (loaded)
        loaded = flush();
    if (!loaded)
        return std::move(loaded).error();
    return memory;
}

void SqliteStore::take(const Event& event)
{
    if (event.kind == EventKind::WorkflowStarted && event.started)
        return m_state->write(m_state->begin(event), event);
    const auto found = m_state->live.find(event.workflowId);
    if (found == m_state->live.end())
        return;
    State::Live& live = found->second;
    if (event.kind == EventKind::WorkflowRemoved) {
        m_state->changes.push_back({.kind = Change::Kind::NoExecution, .row = live.row});
        m_state->live.erase(found);
        return;
    }
    if (event.kind == EventKind::WorkflowRestarted && event.started)
        m_state->restart(live, event);
    m_state->write(live, event);
}

void SqliteStore::keep(std::string_view kind, std::string_view key, const Value& document)
{
    Change change {.kind = document.isNull() ? Change::Kind::NoDocument : Change::Kind::Document};
    change.documentKind = std::string(kind);
    change.key = std::string(key);
    if (!document.isNull())
        change.text = toJson(document);
    m_state->changes.push_back(std::move(change));
}

Status SqliteStore::flush()
{
    std::vector<Change>& changes = m_state->changes;
    if (changes.empty())
        return {};
    Status written = m_state->file.inTransaction([&]() -> Status {
        for (const Change& change : changes) {
            if (Status one = write(change, m_state->file); !one)
                return one;
        }
        return {};
    });
    if (!written)
        return written;
    changes.clear();
    ++m_state->flushNumber;
    return {};
}

Status SqliteStore::archive(const std::vector<ExecutionPtr>& executions)
{
    Status written = m_state->file.inTransaction([&]() -> Status {
        for (const ExecutionPtr& execution : executions) {
            const auto found = m_state->live.find(execution->workflowId);
            if (found == m_state->live.end())
                continue;
            if (Status one = m_state->file.archive(found->second.row, *execution); !one)
                return one;
        }
        return {};
    });
    if (!written)
        return written;
    for (const ExecutionPtr& execution : executions)
        m_state->live.erase(execution->workflowId);
    return {};
}

void SqliteStore::recalled(const std::vector<ExecutionPtr>& executions)
{
    for (const ExecutionPtr& execution : executions) {
        const Result<std::optional<StoreFile::Found>> found = m_state->file.find(execution->workflowId);
        if (!found || !*found)
            continue;
        Result<StoredExecution> stored = m_state->read(**found);
        if (!stored)
            continue;
        m_state->goOn((*found)->row, std::move(stored).value());
        m_state->changes.push_back({.kind = Change::Kind::Recall, .row = (*found)->row, .execution = execution});
    }
}

Result<ExecutionPtr> SqliteStore::find(std::string_view workflowId)
{
    const Result<std::optional<StoredExecution>> stored = m_state->read(workflowId);
    if (!stored)
        return stored.error();
    return *stored ? (*stored)->execution : nullptr;
}

Result<ExecutionPtr> SqliteStore::findOfTask(std::string_view taskId)
{
    const Result<std::vector<StoreFile::Row>> rows = m_state->file.mayHaveTask(taskId);
    if (!rows)
        return rows.error();
    for (const StoreFile::Row row : *rows) {
        const Result<std::optional<StoreFile::Found>> found = m_state->file.find(row);
        if (!found)
            return found.error();
        if (!*found)
            continue;
        const Result<StoredExecution> stored = m_state->read(**found);
        if (!stored)
            return stored.error();
        if (stored->execution->slotOfTaskId(taskId) != kNoTask)
            return stored->execution;
    }
    return ExecutionPtr();
}

Result<std::vector<TaskLogEntry>> SqliteStore::logs(std::string_view workflowId)
{
    const Result<std::optional<StoredExecution>> stored = m_state->read(workflowId);
    if (!stored)
        return stored.error();
    return *stored ? (*stored)->logs : std::vector<TaskLogEntry>();
}

Status SqliteStore::forEach(const std::function<void(const ExecutionPtr&)>& visit)
{
    return m_state->file.outlines([&](StoreFile::Outline&& outline) -> Status {
        const Result<DefinitionShelf::Place> place = m_state->shelf.at(outline.found.definition, m_state->file);
        if (!place)
            return place.error();
        outline.execution.definition = place->definition;
        visit(std::make_shared<const Execution>(std::move(outline.execution)));
        return {};
    });
}

}  // namespace baton
