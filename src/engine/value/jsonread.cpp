// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/value/json.h"
#include "engine/value/jsonfault.h"

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <span>
#include <system_error>

namespace baton {

/// Takes the parser's events and makes values of them. Open arrays and objects are runs at the end of two stacks.
class JsonReader {
public:
    using Code = boost::json::error_code;
    using View = boost::json::string_view;
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_object_size = max_array_size;
    static constexpr std::size_t max_string_size = max_array_size;
    static constexpr std::size_t max_key_size = max_array_size;

    [[nodiscard]] Value take() { return std::move(m_values.back()); }

    bool on_document_begin(Code&) { return true; }
    bool on_document_end(Code&) { return true; }
    bool on_array_begin(Code&) { return true; }
    bool on_object_begin(Code&) { return true; }
    bool on_comment_part(View, Code&) { return true; }
    bool on_comment(View, Code&) { return true; }
    bool on_null(Code&) { return push(nullptr); }
    bool on_bool(bool value, Code&) { return push(value); }
    bool on_key_part(View part, std::size_t, Code&) { return collect(part); }
    bool on_string_part(View part, std::size_t, Code&) { return collect(part); }
    bool on_number_part(View part, Code&) { return collect(part); }

    bool on_key(View last, std::size_t, Code&)
    {
        m_keys.emplace_back(whole(last));
        m_part.clear();
        return true;
    }

    bool on_string(View last, std::size_t, Code&)
    {
        m_values.emplace_back(whole(last));
        m_part.clear();
        return true;
    }

    bool on_int64(std::int64_t value, View, Code&)
    {
        m_part.clear();
        return push(value);
    }

    bool on_uint64(std::uint64_t value, View, Code&)
    {
        m_part.clear();
        return push(static_cast<double>(value));
    }

    // The parser's own figure may be off in its last bits.
    bool on_double(double nearby, View last, Code& code)
    {
        const std::string_view digits = whole(last);
        double exact = 0;
        if (std::from_chars(digits.data(), digits.data() + digits.size(), exact).ec != std::errc()) {
            if (std::abs(nearby) > 1) {
                code = boost::json::error::exponent_overflow;
                return false;
            }
            exact = std::copysign(0.0, nearby);
        }
        m_part.clear();
        return push(exact);
    }

    bool on_array_end(std::size_t count, Code&)
    {
        Value array = Value::takeArray(lastOf(m_values, count));
        m_values.resize(m_values.size() - count);
        return push(std::move(array));
    }

    bool on_object_end(std::size_t count, Code&)
    {
        Value object = Value::takeObject(lastOf(m_keys, count), lastOf(m_values, count));
        m_values.resize(m_values.size() - count);
        m_keys.resize(m_keys.size() - count);
        return push(std::move(object));
    }

private:
    template <typename T>
    static std::span<T> lastOf(std::vector<T>& all, std::size_t count) { return std::span(all).last(count); }

    bool push(Value value)
    {
        m_values.push_back(std::move(value));
        return true;
    }

    bool collect(View part)
    {
        m_part.append(part.data(), part.size());
        return true;
    }

    std::string_view whole(View last)
    {
        if (m_part.empty())
            return {last.data(), last.size()};
        collect(last);
        return m_part;
    }

    std::vector<Value> m_values;
    std::vector<Key> m_keys;
    std::string m_part;   // the beginning of a text, name or number that came in pieces
};

namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::uint64_t kMaxFileSize = std::uint64_t {2} << 30;

class JsonParse {
public:
    explicit JsonParse(int maxDepth) : m_maxDepth(std::clamp(maxDepth, 0, Value::kMaxDepth)), m_parser(options()) { }

    // False when the text is refused; consumed() is then the offset of the refused byte.
    bool feed(std::string_view text, bool more)
    {
        JsonReader::Code code;
        const std::size_t taken = m_parser.write_some(more, text.data(), text.size(), code);
        m_consumed += taken;
        if (code)
            m_fault = faultOf(code);
        else if (taken < text.size())
            m_fault = JsonFault::Extra;
        else
            return true;
        return false;
    }

    [[nodiscard]] std::uint64_t consumed() const { return m_consumed; }
    [[nodiscard]] Value take() { return m_parser.handler().take(); }

    [[nodiscard]] Error explain(const JsonFaultFinder& finder, std::string_view rest) const
    {
        return finder.explain(m_fault, rest, m_maxDepth);
    }

private:
    [[nodiscard]] boost::json::parse_options options() const
    {
        boost::json::parse_options options;
        options.max_depth = static_cast<std::size_t>(m_maxDepth);
        return options;
    }

    static JsonFault faultOf(const JsonReader::Code& code)
    {
        using boost::json::error;
        if (code == error::incomplete)
            return JsonFault::Incomplete;
        if (code == error::extra_data)
            return JsonFault::Extra;
        if (code == error::too_deep)
            return JsonFault::TooDeep;
        if (code == error::exponent_overflow)
            return JsonFault::NumberTooLarge;
        if (code == error::expected_hex_digit)
            return JsonFault::BadHexDigits;
        if (code == error::illegal_leading_surrogate || code == error::illegal_trailing_surrogate
            || code == error::expected_utf16_escape)
            return JsonFault::BadSurrogate;
        return JsonFault::Syntax;
    }

    int m_maxDepth;
    boost::json::basic_parser<JsonReader> m_parser;
    std::uint64_t m_consumed = 0;
    JsonFault m_fault = JsonFault::Syntax;
};

}  // namespace

Result<Value> parseJson(std::string_view text, const JsonLimits& limits)
{
    if (text.starts_with(kByteOrderMark))
        text.remove_prefix(kByteOrderMark.size());
    JsonParse parse(limits.maxDepth);
    if (parse.feed(text, false))
        return parse.take();
    const std::size_t at = std::min(static_cast<std::size_t>(parse.consumed()), text.size());
    JsonFaultFinder finder;
    finder.feed(text.substr(0, at));
    return parse.explain(finder, text.substr(at));
}

namespace {

constexpr std::size_t kChunk = std::size_t {64} << 10;

struct CloseFile {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

class JsonFile {
public:
    explicit JsonFile(const std::string& path) : m_path(path) { }

    [[nodiscard]] Result<Value> read()
    {
        if (Status opened = open(); !opened)
            return std::move(opened).error();
        JsonParse parse(Value::kMaxDepth);
        for (bool more = true; more;) {
            const std::string_view chunk = next();
            more = !chunk.empty();
            if (std::ferror(m_file.get()) != 0)
                return failure(ErrorCode::IoError, std::generic_category().message(errno));
            if (m_size > kMaxFileSize)
                return tooLarge();
            if (!parse.feed(chunk, more))
                return explain(parse);
        }
        return parse.take();
    }

private:
    [[nodiscard]] Error failure(ErrorCode code, std::string message, std::string hint = {}) const
    {
        return {.code = code, .message = std::move(message), .source = m_path, .hint = std::move(hint)};
    }

    [[nodiscard]] Error tooLarge() const
    {
        return failure(ErrorCode::Unsupported, "a document of more than 2 GiB", "split it into several files");
    }

    [[nodiscard]] Status open()
    {
        if (m_path.empty() || m_path.find('\0') != std::string::npos)
            return failure(ErrorCode::InvalidArgument, "not a file name");
        std::error_code code;
        const std::filesystem::file_status status = std::filesystem::status(m_path, code);
        if (status.type() == std::filesystem::file_type::not_found)
            return failure(ErrorCode::NotFound, "no such file");
        if (std::filesystem::is_directory(status))
            return failure(ErrorCode::IoError, "this is a folder", "name a file in it");
        if (std::filesystem::is_regular_file(status) && std::filesystem::file_size(m_path, code) > kMaxFileSize && !code)
            return tooLarge();
        m_file.reset(std::fopen(m_path.c_str(), "rb"));
        if (m_file == nullptr)
            return failure(ErrorCode::IoError, "cannot be read: " + std::generic_category().message(errno));
        return {};
    }

    // The next piece, less a byte order mark; empty at the end.
    [[nodiscard]] std::string_view next()
    {
        m_chunk.resize(kChunk);
        std::string_view chunk(m_chunk.data(), std::fread(m_chunk.data(), 1, kChunk, m_file.get()));
        if (m_size == 0 && chunk.starts_with(kByteOrderMark))
            chunk.remove_prefix(kByteOrderMark.size());
        m_size += chunk.size();
        return chunk;
    }

    // Reads the sound part again, to find the line.
    [[nodiscard]] Error explain(const JsonParse& parse)
    {
        JsonFaultFinder finder;
        std::string_view chunk;
        if (std::fseek(m_file.get(), 0, SEEK_SET) == 0) {
            m_size = 0;
            std::uint64_t left = parse.consumed();
            for (chunk = next(); !chunk.empty(); chunk = next()) {
                const auto sound = static_cast<std::size_t>(std::min<std::uint64_t>(left, chunk.size()));
                finder.feed(chunk.substr(0, sound));
                left -= sound;
                chunk.remove_prefix(sound);
                if (!chunk.empty())
                    break;
            }
        }
        return parse.explain(finder, chunk).in(m_path);
    }

    const std::string& m_path;
    File m_file;
    std::string m_chunk;
    std::uint64_t m_size = 0;
};

}  // namespace

Result<Value> readJsonFile(const std::string& path)
{
    return JsonFile(path).read();
}

}  // namespace baton
