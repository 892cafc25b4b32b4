// SPDX-License-Identifier: Apache-2.0
#include "loader/text/yaml_syntax.hpp"

#include <yaml-cpp/exceptions.h>

#include "socrates/base/codes.hpp"

namespace socrates::loader {

namespace {

namespace words = YAML::ErrorMsg;
using base::Code;

struct Wording {
  std::string_view library;  ///< how the library's message begins
  std::string_view plain;
  std::string_view hint;
  Code code = Code::yaml_syntax;
  bool at_backslash = false;  ///< the library has read past the escape that it complains of
};

constexpr std::string_view check_indentation = "check the indentation and the quotes";
constexpr std::string_view no_directive = "a directive that is not understood";
constexpr std::string_view no_tag = "a tag is not allowed";
constexpr std::string_view no_anchor = "an anchor is not allowed";
constexpr std::string_view no_alias = "an alias is not allowed";

const Wording wordings[] = {
    {words::END_OF_MAP_FLOW, "expected ',' or '}'", "check that every bracket is closed"},
    {words::END_OF_SEQ_FLOW, "expected ',' or ']'", "check that every bracket is closed"},
    {words::END_OF_MAP, "the mapping cannot continue like this", check_indentation},
    {words::END_OF_SEQ, "the list cannot continue like this", check_indentation},
    {words::MAP_VALUE, "a ':' where no value can follow", "put a text that contains ': ' in quotes"},
    {words::MAP_KEY, "a key where none is possible", check_indentation},
    {words::BLOCK_ENTRY, "a '-' where no list item is possible", check_indentation},
    {words::FLOW_END, "a bracket closes what was never opened", ""},
    {words::EOF_IN_SCALAR, "a quoted text is not closed", ""},
    {words::DOC_IN_SCALAR, "a quoted text is not closed before the end of the document", ""},
    {words::INVALID_ESCAPE, "an unknown escape in a double-quoted text", "use single quotes, or write \\\\",
     Code::yaml_syntax, true},
    {words::INVALID_HEX, "an escape needs hexadecimal digits", "", Code::yaml_syntax, true},
    {words::INVALID_UNICODE, "an escape that means no character", "", Code::yaml_syntax, true},
    {words::UNKNOWN_TOKEN, "a character that cannot begin a value", "put the text in quotes"},
    {words::TAB_IN_INDENTATION, "a tab in the indentation", "indent with spaces"},
    {words::CHAR_IN_SCALAR, "a character that is not allowed in this text", check_indentation},
    {words::CHAR_IN_BLOCK, "a character that is not allowed after '|' or '>'", ""},
    {words::ZERO_INDENT_IN_BLOCK, "a block of text cannot have the indentation 0", ""},
    {words::YAML_DIRECTIVE_ARGS, no_directive, "remove the line"},
    {words::YAML_VERSION, no_directive, "remove the line"},
    {words::YAML_MAJOR_VERSION, no_directive, "remove the line"},
    {words::REPEATED_YAML_DIRECTIVE, no_directive, "remove the line"},
    {words::TAG_DIRECTIVE_ARGS, no_directive, "remove the line"},
    {words::REPEATED_TAG_DIRECTIVE, no_directive, "remove the line"},
    {words::CHAR_IN_TAG_HANDLE, no_tag, "", Code::yaml_tag},
    {words::TAG_WITH_NO_SUFFIX, no_tag, "", Code::yaml_tag},
    {words::END_OF_VERBATIM_TAG, no_tag, "", Code::yaml_tag},
    {words::MULTIPLE_TAGS, no_tag, "", Code::yaml_tag},
    {words::ANCHOR_NOT_FOUND, no_anchor, "", Code::yaml_alias},
    {words::CHAR_IN_ANCHOR, no_anchor, "", Code::yaml_alias},
    {words::MULTIPLE_ANCHORS, no_anchor, "", Code::yaml_alias},
    {words::ALIAS_NOT_FOUND, no_alias, "", Code::yaml_alias},
    {words::CHAR_IN_ALIAS, no_alias, "", Code::yaml_alias},
    {words::MULTIPLE_ALIASES, no_alias, "", Code::yaml_alias},
    {words::ALIAS_CONTENT, no_alias, "", Code::yaml_alias},
    {words::UNKNOWN_ANCHOR, no_alias, "", Code::yaml_alias},
};

}  // namespace

YamlProblem explain_yaml(std::string_view text, std::size_t offset, std::string_view library_message) {
  for (const Wording& wording : wordings) {
    if (!library_message.starts_with(wording.library)) continue;
    const std::size_t backslash = wording.at_backslash ? text.substr(0, offset).rfind('\\') : std::string_view::npos;
    return {wording.code, backslash == std::string_view::npos ? offset : backslash, std::string(wording.plain),
            std::string(wording.hint)};
  }
  return {Code::yaml_syntax, offset, std::string(library_message), {}};
}

}  // namespace socrates::loader
