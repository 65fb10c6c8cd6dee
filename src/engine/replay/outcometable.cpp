// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/replay/outcometable.h"

#include <array>
#include <bit>

namespace baton {

namespace {

/// FNV-1a over whole numbers, byte by byte from the lowest: the same on every platform.
class Digest {
public:
    void add(std::uint64_t number) noexcept
    {
        for (int i = 0; i < 8; ++i, number >>= 8U)
            byte(static_cast<unsigned char>(number & 0xffU));
    }
    void add(std::string_view text) noexcept
    {
        add(text.size());
        for (const char c : text)
            byte(static_cast<unsigned char>(c));
    }
    template <typename T>
    void addAll(const std::vector<T>& numbers) noexcept
    {
        add(numbers.size());
        for (const T number : numbers) {
            if constexpr (std::is_same_v<T, double>)
                add(std::bit_cast<std::uint64_t>(number));
            else
                add(static_cast<std::uint64_t>(number));
        }
    }
    void add(const WordPool& pool) noexcept
    {
        add(pool.size());
        for (WordCode code = 0; code < pool.size(); ++code)
            add(pool.word(code));
    }
    [[nodiscard]] std::uint64_t value() const noexcept { return m_value; }

private:
    void byte(unsigned char b) noexcept { m_value = (m_value ^ b) * 0x100000001b3ULL; }
    std::uint64_t m_value = 0xcbf29ce484222325ULL;
};

template <typename T>
void addAll(std::vector<T>& to, const std::vector<T>& from)
{
    to.insert(to.end(), from.begin(), from.end());
}

void addCodes(std::vector<WordCode>& to, const std::vector<WordCode>& from, const std::vector<WordCode>& here)
{
    // Grown by halves as insert would: a reserve of the exact size each time would copy everything at every part.
    for (const WordCode code : from)
        to.push_back(here[code]);
}

template <typename T>
std::size_t bytesOf(const std::vector<T>& column) noexcept
{
    return column.capacity() * sizeof(T);
}

}  // namespace

std::string_view toText(RunStatus status) noexcept
{
    constexpr std::array<std::string_view, 7> words {"not_run", "completed", "failed", "timed_out", "terminated", "waiting", "refused"};
    return words[static_cast<std::size_t>(status)];
}

WordCode WordPool::codeOf(std::string_view word)
{
    if (const auto found = m_codes.find(word); found != m_codes.end())
        return found->second;
    const auto code = static_cast<WordCode>(m_words.size());
    const auto added = m_codes.emplace(std::string(word), code).first;
    m_words.push_back(added->first);
    return code;
}

WordCode WordPool::find(std::string_view word) const noexcept
{
    const auto found = m_codes.find(word);
    return found == m_codes.end() ? 0 : found->second;
}

std::vector<WordCode> WordPool::take(const WordPool& other)
{
    std::vector<WordCode> here;
    here.reserve(other.size());
    for (const std::string_view word : other.m_words)
        here.push_back(codeOf(word));
    return here;
}

WordPool& WordPool::operator=(const WordPool& other)
{
    if (this != &other)
        *this = WordPool(other);
    return *this;
}

OutcomeTable::OutcomeTable(std::vector<MeasureSpec> specs, std::vector<Text> names, std::size_t variantCount)
    : measures(std::move(specs)), protectedNames(std::move(names)), protectedWords(protectedNames.size()), variants(variantCount), pools(measures.size())
{
    for (VariantColumns& variant : variants) {
        variant.words.resize(measures.size());
        variant.numbers.resize(measures.size());
    }
}

std::optional<std::size_t> OutcomeTable::measureOf(MeasureRole role) const noexcept
{
    for (std::size_t i = 0; i < measures.size(); ++i)
        if (measures[i].role == role)
            return i;
    return std::nullopt;
}

std::optional<std::size_t> OutcomeTable::measureNamed(std::string_view name) const noexcept
{
    for (std::size_t i = 0; i < measures.size(); ++i)
        if (measures[i].name == name)
            return i;
    return std::nullopt;
}

WordCode OutcomeTable::decision(std::size_t variant, std::size_t row) const noexcept
{
    if (variant == kHistory)
        return row < history.size() ? history[row] : 0;
    const auto measure = measureOf(MeasureRole::Decision);
    return measure && variant < variants.size() ? variants[variant].words[*measure][row] : 0;
}

std::string_view OutcomeTable::decisionWord(WordCode code) const noexcept
{
    const auto measure = measureOf(MeasureRole::Decision);
    return measure && code < pools[*measure].size() ? pools[*measure].word(code) : std::string_view {};
}

void OutcomeTable::append(const OutcomeTable& part)
{
    std::vector<std::vector<WordCode>> here;
    for (std::size_t m = 0; m < measures.size(); ++m)
        here.push_back(pools[m].take(part.pools[m]));
    const auto pathsHere = paths.take(part.paths);
    const auto referencesHere = references.take(part.references);
    const auto protectedHere = protectedPool.take(part.protectedPool);
    addAll(rows, part.rows);
    const auto decides = measureOf(MeasureRole::Decision);
    if (decides)
        addCodes(history, part.history, here[*decides]);
    for (std::size_t p = 0; p < protectedWords.size(); ++p)
        addCodes(protectedWords[p], part.protectedWords[p], protectedHere);
    for (std::size_t v = 0; v < variants.size(); ++v) {
        VariantColumns& to = variants[v];
        const VariantColumns& from = part.variants[v];
        addAll(to.status, from.status);
        addAll(to.attempts, from.attempts);
        addCodes(to.path, from.path, pathsHere);
        addCodes(to.stoppedAt, from.stoppedAt, referencesHere);
        for (std::size_t m = 0; m < measures.size(); ++m) {
            addCodes(to.words[m], from.words[m], here[m]);
            addAll(to.numbers[m], from.numbers[m]);
        }
    }
    addAll(badRows, part.badRows);
    addAll(problems, part.problems);
}

OutcomeTable withRows(const OutcomeTable& table, const std::vector<std::uint32_t>& rows)
{
    const auto chosen = [&rows](auto& column) {
        if (column.empty())
            return;
        std::remove_reference_t<decltype(column)> kept;
        kept.reserve(rows.size());
        for (const std::uint32_t row : rows)
            kept.push_back(column.at(row));
        column = std::move(kept);
    };
    OutcomeTable part = table;
    chosen(part.rows);
    chosen(part.history);
    for (auto& column : part.protectedWords)
        chosen(column);
    for (VariantColumns& variant : part.variants) {
        chosen(variant.status);
        chosen(variant.path);
        chosen(variant.stoppedAt);
        chosen(variant.attempts);
        for (auto& column : variant.words)
            chosen(column);
        for (auto& column : variant.numbers)
            chosen(column);
    }
    return part;
}

std::uint64_t OutcomeTable::digest() const
{
    Digest digest;
    digest.addAll(rows);
    digest.addAll(history);
    for (const auto& column : protectedWords)
        digest.addAll(column);
    for (const VariantColumns& variant : variants) {
        digest.addAll(variant.status);
        digest.addAll(variant.path);
        digest.addAll(variant.stoppedAt);
        digest.addAll(variant.attempts);
        for (std::size_t m = 0; m < measures.size(); ++m) {
            digest.addAll(variant.words[m]);
            digest.addAll(variant.numbers[m]);
        }
    }
    for (const WordPool& pool : pools)
        digest.add(pool);
    digest.add(paths);
    digest.add(references);
    digest.add(protectedPool);
    for (const BadRow& bad : badRows) {
        digest.add(static_cast<std::uint64_t>(bad.line));
        digest.add(bad.problem);
    }
    for (const RunProblem& problem : problems) {
        digest.add((std::uint64_t {problem.row} << 32U) | problem.variant);
        digest.add(problem.problem);
    }
    return digest.value();
}

std::size_t OutcomeTable::bytes() const noexcept
{
    std::size_t sum = bytesOf(rows) + bytesOf(history);
    for (const auto& column : protectedWords)
        sum += bytesOf(column);
    for (const VariantColumns& variant : variants) {
        sum += bytesOf(variant.status) + bytesOf(variant.path) + bytesOf(variant.stoppedAt) + bytesOf(variant.attempts);
        for (std::size_t m = 0; m < measures.size(); ++m)
            sum += bytesOf(variant.words[m]) + bytesOf(variant.numbers[m]);
    }
    return sum;
}

}  // namespace baton
