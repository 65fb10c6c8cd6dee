#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Baton contributors
# SPDX-License-Identifier: Apache-2.0
"""Fails when the .ts files lag behind the source, or when a text is not translated.

check_translations.py ROOT LUPDATE [OPTIONS OF LUPDATE...]; each .ts is compared with what lupdate makes of its copy.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

from tree import report


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


def check(root, lupdate, options):
    breaches = []
    for ts in sorted((root / "translations").glob("*.ts")):
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(shutil.copy(ts, folder))
            plural = ["-pluralonly"] if ts.stem == "baton_en" else []
            subprocess.run([lupdate, *options, *plural, str(root / "src" / "ui"), "-ts", str(copy)],
                           check=True, stdout=subprocess.DEVNULL)
            current, fresh = messages(ts), messages(copy)
        breaches += [f"{ts.name}: lacks {key[0]}: {key[1]!r}" for key in fresh if key not in current]
        breaches += [f"{ts.name}: no longer in the source: {key[0]}: {key[1]!r}" for key in current if key not in fresh]
        breaches += [f"{ts.name}: not translated: {key[0]}: {key[1]!r}"
                     for key, translation in current.items() if key in fresh and unfinished(translation)]
    return breaches


if __name__ == "__main__":
    report("translations", check(pathlib.Path(sys.argv[1]).resolve(), sys.argv[2], sys.argv[3:]),
           "Run: cmake --build --preset dev --target translations_update, then fill in the new texts.")
