# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034,SC2154
# Shared by the tests of this folder: they run the recipes of docs/scaling.md as they stand there, in the folder `work`,
# which the caller sets.
set -u
top=$(realpath -- "$(dirname -- "${BASH_SOURCE[0]}")/../..") || exit 2
export LC_ALL=C
failed=0

# SOCRATES COUNT: puts the program on the path, COUNT records into records.ndjson, their results from one run into expected.ndjson.
# A third of the records are cut off, of odd bytes or no records at all; every good one has an id of its own.
prepare() {
  mkdir "$work/bin" "$work/parallel" && ln -s "$(realpath -- "$1")" "$work/bin/socrates" &&
    touch "$work/parallel/will-cite" || exit 2
  export PATH=$work/bin:$PATH PARALLEL_HOME=$work/parallel
  (cd "$top" && scripts/lib/hostile_workload.py recommend "$2") >"$work/records.ndjson" || exit 2
  cd "$work" || exit 2
  socrates batch recommend --brief --quiet <records.ndjson >expected.ndjson
  [ "$(wc -l <expected.ndjson)" -eq "$2" ] || exit 2
}

# HEADING LANGUAGE NUMBER: prints that block of code of the section; says it where there is none.
recipe() {
  awk -v heading="## $1" -v fence="\`\`\`$2" -v number="$3" '
    /^## / { is_here = $0 == heading }
    /^```$/ { is_inside = 0 }
    is_inside { print; found = 1 }
    is_here && $0 == fence { is_inside = ++count == number }
    END { exit !found }' "$top/docs/scaling.md" || say "docs/scaling.md has no such recipe: $*"
}

say() { printf '%s: %s\n' "$(basename -- "$0")" "$*"; }

fail() {
  say "FAILED: $*"
  failed=1
}

# WORDS COMMAND...: what was expected has come.
expect() {
  local what=$1
  shift
  if "$@"; then say "$what"; else fail "$what"; fi
}

# FILE: the results of one run, but for the numbers of lines.
are_results() { cmp <(sed 's/"line":[0-9]*/"line":0/g' expected.ndjson) <(sed 's/"line":[0-9]*/"line":0/g' "$1"); }

# CONDITION...: waits until it holds, for two minutes at most.
wait_until() {
  local tries
  for ((tries = 0; tries < 1200; ++tries)); do
    "$@" && return
    sleep 0.1
  done
  return 1
}
