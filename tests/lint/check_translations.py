#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Baton contributors
# SPDX-License-Identifier: Apache-2.0
"""Fails when the .ts files lag behind the source, or when a text is not translated.

check_translations.py ROOT LUPDATE [OPTIONS OF LUPDATE...]; each .ts is compared with what lupdate makes of its copy.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

from tree import expect, report


def messages(path):
    """{(context, source, comment, plural): translations}"""
    found = {}
    for context in xml.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "",
                   message.get("numerus") == "yes")
            found[key] = message.find("translation")
    return found


def unfinished(translation):
    forms = translation.findall("numerusform") or [translation]
    return translation.get("type") == "unfinished" or not all((form.text or "").strip() for form in forms)


def refresh(root, lupdate, options, ts):
    """Lets lupdate do its work on a copy; returns the copy's messages and what lupdate complained about."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(shutil.copy(ts, folder))
        plural = ["-pluralonly"] if ts.stem == "baton_en" else []
        done = subprocess.run([lupdate, *options, *plural, "-I", str(root / "src"), str(root / "src" / "ui"), "-ts", str(copy)],
                              check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        return messages(copy), done.stderr


def lost_contexts(root, complaints):
    """Where lupdate did not see a class's namespace, texts get a context that nobody asks for when the program runs."""
    found = re.findall(r"^(.+?):\d+: Qualifying with unknown namespace/class ::(\w+)", complaints, re.M)
    return [f"{os.path.relpath(path, root)}: lupdate does not find class {name} in its header; a forward declaration "
            "'enum class A : type;' there leads it astray, include the enum's header instead" for path, name in sorted(set(found))]


def check(root, lupdate, options):
    breaches = []
    for ts in sorted((root / "translations").glob("*.ts")):
        current = messages(ts)
        fresh, complaints = refresh(root, lupdate, options, ts)
        breaches += [line for line in lost_contexts(root, complaints) if line not in breaches]
        breaches += [f"{ts.name}: lacks {key[0]}: {key[1]!r}" for key in fresh if key not in current]
        breaches += [f"{ts.name}: no longer in the source: {key[0]}: {key[1]!r}" for key in current if key not in fresh]
        breaches += [f"{ts.name}: not translated: {key[0]}: {key[1]!r}"
                     for key, translation in current.items() if key in fresh and unfinished(translation)]
    return breaches


def selftest(lupdate, options):
    def tree(header, *translations):
        entries = "".join(f"<message><source>{source}</source><translation{kind}>{text}</translation></message>"
                          for source, kind, text in translations)
        context = f"<context><name>baton::ui::A</name>{entries}</context>" if entries else ""
        return {"src/ui/kit/a.h": header, "src/ui/kit/a.cpp": """#include "ui/kit/a.h"
namespace baton::ui { void A::b() { tr("Open"); } }
""", "translations/baton_vi.ts": f'<!DOCTYPE TS><TS version="2.1" language="vi" sourcelanguage="en">{context}</TS>'}

    def run(root):
        return check(root, lupdate, options)

    header = "namespace baton::ui { class A : public QObject { Q_OBJECT public: void b(); }; }\n"
    expect(run, tree(header, ("Open", "", "Mở")))
    expect(run, tree(header), "lacks baton::ui::A: 'Open'")
    expect(run, tree(header, ("Open", ' type="unfinished"', "")), "not translated: baton::ui::A: 'Open'")
    expect(run, tree(header, ("Open", "", "Mở"), ("Close", "", "Đóng")), "no longer in the source: baton::ui::A: 'Close'")
    expect(run, tree("namespace baton { enum class K : int; }\n" + header, ("Open", "", "Mở")),
           "src/ui/kit/a.cpp: lupdate does not find class A", "lacks A: 'Open'", "no longer in the source")


if __name__ == "__main__":
    selftest(sys.argv[2], sys.argv[3:])
    report("translations", check(pathlib.Path(sys.argv[1]).resolve(), sys.argv[2], sys.argv[3:]),
           "Run: cmake --build --preset dev --target translations_update, then fill in the new texts.")
