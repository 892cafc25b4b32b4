// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "socrates/base/code.hpp"
#include "socrates/render/document.hpp"

namespace socrates::render {

/// What each code means and what to do about it.
Document codes_document(const std::vector<base::CodeEntry>& entries);

/// The document `socrates.codes/1`.
std::string codes_json(const std::vector<base::CodeEntry>& entries);

}  // namespace socrates::render
