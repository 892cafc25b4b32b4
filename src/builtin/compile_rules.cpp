// SPDX-License-Identifier: Apache-2.0
// A program of the build: reads the shipped rules, proves them, and writes them as the source that the library builtin
// is made of.

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iomanip>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "archive.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/engine/compile.hpp"
#include "socrates/loader/rules_loader.hpp"

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

template <class... Values>
std::string archived(const Values&... values) {
  std::ostringstream bytes;
  cereal::BinaryOutputArchive archive(bytes);
  archive(values...);
  return std::move(bytes).str();
}

/// As a string literal of three-digit octal escapes, which mean the same whether `char` has a sign or not.
void write_bytes(std::ostream& out, std::string_view name, const std::string& bytes) {
  out << "constexpr char " << name << "_bytes[] =" << std::oct << std::setfill('0');
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i % 32 == 0) out << (i == 0 ? "\n\"" : "\"\n\"");
    out << '\\' << std::setw(3) << unsigned{static_cast<unsigned char>(bytes[i])};
  }
  out << std::dec << "\";\n";
}

void write_source(std::ostream& out, const engine::CompiledRules& compiled, const model::Criteria& criteria) {
  out << "// Written by compile_rules from the files in rules/.\n#include \"builtin/tables.hpp\"\n\n"
         "namespace socrates::builtin {\nnamespace {\n\n";
  write_bytes(out, "rules", archived(compiled.rules, compiled.space, compiled.roots));
  write_bytes(out, "criteria", archived(criteria));
  out << "constexpr engine::DiagramNode nodes[] = {";
  for (std::size_t i = 0; i < compiled.diagram.nodes.size(); ++i)
    out << (i % 8 == 0 ? "\n" : "") << '{' << compiled.diagram.nodes[i].variable << ','
        << compiled.diagram.nodes[i].first_edge << "},";
  out << "};\nconstexpr engine::Function edges[] = {";
  for (std::size_t i = 0; i < compiled.diagram.edges.size(); ++i)
    out << (i % 16 == 0 ? "\n" : "") << compiled.diagram.edges[i] << ',';
  out << "};\n\n}  // namespace\n\n"
         "const std::string_view archived_rules{rules_bytes, sizeof rules_bytes - 1};\n"
         "const std::string_view archived_criteria{criteria_bytes, sizeof criteria_bytes - 1};\n"
         "const std::span<const engine::DiagramNode> diagram_nodes{nodes};\n"
         "const std::span<const engine::Function> diagram_edges{edges};\n\n"
         "}  // namespace socrates::builtin\n";
}

int compile_rules(const std::string& output, const std::string& criteria_file, const std::vector<std::string>& files) {
  base::Diagnostics problems;
  std::vector<base::Source> sources;
  for (const std::string& file : files) sources.push_back(read(file));
  const base::Source criteria_source = read(criteria_file);
  const auto criteria = loader::load_criteria(criteria_source, problems);
  auto loaded = loader::load_rules(sources, problems);
  report(problems);
  if (!criteria || !loaded || !problems.empty()) return EXIT_FAILURE;
  const engine::Compilation compilation = engine::compile(std::move(loaded->rules));
  for (const engine::Finding& finding : compilation.findings)
    std::fprintf(stderr, "%s: error: %s [%s]\n", finding.subject.c_str(), finding.message.c_str(),
                 std::string(base::entry(finding.code).id).c_str());
  if (!compilation.compiled) return EXIT_FAILURE;
  std::ofstream out(output, std::ios::binary);
  write_source(out, *compilation.compiled, *criteria);
  out.close();
  return out ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::vector<std::string> arguments(argv, argv + argc);
    if (arguments.size() < 4) throw std::runtime_error("usage: compile_rules OUTPUT CRITERIA SELECTION...");
    return compile_rules(arguments[1], arguments[2], {arguments.begin() + 3, arguments.end()});
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "compile_rules: %s\n", problem.what());
    return EXIT_FAILURE;
  }
}
