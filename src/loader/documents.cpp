// SPDX-License-Identifier: Apache-2.0
#include "documents.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "draft.hpp"
#include "format_check.hpp"
#include "questions_loader.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/sha256.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/loader/yaml_reader.hpp"

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
    if (root && is_format_1(root_part(*root), problems)) {
      roots.push_back(*std::move(root));
    } else {
      all_good = false;
    }
  }
  if (!all_good) return std::nullopt;
  return roots;
}

std::vector<Part> find_all(const std::vector<Part>& documents, std::string_view key) {
  std::vector<Part> parts;
  for (const Part& document : documents) {
    if (auto part = find(document, key)) parts.push_back(*std::move(part));
  }
  return parts;
}

std::optional<Part> find_single(const std::vector<Part>& documents, std::string_view key, Diagnostics& problems) {
  const std::vector<Part> parts = find_all(documents, key);
  for (std::size_t i = 1; i < parts.size(); ++i) {
    report_key(Code::repeated_id, parts[i], fmt::format("'{}' is already given at {}", key, place_text(parts[0].named)),
               problems, "only one of the files gives it");
  }
  if (parts.empty()) return std::nullopt;
  return parts.front();
}

std::optional<Part> require_single(const std::vector<Part>& documents, std::string_view key, Diagnostics& problems) {
  auto part = find_single(documents, key, problems);
  if (!part) {
    report_key(Code::missing_key, documents.front(), fmt::format("no file gives '{}'", key), problems);
  }
  return part;
}

std::string read_version(const Part& part, Diagnostics& problems) {
  const Node::Kind kind = part.node->kind;
  if (kind == Node::Kind::integer || kind == Node::Kind::other_number) return part.node->text;
  return read_text(part, problems).value_or("");
}

std::vector<Part> members_of_all(const std::vector<Part>& mappings, std::string_view what, Diagnostics& problems) {
  std::vector<Part> members;
  for (const Part& mapping : mappings) {
    if (!expect_mapping(mapping, what, problems)) continue;
    for (Part& member : members_of(mapping)) members.push_back(std::move(member));
  }
  return members;
}

std::vector<model::SourceReference> read_drawn_from(const Part& document, Diagnostics& problems) {
  Draft draft;
  std::vector<model::SourceReference> sources;
  if (const auto declared = find(document, "sources")) read_sources(*declared, draft, problems);
  const auto drawn_from = find(document, "drawn_from");
  if (!drawn_from || !expect_list(*drawn_from, "a list of sources", problems)) return sources;
  for (const Part& item : items_of(*drawn_from)) {
    const auto id = read_text(item, problems);
    if (!id) continue;
    const auto source = draft.sources.find(*id);
    if (source != draft.sources.end()) {
      sources.push_back(draft.rules.sources[source->second.index]);
      continue;
    }
    report(Code::unknown_source, item, fmt::format("unknown source '{}'", shortened(*id)), problems,
           base::suggestion(*id, ids_of(draft.sources)));
  }
  return sources;
}

std::vector<Part> root_parts(const std::vector<Node>& roots) {
  std::vector<Part> documents;
  for (const Node& root : roots) documents.push_back(root_part(root));
  return documents;
}

}  // namespace socrates::loader
