// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/base/diagnostic.hpp"
#include "socrates/loader/node.hpp"

namespace socrates::loader {

/// A node together with the way to it.
struct Entry {
  const Node* node = nullptr;
  base::Span named;  ///< the key it stands under; itself where it is an item of a list or the root
  std::string path;  ///< `decisions.soc1.rules[2].when`
  std::string key;   ///< the last key on the way; empty for items of a list and the root
};

Entry root_entry(const Node& node);
Entry member_entry(const Entry& mapping, const Node::Member& member);
std::vector<Entry> members_of(const Entry& mapping);
std::vector<Entry> items_of(const Entry& sequence);

/// The member of that key, if the entry is a mapping that has it.
std::optional<Entry> find(const Entry& mapping, std::string_view key);

/// Reports a problem at the value, at the key that names it, or at a span of the caller.
void report(base::Code code, const Entry& entry, std::string message, base::Diagnostics& problems,
            std::string hint = {});
void report_key(base::Code code, const Entry& entry, std::string message, base::Diagnostics& problems,
                std::string hint = {});

// The readers below report what is not of the form asked for and then return nothing. `what` completes "expected ...".

bool expect_mapping(const Entry& entry, std::string_view what, base::Diagnostics& problems);
/// A list with at least one item.
bool expect_list(const Entry& entry, std::string_view what, base::Diagnostics& problems);
bool is_empty_list(const Entry& entry);

/// Every member has one of the keys.
bool expect_keys(const Entry& mapping, std::initializer_list<std::string_view> keys, base::Diagnostics& problems);

/// The member of that key; a missing one is reported at the key of the mapping.
std::optional<Entry> require(const Entry& mapping, std::string_view key, base::Diagnostics& problems);

/// A text that is not empty.
std::optional<std::string> read_text(const Entry& entry, base::Diagnostics& problems);
/// The text under a mandatory key; empty after a report.
std::string require_text(const Entry& mapping, std::string_view key, base::Diagnostics& problems);
/// The text under a key that may be left out; empty where it is.
std::string optional_text(const Entry& mapping, std::string_view key, base::Diagnostics& problems);

std::optional<bool> read_boolean(const Entry& entry, base::Diagnostics& problems);

/// A whole number within one million of zero.
std::optional<int> read_number(const Entry& entry, base::Diagnostics& problems);

/// The key that names the entry, as an id (`a-z`, `0-9`, `_`, a letter first).
std::optional<std::string> read_key_id(const Entry& entry, base::Diagnostics& problems);
/// The same of a value.
std::optional<std::string> read_id(const Entry& entry, base::Diagnostics& problems);

bool is_id(std::string_view text);

}  // namespace socrates::loader
