# SPDX-License-Identifier: Apache-2.0
# The schemas that lie beside what they describe, as one source of the room: a text each. CMake runs again when one of
# them changes.
set(schema_files
  loader/schemas/rules.json
  loader/schemas/tests.json
  render/schemas/batch.json
  render/schemas/codes.json
  render/schemas/draft.json
  render/schemas/errors.json
  render/schemas/gate.json
  render/schemas/gate_summary.json
  render/schemas/plan.json
  render/schemas/readiness.json
  render/schemas/recommendation.json
  render/schemas/rules_check.json
  render/schemas/rules_diff.json
  render/schemas/rules_test.json
  render/schemas/verification.json
  render/schemas/whatif.json
)
list(TRANSFORM schema_files PREPEND ${PROJECT_SOURCE_DIR}/src/)
set(schema_entries "")
set(schema_kinds "")
foreach(file IN LISTS schema_files)
  cmake_path(GET file STEM kind)
  set(file_of_${kind} ${file})
  list(APPEND schema_kinds ${kind})
endforeach()
list(SORT schema_kinds)
foreach(kind IN LISTS schema_kinds)
  file(READ ${file_of_${kind}} text)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file_of_${kind}})
  string(APPEND schema_entries "    {\"${kind}\", R\"schema(${text})schema\"},\n")
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/schemas.cpp @ONLY CONTENT [[
// SPDX-License-Identifier: Apache-2.0
#include "socrates/builtin/schemas.hpp"

namespace socrates::builtin {
namespace {

constexpr Schema all[] = {
@schema_entries@};

}  // namespace

std::span<const Schema> schemas() { return all; }

}  // namespace socrates::builtin
]])
