// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tasks/underwriting/providers/provider.h"

#include <map>

namespace baton::tasks {

/// Where the recorded providers find the row of an application (applicationrecord.h lists its fields). May be called from
/// several threads at once; one that serves one thread alone may answer with whatever row that thread is at.
class RowSource {
public:
    virtual ~RowSource() = default;
    /// The null value when there is no such application.
    [[nodiscard]] virtual Value row(std::string_view applicationId) const = 0;
};

/// One row, whatever the id. Change it between runs to replay row after row on one thread.
class SingleRow final : public RowSource {
public:
    explicit SingleRow(Value row = {}) : m_row(std::move(row)) { }
    void set(Value row) { m_row = std::move(row); }
    [[nodiscard]] Value row(std::string_view) const override { return m_row; }

private:
    Value m_row;
};

/// Rows by the `id` of their application; a later row of the same id wins.
class RowTable final : public RowSource {
public:
    void add(const Value& row);
    [[nodiscard]] std::size_t size() const noexcept { return m_rows.size(); }
    [[nodiscard]] Value row(std::string_view applicationId) const override;

private:
    std::map<std::string, Value, std::less<>> m_rows;
};

/// Providers that answer from the rows. They remember nothing: a state is what the row says, every change of it is accepted, a
/// message goes nowhere. A row's section `risk` serves as the risk model; there is no decision engine.
[[nodiscard]] Providers recordedProviders(std::shared_ptr<const RowSource> rows);

}  // namespace baton::tasks
