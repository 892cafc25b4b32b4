# SPDX-License-Identifier: Apache-2.0

# socrates_room(NAME SOURCES file... PUBLIC target... PRIVATE target...)
# One room of the house: the static library socrates_NAME from src/NAME, with its headers in include/socrates/NAME.
function(socrates_room name)
  cmake_parse_arguments(PARSE_ARGV 1 room "" "" "SOURCES;PUBLIC;PRIVATE")
  set(target socrates_${name})
  add_library(${target} STATIC ${room_SOURCES})
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_include_directories(${target}
    PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
    PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(${target}
    PUBLIC ${room_PUBLIC}
    PRIVATE ${room_PRIVATE} $<BUILD_INTERFACE:socrates_warnings> $<BUILD_INTERFACE:socrates_instrumentation>)
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${name})
  add_library(socrates::${name} ALIAS ${target})
endfunction()

# socrates_program(TARGET SOURCES file... LINK target...): a program with the project's warnings and instrumentation.
function(socrates_program target)
  cmake_parse_arguments(PARSE_ARGV 1 program "" "" "SOURCES;LINK")
  add_executable(${target} ${program_SOURCES})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(${target} PRIVATE ${program_LINK} socrates_warnings socrates_instrumentation)
endfunction()
