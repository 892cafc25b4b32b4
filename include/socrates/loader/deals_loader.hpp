// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/base/source.hpp"
#include "socrates/loader/answers_loader.hpp"
#include "socrates/loader/node.hpp"
#include "socrates/model/deal.hpp"

namespace socrates::loader {

/// Reads the deals of a file, one object or a list of them. Their answers may name what is answerable, of which those
/// to the rules are kept; dates in them are counted from `today`. `profiles` are those that they may name; null: none.
/// Reports every problem of the file.
std::optional<std::vector<model::Deal>> load_deals(const base::Source& source, const Answerable& answerable,
                                                   base::Date today, base::Diagnostics& problems,
                                                   const model::Profiles* profiles = nullptr);

/// The same of one deal that stands within a larger text.
std::optional<model::Deal> read_deal(const Node& object, const Answerable& answerable, base::Date today,
                                     base::Diagnostics& problems, const model::Profiles* profiles = nullptr);

/// Reads a file of profiles, which deals name.
std::optional<model::Profiles> load_profiles(const base::Source& source, base::Diagnostics& problems);

}  // namespace socrates::loader
