#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Baton contributors
# SPDX-License-Identifier: Apache-2.0
"""Holds the size limits of files and functions."""

import pathlib
import re
import sys

from tree import expect, files, report, text, where

ALLOWED = pathlib.Path(__file__).with_name("sizes_allowed.txt")
HEADER, SOURCE, LISTS, ROOT_LISTS, FUNCTION = 250, 500, 40, 150, 70
NO_FUNCTION = re.compile(r"^\s*(typedef\s+)?(class|struct|union|enum|namespace|extern)\b")


def limit(root, path):
    if path.name == "CMakeLists.txt":
        return ROOT_LISTS if path.parent == root else LISTS
    return HEADER if path.suffix == ".h" else SOURCE


def read_allowed(path):
    lines = [line.split("#")[0].split() for line in text(path).splitlines()]
    return {line[0]: int(line[1]) for line in lines if line}


def long_functions(lines):
    """(line, length) of every body that opens with a brace on its own line below a signature: crude, and enough."""
    for start, line in enumerate(lines):
        if line.strip() != "{" or start == 0:
            continue
        indent = line[: line.index("{")]
        head = start - 1
        while head > 0 and lines[head].startswith(indent + " "):
            head -= 1
        if "(" not in "".join(lines[head:start]) or NO_FUNCTION.match(lines[head]):
            continue
        end = next((i for i in range(start + 1, len(lines)) if lines[i].startswith(indent + "}")), start)
        if end - start - 1 > FUNCTION:
            yield head + 1, end - start - 1


def check(root, allowed=ALLOWED):
    exceptions = read_allowed(allowed)
    breaches = []
    for folder in ("src", "tests", "translations", "installer", "resources"):
        for path in files(root / folder, ".h", ".cpp", "CMakeLists.txt"):
            lines = text(path).splitlines()
            name = path.relative_to(root).as_posix()
            most = exceptions.pop(name, limit(root, path))
            if len(lines) > most:
                breaches.append(f"{name}: {len(lines)} lines, at most {most}")
            elif most > limit(root, path) >= len(lines):
                breaches.append(f"{name}: short enough now; drop its line from sizes_allowed.txt")
            if path.suffix in (".h", ".cpp"):
                breaches += [f"{where(root, path, line)}: function of {length} lines, at most {FUNCTION}"
                             for line, length in long_functions(lines)]
    if len(text(root / "CMakeLists.txt").splitlines()) > ROOT_LISTS:
        breaches.append(f"CMakeLists.txt: more than {ROOT_LISTS} lines")
    return breaches + [f"sizes_allowed.txt: no file {name}" for name in exceptions]


def selftest():
    root = {"CMakeLists.txt": "\n"}
    body = "    f();\n"
    expect(check, {**root, "src/a.h": "\n" * HEADER, "src/a.cpp": "\n" * SOURCE})
    expect(check, {**root, "src/a.h": "\n" * (HEADER + 1)}, "src/a.h: 251 lines")
    expect(check, {**root, "tests/tst_a.cpp": "\n" * (SOURCE + 1)}, "tests/tst_a.cpp: 501 lines")
    expect(check, {**root, "src/engine/CMakeLists.txt": "\n" * (LISTS + 1)}, "41 lines")
    expect(check, {**root, "src/a.cpp": "int f(int a,\n      int b)\n{\n" + body * (FUNCTION + 1) + "}\n"}, "src/a.cpp:1: function")
    expect(check, {**root, "src/a.cpp": "class A\n{\npublic:\n    void f()\n    {\n" + "    " + body * 71 + "    }\n};\n"},
           "src/a.cpp:4: function")
    expect(check, {**root, "src/a.cpp": "class A\n{\n" + body * 90 + "};\nvoid g()\n{\n" + body * FUNCTION + "}\n"})


if __name__ == "__main__":
    selftest()
    report("sizes", check(pathlib.Path(sys.argv[1]).resolve()), "Split the file or the function.")
