// SPDX-License-Identifier: Apache-2.0
// A program of the build: reads a shipped rule set or catalogue, proves it, and writes it as a source of the library
// builtin.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iomanip>
#include <iterator>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "builtin/archive.hpp"
#include "socrates/base/code.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/engine/compile.hpp"
#include "socrates/loader/catalogue_loader.hpp"
#include "socrates/loader/draft_loader.hpp"
#include "socrates/loader/engagement_loader.hpp"
#include "socrates/loader/findings_loader.hpp"
#include "socrates/loader/rules_loader.hpp"
#include "socrates/readiness/catalogue_proof.hpp"

namespace {

using namespace socrates;

base::Source read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  base::Source source{path, {std::istreambuf_iterator<char>(file), {}}};
  if (!file) throw std::runtime_error("cannot read " + path);
  return source;
}

void report(const base::Diagnostics& problems) {
  for (const base::Diagnostic& problem : problems.kept())
    std::fprintf(stderr, "%s:%zu:%zu: error: %s [%s]\n", problem.file.c_str(), problem.at.line, problem.at.column,
                 problem.message.c_str(), std::string(base::entry(problem.code).id).c_str());
}

void report(const engine::Finding& finding) {
  std::fprintf(stderr, "%s: error: %s [%s]\n", finding.subject.c_str(), finding.message.c_str(),
               std::string(base::entry(finding.code).id).c_str());
}

template <class... Values>
std::string archived(const Values&... values) {
  builtin::ByteWriter archive;
  archive(values...);
  return archive.bytes();
}

/// As a string literal of three-digit octal escapes, which mean the same whether `char` has a sign or not.
void write_bytes(std::ostream& out, const std::string& bytes) {
  out << "constexpr char bytes[] =" << std::oct << std::setfill('0');
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i % 32 == 0) out << (i == 0 ? "\n\"" : "\"\n\"");
    out << '\\' << std::setw(3) << unsigned{static_cast<unsigned char>(bytes[i])};
  }
  out << std::dec << "\";\n";
}

void write_diagram(std::ostream& out, const engine::DiagramView& diagram) {
  out << "constexpr engine::DiagramNode nodes[] = {";
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
    out << (i % 8 == 0 ? "\n" : "") << '{' << diagram.nodes[i].variable << ',' << diagram.nodes[i].first_edge << "},";
  out << "};\nconstexpr engine::Function edges[] = {";
  for (std::size_t i = 0; i < diagram.edges.size(); ++i) out << (i % 16 == 0 ? "\n" : "") << diagram.edges[i] << ',';
  out << "};\n";
}

void begin_source(std::ostream& out) {
  out << "// Written by compile_rules from files in rules/.\n#include \"builtin/tables.hpp\"\n\n"
         "namespace socrates::builtin {\nnamespace {\n\n";
}

void end_source(std::ostream& out, std::string_view definition) {
  out << "\n}  // namespace\n\n" << definition << "\n\n}  // namespace socrates::builtin\n";
}

/// The order that a file NAME.order lists, an id a line. What it does not list, since the rules have changed, goes
/// last.
std::vector<std::size_t> order_of(const model::RuleSet& rules, const base::Source& listed) {
  std::vector<std::size_t> order;
  std::istringstream lines(listed.text);
  for (std::string id; std::getline(lines, id);)
    if (const auto question = model::find_question(rules, id)) order.push_back(*question);
  for (std::size_t q = 0; q < rules.questions.size(); ++q)
    if (std::find(order.begin(), order.end(), q) == order.end()) order.push_back(q);
  return order;
}

/// Writes the rule set of the files as the table NAME_tables; the last file may be an order of its questions.
bool write_rules(std::ostream& out, const std::string& name, std::vector<base::Source> files,
                 base::Diagnostics& problems) {
  std::optional<base::Source> order;
  if (files.back().name.ends_with(".order")) {
    order = std::move(files.back());
    files.pop_back();
  }
  auto loaded = loader::load_rules(files, problems);
  if (!loaded) return false;
  const engine::Compilation compilation =
      order ? engine::compile_in_order(loaded->rules, order_of(loaded->rules, *order)) : engine::compile(loaded->rules);
  for (const engine::Finding& finding : compilation.findings) report(finding);
  if (!compilation.compiled) return false;
  const engine::CompiledRules& compiled = *compilation.compiled;
  begin_source(out);
  write_bytes(out, archived(compiled.rules, compiled.space, compiled.roots));
  write_diagram(out, compiled.diagram);
  end_source(out, "const RuleTables " + name + "_tables{{bytes, sizeof bytes - 1}, nodes, edges};");
  return true;
}

/// Writes a catalogue as the archive NAME_archive.
template <class Catalogue>
bool write_catalogue(std::ostream& out, const std::string& name, const std::optional<Catalogue>& catalogue) {
  if (!catalogue) return false;
  begin_source(out);
  write_bytes(out, archived(*catalogue));
  end_source(out, "const std::string_view " + name + "_archive{bytes, sizeof bytes - 1};");
  return true;
}

/// The controls of the files, after the table of criteria and that of objectives that they name.
std::optional<model::ControlCatalogue> load_controls(std::vector<base::Source> files, base::Diagnostics& problems) {
  const auto criteria = loader::load_criteria(files.at(0), problems);
  const auto objectives = loader::load_objectives(files.at(1), problems);
  if (!criteria || !objectives) return std::nullopt;
  files.erase(files.begin(), files.begin() + 2);
  auto controls = loader::load_controls(files, *criteria, *objectives, problems);
  if (!controls) return std::nullopt;
  const auto findings = readiness::catalogue_findings({*controls, *criteria, *objectives}, {});
  for (const engine::Finding& finding : findings) report(finding);
  if (!findings.empty()) return std::nullopt;
  return controls;
}

/// The checks of the third file, which name controls of the others; before it stand the tables of criteria and
/// objectives.
std::optional<model::CheckTable> load_checks(std::vector<base::Source> files, base::Diagnostics& problems) {
  const base::Source checks = files.at(2);
  files.erase(files.begin() + 2);
  const auto controls = load_controls(std::move(files), problems);
  return controls ? loader::load_checks(checks, *controls, problems) : std::nullopt;
}

/// The engagement of the first file, with the months of fiscal years that stand in the acceptance rules, the others.
std::optional<model::Engagement> load_engagement(std::vector<base::Source> files, base::Diagnostics& problems) {
  auto engagement = loader::load_engagement(files.front(), problems);
  files.erase(files.begin());
  const auto acceptance = loader::load_rules(files, problems);
  if (!engagement || !acceptance || !model::take_year_months(acceptance->rules, *engagement)) return std::nullopt;
  return engagement;
}

/// The templates of drafts, a file for each kind, in their order.
std::optional<std::vector<model::DraftTemplate>> load_drafts(const std::vector<base::Source>& files,
                                                             base::Diagnostics& problems) {
  std::vector<model::DraftTemplate> drafts;
  for (std::size_t kind = 0; kind < model::draft_ids.size(); ++kind) {
    if (!files.at(kind).name.ends_with("/" + std::string(model::draft_ids[kind]) + ".md"))
      throw std::runtime_error("the template of another draft is expected in the place of " + files[kind].name);
    auto draft = loader::load_draft(static_cast<model::DraftKind>(kind), files[kind], problems);
    if (draft) drafts.push_back(*std::move(draft));
  }
  return drafts.size() == model::draft_ids.size() ? std::optional(std::move(drafts)) : std::nullopt;
}

bool write(std::ostream& out, std::string_view kind, const std::string& name, const std::vector<base::Source>& files,
           base::Diagnostics& problems) {
  if (kind == "rules") return write_rules(out, name, files, problems);
  if (kind == "criteria") return write_catalogue(out, name, loader::load_criteria(files.front(), problems));
  if (kind == "engagement") return write_catalogue(out, name, load_engagement(files, problems));
  if (kind == "objectives") return write_catalogue(out, name, loader::load_objectives(files.front(), problems));
  if (kind == "checks") return write_catalogue(out, name, load_checks(files, problems));
  if (kind == "controls") return write_catalogue(out, name, load_controls(files, problems));
  if (kind == "drafts") return write_catalogue(out, name, load_drafts(files, problems));
  throw std::runtime_error("unknown kind " + std::string(kind));
}

int compile_rules(const std::vector<std::string>& arguments) {
  std::vector<base::Source> files;
  for (auto file = arguments.begin() + 4; file != arguments.end(); ++file) files.push_back(read(*file));
  base::Diagnostics problems;
  std::ofstream out(arguments[3], std::ios::binary);
  const bool is_written = write(out, arguments[1], arguments[2], files, problems);
  report(problems);
  out.close();
  return is_written && problems.empty() && out ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::vector<std::string> arguments(argv, argv + argc);
    if (arguments.size() < 5) throw std::runtime_error("usage: compile_rules KIND NAME OUTPUT FILE...");
    return compile_rules(arguments);
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "compile_rules: %s\n", problem.what());
    return EXIT_FAILURE;
  }
}
