// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/codes.hpp"
#include "render/sentence.hpp"

namespace socrates::render {

Document codes_document(const std::vector<base::CodeEntry>& entries) {
  Document document{"Diagnostics", "", {}, {}, {}, {}};
  if (entries.size() == base::codes().size())
    document.lead = {
        {{"Every problem that the program reports has a code, which never changes its meaning. 'socrates rules explain "
          "CODE' says offline what it means, and without CODE it prints this page."}}};
  for (const base::CodeEntry& entry : entries)
    document.sections.push_back(
        {std::string(entry.id), {Paragraph{{std::string(entry.help)}}}, {}, std::string(entry.summary)});
  return document;
}

}  // namespace socrates::render
