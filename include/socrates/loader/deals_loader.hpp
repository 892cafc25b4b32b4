// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/base/source.hpp"
#include "socrates/loader/answers_loader.hpp"
#include "socrates/loader/node.hpp"
#include "socrates/model/columns.hpp"
#include "socrates/model/deal.hpp"

namespace socrates::loader {

/// A file of deals, and how it is to be read.
struct DealsFile {
  const base::Source& source;
  const model::Columns* columns = nullptr;  ///< where its keys stand; null: under their own names
  bool may_be_empty = false;  ///< no deal is no problem: a sheet without rows, or with rows that are skipped
};

/// The deals of a file as objects like those of JSON, whatever they were read from. None, and every problem, where it
/// cannot be read; what the objects say is not judged.
std::optional<std::vector<model::Anything>> read_deal_objects(const DealsFile& file, const model::RuleSet& rules,
                                                              base::Diagnostics& problems);

/// The columns that a sheet of deals may have, beside `answers.ID` and `meta.NAME`, in the order of a template.
std::vector<std::string> columns_of_deals();

/// Reads the deals of a file: JSON or YAML, one object or a list; JSON, an object a line; CSV, a row a deal, or a row a
/// requirement where rows have one id. Their answers may name what is answerable, of which those
/// to the rules are kept; dates in them are counted from `today`. `profiles` are those that they may name; null: none.
/// Reports every problem of the file. `lines`: where the line of each deal is put, that of its id; null: nowhere.
std::optional<std::vector<model::Deal>> load_deals(const DealsFile& file, const Answerable& answerable,
                                                   base::Date today, base::Diagnostics& problems,
                                                   const model::Profiles* profiles = nullptr,
                                                   std::vector<std::size_t>* lines = nullptr);

/// The same of one deal that stands within a larger text.
std::optional<model::Deal> read_deal(const Node& object, const Answerable& answerable, base::Date today,
                                     base::Diagnostics& problems, const model::Profiles* profiles = nullptr);

/// Reads a file of profiles, which deals name.
std::optional<model::Profiles> load_profiles(const base::Source& source, base::Diagnostics& problems);

}  // namespace socrates::loader
