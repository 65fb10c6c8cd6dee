# SPDX-FileCopyrightText: 2026 Baton contributors
# SPDX-License-Identifier: Apache-2.0
# cmake -DINPUT=file -DOUTPUT=file.cpp -DFUNCTION=name -P embedtext.cmake
# Writes a C++ source whose baton::tasks::FUNCTION() returns the text of INPUT.
file(READ ${INPUT} text)
string(LENGTH "${text}" length)
set(literals "")
set(begin 0)
# Compilers promise literals of 65,536 bytes only.
while(begin LESS length)
    string(SUBSTRING "${text}" ${begin} 8000 part)
    string(APPEND literals "\n    R\"~~(${part})~~\"")
    math(EXPR begin "${begin} + 8000")
endwhile()
file(WRITE ${OUTPUT} "// Generated from the policy file; edit that.
#include <string_view>
namespace baton::tasks {
std::string_view ${FUNCTION}() noexcept;
std::string_view ${FUNCTION}() noexcept
{
    return std::string_view(${literals});
}
}  // namespace baton::tasks
")
