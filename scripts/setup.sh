# SPDX-FileCopyrightText: 2026 Baton contributors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Sourced by run, test and .ci/run. Installs what is missing, asks nothing, and is silent when nothing is missing.

say() { printf '%s\n' "$*" >&2; }

# give_up MESSAGE: the environment lacks something
give_up() {
    say "error: $1"
    exit 3
}

# missing_packages LIST...: prints the lines of the lists of which no alternative is installed
missing_packages() {
    local wanted names installed line name
    mapfile -t wanted < <(sed -e 's/[[:space:]]*\(#.*\)\{0,1\}$//' -e '/^$/d' "$@")
    IFS='|' read -ra names <<< "$(IFS='|'; printf '%s' "${wanted[*]}")"
    # dpkg-query fails when it has never heard of one of the names; that only says that it is missing.
    installed=" $({ dpkg-query -W -f '${Package} ${db:Status-Status}\n' "${names[@]}" 2> /dev/null || true; } |
        sed -n 's/ installed$//p' | tr '\n' ' ')"
    for line in "${wanted[@]}"; do
        for name in ${line//|/ }; do
            [[ $installed == *" $name "* ]] && continue 2
        done
        printf '%s\n' "$line"
    done
}

# choose_packages LINE...: prints for each line the first alternative that the package lists know
choose_packages() {
    local line name
    for line in "$@"; do
        for name in ${line//|/ }; do
            if apt-cache show --no-all-versions "$name" > /dev/null 2>&1; then
                printf '%s\n' "$name"
                continue 2
            fi
        done
        printf '%s\n' "${line%%|*}"
    done
}

# setup_packages LIST...: installs what the lists name and the system lacks
setup_packages() {
    [[ -n ${BATON_SKIP_SETUP:-} ]] && return
    if ! command -v dpkg-query > /dev/null || ! command -v apt-get > /dev/null; then
        give_up "packages can only be installed on Debian 12 and Ubuntu 24.04; install the counterparts of those in \
$(printf '%s ' "$@")and set BATON_SKIP_SETUP=1"
    fi
    local missing chosen log
    missing=$(missing_packages "$@") || give_up "cannot tell which packages are installed"
    [[ -n $missing ]] || return 0
    mapfile -t missing <<< "$missing"

    local -a as_root=()
    if ((EUID != 0)); then
        as_root=(sudo)
        [[ -t 0 && -t 2 ]] || as_root+=(-n)
        "${as_root[@]}" true 2> /dev/null ||
            give_up "missing packages and no right to install them; as root: apt-get install ${missing[*]%%|*}"
    fi
    as_root+=(env DEBIAN_FRONTEND=noninteractive)

    say "Installing ${#missing[@]} packages: ${missing[*]%%|*}"
    log=$(mktemp)
    "${as_root[@]}" apt-get update -q < /dev/null > "$log" 2>&1 || say "warning: apt-get update failed; going on with the lists at hand"
    mapfile -t chosen < <(choose_packages "${missing[@]}")
    # --no-remove: never take away what somebody else installed.
    if ! "${as_root[@]}" apt-get install -q -y --no-remove --no-install-recommends "${chosen[@]}" < /dev/null >> "$log" 2>&1; then
        tail -n 15 "$log" >&2
        rm -f "$log"
        give_up "apt-get could not install the packages; try: apt-get install ${chosen[*]}"
    fi
    rm -f "$log"
}

# configure PRESET: only when the build folder is new
configure() {
    [[ -f build/$1/build.ninja ]] && return
    local log status=0
    log=$(mktemp)
    cmake --preset "$1" > "$log" 2>&1 || status=$?
    ((status == 0)) || tail -n 30 "$log" >&2
    rm -f "$log"
    ((status == 0)) || give_up "CMake could not configure the preset '$1'; its last lines are above"
}

# build PRESET [TARGET...]: shows progress on a terminal and only errors elsewhere
build() {
    local preset=$1
    shift
    if [[ -t 1 ]]; then
        ninja -C "build/$preset" "$@" < /dev/null
    else
        ninja -C "build/$preset" --quiet "$@" < /dev/null | sed '/^ninja: no work to do/d'
    fi
}
