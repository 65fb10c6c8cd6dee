# SPDX-FileCopyrightText: 2026 Baton contributors
# SPDX-License-Identifier: Apache-2.0
# The compiler and linker options that every target of the project shares, as the INTERFACE target baton_options.
include_guard(GLOBAL)

if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
    find_program(CCACHE_PROGRAM ccache)
    if(CCACHE_PROGRAM)
        # A precompiled header is only cacheable when ccache may ignore time stamps in it.
        set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
            CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE_PROGRAM})
    endif()
endif()

add_library(baton_options INTERFACE)
target_compile_features(baton_options INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)
# Qt asks for -fPIC in every consumer; asking for it everywhere lets all targets share one precompiled header.
target_compile_options(baton_options INTERFACE -fPIC -pthread)
target_link_options(baton_options INTERFACE -pthread)
target_compile_definitions(baton_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT)
target_include_directories(baton_options INTERFACE ${PROJECT_SOURCE_DIR}/src ${PROJECT_BINARY_DIR}/generated)

target_compile_options(baton_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wcast-qual -Wnon-virtual-dtor
    -Woverloaded-virtual -Wextra-semi -Wunused -Wformat=2 -Wimplicit-fallthrough)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(baton_options INTERFACE
        -Wduplicated-branches -Wduplicated-cond -Wlogical-op -Wsuggest-override)
    if(BATON_PCH)
        target_compile_options(baton_options INTERFACE -fpch-preprocess)
    endif()
endif()
if(BATON_WERROR)
    target_compile_options(baton_options INTERFACE -Werror)
endif()

if(BATON_SANITIZE STREQUAL "address")
    set(BATON_SANITIZE_FLAGS -fsanitize=address,undefined -fno-sanitize-recover=undefined)
elseif(BATON_SANITIZE STREQUAL "thread")
    # Asio has fences, which the sanitizer cannot see into; gcc warns of each.
    set(BATON_SANITIZE_FLAGS -fsanitize=thread -Wno-tsan)
elseif(BATON_SANITIZE)
    message(FATAL_ERROR "BATON_SANITIZE is '${BATON_SANITIZE}'; it must be empty, address or thread")
endif()
if(BATON_SANITIZE_FLAGS)
    # g++ sees paths that the sanitizers' own checks create and warns about them.
    target_compile_options(baton_options INTERFACE ${BATON_SANITIZE_FLAGS} -fno-omit-frame-pointer
        $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized;-Wno-stringop-overflow;-Wno-array-bounds>)
    target_link_options(baton_options INTERFACE ${BATON_SANITIZE_FLAGS})
endif()
if(BATON_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        message(FATAL_ERROR "BATON_FUZZ needs clang: use the preset 'fuzz'")
    endif()
    target_compile_options(baton_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# mold links a debug test in a fraction of the time; what is released keeps the system's linker.
if(NOT CMAKE_BUILD_TYPE STREQUAL "Release")
    find_program(MOLD_PROGRAM mold)
    if(MOLD_PROGRAM)
        target_link_options(baton_options INTERFACE -fuse-ld=mold)
    endif()
endif()
