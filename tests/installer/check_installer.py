#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Baton contributors
# SPDX-License-Identifier: Apache-2.0
"""Checks the systemd unit, the container files and the shipped configuration as far as a machine without a container engine
can. check_installer.py SOURCE_ROOT BATON"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

try:
    import yaml
except ImportError:
    yaml = None

SECRET_NAME = re.compile(r"(TOKEN|SECRET|KEY|PASSWORD)$")
FROM_ENVIRONMENT = re.compile(r"^\$\{[A-Z_]+:-\}$")


def check_unit(root, baton):
    """systemd itself reads the unit, with the program where it is now."""
    unit = (root / "installer/linux/baton-worker.service").read_text(encoding="utf-8")
    words = re.search(r"^ExecStart=/usr/bin/baton (worker .*)$", unit, re.M)
    found = [] if words else ["the unit does not start /usr/bin/baton worker"]
    found += [f"the unit lacks {line}" for line in ("Type=notify", "NoNewPrivileges=yes", "DynamicUser=yes", "KillSignal=SIGTERM")
              if line not in unit]
    if not shutil.which("systemd-analyze"):
        return found
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder, "baton-worker.service")
        copy.write_text(unit.replace("/usr/bin/baton", str(baton)).replace("man:baton(1)", "https://example.com"), encoding="utf-8")
        said = subprocess.run(["systemd-analyze", "verify", "--man=no", str(copy)], capture_output=True, text=True, check=False)
        found += [f"systemd-analyze: {line}" for line in said.stderr.splitlines() if "baton-worker.service" in line]
        if said.returncode != 0 and not found:
            found.append(f"systemd-analyze ended with {said.returncode}: {said.stderr.strip()}")
    return found


def packages(path):
    lines = (line.split("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]


def check_containerfile(root):
    text = (root / "installer/container/Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    last = max(i for i, line in enumerate(lines) if line.startswith("FROM "))
    final = lines[last:]
    found = []
    for line in lines:
        if line.startswith("FROM ") and not re.match(r"FROM \S+:\S+( AS \w+)?$", line):
            found.append(f"an image without a tag: {line}")
        copied = re.match(r"COPY (?!--from)(\S+) ", line)
        if copied and not (root / copied.group(1)).exists():
            found.append(f"COPY of what is not there: {copied.group(1)}")
    user = [line for line in final if line.startswith("USER ")]
    if not user or not re.match(r"USER [1-9]\d*:[1-9]\d*$", user[-1]):
        found.append("the image does not run as a numbered user other than root")
    for word in ("HEALTHCHECK ", "STOPSIGNAL SIGTERM", "ENTRYPOINT [", "EXPOSE 8084 9090"):
        if not any(line.startswith(word) for line in final):
            found.append(f"the image lacks {word.strip()}")
    for name in ("scripts/packages-headless.txt", "installer/container/packages-image.txt"):
        if shutil.which("apt-cache"):
            wanted = [alternatives.split("|") for alternatives in packages(root / name)]
            known = subprocess.run(["apt-cache", "pkgnames"], capture_output=True, text=True, check=False).stdout.split()
            if len(known) > 1000 and "debian" in pathlib.Path("/etc/os-release").read_text(encoding="utf-8"):
                found += [f"{name}: no package is called {names[0]}" for names in wanted if not set(names) & set(known)]
    return found


def check_compose(root):
    path = root / "installer/container/compose.yaml"
    found = []
    if shutil.which("check-jsonschema"):
        said = subprocess.run(["check-jsonschema", "--builtin-schema", "vendor.compose-spec", str(path)], capture_output=True, text=True, check=False)
        found += said.stdout.splitlines() if said.returncode else []
    if yaml is None:
        return found
    compose = yaml.safe_load(path.read_text(encoding="utf-8"))
    services = compose["services"]
    worker = services["worker"]
    if set(services) != {"conductor", "worker"} or worker["deploy"]["replicas"] < 2:
        found.append("a Conductor and replicas of the worker are wanted")
    if worker["depends_on"].get("conductor", {}).get("condition") != "service_healthy" or "healthcheck" not in services["conductor"]:
        found.append("the worker has to wait for a healthy Conductor")
    if "ports" in worker:
        found.append("replicas cannot share a port of the host")
    if not (path.parent / worker["build"]["context"] / worker["build"]["dockerfile"]).exists():
        found.append("the worker's Containerfile is not there")
    for name, value in worker["environment"].items():
        if SECRET_NAME.search(name) and not FROM_ENVIRONMENT.match(str(value)):
            found.append(f"{name} is written into the file")
    return found


def check_configuration(root, baton):
    said = subprocess.run([baton, "config", "--config", root / "installer/linux/worker.yaml"], capture_output=True, text=True, check=False)
    return said.stderr.splitlines() if said.returncode or said.stderr else []


def main():
    root, baton = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    found = check_containerfile(root) + check_compose(root)
    if baton.exists():
        found += check_unit(root, baton) + check_configuration(root, baton)
    if found:
        sys.exit("\n".join(found))
    print("installer: unit, container files and configuration are sound")


if __name__ == "__main__":
    main()
