// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "socrates/base/code.hpp"
#include "socrates/base/codes.hpp"

namespace socrates::loader {

struct YamlProblem {
  base::Code code = base::Code::yaml_syntax;
  std::size_t offset = 0;
  std::string message;
  std::string hint;
};

/// Says in plain words what yaml-cpp found wrong at `offset`, or before it; its own words where there are no plainer
/// ones.
YamlProblem explain_yaml(std::string_view text, std::size_t offset, std::string_view library_message);

}  // namespace socrates::loader
