// SPDX-License-Identifier: Apache-2.0
#include "form.hpp"

namespace socrates::loader {

void FormReader::wrong(std::string_view expected, const Part& part, std::string hint) const {
  report(codes.wrong_value, part, fmt::format("expected {}, found {}", expected, describe(*part.node)), problems,
         std::move(hint));
}

void FormReader::repeated(std::string_view word, const Part& part) const {
  report(codes.repeated, part, fmt::format("'{}' is given twice", shortened(word)), problems);
}

void FormReader::missing(std::string_view key, const Part& object, std::string hint) const {
  report_key(codes.missing_key, object, fmt::format("the key '{}' is missing", key), problems, std::move(hint));
}

void FormReader::unknown(const Part& member, const std::vector<std::string>& known) const {
  report_key(codes.unknown_key, member, fmt::format("unknown key '{}'", shortened(member.key)), problems,
             base::suggestion(member.key, known));
}

}  // namespace socrates::loader
