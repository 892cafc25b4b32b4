// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "socrates/render/whatif.hpp"

namespace socrates::render {

// What would change an outcome, in the parts that text and Markdown share. Labels are those of the rules: whoever
// prints them makes them harmless first.

/// A decision that comes out otherwise: `SOC 2 type: Type 1 instead of Type 2`.
struct Effect {
  std::string title;
  std::string value;
};

/// Changes that belong together, and all that comes of them.
struct ChangeLine {
  std::vector<std::string> changes;  ///< one a question
  std::vector<Effect> effects;
};

struct ChangeGroup {
  std::string heading;
  std::string sentence;  ///< what the lines are, or that there are none
  std::vector<ChangeLine> lines;
  std::string rest;  ///< what more there is to say; may be empty
};

struct WhatIfView {
  std::string summary;
  std::vector<ChangeGroup> groups;
  std::string origin;
};

WhatIfView view_of(const WhatIf& whatif);

}  // namespace socrates::render
