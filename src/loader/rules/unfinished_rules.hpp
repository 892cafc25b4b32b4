// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "loader/entry.hpp"
#include "socrates/loader/rules_loader.hpp"

namespace socrates::loader {

/// What a name stands for, and where it was given. Dates are named in answers only, the other subjects in conditions.
struct Declared {
  enum class Kind { section, source, question, fact, decision, date, rule };

  Kind kind = Kind::question;
  std::size_t index = 0;
  base::Span at;
};

using Names = std::map<std::string, Declared, std::less<>>;

/// A rule set while it is read: what is declared so far, where, and what of it has been used.
struct UnfinishedRules {
  model::RuleSet rules;
  Places places;
  Names sections;
  Names sources;
  Names subjects;  ///< questions, facts, decisions and dates share one name space
  Names rule_ids;  ///< of rules and notes
  std::set<std::size_t> used_sections;
  std::set<std::size_t> used_sources;
  std::set<std::size_t> used_facts;
};

/// `soc.yaml:12:3`.
std::string place_text(base::Span at);

/// Enters a name into one of the tables of unfinished rules; a name given twice is reported with both places.
bool declare(Names& names, const std::string& id, Declared declared, const std::string& path,
             base::Diagnostics& problems);

/// Declares a question, fact or decision under the key of its entry; refuses the words of conditions, names given twice
/// and more subjects than the limit.
bool declare_subject(UnfinishedRules& unfinished, const Entry& entry, Declared declared, base::Diagnostics& problems);

/// Notes where the ids of a mapping or list stand, under their `prefix`: `option offering.`, `value soc1.`.
void place_named(UnfinishedRules& unfinished, const Entry& named, const std::string& prefix);

std::vector<std::string> ids_of(const Names& names);

/// The sources that a list names, as indices.
std::vector<std::size_t> read_source_list(const Entry& list, UnfinishedRules& unfinished, base::Diagnostics& problems);
/// The same of the list under the mandatory key `sources`.
std::vector<std::size_t> require_sources(const Entry& mapping, UnfinishedRules& unfinished,
                                         base::Diagnostics& problems);

/// A text under a mandatory key that may name answers as `{question}`.
std::string require_phrase(const Entry& mapping, std::string_view key, const UnfinishedRules& unfinished,
                           base::Diagnostics& problems);
/// The same under a key that may be left out.
std::string optional_phrase(const Entry& mapping, std::string_view key, const UnfinishedRules& unfinished,
                            base::Diagnostics& problems);
/// Who has to do what: `{who, do}`.
std::pair<std::string, std::string> read_action(const Entry& entry, const UnfinishedRules& unfinished,
                                                base::Diagnostics& problems);
/// A phrase that stands within a sentence: without a full stop of its own.
std::string require_clause(const Entry& mapping, std::string_view key, const UnfinishedRules& unfinished,
                           base::Diagnostics& problems);

}  // namespace socrates::loader
