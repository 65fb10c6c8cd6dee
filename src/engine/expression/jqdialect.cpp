// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/jqdialect.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <vector>

namespace baton {

namespace {

// What jq 1.6 has and jackson-jq 0.0.13 has not, each as name/arguments. format/1 is left in, as @text means it too.
constexpr std::string_view kMissing =
    "IN/1 IN/2 INDEX/1 INDEX/2 JOIN/2 JOIN/3 JOIN/4 acos/0 acosh/0 asin/0 asinh/0 atan2/2 atanh/0 bsearch/1 "
    "builtins/0 cbrt/0 ceil/0 copysign/2 cosh/0 debug/0 delpaths/1 drem/2 env/0 erf/0 erfc/0 error/0 exp/0 "
    "exp10/0 exp2/0 expm1/0 fabs/0 fdim/2 finites/0 fma/3 fmax/2 fmin/2 fmod/2 frexp/0 fromdate/0 "
    "fromdateiso8601/0 fromstream/1 gamma/0 get_jq_origin/0 get_prog_origin/0 get_search_list/0 getpath/1 "
    "gmtime/0 halt/0 halt_error/0 halt_error/1 hypot/2 input/0 input_filename/0 input_line_number/0 inputs/0 "
    "isempty/1 isfinite/0 isnormal/0 j0/0 j1/0 jn/2 ldexp/2 lgamma/0 lgamma_r/0 localtime/0 log/0 log10/0 "
    "log1p/0 logb/0 mktime/0 modf/0 modulemeta/0 nearbyint/0 nextafter/2 nexttoward/2 normals/0 now/0 path/1 "
    "pow10/0 remainder/2 repeat/1 rint/0 round/0 scalars_or_empty/0 scalb/2 scalbln/2 setpath/2 significand/0 "
    "sinh/0 stderr/0 strflocaltime/1 strftime/1 strptime/1 tan/0 tanh/0 tgamma/0 todate/0 todateiso8601/0 "
    "tostream/0 trunc/0 truncate_stream/1 y0/0 y1/0 yn/2 ";

// An array is filled up to an index that is assigned to, so that .[1000000000] = 1 would take all memory. The order of
// these matters: what is defined earlier still means jq's own.
constexpr std::string_view kBounds =
    "def __setpath(p; v): setpath(p; v);"
    "def __bounded: if any(.[]; type == \"number\" and . > 10000000) then error(\"Out of bounds array index\") else . end;"
    "def __modify(p; f): _modify(p; f);"
    "def _assign(p; v): v as $v | reduce path(p) as $p (.; __setpath($p | __bounded; $v));"
    "def _modify(p; f): if any(path(p); __bounded | false) then . else __modify(p; f) end;";

std::string makePrelude()
{
    std::string made(kBounds);
    for (std::size_t begin = 0; begin < kMissing.size();) {
        const std::size_t end = kMissing.find(' ', begin);
        const std::string_view function = kMissing.substr(begin, end - begin);
        const std::size_t slash = function.find('/');
        made += "def ";
        made += function.substr(0, slash);
        for (char i = '0'; i < function[slash + 1]; ++i) {
            made += i == '0' ? "(a" : ";a";
            made += i;
        }
        made += function[slash + 1] > '0' ? "): " : ": ";
        made += "error(\"Function ";
        made += function;
        made += " does not exist\");";
        begin = end + 1;
    }
    return made;
}

constexpr bool isWord(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Words after which a program may build something deep, step by step.
constexpr std::array<std::string_view, 20> kRepeating {
    "def", "reduce", "foreach", "recurse", "recurse_down", "while", "until", "range", "limit", "walk", "combinations",
    "fromjson", "paths", "leaf_paths", "del", "first", "last", "nth", "until", "implode"};

/// Looks at the tokens outside of strings; \\( inside a string leads out of it.
class Scanner {
public:
    explicit Scanner(std::string_view program) : m_text(program) { }
    JqShape scan();

private:
    void readString();
    void readWord();
    void refuse(std::string message)
    {
        if (m_shape.refusal.empty())
            m_shape.refusal = std::move(message);
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<char> m_open;   // brackets; \" for one that is inside a string
    JqShape m_shape;
};

void Scanner::readString()
{
    for (; m_at < m_text.size() && m_text[m_at] != '"'; ++m_at) {
        if (m_text[m_at] != '\\')
            continue;
        if (++m_at < m_text.size() && m_text[m_at] == '(') {
            m_open.push_back('"');
            ++m_at;
            return;
        }
    }
    ++m_at;
}

void Scanner::readWord()
{
    const std::size_t begin = m_at;
    while (m_at < m_text.size() && isWord(m_text[m_at]))
        ++m_at;
    const std::string_view word = m_text.substr(begin, m_at - begin);
    const char before = begin > 0 ? m_text[begin - 1] : ' ';
    if (before == '$' && (word == "ENV" || word == "__loc__" || word == "__prog_args"))
        refuse("Undefined variable: $" + std::string(word));
    if (before == '.' || before == '$')
        return;
    std::int64_t number = 0;
    if (word.find_first_not_of("0123456789") == std::string_view::npos
        && std::from_chars(word.data(), word.data() + word.size(), number).ec == std::errc::result_out_of_range)
        refuse("The number " + std::string(word) + " does not fit 64 bits");
    const std::size_t next = m_text.find_first_not_of(" \t\r\n", m_at);
    const bool isKey = next != std::string_view::npos && m_text[next] == ':';
    if (!isKey && (word == "label" || word == "import" || word == "include"))
        refuse("The keyword " + std::string(word) + " is not supported");
    m_shape.repeats = m_shape.repeats || std::ranges::find(kRepeating, word) != kRepeating.end();
}

JqShape Scanner::scan()
{
    bool isEmpty = true;
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        isEmpty = isEmpty && (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '#');
        if (isWord(c)) {
            readWord();
            continue;
        }
        ++m_at;
        if (c == '"') {
            readString();
        } else if (c == '#') {
            m_at = std::min(m_text.find('\n', m_at), m_text.size());
        } else if (c == '(' || c == '[' || c == '{') {
            m_open.push_back(c);
            m_shape.depth = std::max(m_shape.depth, m_open.size());
        } else if ((c == ')' || c == ']' || c == '}') && !m_open.empty()) {
            const bool inString = m_open.back() == '"';
            m_open.pop_back();
            if (inString)
                readString();
        } else if (c == '?' && m_text.substr(m_at, 2) == "//") {
            refuse("The operator ?// is not supported");
        }
    }
    if (isEmpty)
        refuse("The jq program is empty");
    return m_shape;
}

}  // namespace

const std::string& jqPrelude()
{
    static const std::string prelude = makePrelude();
    return prelude;
}

JqShape jqShapeOf(std::string_view program)
{
    return Scanner(program).scan();
}

}  // namespace baton
