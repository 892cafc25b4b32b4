// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/base/diagnostic.hpp"
#include "socrates/base/source.hpp"
#include "socrates/loader/node.hpp"

namespace socrates::cli {

/// Opens an input (`-`: standard input) for reading, as every file is opened that the program reads; -1 after a report.
/// What belongs to a folder given has to lie in it, links and all, and to be a regular file: nobody has named it.
int open_input(const std::string& path, base::Diagnostics& problems);

/// Reads a whole file, or standard input where the path is `-`. Never reads more than `most` bytes and one,
/// however long the file or device is.
std::optional<base::Source> read_source(const std::string& path, base::Diagnostics& problems,
                                        std::size_t most = loader::most_bytes);

/// The `*.yaml` files of a folder, in the order of their names; nothing where the folder cannot be listed.
std::optional<std::vector<std::string>> yaml_files(const std::string& folder, base::Diagnostics& problems);

/// What is there; within a folder given, a link counts that leads to nothing, so that reading it says so.
bool is_folder(const std::string& path);
bool is_file(const std::string& path);
/// Both names lead to one file.
bool is_same_file(const std::string& a, const std::string& b);

/// Writes all of the text; false when some of it could not be written, for which errno says why.
bool write_all(int descriptor, std::string_view text);

/// Writes a result in one piece, as ResultFile does.
bool write_result(const std::string& path, std::string_view text, base::Diagnostics& problems);

/// Reports that a file could not be read; `error` is an errno.
void add_unreadable(base::Diagnostics& problems, const std::string& file, int error);

/// What the system says of an error, as the end of a sentence: `no space left on device`.
std::string reason(int error);

}  // namespace socrates::cli
