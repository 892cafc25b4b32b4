// SPDX-License-Identifier: Apache-2.0
#include "loader/rules/folder_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "loader/rules/format_version.hpp"
#include "loader/rules/questions_loader.hpp"
#include "loader/rules/unfinished_rules.hpp"
#include "loader/text/yaml_reader.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/sha256.hpp"
#include "socrates/base/suggest.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;

std::string_view base_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace

Files sorted_by_name(const std::vector<base::Source>& files) {
  Files sorted;
  for (const base::Source& file : files) sorted.push_back(&file);
  std::sort(sorted.begin(), sorted.end(), [](const base::Source* a, const base::Source* b) {
    return std::make_tuple(base_name(a->name), std::string_view(a->name), std::string_view(a->text)) <
           std::make_tuple(base_name(b->name), std::string_view(b->name), std::string_view(b->text));
  });
  return sorted;
}

std::string digest_of(const Files& files) {
  std::string bytes;
  for (const base::Source* file : files) {
    bytes += base_name(file->name);
    bytes += '\0';
    bytes += std::to_string(file->text.size());
    bytes += '\0';
    bytes += file->text;
  }
  return base::sha256_hex(bytes);
}

std::optional<std::vector<Node>> read_files(const Files& files, Diagnostics& problems) {
  std::vector<Node> roots;
  bool all_good = true;
  for (const base::Source* file : files) {
    auto root = read_yaml(*file, problems);
    if (root && is_format_1(root_entry(*root), problems)) {
      roots.push_back(*std::move(root));
    } else {
      all_good = false;
    }
  }
  if (!all_good) return std::nullopt;
  return roots;
}

std::vector<Entry> find_all(const std::vector<Entry>& documents, std::string_view key) {
  std::vector<Entry> entries;
  for (const Entry& document : documents) {
    if (auto entry = find(document, key)) entries.push_back(*std::move(entry));
  }
  return entries;
}

std::optional<Entry> find_single(const std::vector<Entry>& documents, std::string_view key, Diagnostics& problems) {
  const std::vector<Entry> entries = find_all(documents, key);
  for (std::size_t i = 1; i < entries.size(); ++i) {
    report_key(Code::repeated_id, entries[i],
               fmt::format("'{}' is already given at {}", key, place_text(entries[0].named)), problems,
               "only one of the files gives it");
  }
  if (entries.empty()) return std::nullopt;
  return entries.front();
}

std::optional<Entry> require_single(const std::vector<Entry>& documents, std::string_view key, Diagnostics& problems) {
  auto entry = find_single(documents, key, problems);
  if (!entry) {
    report_key(Code::missing_key, documents.front(), fmt::format("no file gives '{}'", key), problems);
  }
  return entry;
}

std::string read_version(const Entry& entry, Diagnostics& problems) {
  const Node::Kind kind = entry.node->kind;
  if (kind == Node::Kind::integer || kind == Node::Kind::other_number) return entry.node->text;
  return read_text(entry, problems).value_or("");
}

std::vector<Entry> members_of_all(const std::vector<Entry>& mappings, std::string_view what, Diagnostics& problems) {
  std::vector<Entry> members;
  for (const Entry& mapping : mappings) {
    if (!expect_mapping(mapping, what, problems)) continue;
    for (Entry& member : members_of(mapping)) members.push_back(std::move(member));
  }
  return members;
}

std::vector<Entry> root_entries(const std::vector<Node>& roots) {
  std::vector<Entry> documents;
  for (const Node& root : roots) documents.push_back(root_entry(root));
  return documents;
}

}  // namespace socrates::loader
