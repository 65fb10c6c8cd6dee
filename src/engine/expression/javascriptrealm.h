// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace baton {

/// A script whose value is a function (global, shared) => { run, describe, tidy }, to be called once for an engine:
/// it adds the library functions of later language versions that the engine lacks, bounds those that could eat all
/// memory in one call, removes what could crash it, and, when `shared` is true, freezes all built-in objects.
///   run(function, inputJson)   calls it with the global object as this; gives [value], or [thrown, text, line]
///   describe(value)            the value as JSON, as the real server would store it
///   tidy()                     takes back what a run left on the global object; false when it could not
[[nodiscard]] const char* javaScriptRealm();
/// A script whose value is a function (global) that adds the missing library functions.
[[nodiscard]] const char* javaScriptLibrary();

}  // namespace baton
