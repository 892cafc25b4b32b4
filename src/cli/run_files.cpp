// SPDX-License-Identifier: Apache-2.0
#include "cli/run_files.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "cli/files.hpp"
#include "socrates/base/codes.hpp"

namespace socrates::cli {
namespace {

RunFiles* current = nullptr;  // the one of the run; set and read by one thread

bool is_regular(const std::optional<struct stat>& status) { return status && S_ISREG(status->st_mode); }

bool is_same(const struct stat& a, const struct stat& b) { return a.st_dev == b.st_dev && a.st_ino == b.st_ino; }

bool is_within(std::string_view path, std::string_view folder) {
  return folder == "/" || (path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/');
}

std::optional<struct stat> status_of_descriptor(int descriptor) {
  struct stat status {};
  return ::fstat(descriptor, &status) == 0 ? std::optional(status) : std::nullopt;
}

base::Diagnostic no_place_for_output(const std::string& name, std::string message, std::string hint) {
  base::Diagnostic diagnostic{};
  diagnostic.code = base::Code::unwritable_output;
  diagnostic.file = name;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  return diagnostic;
}

}  // namespace

RunFiles::RunFiles(const Given& given) {
  if (current != nullptr) throw std::logic_error("a run within a run");
  for (const auto& [name, values] : given)
    for (const std::string& value : values) {
      named_.push_back(value);
      if (is_folder(value)) folders_.push_back(value);
    }
  if (const auto status = status_of_descriptor(STDERR_FILENO); is_regular(status))
    outputs_.push_back({"<stderr>", {}, status, {}});
  current = this;
}

RunFiles::~RunFiles() { current = nullptr; }

void add_input(const std::string& name, const struct stat& status) {
  if (current == nullptr || !S_ISREG(status.st_mode)) return;
  current->inputs_.push_back({name, status.st_dev, status.st_ino});
}

std::optional<std::string> folder_around(const std::string& path) {
  if (current == nullptr) return std::nullopt;
  const std::vector<std::string>& named = current->named_;
  if (std::find(named.begin(), named.end(), path) != named.end()) return std::nullopt;
  std::optional<std::string> innermost;
  for (const std::string& folder : current->folders_)
    if (is_within(path, folder) && (!innermost || folder.size() > innermost->size())) innermost = folder;
  return innermost;
}

/// Of two that are written on, where they stand, neither takes the place of the other.
bool RunFiles::is_one(const Output& a, const Output& b) const {
  if (a.path.empty() && b.path.empty()) return false;
  return (!a.path.empty() && a.path == b.path) ||
         (is_regular(a.status) && is_regular(b.status) && is_same(*a.status, *b.status));
}

std::optional<std::string> RunFiles::refusal(const Output& output) const {
  for (const Output& other : outputs_) {
    if (!is_one(output, other)) continue;
    if (other.name == output.name) return "two results would go to this file";
    return "two results would go to this file, which is '" + other.name + "' too";
  }
  if (output.writing == Writing::saves) return std::nullopt;
  if (is_regular(output.status))
    for (const Input& input : inputs_) {
      if (input.device != output.status->st_dev || input.inode != output.status->st_ino) continue;
      if (input.name == output.name) return "the result would replace a file that is read";
      return "the result would replace a file that is read, '" + input.name + "'";
    }
  const bool is_template = output.path.ends_with(".md") && output.path.find("/drafts/") != std::string::npos;
  if (output.status && (output.path.ends_with(".yaml") || is_template))
    for (const std::string& folder : folders_)
      if (const std::string real = real_path(folder); !real.empty() && is_within(output.path, real))
        return "the result would replace a file of the folder '" + folder + "'";
  return std::nullopt;
}

std::optional<Claim> claim_output(const std::string& path, Writing writing, base::Diagnostics& problems) {
  const bool is_standard = path.empty() || path == "-";
  Claim claim{is_standard ? "<stdout>" : path, std::nullopt, writing};
  RunFiles::Output output{claim.name, {}, {}, writing};
  if (is_standard) {
    output.status = status_of_descriptor(STDOUT_FILENO);
  } else {
    claim.place = follow(path);
    if (!claim.place) {
      problems.add(no_place_for_output(path, "the result could not be written completely: " + reason(errno), {}));
      return std::nullopt;
    }
    output.status = claim.place->status;
    const bool is_replaced = !claim.place->is_descriptor && (!output.status || is_regular(output.status));
    if (is_replaced) output.path = claim.place->path;
  }
  if (current == nullptr) return claim;
  std::vector<RunFiles::Output>& outputs = current->outputs_;
  const auto is_known = [&](const RunFiles::Output& other) {
    return writing == Writing::saves && other.writing == writing && other.path == output.path;
  };
  if (std::any_of(outputs.begin(), outputs.end(), is_known)) return claim;
  if (std::optional<std::string> refusal = current->refusal(output)) {
    problems.add(no_place_for_output(claim.name, *std::move(refusal), "name another file"));
    return std::nullopt;
  }
  outputs.push_back(std::move(output));
  return claim;
}

void add_written(const struct stat& status) {
  if (current != nullptr) current->written_.push_back({{}, status.st_dev, status.st_ino});
}

bool is_written(const struct stat& status) {
  return current != nullptr &&
         std::any_of(current->written_.begin(), current->written_.end(), [&](const RunFiles::Input& one) {
           return one.device == status.st_dev && one.inode == status.st_ino;
         });
}

}  // namespace socrates::cli
