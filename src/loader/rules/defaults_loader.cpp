// SPDX-License-Identifier: Apache-2.0
#include "loader/rules/defaults_loader.hpp"

#include <fmt/format.h>

#include <utility>

#include "socrates/base/codes.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;

model::Default read_default(const Entry& entry, Diagnostics& problems) {
  model::Default threshold;
  threshold.id = entry.key;
  if (!expect_mapping(entry, "a mapping with value, from, to and meaning", problems)) return threshold;
  expect_keys(entry, {"value", "from", "to", "meaning"}, problems);
  const auto number = [&](std::string_view key) {
    const auto found = require(entry, key, problems);
    return found ? read_number(*found, problems) : std::nullopt;
  };
  const auto value = number("value");
  const auto from = number("from");
  const auto to = number("to");
  threshold.meaning = require_text(entry, "meaning", problems);
  if (!value || !from || !to) return threshold;
  if (*value < *from || *value > *to) {
    report(Code::wrong_value, *find(entry, "value"), fmt::format("{} is not within {} to {}", *value, *from, *to),
           problems);
  }
  threshold.value = *value;
  threshold.from = *from;
  threshold.to = *to;
  return threshold;
}

}  // namespace

void read_defaults(const Entry& defaults, UnfinishedRules& unfinished, Diagnostics& problems) {
  if (!expect_mapping(defaults, "a mapping of thresholds", problems)) return;
  for (const Entry& entry : members_of(defaults)) {
    model::Default threshold = read_default(entry, problems);
    if (read_key_id(entry, problems)) unfinished.rules.defaults.push_back(std::move(threshold));
  }
}

}  // namespace socrates::loader
