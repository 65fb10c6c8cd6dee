#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Baton contributors
# SPDX-License-Identifier: Apache-2.0
# check_setup.sh ROOT: scripts/setup.sh finds what is missing, under the strict options that its users set.
set -euo pipefail
cd "$1"
# shellcheck source=scripts/setup.sh
source scripts/setup.sh
command -v dpkg-query > /dev/null || { echo "setup: no dpkg here, nothing to check"; exit 0; }

# expect LIST MISSING
expect() {
    local found
    found=$(missing_packages <(printf '%b' "$1")) || { echo "setup: failed on the list '$1'"; exit 1; }
    [[ $found == "$2" ]] || { echo "setup: of the list '$1' it misses '$found', not '$2'"; exit 1; }
}

expect 'dpkg\n' ''
expect '# a comment\n\ndpkg # another\n' ''
expect 'dpkg\nno-such-package-1\n' 'no-such-package-1'
expect 'no-such-package-1|dpkg\nno-such-package-2|no-such-package-3\n' 'no-such-package-2|no-such-package-3'
echo "setup: clean"
