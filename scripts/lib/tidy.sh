# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# clang-tidy, for .ci/run and scripts/deep; after prepare.sh.

# tidy PRESET FILES CHECKS: over the files of the tree that the expression FILES matches, with what CHECKS changes.
tidy() {
  local program
  program=$(command -v run-clang-tidy || find /usr/bin -name 'run-clang-tidy-*' | sort -V | tail -n 1)
  # shellcheck disable=SC2154 # of prepare.sh
  "$program" -quiet -p "build/$1" -checks="$3" -j "$(processors)" "^$root/$2" 2>"build/$1/warnings" || {
    tail -n 50 "build/$1/warnings" >&2
    return 1
  }
}

# tidy_together ROOMS: all files of a room at once. The analyzer that follows paths looks at one file at a time.
tidy_together() {
  configure lint && tidy lint "build/lint/$1/.*/Unity/.*" '-clang-analyzer-*,-bugprone-suspicious-include'
}
