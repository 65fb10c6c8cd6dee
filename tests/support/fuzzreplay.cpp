// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

// A main for fuzz targets where libFuzzer is not linked: runs every corpus file, then mutations of them that are the
// same on every machine, so that each fuzz target is part of every test run.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t kMutations = 4000;
constexpr std::size_t kMaxBytes = 64 * 1024;

std::vector<Bytes> readCorpus(int argc, char** argv)
{
    std::vector<std::filesystem::path> paths;
    for (int i = 1; i < argc; ++i) {
        if (std::filesystem::is_regular_file(argv[i]))
            paths.emplace_back(argv[i]);
        if (!std::filesystem::is_directory(argv[i]))
            continue;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i])) {
            if (entry.is_regular_file())
                paths.push_back(entry.path());
        }
    }
    std::sort(paths.begin(), paths.end());
    std::vector<Bytes> corpus;
    for (const auto& path : paths) {
        std::ifstream file(path, std::ios::binary);
        corpus.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return corpus;
}

class Mutator
{
public:
    explicit Mutator(const std::vector<Bytes>& corpus)
        : m_corpus(corpus)
    {
    }

    Bytes next()
    {
        Bytes bytes = m_corpus[below(m_corpus.size())];
        const std::size_t rounds = 1 + below(6);
        for (std::size_t i = 0; i < rounds; ++i)
            mutate(bytes);
        bytes.resize(std::min(bytes.size(), kMaxBytes));
        return bytes;
    }

private:
    // Not a std distribution: those differ between standard libraries.
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(m_random() % bound); }
    std::ptrdiff_t position(const Bytes& bytes) { return static_cast<std::ptrdiff_t>(below(bytes.size() + 1)); }

    void mutate(Bytes& bytes)
    {
        static const std::string tokens = "{}[]\",:\\${}.0123456789-+eE \n\ttruefalsnl/*'()<>=&|\xff\xc0\x80";
        const auto at = position(bytes);
        switch (below(6)) {
        case 0:
            bytes.insert(bytes.begin() + at, static_cast<std::uint8_t>(tokens[below(tokens.size())]));
            break;
        case 1:
            bytes.insert(bytes.begin() + at, static_cast<std::uint8_t>(below(256)));
            break;
        case 2:
            if (at < std::ssize(bytes))
                bytes[static_cast<std::size_t>(at)] ^= static_cast<std::uint8_t>(1U << below(8));
            break;
        case 3:
            bytes.resize(static_cast<std::size_t>(at));
            break;
        case 4: {
            const auto end = at + static_cast<std::ptrdiff_t>(below(static_cast<std::size_t>(std::ssize(bytes) - at) + 1));
            bytes.erase(bytes.begin() + at, bytes.begin() + end);
            break;
        }
        default: {
            const Bytes& other = m_corpus[below(m_corpus.size())];
            const auto from = position(other);
            bytes.insert(bytes.begin() + at, other.begin() + from, other.end());
            break;
        }
        }
    }

    const std::vector<Bytes>& m_corpus;
    std::mt19937_64 m_random{20260101};
};

} // namespace

int main(int argc, char** argv)
{
    std::vector<Bytes> corpus = readCorpus(argc, argv);
    std::printf("%zu corpus files\n", corpus.size());
    corpus.emplace_back();
    for (const Bytes& bytes : corpus)
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());

    Mutator mutator(corpus);
    for (std::size_t i = 0; i < kMutations; ++i) {
        const Bytes bytes = mutator.next();
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    }
    std::printf("%zu mutations, no crash\n", kMutations);
    return EXIT_SUCCESS;
}
