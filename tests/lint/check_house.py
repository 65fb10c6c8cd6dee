#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Baton contributors
# SPDX-License-Identifier: Apache-2.0
"""Holds the house rules that a line of text can break: file heads, unfinished words, machine paths, sleeping tests."""

import pathlib
import re
import sys

from tree import expect, files, report, text, where

HERE = pathlib.Path(__file__).resolve().parent
CODE = (".h", ".cpp")
HEADED = CODE + (".cmake", "CMakeLists.txt", ".py", ".sh", ".sql")
HEAD = ("SPDX-FileCopyrightText: 2026 Baton contributors", "SPDX-License-Identifier: Apache-2.0")
DATA = ("tests/conformance/", "tests/golden/", "tests/live/golden/", "corpus/", "LICENSE")
SKIPPED_KINDS = (".log", ".png", ".qm", ".ico", ".gz", ".db", ".sqlite", ".woff2", ".ttf", ".otf")

UNFINISHED = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "X" * 3]) + r")\b")
STUB = re.compile(r"\bst" + r"ubs?\b|\bnot (yet )?implemented\b", re.I)
MACHINE = re.compile(r"(?<![\w.~}/-])/(" + "|".join(["wor" + "k", "tm" + "p", "home/" + r"\w+", "roo" + "t"]) + r")(/|\b(?![-.]))")
OUTSIDE = re.compile(r"\.\./sha" + "red")
SLEEP = re.compile(r"\b(qWait|qSleep|sleep_for|sleep_until|usleep|nanosleep|QThread::m?u?sleep)\s*\(|\bstd::this_thread::sleep")
OLD_CONNECT = re.compile(r"\b(SIGNAL|SLOT)\s*\(")
EVENT_LOOP = re.compile(r"\bprocessEvents\s*\(")
TRANSLATED = re.compile(r"(?<![\w:.>])tr\s*\(\s*\"")
USING = re.compile(r"^\s*using namespace (?!Qt::|std::(string_view_|chrono_)?literals)")


def is_data(name):
    return name.endswith(SKIPPED_KINDS) or any(part in name for part in DATA)


def check_head(path, name, lines):
    if path.name.endswith(HEADED):
        top = lines[1:3] if lines and lines[0].startswith("#!") else lines[:2]
        if len(top) < 2 or not all(head in line for head, line in zip(HEAD, top)):
            yield f"{name}: must begin with the two SPDX lines"
    if path.suffix == ".h" and "#pragma once" not in lines:
        yield f"{name}: needs #pragma once"


def rules_for(path, name):
    """(pattern, message) pairs that apply to every line of this file."""
    code = name.startswith(("src/", "tests/")) and path.suffix in CODE
    yield MACHINE, "names a path of one machine"
    yield OUTSIDE, "reaches outside the tree"
    if not name.startswith("translations/"):
        yield UNFINISHED, "unfinished work"
    if name.startswith("src/"):
        yield STUB, "unfinished work"
    if code and name.startswith("tests/") and not name.startswith("tests/bench/"):
        yield SLEEP, "a test must not sleep; wait for a condition or use a fake clock"
    if code:
        yield OLD_CONNECT, "connect with member pointers"
    if code and name.startswith("src/"):
        yield EVENT_LOOP, "no nested event loops"
    if code and name.startswith(("src/engine/", "src/tasks/")):
        yield TRANSLATED, "engine and tasks send meaning, not translated text"
    if code and path.suffix == ".h":
        yield USING, "no using namespace in a header"


def check(root):
    breaches = []
    for path in files(root):
        name = path.relative_to(root).as_posix()
        if is_data(name) or path.is_symlink():
            continue
        lines = text(path).splitlines()
        breaches += check_head(path, name, lines)
        rules = list(rules_for(path, name))
        for number, line in enumerate(lines, 1):
            breaches += [f"{where(root, path, number)}: {message}: {line.strip()[:100]}"
                         for pattern, message in rules if pattern.search(line)]
    return breaches


def selftest():
    head = "".join(f"// {line}\n" for line in HEAD)
    expect(check, {"src/a.h": head + "#pragma once\n", "src/a.cpp": head, "cmake/a.cmake": head.replace("//", "#")})
    expect(check, {"src/a.cpp": "int a;\n"}, "two SPDX lines")
    expect(check, {"src/a.h": head}, "#pragma once")
    expect(check, {"src/a.cpp": head + "// TO" "DO later\n"}, "src/a.cpp:3: unfinished")
    expect(check, {"docs/a.md": "open /tm" "p/x and ~/work/y and https://a.b/work/z\n"}, "path of one machine")
    expect(check, {"tests/tst_a.cpp": head + "QTest::qWait(5);\n"}, "must not sleep")
    expect(check, {"src/a.cpp": head + "connect(a, SIGNAL(b()), c, SLOT(d()));\n"}, "member pointers")
    expect(check, {"src/engine/a.cpp": head + 'auto s = tr("a");\n'}, "send meaning")
    expect(check, {"src/a.h": head + "#pragma once\nusing namespace std;\n"}, "no using namespace")


if __name__ == "__main__":
    selftest()
    report("house rules", check(pathlib.Path(sys.argv[1]).resolve()), "See HACKING.md, section 'House rules'.")
