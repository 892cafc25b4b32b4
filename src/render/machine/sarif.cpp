// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/sarif.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/machine/json_form.hpp"
#include "render/sentence.hpp"

namespace socrates::render {
namespace {

/// A path as a relative URI, or from the root as one of a file: what a URI cannot hold is percent-encoded.
std::string uri_of(std::string_view path) {
  constexpr std::string_view unreserved = "-._~/";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const bool is_word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_word || unreserved.find(c) != std::string_view::npos)
      uri += c;
    else
      uri += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return uri;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

/// The line is whole where the caret stands at the column; else it is a window, and bytes have to do.
Json region_of(const base::Diagnostic& diagnostic) {
  const bool is_whole = diagnostic.caret + 1 == diagnostic.at.column && diagnostic.caret <= diagnostic.line.size();
  const std::string_view line = diagnostic.line;
  const std::size_t column = is_whole ? code_points(line.substr(0, diagnostic.caret)) + 1 : diagnostic.at.column;
  const std::size_t length =
      is_whole ? code_points(line.substr(diagnostic.caret, std::min(diagnostic.length, line.size() - diagnostic.caret)))
               : diagnostic.length;
  return {{"startLine", diagnostic.at.line}, {"startColumn", column}, {"endColumn", column + length}};
}

const char* level_of(const base::CodeEntry& entry) {
  return entry.severity == base::Severity::error ? "error" : "warning";
}

Json rules_form(const std::vector<base::Diagnostic>& diagnostics) {
  Json rules = Json::array();
  for (const base::CodeEntry& entry : base::codes()) {
    const bool is_used = std::any_of(diagnostics.begin(), diagnostics.end(),
                                     [&](const base::Diagnostic& diagnostic) { return diagnostic.code == entry.code; });
    if (!is_used) continue;
    const std::string summary = capitalized(std::string(entry.summary)) + ".";
    rules.push_back({{"id", entry.id},
                     {"name", entry.name},
                     {"shortDescription", {{"text", summary}}},
                     {"fullDescription", {{"text", fmt::format("{} {}", summary, entry.help)}}},
                     {"help", {{"text", entry.help}}},
                     {"defaultConfiguration", {{"level", level_of(entry)}}}});
  }
  return rules;
}

Json result_form(const base::Diagnostic& diagnostic) {
  std::string message = diagnostic.message;
  if (!diagnostic.hint.empty()) message += "; " + diagnostic.hint;
  const base::CodeEntry& entry = base::entry(diagnostic.code);
  Json result = {{"ruleId", entry.id}, {"level", level_of(entry)}, {"message", {{"text", message}}}};
  if (diagnostic.file.empty()) return result;
  Json place = {{"artifactLocation", {{"uri", uri_of(diagnostic.file)}}}};
  if (diagnostic.at.line != 0) place["region"] = region_of(diagnostic);
  result["locations"] = Json::array({{{"physicalLocation", std::move(place)}}});
  return result;
}

}  // namespace

std::string sarif(const std::vector<base::Diagnostic>& diagnostics, std::string_view program_version) {
  Json results = Json::array();
  for (const base::Diagnostic& diagnostic : diagnostics) results.push_back(result_form(diagnostic));
  // No informationUri and no helpUri: both have to be absolute, and the program has no address to promise. What the
  // pages say of a code stands in full under fullDescription and help.
  Json driver = {{"name", "socrates"}, {"version", program_version}, {"rules", rules_form(diagnostics)}};
  Json run = {
      {"tool", {{"driver", std::move(driver)}}}, {"columnKind", "unicodeCodePoints"}, {"results", std::move(results)}};
  return written({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                  {"version", "2.1.0"},
                  {"runs", Json::array({std::move(run)})}},
                 Layout::indented);
}

}  // namespace socrates::render
