# SPDX-License-Identifier: Apache-2.0
# What the program is linked to in place of shared libraries (decision 104): with SOCRATES_LINK=archives all but libc, as
# far as the archives are there, with `static` libc too. All of them or none: a library that is loaded would bring a
# second C++ library along. What dependencies.cmake finds defined here it leaves as it is.
set(socrates_from_archives FALSE)
if(SOCRATES_LINK STREQUAL shared)
  return()
endif()

find_library(SOCRATES_YAML_CPP_ARCHIVE libyaml-cpp.a)
find_library(SOCRATES_LIBMD_ARCHIVE libmd.a)
execute_process(COMMAND ${CMAKE_CXX_COMPILER} -print-file-name=libstdc++.a
  OUTPUT_VARIABLE cpp_archive OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT (SOCRATES_YAML_CPP_ARCHIVE AND SOCRATES_LIBMD_ARCHIVE AND EXISTS "${cpp_archive}"))
  if(SOCRATES_LINK STREQUAL static)
    message(FATAL_ERROR "A static program needs libyaml-cpp.a, libmd.a and libstdc++.a.")
  endif()
  return()
endif()
set(socrates_from_archives TRUE)
find_package(fmt REQUIRED)

add_library(socrates::yaml_cpp INTERFACE IMPORTED)
target_link_libraries(socrates::yaml_cpp INTERFACE ${SOCRATES_YAML_CPP_ARCHIVE})

find_path(SOCRATES_LIBMD_INCLUDE_DIR sha2.h REQUIRED)
add_library(socrates::libmd INTERFACE IMPORTED)
target_include_directories(socrates::libmd INTERFACE ${SOCRATES_LIBMD_INCLUDE_DIR})
target_link_libraries(socrates::libmd INTERFACE ${SOCRATES_LIBMD_ARCHIVE})

# Distributions ship fmt as a shared library, but its headers hold all of it. They are compiled once, as compiling them
# with every file takes a sixth of the build; only g++ keeps the functions that a file does not call.
add_library(socrates::fmt INTERFACE IMPORTED)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/fmt.cpp CONTENT "#include <fmt/format.h>\n")
  add_library(socrates_fmt STATIC ${PROJECT_BINARY_DIR}/fmt.cpp)
  target_compile_options(socrates_fmt PRIVATE -fkeep-inline-functions -ffunction-sections -fdata-sections)
  target_link_libraries(socrates_fmt PRIVATE fmt::fmt-header-only)
  target_include_directories(socrates::fmt SYSTEM INTERFACE $<TARGET_PROPERTY:fmt::fmt,INTERFACE_INCLUDE_DIRECTORIES>)
  target_link_libraries(socrates::fmt INTERFACE socrates_fmt)
else()
  target_link_libraries(socrates::fmt INTERFACE fmt::fmt-header-only)
endif()

# Not every distribution has an archive of simdjson. Without one a program that can load a library does so when a batch
# begins, by the name in SOCRATES_SIMDJSON_FILE; a static one builds it from its source, or has `batch` read every line
# by the strict reader, with the same results.
find_package(simdjson QUIET)
add_library(socrates::simdjson INTERFACE IMPORTED)
if(SOCRATES_SIMDJSON_SOURCE)
  add_library(socrates_simdjson STATIC ${SOCRATES_SIMDJSON_SOURCE}/src/simdjson.cpp)
  target_compile_features(socrates_simdjson PUBLIC cxx_std_17)
  target_include_directories(socrates_simdjson SYSTEM
    PUBLIC $<BUILD_INTERFACE:${SOCRATES_SIMDJSON_SOURCE}/include> PRIVATE ${SOCRATES_SIMDJSON_SOURCE}/src)
  target_compile_options(socrates_simdjson PRIVATE -O3)
  set_target_properties(socrates_simdjson PROPERTIES UNITY_BUILD OFF)
  target_link_libraries(socrates::simdjson INTERFACE socrates_simdjson)
elseif(TARGET simdjson::simdjson_static)
  target_link_libraries(socrates::simdjson INTERFACE simdjson::simdjson_static)
elseif(TARGET simdjson::simdjson AND SOCRATES_LINK STREQUAL archives)
  set(socrates_loads_simdjson TRUE)
  target_include_directories(socrates::simdjson SYSTEM
    INTERFACE $<TARGET_PROPERTY:simdjson::simdjson,INTERFACE_INCLUDE_DIRECTORIES>)
  target_compile_definitions(socrates::simdjson
    INTERFACE SOCRATES_SIMDJSON_FILE="$<TARGET_SONAME_FILE_NAME:simdjson::simdjson>")
  target_link_libraries(socrates::simdjson INTERFACE ${CMAKE_DL_LIBS})
else()
  return()
endif()
target_compile_definitions(socrates::simdjson INTERFACE SOCRATES_SIMDJSON)
