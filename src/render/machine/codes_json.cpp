// SPDX-License-Identifier: Apache-2.0
#include "render/machine/json_form.hpp"
#include "socrates/render/codes.hpp"

namespace socrates::render {

std::string codes_json(const std::vector<base::CodeEntry>& entries) {
  Json codes = Json::array();
  for (const base::CodeEntry& entry : entries)
    codes.push_back({{"code", entry.id}, {"name", entry.name}, {"summary", entry.summary}, {"help", entry.help}});
  return written({{"schema", "socrates.codes/1"}, {"codes", std::move(codes)}}, Layout::indented);
}

}  // namespace socrates::render
