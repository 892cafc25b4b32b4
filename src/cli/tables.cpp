// SPDX-License-Identifier: Apache-2.0
#include "socrates/builtin/rules.hpp"
#include "socrates/cli/files.hpp"
#include "socrates/cli/inputs.hpp"
#include "socrates/loader/catalogue_loader.hpp"

namespace socrates::cli {

std::optional<model::Criteria> read_criteria(const std::string& folder, base::Diagnostics& problems) {
  const std::string path = folder + "/criteria.yaml";
  if (folder.empty() || !is_file(path)) return builtin::criteria();
  const std::optional<base::Source> file = read_source(path, problems);
  return file ? loader::load_criteria(*file, problems) : std::nullopt;
}

std::optional<model::Objectives> read_objectives(const std::string& folder, base::Diagnostics& problems) {
  const std::string path = folder + "/objectives.yaml";
  if (folder.empty() || !is_file(path)) return builtin::objectives();
  const std::optional<base::Source> file = read_source(path, problems);
  return file ? loader::load_objectives(*file, problems) : std::nullopt;
}

std::optional<model::ControlCatalogue> read_controls(const std::string& folder, const model::Criteria& criteria,
                                                     const model::Objectives& objectives, base::Diagnostics& problems) {
  const std::string own = folder + "/controls";
  if (folder.empty() || !is_folder(own)) return builtin::controls();
  const std::optional<std::vector<base::Source>> files = read_rule_set_files(own, problems);
  return files ? loader::load_controls(*files, criteria, objectives, problems) : std::nullopt;
}

}  // namespace socrates::cli
