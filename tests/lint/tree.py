# SPDX-FileCopyrightText: 2026 Baton contributors
# SPDX-License-Identifier: Apache-2.0
"""What the checks of this folder share: walking the tree and reporting."""

import os
import pathlib
import sys
import tempfile

SKIPPED = {".git", ".cache", "__pycache__", "build"}


def files(root, *suffixes):
    """Every file below root (build folders left out) whose name ends with one of the suffixes, in a stable order."""
    found = []
    for folder, subfolders, names in os.walk(root):
        subfolders[:] = sorted(name for name in subfolders if name not in SKIPPED)
        found += [pathlib.Path(folder, name) for name in sorted(names) if not suffixes or name.endswith(suffixes)]
    return found


def text(path):
    return path.read_text(encoding="utf-8", errors="replace")


def where(root, path, line=0):
    return f"{path.relative_to(root)}:{line}" if line else str(path.relative_to(root))


def scratch(contents):
    """A temporary tree for a self-test: {"src/a.h": "text"}. Keep the returned object as long as the tree is needed."""
    folder = tempfile.TemporaryDirectory()
    for name, content in contents.items():
        path = pathlib.Path(folder.name, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def expect(check, contents, *fragments):
    """A self-test: check(root) reports exactly one breach for each fragment, and each fragment is in one of them."""
    with scratch(contents) as folder:
        found = check(pathlib.Path(folder))
    missed = [fragment for fragment in fragments if not any(fragment in line for line in found)]
    if missed or len(found) != len(fragments):
        sys.exit(f"self-test failed: expected {list(fragments)}, reported {found}")


def report(name, breaches, way_out):
    if breaches:
        print("\n".join(breaches))
        sys.exit(f"{name}: {len(breaches)} breaches. {way_out}")
    print(f"{name}: clean")
