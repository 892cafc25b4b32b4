# SPDX-License-Identifier: Apache-2.0
# The program, the libraries with their headers, and a CMake package: find_package(socrates), socrates::engine and so on.
# What a person runs is the component `program`, what one builds against `development`, what one reads `documents`.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/socrates)
set(library_rooms base model loader engine interview gate readiness plan render builtin)
set(library_targets ${library_rooms})
list(TRANSFORM library_targets PREPEND socrates_)

install(TARGETS socrates COMPONENT program)
install(TARGETS ${library_targets} EXPORT socrates_targets ARCHIVE
  DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
foreach(room IN LISTS library_rooms)
  if(EXISTS ${PROJECT_SOURCE_DIR}/include/socrates/${room})
    install(DIRECTORY include/socrates/${room}
      DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/socrates COMPONENT development)
  endif()
endforeach()

install(EXPORT socrates_targets NAMESPACE socrates:: DESTINATION ${package_dir} COMPONENT development)
configure_package_config_file(cmake/socrates-config.cmake.in ${PROJECT_BINARY_DIR}/socrates-config.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/socrates-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES cmake/dependencies.cmake ${PROJECT_BINARY_DIR}/socrates-config.cmake
  ${PROJECT_BINARY_DIR}/socrates-config-version.cmake DESTINATION ${package_dir} COMPONENT development)

# For who builds without CMake; each room stands before those that it uses.
set(rooms_by_use render builtin plan readiness gate interview loader engine model base)
list(TRANSFORM rooms_by_use PREPEND -lsocrates_ OUTPUT_VARIABLE libraries_by_use)
list(JOIN libraries_by_use " " libraries_by_use)
configure_file(cmake/socrates.pc.in ${PROJECT_BINARY_DIR}/socrates.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/socrates.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)

install(DIRECTORY rules/ DESTINATION ${CMAKE_INSTALL_DATADIR}/socrates/rules COMPONENT program
  FILES_MATCHING PATTERN "*.yaml" PATTERN "drafts/*.md")
install(DIRECTORY ${PROJECT_BINARY_DIR}/src/schemas/ DESTINATION ${CMAKE_INSTALL_DATADIR}/socrates/schemas
  COMPONENT program FILES_MATCHING PATTERN "*.json")
foreach(room IN ITEMS loader render)
  install(DIRECTORY src/${room}/schemas/ DESTINATION ${CMAKE_INSTALL_DATADIR}/socrates/schemas
    COMPONENT program FILES_MATCHING PATTERN "*.json")
endforeach()
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT documents)
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs COMPONENT documents FILES_MATCHING PATTERN "*.md")
install(DIRECTORY examples DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT documents USE_SOURCE_PERMISSIONS)
if(NOT SOCRATES_DEBIAN)  # which has its own places for these
  install(FILES LICENSE CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT documents)
  install(FILES docs/socrates.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
endif()
install(FILES ${PROJECT_BINARY_DIR}/src/completion.bash RENAME socrates
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT program)
set(zsh_functions site-functions)
if(SOCRATES_DEBIAN)
  set(zsh_functions vendor-completions)
endif()
install(FILES ${PROJECT_BINARY_DIR}/src/completion.zsh RENAME _socrates
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/${zsh_functions} COMPONENT program)
install(FILES ${PROJECT_BINARY_DIR}/src/completion.fish RENAME socrates.fish
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
