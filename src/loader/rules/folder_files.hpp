// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "loader/entry.hpp"
#include "socrates/base/source.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::loader {

// What is read from all files of a folder together: a rule set, or a catalogue.

using Files = std::vector<const base::Source*>;

/// In the byte order of their names: nothing may depend on the order in which files were found.
Files sorted_by_name(const std::vector<base::Source>& files);

/// Of each file its base name, its size in decimal and its bytes; a zero byte ends the first two.
std::string digest_of(const Files& files);

/// Every file's tree, or nothing when one of them is no YAML or of another format.
std::optional<std::vector<Node>> read_files(const Files& files, base::Diagnostics& problems);

std::vector<Entry> root_entries(const std::vector<Node>& roots);

/// The top-level entries of that key, over all files.
std::vector<Entry> find_all(const std::vector<Entry>& documents, std::string_view key);

/// The top-level entry that only one file may give.
std::optional<Entry> find_single(const std::vector<Entry>& documents, std::string_view key,
                                 base::Diagnostics& problems);
std::optional<Entry> require_single(const std::vector<Entry>& documents, std::string_view key,
                                    base::Diagnostics& problems);

/// The members of several mappings, in the order of the files.
std::vector<Entry> members_of_all(const std::vector<Entry>& mappings, std::string_view what,
                                  base::Diagnostics& problems);

/// A version may look like a number; it is kept as it is written.
std::string read_version(const Entry& entry, base::Diagnostics& problems);

}  // namespace socrates::loader
