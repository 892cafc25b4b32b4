# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2100,SC2154
# Shared by the scripts: installs what is missing, configures, builds. The caller sets `root` to the top of the tree.

# One line a need: how to see that it is there, then the package of apt, dnf, pacman and brew.
# `command a b` is met by any of the commands, `header a b` by any of the headers, `module a` by that module of Python.
build_needs='
command c++ g++:g++:gcc-c++:gcc:gcc
command cmake:cmake:cmake:cmake:cmake
command ninja make:ninja-build:ninja-build:ninja:ninja
header CLI/CLI.hpp:libcli11-dev:cli11-devel:cli11:cli11
header nlohmann/json.hpp:nlohmann-json3-dev:json-devel:nlohmann-json:nlohmann-json
header yaml-cpp/yaml.h:libyaml-cpp-dev:yaml-cpp-devel:yaml-cpp:yaml-cpp
header fmt/format.h:libfmt-dev:fmt-devel:fmt:fmt
header cereal/cereal.hpp:libcereal-dev:cereal-devel:cereal:cereal
header sha2.h:libmd-dev:libmd-devel:libmd:libmd
header simdjson.h:libsimdjson-dev:simdjson-devel:simdjson:simdjson
'
test_needs='
command curl:curl:curl:curl:curl
header catch2/catch_all.hpp catch2/catch.hpp:catch2:catch2-devel:catch2:catch2
module jsonschema:python3-jsonschema:python3-jsonschema:python-jsonschema:
module yaml:python3-yaml:python3-pyyaml:python-yaml:
'
check_needs='
command clang++:clang:clang:clang:llvm
command ld.lld:lld:lld:lld:lld
command clang-format:clang-format:clang-tools-extra:clang:clang-format
command clang-tidy:clang-tidy:clang-tools-extra:clang:llvm
command shellcheck:shellcheck:ShellCheck:shellcheck:shellcheck
'
# What compiles and packs the page.
page_build_needs='
command em++:emscripten:emscripten:emscripten:emscripten
header lzma.h:liblzma-dev:xz-devel:xz:xz
'
# The browser and the checkers of pages, and a spreadsheet program.
page_needs='
command chromium chromium-browser:chromium:chromium:chromium:chromium
command node:nodejs:nodejs:nodejs:node
command npm:npm:npm:npm:node
'
sheet_needs='
command soffice:libreoffice-calc-nogui:libreoffice-calc:libreoffice-fresh:libreoffice
'

# What spreads batches. No server for ssh is among it: its package would start one for everybody.
cluster_needs='
command parallel:parallel:parallel:parallel:parallel
command zstd:zstd:zstd:zstd:zstd
command dask:python3-dask:python3-dask:python-dask:
header ../lib/python3/dist-packages/distributed/__init__.py:python3-distributed:python3-distributed:python-distributed:
'

python_needs='
command python3:python3:python3:python:python
header ../lib/python3/dist-packages/icalendar/__init__.py:python3-icalendar:python3-icalendar:python-icalendar:python-icalendar
'

say() { printf '%s\n' "$*" >&2; }

has_command() {
  for candidate in "$@"; do
    command -v "$candidate" >/dev/null 2>&1 && return 0
  done
  return 1
}

has_header() {
  for candidate in "$@"; do
    for directory in /usr/include /usr/local/include /opt/homebrew/include; do
      [ -e "$directory/$candidate" ] && return 0
    done
  done
  return 1
}

package_manager() {
  for manager in apt-get dnf pacman brew; do
    has_command "$manager" && printf '%s\n' "$manager" && return 0
  done
  return 1
}

# Prints the packages for those of the needs in $1 that are not met, with the package manager $2.
missing_packages() {
  printf '%s\n' "$1" | while IFS=: read -r check apt dnf pacman brew; do
    # shellcheck disable=SC2086 # the check is a list of words
    case $check in
      '') continue ;;
      command*) has_command ${check#command } && continue ;;
      header*) has_header ${check#header } && continue ;;
      module*) python3 -c "import ${check#module }" 2>/dev/null && continue ;;
    esac
    case $2 in
      apt-get) printf '%s\n' "$apt" ;;
      dnf) printf '%s\n' "$dnf" ;;
      pacman) printf '%s\n' "$pacman" ;;
      brew) printf '%s\n' "$brew" ;;
    esac
  done
}

# Installs what the needs in $1 lack; does nothing where all is there.
install_missing() {
  manager=$(package_manager) || manager='apt-get'
  packages=$(missing_packages "$1" "$manager" | grep . | sort -u | tr '\n' ' ')
  [ -n "$packages" ] || return 0
  if ! has_command "$manager"; then
    say "Please install what these Debian packages hold, then try again: $packages"
    return 1
  fi
  as_root=
  if [ "$(id -u)" -ne 0 ] && [ "$manager" != brew ]; then
    if ! has_command sudo; then
      say "Please install these packages, then try again: $packages"
      return 1
    fi
    as_root=sudo
  fi
  say "Installing: $packages"
  # shellcheck disable=SC2086 # lists of words
  case $manager in
    apt-get)
      $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update &&
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install $packages
      ;;
    dnf) $as_root dnf -q -y install $packages ;;
    pacman) $as_root pacman -Sy --needed --noconfirm $packages ;;
    brew) brew install $packages ;;
  esac >&2 || {
    say "Some packages could not be installed: $packages"
    return 1
  }
}

processors() { nproc 2>/dev/null || getconf _NPROCESSORS_ONLN 2>/dev/null || printf '1\n'; }

# Whether build/$1 was configured for the tree where it now stands.
is_configured() { grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$root/build/$1/CMakeCache.txt" 2>/dev/null; }

# configure PRESET [CMAKE_ARGUMENT...]: into build/PRESET, afresh where the tree was moved. Silent unless it fails.
configure() {
  preset=$1
  directory=$root/build/$preset
  if has_command ninja; then CMAKE_GENERATOR=Ninja; else CMAKE_GENERATOR='Unix Makefiles'; fi
  export CMAKE_GENERATOR
  is_configured "$preset" || rm -rf "$directory"
  mkdir -p "$directory" || return 1
  shift
  if ! (cd "$root" && cmake --preset "$preset" "$@") >"$directory/configure.log" 2>&1; then
    cat "$directory/configure.log" >&2
    say "Configuring failed."
    return 1
  fi
}

# build PRESET [TARGET...]: says what it does on standard error, and nothing where there is nothing to do.
build() {
  directory=$root/build/$1
  shift
  if [ -f "$directory/build.ninja" ]; then
    case $(ninja -C "$directory" -n "$@" 2>&1) in
      *'no work to do.') ;;
      *) ninja -C "$directory" "$@" >&2 ;;
    esac
  else
    make -C "$directory" -s -j "$(processors)" "$@" >&2
  fi
}

# Keeps two runs from building in one directory at the same time; held until the shell ends or `unlock`.
lock() {
  mkdir -p "$root/build" || return 1
  exec 9>"$root/build/lock" || return 1
  if has_command flock; then flock 9; fi
}
unlock() { exec 9>&-; }
