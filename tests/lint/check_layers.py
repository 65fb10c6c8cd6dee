#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Baton contributors
# SPDX-License-Identifier: Apache-2.0
"""Holds the arrows between the folders of src/: link rules alone do not stop an #include."""

import pathlib
import re
import sys

from tree import expect, files, report, text, where

TABLE = pathlib.Path(__file__).with_name("layers.txt")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
GUI_HEADER = re.compile(r"^(QtWidgets|QtGui|QtCharts|QtSvg|QtSvgWidgets|QtPrintSupport|Qsci)(/|$)")
GUI_TARGET = re.compile(r"\b(Qt6::(Widgets|Gui|Charts|Svg|SvgWidgets|PrintSupport)|QScintilla::)")
QT_HEADER = re.compile(r"^(Qt[A-Z]\w*/)?Q[A-Z]\w*$|^Qt[A-Z]\w*/")
LIBRARY = re.compile(r"baton_library\s*\(\s*baton_(\w+)(.*?)\)", re.S)
SIDES = ("engine", "tasks", "ui")


def read_table(path):
    arrows, noqt = {}, set()
    for line in text(path).splitlines():
        line = line.split("#")[0].strip()
        if line.startswith("noqt "):
            noqt.update(line.split()[1:])
        elif line:
            source, targets = line.split("->")
            arrows[source.strip()] = targets.split()
    return arrows, noqt


def find_cycle(arrows):
    def visit(folder, path):
        if folder in path:
            return path[path.index(folder):] + [folder]
        for target in arrows.get(folder, []):
            cycle = visit(target, path + [folder])
            if cycle:
                return cycle
        return None

    return next((cycle for cycle in (visit(folder, []) for folder in arrows) if cycle), None)


def folder_of(include):
    """engine/value/value.h -> engine/value; cli/run.h -> cli; main.cpp -> ''"""
    parts = include.split("/")[:-1]
    return "/".join(parts[:2] if parts and parts[0] in SIDES else parts[:1])


def folder_of_library(name):
    side, _, rest = name.partition("_")
    return f"{side}/{rest}" if side in ("tasks", "ui") else "cli" if name in ("cli", "casebook") else f"engine/{name}"


def allowed(arrows, source, target):
    if source in ("", target):
        return True
    rules = arrows.get(source, arrows.get(source.split("/")[0] + "/*"))
    if rules is None:
        return False
    return any(target == rule or (rule.endswith("/*") and target.startswith(rule[:-1])) for rule in rules)


def check_source(root, path, arrows, noqt):
    source = folder_of(path.relative_to(root / "src").as_posix())
    for number, line in enumerate(text(path).splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        target = folder_of(match[2])
        if target.split("/")[0] in (*SIDES, "cli") and not allowed(arrows, source, target):
            yield f"{where(root, path, number)}: {source} must not include {match[2]}"
        if source.split("/")[0] in ("engine", "tasks", "cli") and GUI_HEADER.match(match[2]):
            yield f"{where(root, path, number)}: {source} must not see the window system ({match[2]})"
        if source in noqt and QT_HEADER.match(match[2]):
            yield f"{where(root, path, number)}: {source} is free of Qt ({match[2]})"


def check_lists(root, path, arrows):
    content = re.sub(r"#.*", "", text(path))
    side = path.relative_to(root / "src").parts[0]
    if side in ("engine", "tasks", "cli") and GUI_TARGET.search(content):
        yield f"{where(root, path)}: {side} must not link {GUI_TARGET.search(content)[0]}"
    for name, arguments in LIBRARY.findall(content):
        source = folder_of_library(name)
        for linked in re.findall(r"\bbaton_(\w+)", arguments):
            target = folder_of_library(linked)
            if linked not in ("options", "translations", "resources") and not allowed(arrows, source, target):
                yield f"{where(root, path)}: {source} must not link baton_{linked}"


def check(root, table=TABLE):
    arrows, noqt = read_table(table)
    cycle = find_cycle(arrows)
    breaches = [f"layers.txt: cycle {' -> '.join(cycle)}"] if cycle else []
    for path in files(root / "src", ".h", ".cpp"):
        breaches += check_source(root, path, arrows, noqt)
    for path in files(root / "src", "CMakeLists.txt"):
        breaches += check_lists(root, path, arrows)
    return breaches


def selftest():
    expect(check, {"src/engine/value/a.h": '#include "engine/base/b.h"\n#include <string>\n'})
    expect(check, {"src/engine/value/a.h": '#include "engine/model/b.h"\n'}, "src/engine/value/a.h:1: engine/value must")
    expect(check, {"src/engine/remote/a.cpp": "#include <QtWidgets/QWidget>\n"}, "must not see the window system")
    expect(check, {"src/engine/value/a.cpp": "#include <QString>\n"}, "free of Qt")
    expect(check, {"src/tasks/scripted/a.cpp": '#include "engine/conductor/b.h"\n'}, "tasks/scripted must not include")
    expect(check, {"src/tasks/scripted/a.cpp": '#include "tasks/underwriting/b.h"\n'}, "tasks/scripted must not include")
    expect(check, {"src/ui/graph/a.cpp": '#include "ui/timeline/b.h"\n'}, "ui/graph must not include")
    expect(check, {"src/ui/graph/a.cpp": '#include "ui/kit/b.h"\n#include "engine/model/c.h"\n'})
    expect(check, {"src/ui/shell/a.cpp": '#include "ui/timeline/b.h"\n'})
    expect(check, {"src/cli/a.cpp": '#include "ui/shell/b.h"\n#include "tasks/scripted/c.h"\n'}, "cli must not include")
    expect(check, {"src/main.cpp": '#include "ui/shell/b.h"\n#include "cli/c.h"\n'})
    expect(check, {"src/engine/newcomer/a.h": '#include "engine/base/b.h"\n'}, "engine/newcomer must not include")
    expect(check, {"src/engine/value/CMakeLists.txt": "baton_library(baton_value SOURCES a.cpp PUBLIC baton_model)\n"},
           "must not link baton_model")
    expect(check, {"src/engine/remote/CMakeLists.txt": "baton_library(baton_remote SOURCES a.cpp PUBLIC Qt6::Gui)\n"},
           "must not link Qt6::Gui")


if __name__ == "__main__":
    selftest()
    report("layers", check(pathlib.Path(sys.argv[1]).resolve()),
           "Move the code to a folder that may know both, or argue for a new arrow in tests/lint/layers.txt.")
