# SPDX-FileCopyrightText: 2026 Baton contributors
# SPDX-License-Identifier: Apache-2.0
# Everything from outside, found once. Targets to link: Qt6::*, Boost::headers, Boost::json, jq::jq, csv::csv,
# valijson::valijson, yaml-cpp::yaml-cpp, prometheus-cpp::core, SQLite::SQLite3; with the window also
# QScintilla::QScintilla and Qt6Keychain::Qt6Keychain.
include_guard(GLOBAL)

find_package(Threads REQUIRED)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network Sql Qml)
if(BATON_TESTS)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(yaml-cpp REQUIRED)
find_package(prometheus-cpp REQUIRED)
find_package(SQLite3 REQUIRED)

# baton_find(TARGET HEADER [LIBRARY]): an imported target for a library that brings no CMake package.
function(baton_find target header)
    string(MAKE_C_IDENTIFIER ${target} id)
    find_path(${id}_INCLUDE ${header} PATH_SUFFIXES qt6 REQUIRED)
    add_library(${target} INTERFACE IMPORTED GLOBAL)
    target_include_directories(${target} SYSTEM INTERFACE ${${id}_INCLUDE})
    mark_as_advanced(${id}_INCLUDE)
    if(ARGC GREATER 2)
        find_library(${id}_LIBRARY ${ARGV2} REQUIRED)
        target_link_libraries(${target} INTERFACE ${${id}_LIBRARY})
        mark_as_advanced(${id}_LIBRARY)
    endif()
endfunction()

baton_find(jq::jq jq.h jq)
baton_find(csv::csv csv.h csv)
if(NOT TARGET valijson::valijson)
    baton_find(valijson::valijson valijson/validator.hpp)
endif()
if(NOT TARGET yaml-cpp::yaml-cpp)
    add_library(yaml-cpp::yaml-cpp ALIAS yaml-cpp)
endif()

if(BATON_GUI)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Gui Widgets Svg SvgWidgets Charts PrintSupport LinguistTools)
    find_package(Qt6Keychain REQUIRED)
    baton_find(QScintilla::QScintilla Qsci/qsciscintilla.h qscintilla2_qt6)
    target_link_libraries(QScintilla::QScintilla INTERFACE Qt6::Widgets Qt6::PrintSupport)
endif()
