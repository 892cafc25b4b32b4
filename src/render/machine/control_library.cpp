// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/control_library.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "render/machine/json_form.hpp"
#include "render/sentence.hpp"
#include "socrates/model/frequency.hpp"

namespace socrates::render {
namespace {

using Keys = std::vector<std::pair<std::string_view, Json>>;

/// Lines of YAML; texts in double quotes, as JSON and YAML both have them.
class LibraryWriter {
 public:
  void line(std::size_t depth, std::string_view text) { text_.append(2 * depth, ' ').append(text) += '\n'; }

  void keys(std::size_t depth, const Keys& keys) {
    for (const auto& [key, value] : keys) line(depth, std::string(key) + ": " + plain(value));
  }

  /// An item of a list; what is empty is left out.
  void item(std::size_t depth, const Keys& keys) {
    std::string_view mark = "- ";
    for (const auto& [key, value] : keys) {
      if (value.is_string() && value.get_ref<const std::string&>().empty()) continue;
      line(depth, std::string(mark) + std::string(key) + ": " + plain(value));
      mark = "  ";
    }
  }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  static std::string plain(const Json& value) {
    std::string text = written(value, Layout::line);
    text.pop_back();  // the end of the line
    return text;
  }

  std::string text_;
};

std::string name_within(const model::ControlCatalogue& catalogue) { return "socrates-" + catalogue.id; }

std::string urn(const model::ControlCatalogue& catalogue, std::string_view kind, std::string_view id = {}) {
  std::string text = "urn:socrates:risk:" + std::string(kind) + ":" + name_within(catalogue);
  return id.empty() ? text : text + ":" + base::lower(id);
}

/// `2026.12` is 202612, as versions of libraries are whole numbers.
long long whole_version(const std::string& version) {
  long long number = 0;
  for (const char c : version.substr(0, 12))
    if (c >= '0' && c <= '9') number = 10 * number + (c - '0');
  return std::max(number, 1LL);
}

std::string evidence_of(const model::Control& control) {
  if (control.evidence_over_period.empty()) return control.evidence;
  return control.evidence + "\nOver the period: " + control.evidence_over_period;
}

std::string annotation_of(const model::Control& control) {
  std::vector<std::string> served = control.criteria;
  served.insert(served.end(), control.objectives.begin(), control.objectives.end());
  return served.empty() ? std::string(control.why) : control.why + "\nServes " + listed(served, "and") + ".";
}

}  // namespace

std::string ciso_assistant_library(const model::ControlCatalogue& catalogue) {
  const std::string title = "Controls for SOC 1 and SOC 2";
  LibraryWriter writer;
  writer.keys(
      0, {{"urn", urn(catalogue, "library")},
          {"locale", "en"},
          {"ref_id", name_within(catalogue)},
          {"name", title},
          {"description", "The controls that socrates asks about, in its own words. A planning aid, no audit advice."},
          {"copyright", "Apache-2.0"},
          {"version", whole_version(catalogue.version)},
          {"provider", "socrates"},
          {"packager", "socrates"}});
  writer.line(0, "objects:");
  writer.line(1, "reference_controls:");
  for (const model::Control& control : catalogue.controls)
    writer.item(1, {{"urn", urn(catalogue, "function", control.id)},
                    {"ref_id", control.id},
                    {"name", control.title},
                    {"description", control.ask},
                    {"annotation", annotation_of(control)},
                    {"typical_evidence", evidence_of(control)}});
  writer.line(1, "framework:");
  writer.keys(2, {{"urn", urn(catalogue, "framework")},
                  {"ref_id", name_within(catalogue)},
                  {"name", title},
                  {"description", "One requirement for each control, to be audited against."}});
  writer.line(2, "requirement_nodes:");
  for (std::size_t group = 0; group < catalogue.groups.size(); ++group) {
    const model::Named& section = catalogue.groups[group];
    writer.item(2, {{"urn", urn(catalogue, "req_node", section.id)},
                    {"assessable", false},
                    {"depth", 1},
                    {"ref_id", section.id},
                    {"name", section.label}});
    for (const model::Control& control : catalogue.controls) {
      if (control.group != group) continue;
      writer.item(2, {{"urn", urn(catalogue, "req_node", control.id)},
                      {"assessable", true},
                      {"depth", 2},
                      {"parent_urn", urn(catalogue, "req_node", section.id)},
                      {"ref_id", control.id},
                      {"name", control.title},
                      {"description", control.ask},
                      {"annotation", annotation_of(control)},
                      {"typical_evidence", evidence_of(control)},
                      {"reference_controls", Json::array({urn(catalogue, "function", control.id)})}});
    }
  }
  return writer.text();
}

}  // namespace socrates::render
