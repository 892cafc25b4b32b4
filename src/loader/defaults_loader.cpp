// SPDX-License-Identifier: Apache-2.0
#include "defaults_loader.hpp"

#include <fmt/format.h>

#include <utility>

#include "socrates/base/codes.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;

model::Default read_default(const Part& part, Diagnostics& problems) {
  model::Default threshold;
  threshold.id = part.key;
  if (!expect_mapping(part, "a mapping with value, from, to and meaning", problems)) return threshold;
  expect_keys(part, {"value", "from", "to", "meaning"}, problems);
  const auto number = [&](std::string_view key) {
    const auto found = require(part, key, problems);
    return found ? read_number(*found, problems) : std::nullopt;
  };
  const auto value = number("value");
  const auto from = number("from");
  const auto to = number("to");
  threshold.meaning = require_text(part, "meaning", problems);
  if (!value || !from || !to) return threshold;
  if (*value < *from || *value > *to) {
    report(Code::wrong_value, *find(part, "value"), fmt::format("{} is not within {} to {}", *value, *from, *to),
           problems);
  }
  threshold.value = *value;
  threshold.from = *from;
  threshold.to = *to;
  return threshold;
}

}  // namespace

void read_defaults(const Part& defaults, Draft& draft, Diagnostics& problems) {
  if (!expect_mapping(defaults, "a mapping of thresholds", problems)) return;
  for (const Part& part : members_of(defaults)) {
    model::Default threshold = read_default(part, problems);
    if (read_key_id(part, problems)) draft.rules.defaults.push_back(std::move(threshold));
  }
}

}  // namespace socrates::loader
