# SPDX-License-Identifier: Apache-2.0
# Targets that every room links PRIVATE; nothing of them reaches those who use the installed libraries.

add_library(socrates_warnings INTERFACE)
target_compile_options(socrates_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wnon-virtual-dtor -Wold-style-cast
  # Where files are compiled together, names of one file stand over those of others.
  $<$<NOT:$<BOOL:${CMAKE_UNITY_BUILD}>>:-Wshadow>
  $<$<BOOL:${SOCRATES_WERROR}>:-Werror>)
# With optimization g++ sees overlaps, overflows and unset values in std::string and std::optional that are not there
# (gcc bugs 105651 and 80635); the sanitizers see the real ones.
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  target_compile_options(socrates_warnings INTERFACE
    -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds -Wno-maybe-uninitialized
    # It takes a file that is compiled with others for a header.
    $<$<BOOL:${CMAKE_UNITY_BUILD}>:-Wno-subobject-linkage>)
endif()

add_library(socrates_instrumentation INTERFACE)
if(SOCRATES_SANITIZE)
  set(sanitizer_options -fsanitize=${SOCRATES_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(socrates_instrumentation INTERFACE ${sanitizer_options})
  # At a fixed address: the programs of the sanitizers are large, and moving them at each start takes a third of it.
  target_link_options(socrates_instrumentation INTERFACE ${sanitizer_options} $<$<CXX_COMPILER_ID:Clang>:-no-pie>)
  # lld links them in a quarter of the time.
  find_program(SOCRATES_LLD ld.lld)
  if(SOCRATES_LLD)
    target_link_options(socrates_instrumentation INTERFACE $<$<CXX_COMPILER_ID:Clang>:-fuse-ld=lld>)
  endif()
  # For tests, and for what reads options and writes texts: they compute little, and are compiled in half the time.
  set(socrates_not_optimized -O0)
endif()
if(SOCRATES_COVERAGE)
  target_compile_options(socrates_instrumentation INTERFACE --coverage -fprofile-update=atomic)
  target_link_options(socrates_instrumentation INTERFACE --coverage)
endif()
