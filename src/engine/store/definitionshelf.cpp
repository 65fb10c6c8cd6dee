// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/store/definitionshelf.h"

#include "engine/base/md5.h"
#include "engine/model/codec.h"
#include "engine/value/json.h"

namespace baton {
namespace {

// Definitions that came with a start are not used again: what is at hand must not grow with them.
constexpr std::size_t kMostAtHand = 2000;

}  // namespace

Status DefinitionShelf::open(StoreFile& file)
{
    Result<StoreFile::Row> last = file.lastDefinition();
    if (!last)
        return std::move(last).error();
    m_last = *last;
    return file.definitions([this](StoreFile::Row row, std::string_view body) -> Status {
        m_rows.emplace(md5(body), row);
        return {};
    });
}

void DefinitionShelf::remember(const Place& place)
{
    if (m_byPointer.size() >= kMostAtHand) {
        m_byPointer.clear();
        m_byRow.clear();
    }
    m_byPointer.emplace(place.definition.get(), place);
    m_byRow.emplace(place.row, place);
}

DefinitionShelf::Place DefinitionShelf::put(const WorkflowDefPtr& definition, std::optional<New>& added)
{
    if (const auto found = m_byPointer.find(definition.get()); found != m_byPointer.end())
        return found->second;
    std::string body = toJson(definition ? toCompactValue(*definition) : Value::object());
    const auto [at, isNew] = m_rows.try_emplace(md5(body), m_last + 1);
    if (isNew)
        added = New {++m_last, std::move(body)};
    Place place {at->second, definition, KnownDefinition(definition)};
    remember(place);
    return place;
}

Result<DefinitionShelf::Place> DefinitionShelf::at(StoreFile::Row row, StoreFile& file)
{
    if (const auto found = m_byRow.find(row); found != m_byRow.end())
        return found->second;
    const Result<std::string> body = file.definition(row);
    if (!body)
        return body.error();
    if (body->empty())
        return Error {ErrorCode::NotFound, "definition " + std::to_string(row) + " is missing", file.path()};
    const Result<Value> json = parseJson(*body);
    Result<WorkflowDefPtr> definition = json ? workflowDefFrom(*json) : Result<WorkflowDefPtr>(json.error());
    if (!definition)
        return std::move(definition).error().in(file.path());
    Place place {row, *definition, KnownDefinition(*definition)};
    remember(place);
    return place;
}

}  // namespace baton
