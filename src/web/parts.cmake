# SPDX-License-Identifier: Apache-2.0
# Writes the parts of the page as a source: cmake -DOUTPUT=FILE -DMODULES=FOLDER -P parts.cmake

set(text "// Written from the files of src/web.\n#include \"web/parts.hpp\"\n\nnamespace socrates::web {\nnamespace {\n\n")
set(definitions "")
# As octets: a text of any length, with any letter in it, is the same to every compiler.
foreach(part "html;page.html" "css;page.css" "js;page.js" "unpack;${MODULES}/page_unpack.wasm" "module;${MODULES}/page_module.wasm")
  list(GET part 0 name)
  list(GET part 1 file)
  cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY ${CMAKE_CURRENT_LIST_DIR})
  file(READ ${file} octets HEX)
  string(REGEX REPLACE "(..)" "\\\\x\\1" octets "${octets}")
  string(REGEX REPLACE "(................................................................................................)" "\\1\"\n\"" octets "${octets}")
  string(APPEND text "constexpr char ${name}_octets[] =\n\"${octets}\";\n")
  string(APPEND definitions "const std::string_view page_${name}{${name}_octets, sizeof ${name}_octets - 1};\n")
endforeach()
file(WRITE ${OUTPUT} "${text}\n}  // namespace\n\n${definitions}\n}  // namespace socrates::web\n")
