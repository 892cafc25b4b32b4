# SPDX-License-Identifier: Apache-2.0
# What the libraries need, under one name each, whatever the version of the package calls it. The installed CMake package
# includes this file too, so nothing here may depend on the source tree.

find_package(yaml-cpp REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(fmt REQUIRED)
find_package(Threads REQUIRED)

# yaml-cpp 0.7 calls its target yaml-cpp, 0.8 yaml-cpp::yaml-cpp.
if(NOT TARGET socrates::yaml_cpp)
  add_library(socrates::yaml_cpp INTERFACE IMPORTED)
  if(TARGET yaml-cpp::yaml-cpp)
    target_link_libraries(socrates::yaml_cpp INTERFACE yaml-cpp::yaml-cpp)
  else()
    target_link_libraries(socrates::yaml_cpp INTERFACE yaml-cpp)
  endif()
endif()

if(NOT TARGET socrates::fmt)
  add_library(socrates::fmt INTERFACE IMPORTED)
  target_link_libraries(socrates::fmt INTERFACE fmt::fmt)
endif()

if(NOT TARGET socrates::simdjson)
  find_package(simdjson REQUIRED)
  add_library(socrates::simdjson INTERFACE IMPORTED)
  target_link_libraries(socrates::simdjson INTERFACE simdjson::simdjson)
  target_compile_definitions(socrates::simdjson INTERFACE SOCRATES_SIMDJSON)
endif()

# libmd brings no CMake package.
if(NOT TARGET socrates::libmd)
  find_path(SOCRATES_LIBMD_INCLUDE_DIR sha2.h REQUIRED)
  find_library(SOCRATES_LIBMD_LIBRARY md REQUIRED)
  add_library(socrates::libmd INTERFACE IMPORTED)
  target_include_directories(socrates::libmd INTERFACE ${SOCRATES_LIBMD_INCLUDE_DIR})
  target_link_libraries(socrates::libmd INTERFACE ${SOCRATES_LIBMD_LIBRARY})
endif()
