// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/base/diagnostic.hpp"
#include "socrates/base/source.hpp"

namespace socrates::cli {

/// Reads a whole file, or standard input where the path is `-`. Never reads more than loader::most_bytes and one byte,
/// however long the file or device is.
std::optional<base::Source> read_source(const std::string& path, base::Diagnostics& problems);

/// The `*.yaml` files of a folder, in the order of their names; nothing where the folder cannot be listed.
std::optional<std::vector<std::string>> yaml_files(const std::string& folder, base::Diagnostics& problems);

bool is_folder(const std::string& path);
bool is_file(const std::string& path);
/// Both names lead to one file.
bool is_same_file(const std::string& a, const std::string& b);

/// The same of files that need not be there yet.
bool will_be_same_file(const std::string& a, const std::string& b);

/// Refuses an output that would take the place of the answers that were read.
bool spares_input(const std::string& input, const std::string& output, base::Diagnostics& problems);

/// Writes all of the text; false when some of it could not be written, for which errno says why.
bool write_all(int descriptor, std::string_view text);

/// Writes a result in one piece, as ResultFile does.
bool write_result(const std::string& path, std::string_view text, base::Diagnostics& problems);

/// Reports that a file could not be read; `error` is an errno.
void add_unreadable(base::Diagnostics& problems, const std::string& file, int error);

/// What the system says of an error, as the end of a sentence: `no space left on device`.
std::string reason(int error);

}  // namespace socrates::cli
