// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace baton {

/// The only source of ids and chance. Injected. Not thread-safe: one for each engine thread.
class IdSource {
public:
    virtual ~IdSource() = default;
    [[nodiscard]] virtual std::string nextId() = 0;                          // a UUID, lower case, 36 characters
    [[nodiscard]] virtual std::uint64_t nextNumber(std::uint64_t below) = 0; // uniform in [0, below); 0 when below is 0
};

/// Random (version 4) ids from the operating system's entropy.
class RandomIdSource final : public IdSource {
public:
    [[nodiscard]] std::string nextId() override;
    [[nodiscard]] std::uint64_t nextNumber(std::uint64_t below) override;
};

/// The same ids for the same seed, on every platform: for rehearsal, replay and tests.
class SeededIdSource final : public IdSource {
public:
    explicit SeededIdSource(std::uint64_t seed) noexcept;
    [[nodiscard]] std::string nextId() override;
    [[nodiscard]] std::uint64_t nextNumber(std::uint64_t below) override;
    [[nodiscard]] std::uint64_t state() const noexcept { return m_state; }   // so that a moment can be resumed

private:
    std::uint64_t m_state;
};

/// The name-based UUID (version 3, MD5) Java's UUID.nameUUIDFromBytes gives for these bytes.
[[nodiscard]] std::string nameBasedUuid(std::string_view name);

}  // namespace baton
