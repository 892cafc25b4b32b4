// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace socrates::base {

/// The candidate that `word` was most likely meant to be, or empty when none is near (edit distance, adjacent swaps
/// count one; at most a third of the word's length). Of equally near ones the first in the list.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

/// `did you mean 'x'?`, or else the candidates listed (`expected one of ...`, at most twelve of them).
std::string suggestion(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace socrates::base
