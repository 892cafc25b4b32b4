// SPDX-License-Identifier: Apache-2.0
#include "cli/forms.hpp"

namespace socrates::cli {

render::Document shown(render::Document document, std::string_view form, const Options& options) {
  if (form != text_form || options.sources || document.sources.empty()) return document;
  document.sources.clear();
  document.origin.insert(document.origin.begin(), "In brackets: sources, which --sources lists.");
  return document;
}

}  // namespace socrates::cli
