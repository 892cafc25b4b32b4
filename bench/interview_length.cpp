// SPDX-License-Identifier: Apache-2.0
// interview_length LIKELIHOODS SAMPLE SEED ANSWERS...: how many questions the interview asks. For each answers file, if
// the person answers as the file says (what it leaves open is skipped); then the worst case and the mean over a sample
// of organizations, drawn by the stated likelihoods from those that do not contradict themselves.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "likelihoods.hpp"
#include "socrates/builtin/rules.hpp"
#include "socrates/interview/interview.hpp"
#include "socrates/loader/answers_loader.hpp"

namespace {

using namespace socrates;

constexpr base::Date today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}};

base::Source read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  return {path, {std::istreambuf_iterator<char>(file), {}}};
}

[[noreturn]] void fail(const base::Diagnostics& problems) {
  const base::Diagnostic& first = problems.kept().at(0);
  throw std::runtime_error(fmt::format("{}:{}: {}", first.file, first.at.line, first.message));
}

/// What an interview asks of somebody who answers so, and where it ends.
struct Course {
  std::size_t asked = 0;
  interview::Interview end;
};

Course course_of(const engine::CompiledRules& compiled, const model::Answers& person) {
  Course course{0, *interview::Interview::begin(compiled, model::Answers(person.size()))};
  for (; course.end.question(); ++course.asked) {
    const model::Answer& answer = person[*course.end.question()];
    if (model::is_complete(answer)) {
      course.end.answer(answer);
    } else {
      course.end.skip();
    }
  }
  return course;
}

/// What is needed in the end: `SOC 1 and SOC 2`, `no report`; optional ones do not count.
std::string need_of(const interview::Interview& end) {
  std::string need;
  const model::RuleSet& rules = end.compiled().rules;
  for (const auto& [id, name] :
       std::array<std::pair<const char*, const char*>, 3>{{{"soc1", "SOC 1"}, {"soc2", "SOC 2"}, {"soc3", "SOC 3"}}}) {
    const auto decision = model::find_decision(rules, id);
    if (!decision) continue;
    const auto& possible = end.outcome().decisions[*decision].possible;
    if (possible.size() > 1) return "undecided";
    const std::string& value = rules.decisions[*decision].values[possible.front()].id;
    if (value == "recommended" || value == "required") need += (need.empty() ? "" : " and ") + std::string(name);
  }
  return need.empty() ? "no report" : need;
}

void measure_files(const engine::CompiledRules& compiled, const std::vector<std::string>& files) {
  const model::ControlCatalogue& controls = builtin::controls();
  for (const std::string& path : files) {
    const base::Source source = read(path);
    base::Diagnostics problems;
    const auto loaded = loader::load_answers(source, {compiled.rules, controls}, today, problems);
    if (!loaded) fail(problems);
    const Course course = course_of(compiled, loaded->answers);
    fmt::print("{:>3} of {}  {:<40} {}\n", course.asked, compiled.rules.questions.size(), path, need_of(course.end));
  }
}

struct Lengths {
  std::size_t count = 0;
  std::size_t sum = 0;
  std::size_t worst = 0;

  void add(std::size_t length) {
    ++count;
    sum += length;
    worst = std::max(worst, length);
  }
};

std::string text_of(const Lengths& lengths) {
  return fmt::format("mean {:5.2f}, worst {:>2}", static_cast<double>(lengths.sum) / static_cast<double>(lengths.count),
                     lengths.worst);
}

void measure_sample(const engine::CompiledRules& compiled, const std::string& likelihoods, std::size_t size,
                    std::uint64_t seed) {
  const base::Source source = read(likelihoods);
  base::Diagnostics problems;
  const auto profiles = bench::read_likelihoods(source, compiled.rules, problems);
  if (!profiles) fail(problems);
  worlds::Draw draw(seed);
  Lengths all;
  std::map<std::string, Lengths> by_need;
  while (all.count < size) {
    const model::Answers person = bench::draw_answers(*profiles, compiled.rules, draw);
    if (!interview::Interview::begin(compiled, person)) continue;
    const Course course = course_of(compiled, person);
    all.add(course.asked);
    by_need[need_of(course.end)].add(course.asked);
  }
  fmt::print("\nsample of {} by {}, seed {}: {}\n", size, likelihoods, seed, text_of(all));
  for (const auto& [need, lengths] : by_need)
    fmt::print("  {:>5.1f} %  {}  {}\n", 100.0 * static_cast<double>(lengths.count) / static_cast<double>(size),
               text_of(lengths), need);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: interview_length LIKELIHOODS SAMPLE SEED ANSWERS...\n", stderr);
    return 2;
  }
  try {
    const engine::CompiledRules& compiled = builtin::selection_rules();
    measure_files(compiled, {argv + 4, argv + argc});
    measure_sample(compiled, argv[1], std::stoul(argv[2]), std::stoull(argv[3]));
    return 0;
  } catch (const std::exception& problem) {
    fmt::print(stderr, "interview_length: {}\n", problem.what());
    return 2;
  }
}
