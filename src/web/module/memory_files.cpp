// SPDX-License-Identifier: Apache-2.0
// The files of the page: texts in memory, by the names under which the commands are told of them.

#include "web/module/memory_files.hpp"

#include <map>
#include <utility>

#include "cli/files.hpp"
#include "cli/folder_files.hpp"
#include "socrates/base/codes.hpp"

namespace socrates::web {
namespace {

std::map<std::string, std::string, std::less<>>& texts() {
  static std::map<std::string, std::string, std::less<>> all;
  return all;
}

}  // namespace

void put_file(const std::string& name, std::string text) { texts()[name] = std::move(text); }

}  // namespace socrates::web

namespace socrates::cli {

std::optional<base::Source> read_source(const std::string& path, base::Diagnostics& problems, std::size_t most) {
  const auto found = web::texts().find(path);
  if (found != web::texts().end() && found->second.size() <= most) return base::Source{path, found->second};
  base::Diagnostic diagnostic{};
  diagnostic.file = path;
  diagnostic.code = found == web::texts().end() ? base::Code::unreadable_file : base::Code::too_large;
  diagnostic.message = found == web::texts().end()
                           ? "there is no such file in this page"
                           : "the input has more than the " + std::to_string(most) + " bytes allowed";
  problems.add(std::move(diagnostic));
  return std::nullopt;
}

// There are no folders: the page's rules are those that it was made with.
std::optional<std::vector<std::string>> yaml_files(const std::string& /*folder*/, base::Diagnostics& /*problems*/) {
  return std::vector<std::string>();
}

std::optional<std::vector<std::string>> files_ending(std::string_view /*ending*/, const std::string& /*folder*/,
                                                     base::Diagnostics& /*problems*/) {
  return std::vector<std::string>();
}

bool is_folder(const std::string& /*path*/) { return false; }

bool is_file(const std::string& path) { return web::texts().find(path) != web::texts().end(); }

}  // namespace socrates::cli
