# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Shared by the structural tests: they start at the top of the tree, collect what is wrong, and say all of it.
set -u
export LC_ALL=C
cd "$(dirname -- "${BASH_SOURCE[0]}")/../.." || exit 2
problems=0

problem() {
  printf '%s\n' "$*"
  problems=$((problems + 1))
}

# The C++ files below the directories given.
cpp_files() { find "$@" -type f \( -name '*.cpp' -o -name '*.hpp' -o -name '*.def' \) | sort; }

finish() {
  [ "$problems" -eq 0 ] || printf '%s: %d found\n' "$(basename -- "$0")" "$problems"
  [ "$problems" -eq 0 ]
  exit
}
