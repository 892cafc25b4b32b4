# SPDX-License-Identifier: Apache-2.0
# Packages for Debian by CPack: `socrates`, the program with its documents, and `libsocrates-dev`, what one builds against.
# All that is in them depends on the tree and on SOURCE_DATE_EPOCH alone.

set(SOCRATES_DEBIAN_REVISION 1 CACHE STRING "The revision of the packages")
set(debian_folder ${PROJECT_BINARY_DIR}/debian)
string(TIMESTAMP debian_date "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file(cmake/debian/changelog.in ${debian_folder}/changelog @ONLY)

# SOURCE PACKED: compressed as Debian asks for, without name and time.
function(socrates_compress source packed)
  add_custom_command(OUTPUT ${packed} DEPENDS ${source} VERBATIM
    COMMAND sh -c "gzip -9nc \"$1\" >\"$2\"" sh ${source} ${packed})
endfunction()

socrates_compress(${PROJECT_SOURCE_DIR}/docs/socrates.1 ${debian_folder}/socrates.1.gz)
socrates_compress(${debian_folder}/changelog ${debian_folder}/changelog.Debian.gz)
socrates_compress(${PROJECT_SOURCE_DIR}/CHANGELOG.md ${debian_folder}/changelog.gz)
add_custom_target(debian_documents ALL
  DEPENDS ${debian_folder}/socrates.1.gz ${debian_folder}/changelog.Debian.gz ${debian_folder}/changelog.gz)

install(FILES ${debian_folder}/socrates.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES ${debian_folder}/changelog.gz ${debian_folder}/changelog.Debian.gz cmake/debian/copyright
  DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/doc/socrates COMPONENT program)
install(FILES ${debian_folder}/changelog.Debian.gz cmake/debian/copyright
  DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/doc/libsocrates-dev COMPONENT development)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME socrates)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "${SOCRATES_MAINTAINER}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program documents development)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${SOCRATES_DEBIAN_REVISION})
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME socrates)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
if(socrates_loads_simdjson)  # by its name, of which the file says nothing to who asks what it needs
  get_target_property(simdjson_file simdjson::simdjson LOCATION)
  file(REAL_PATH ${simdjson_file} simdjson_file)
  execute_process(COMMAND dpkg-query --search ${simdjson_file} OUTPUT_VARIABLE simdjson_owner COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX REPLACE ":.*" "" CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS "${simdjson_owner}")
endif()
# CPack puts this line before the text of each package, and a blank before each line of it.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "selector of SOC reports and advisor on readiness")
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION "Tells an organization which SOC report its customers need (SOC 1, SOC 2,
SOC 3; Type 1 or Type 2; which Trust Services categories), why, how ready it
is, by when it can have it, and whether the reports that it holds satisfy what
a deal asks for. It asks at a terminal, reads answers from files, and judges
deals as a gate in pipelines.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libsocrates-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
  "libfmt-dev, libmd-dev, libsimdjson-dev, libyaml-cpp-dev, nlohmann-json3-dev")
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION "The static libraries behind the program socrates, with headers, a CMake
package and a file for pkg-config: the engine that evaluates rules, the readers
of rules, answers, reports and deals, and the writers of documents.")
include(CPack)
cpack_add_component_group(program)
cpack_add_component_group(development)
cpack_add_component(program GROUP program)
cpack_add_component(documents GROUP program)
cpack_add_component(development GROUP development)
