// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/deepstackthread.h"
#include "engine/expression/evaluator.h"
#include "engine/expression/jqdialect.h"
#include "engine/expression/jqvalue.h"
#include "engine/expression/watchdog.h"

extern "C" {
#include <jq.h>
}

#include <unistd.h>

#include <cstdio>
#include <string>
#include <unordered_map>

namespace baton {

namespace {

constexpr std::size_t kMaxProgram = 200'000;
constexpr std::size_t kMaxDepth = 200;
constexpr std::size_t kMaxPrograms = 256;
constexpr std::size_t kMaxResults = 1'000'000;
constexpr std::int64_t kMaxGrowth = std::int64_t {1} << 30U;   // bytes that one evaluation may make the process grow by

struct Teardown {
    void operator()(jq_state* state) const noexcept { jq_teardown(&state); }
};
using State = std::unique_ptr<jq_state, Teardown>;

std::int64_t residentBytes()
{
    std::FILE* const file = std::fopen("/proc/self/statm", "re");
    if (file == nullptr)
        return 0;
    long long total = 0;
    long long resident = 0;
    const int read = std::fscanf(file, "%lld %lld", &total, &resident);
    std::fclose(file);
    return read == 2 ? resident * sysconf(_SC_PAGESIZE) : 0;
}

std::string textOf(jv text)   // takes the reference
{
    if (jv_get_kind(text) != JV_KIND_STRING)
        text = jv_dump_string(text, 0);
    std::string made(jv_string_value(text), static_cast<std::size_t>(jv_string_length_bytes(jv_copy(text))));
    jv_free(text);
    return made;
}

extern "C" void keepFirstMessage(void* kept, jv message)
{
    std::string text = textOf(message);
    if (auto& first = *static_cast<std::string*>(kept); first.empty())
        first = std::move(text);
}

// "jq: error: syntax error, unexpected '|' (Unix shell quoting issues?) at <top-level>, line 1:\n<program>"
Error compileError(std::string_view message)
{
    Error error {.code = ErrorCode::InvalidArgument, .message = ""};
    constexpr std::string_view kPrefix = "jq: error: ";
    constexpr std::string_view kWhere = " at <top-level>, line ";
    if (message.starts_with(kPrefix))
        message.remove_prefix(kPrefix.size());
    if (const std::size_t where = message.find(kWhere); where != std::string_view::npos) {
        error.line = std::max(1, std::atoi(std::string(message.substr(where + kWhere.size(), 9)).c_str()));
        message = message.substr(0, where);
    }
    constexpr std::string_view kUndefined = " is not defined";
    error.message = message.empty() ? "The jq program cannot be compiled" : message.substr(0, message.find(" (Unix shell"));
    if (message.ends_with(kUndefined) && message.find('/') != std::string_view::npos)
        error.message = "Function " + std::string(message.substr(0, message.size() - kUndefined.size())) + " does not exist";
    return error;
}

class Jq final : public JqEvaluator {
public:
    explicit Jq(ScriptLimits limits) : m_limits(limits), m_watchdog(limits.time) { }
    Result<std::vector<Value>> evaluate(std::string_view program, const Value& input) override;

private:
    struct Program {
        State state;
        bool repeats = false;
        Error error {};   // of compiling, when there is no state
    };

    Program& programFor(std::string_view program);
    [[nodiscard]] static Program compile(std::string_view program);
    Result<std::vector<Value>> run(Program& program, const Value& input);
    Result<std::vector<Value>> takeResults(jq_state* state);

    ScriptLimits m_limits;
    Watchdog m_watchdog;
    DeepStackThread m_thread;
    std::unordered_map<std::string, Program> m_programs;
};

Jq::Program Jq::compile(std::string_view program)
{
    JqShape shape = jqShapeOf(program);
    Program made {.state = nullptr, .repeats = shape.repeats};
    made.error.code = ErrorCode::InvalidArgument;
    if (!shape.refusal.empty()) {
        made.error.message = std::move(shape.refusal);
    } else if (program.size() > kMaxProgram || shape.depth > kMaxDepth || program.find('\0') != std::string_view::npos) {
        made.error.message = "The jq program is too long or nests too deep";
    } else if (State state(jq_init()); state) {
        std::string message;
        jq_set_error_cb(state.get(), &keepFirstMessage, &message);
        const std::string whole = jqPrelude() + std::string(program);
        if (jq_compile(state.get(), whole.c_str()) != 0)
            made.state = std::move(state);
        else
            made.error = compileError(message);
        jq_set_error_cb(state ? state.get() : made.state.get(), nullptr, nullptr);
    }
    return made;
}

Jq::Program& Jq::programFor(std::string_view program)
{
    std::string key(program);
    if (const auto known = m_programs.find(key); known != m_programs.end())
        return known->second;
    if (m_programs.size() >= kMaxPrograms)
        m_programs.clear();
    return m_programs.emplace(std::move(key), compile(program)).first->second;
}

Result<std::vector<Value>> Jq::takeResults(jq_state* state)
{
    std::vector<Value> results;
    while (true) {
        const jv next = jq_next(state);
        if (!jv_is_valid(next)) {
            if (jq_halted(state) != 0 || jv_invalid_has_msg(jv_copy(next)) == 0) {
                jv_free(next);
                return results;
            }
            return Error {.code = ErrorCode::InvalidArgument, .message = textOf(jv_invalid_get_msg(next))};
        }
        std::optional<Value> value = fromJv(next);
        if (!value)
            return Error {.code = ErrorCode::InvalidArgument, .message = "The result nests too deep"};
        if (results.size() >= kMaxResults)
            return Error {.code = ErrorCode::Timeout, .message = "The jq program has too many results"};
        results.push_back(*std::move(value));
    }
}

// jq looks at its halted mark before every instruction, so that setting it from another thread ends any program.
Result<std::vector<Value>> Jq::run(Program& program, const Value& input)
{
    jq_state* const state = program.state.get();
    const std::int64_t before = program.repeats ? residentBytes() : 0;
    std::function<bool()> grows;
    if (program.repeats)
        grows = [before] { return residentBytes() - before > kMaxGrowth; };
    m_watchdog.start([state] { jq_halt(state, jv_invalid(), jv_invalid()); }, std::move(grows));
    jq_start(state, toJv(input), 0);
    Result<std::vector<Value>> results = takeResults(state);
    const bool interrupted = m_watchdog.stop();
    if (interrupted || jq_halted(state) != 0)
        program.state.reset();
    if (interrupted) {
        return Error {.code = ErrorCode::Timeout, .message = "jq program not evaluated within "
                      + std::to_string(m_limits.time.count() / 1000) + " seconds or without too much memory, interrupted."};
    }
    return results;
}

Result<std::vector<Value>> Jq::evaluate(std::string_view text, const Value& input)
{
    Program& program = programFor(text);
    if (!program.state && program.error.message.empty())
        program = compile(text);   // it was interrupted
    if (!program.state)
        return program.error;
    if (!program.repeats)
        return run(program, input);
    Result<std::vector<Value>> results = std::vector<Value>();
    const bool ran = m_thread.run([&] { results = run(program, input); });
    return ran ? std::move(results) : run(program, input);
}

}  // namespace

std::unique_ptr<JqEvaluator> makeJq(ScriptLimits limits)
{
    return std::make_unique<Jq>(limits);
}

}  // namespace baton
