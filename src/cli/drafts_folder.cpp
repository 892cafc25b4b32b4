// SPDX-License-Identifier: Apache-2.0
#include "cli/drafts_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "cli/files.hpp"
#include "cli/folder_files.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/builtin/drafts.hpp"
#include "socrates/loader/draft_loader.hpp"

namespace socrates::cli {

std::optional<std::vector<model::DraftTemplate>> read_drafts(const std::string& folder, base::Diagnostics& problems) {
  std::vector<model::DraftTemplate> drafts = builtin::drafts();
  const std::string own = folder + "/drafts";
  if (folder.empty() || !is_folder(own)) return drafts;
  const std::size_t before = problems.count();
  const std::optional<std::vector<std::string>> paths = files_ending(".md", own, problems);
  if (!paths) return std::nullopt;
  const std::vector<std::string> ids(model::draft_ids.begin(), model::draft_ids.end());
  for (const std::string& path : *paths) {
    const std::string id = path.substr(own.size() + 1, path.size() - own.size() - 1 - std::string_view(".md").size());
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found == ids.end()) {
      base::Diagnostic diagnostic{};
      diagnostic.code = base::Code::unknown_draft;
      diagnostic.file = path;
      diagnostic.message = fmt::format("there is no draft of the kind '{}'", id);
      diagnostic.hint = base::suggestion(id, ids);
      problems.add(std::move(diagnostic));
      continue;
    }
    const auto kind = static_cast<std::size_t>(found - ids.begin());
    const std::optional<base::Source> file = read_source(path, problems);
    auto draft = file ? loader::load_draft(static_cast<model::DraftKind>(kind), *file, problems) : std::nullopt;
    if (draft) drafts[kind] = *std::move(draft);
  }
  if (problems.count() != before) return std::nullopt;
  return drafts;
}

std::optional<model::DraftTemplate> read_draft(const std::string& folder, model::DraftKind kind,
                                               base::Diagnostics& problems) {
  std::optional<std::vector<model::DraftTemplate>> drafts = read_drafts(folder, problems);
  if (!drafts) return std::nullopt;
  return std::move((*drafts)[static_cast<std::size_t>(kind)]);
}

}  // namespace socrates::cli
