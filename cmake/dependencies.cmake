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
  if(SOCRATES_STATIC)
    find_library(SOCRATES_YAML_CPP_ARCHIVE libyaml-cpp.a REQUIRED)
    target_link_libraries(socrates::yaml_cpp INTERFACE ${SOCRATES_YAML_CPP_ARCHIVE})
  elseif(TARGET yaml-cpp::yaml-cpp)
    target_link_libraries(socrates::yaml_cpp INTERFACE yaml-cpp::yaml-cpp)
  else()
    target_link_libraries(socrates::yaml_cpp INTERFACE yaml-cpp)
  endif()
endif()

# Distributions ship fmt as a shared library; a static program takes the headers alone.
if(NOT TARGET socrates::fmt)
  add_library(socrates::fmt INTERFACE IMPORTED)
  if(SOCRATES_STATIC)
    target_link_libraries(socrates::fmt INTERFACE fmt::fmt-header-only)
  else()
    target_link_libraries(socrates::fmt INTERFACE fmt::fmt)
  endif()
endif()

# Distributions ship simdjson as a shared library, so a static program builds it from its source, or takes an archive that
# somebody built; without either `batch` reads every line by the strict reader, with the same results.
if(NOT TARGET socrates::simdjson)
  if(SOCRATES_STATIC AND SOCRATES_SIMDJSON_SOURCE)
    add_library(socrates_simdjson STATIC ${SOCRATES_SIMDJSON_SOURCE}/src/simdjson.cpp)
    target_compile_features(socrates_simdjson PUBLIC cxx_std_17)
    target_include_directories(socrates_simdjson SYSTEM
      PUBLIC $<BUILD_INTERFACE:${SOCRATES_SIMDJSON_SOURCE}/include> PRIVATE ${SOCRATES_SIMDJSON_SOURCE}/src)
    target_compile_options(socrates_simdjson PRIVATE -O3)
    set_target_properties(socrates_simdjson PROPERTIES UNITY_BUILD OFF)
    add_library(socrates::simdjson INTERFACE IMPORTED)
    target_link_libraries(socrates::simdjson INTERFACE socrates_simdjson)
  elseif(SOCRATES_STATIC)
    find_library(SOCRATES_SIMDJSON_ARCHIVE libsimdjson.a)
    if(SOCRATES_SIMDJSON_ARCHIVE)
      add_library(socrates::simdjson INTERFACE IMPORTED)
      target_link_libraries(socrates::simdjson INTERFACE ${SOCRATES_SIMDJSON_ARCHIVE})
    endif()
  else()
    find_package(simdjson REQUIRED)
    add_library(socrates::simdjson INTERFACE IMPORTED)
    target_link_libraries(socrates::simdjson INTERFACE simdjson::simdjson)
  endif()
endif()

# libmd brings no CMake package.
if(NOT TARGET socrates::libmd)
  find_path(SOCRATES_LIBMD_INCLUDE_DIR sha2.h REQUIRED)
  if(SOCRATES_STATIC)
    find_library(SOCRATES_LIBMD_LIBRARY libmd.a REQUIRED)
  else()
    find_library(SOCRATES_LIBMD_LIBRARY md REQUIRED)
  endif()
  add_library(socrates::libmd INTERFACE IMPORTED)
  target_include_directories(socrates::libmd INTERFACE ${SOCRATES_LIBMD_INCLUDE_DIR})
  target_link_libraries(socrates::libmd INTERFACE ${SOCRATES_LIBMD_LIBRARY})
endif()
