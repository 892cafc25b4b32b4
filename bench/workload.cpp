// SPDX-License-Identifier: Apache-2.0
// workload LIKELIHOODS COUNT SEED [PERCENT]: COUNT records for `batch recommend`, a line each, drawn by the stated
// likelihoods from organizations that answer every question and do not contradict themselves. Of PERCENT (0) of them
// some answers are left out.

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "likelihoods.hpp"
#include "socrates/builtin/rules.hpp"
#include "socrates/render/answers.hpp"

namespace {

using namespace socrates;

base::Source read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  return {path, {std::istreambuf_iterator<char>(file), {}}};
}

/// One way from the root to a leaf: the answers are complete.
bool is_possible(const engine::CompiledRules& compiled, const model::Answers& answers) {
  const engine::Allowed allowed = engine::allowed_by(compiled.space, answers);
  engine::Function f = compiled.roots.possible;
  while (f >= engine::leaf_limit) {
    std::size_t value = 0;
    while (((allowed[engine::variable_of(compiled.diagram, f)] >> value) & 1U) == 0) ++value;
    f = engine::child_of(compiled.diagram, f, value);
  }
  return f == 1;
}

void forget_some(model::Answers& answers, worlds::Draw& draw) {
  for (model::Answer& answer : answers)
    if (draw.chance(15)) answer = model::Unknown();
}

void write(const std::vector<bench::Profile>& profiles, const engine::CompiledRules& compiled, std::size_t count,
           worlds::Draw& draw, unsigned percent_partial) {
  for (std::size_t written = 0; written < count;) {
    model::Answers answers = bench::draw_answers(profiles, compiled.rules, draw);
    if (!is_possible(compiled, answers)) continue;
    if (draw.chance(percent_partial)) forget_some(answers, draw);
    std::string line = render::answers_json(compiled.rules, answers, render::Unknowns::left_out, render::Lines::one);
    line.pop_back();
    ++written;
    fmt::print("{{\"id\":\"customer-{:07}\",\"answers\":{}}}\n", written, line);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: workload LIKELIHOODS COUNT SEED [PERCENT]\n", stderr);
    return 2;
  }
  try {
    const engine::CompiledRules& compiled = builtin::selection_rules();
    const base::Source source = read(argv[1]);
    base::Diagnostics problems;
    const auto profiles = bench::read_likelihoods(source, compiled.rules, problems);
    if (!profiles) throw std::runtime_error(problems.kept().at(0).message);
    worlds::Draw draw(std::stoull(argv[3]));
    write(*profiles, compiled, std::stoul(argv[2]), draw, argc > 4 ? static_cast<unsigned>(std::stoul(argv[4])) : 0U);
    return std::fflush(stdout) == 0 ? 0 : 2;
  } catch (const std::exception& problem) {
    fmt::print(stderr, "workload: {}\n", problem.what());
    return 2;
  }
}
