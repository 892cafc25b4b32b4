// SPDX-License-Identifier: Apache-2.0
#include "loader/form.hpp"

namespace socrates::loader {

void FormReader::wrong(std::string_view expected, const Entry& entry, std::string hint) const {
  report(codes.wrong_value, entry, fmt::format("expected {}, found {}", expected, describe(*entry.node)), problems,
         std::move(hint));
}

void FormReader::repeated(std::string_view word, const Entry& entry) const {
  report(codes.repeated, entry, fmt::format("'{}' is given twice", shortened(word)), problems);
}

void FormReader::missing(std::string_view key, const Entry& object, std::string hint) const {
  report_key(codes.missing_key, object, fmt::format("the key '{}' is missing", key), problems, std::move(hint));
}

void FormReader::unknown(const Entry& member, const std::vector<std::string>& known) const {
  report_key(codes.unknown_key, member, fmt::format("unknown key '{}'", shortened(member.key)), problems,
             base::suggestion(member.key, known));
}

}  // namespace socrates::loader
