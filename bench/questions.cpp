// SPDX-License-Identifier: Apache-2.0
// questions ANSWERS...: how many questions an interview puts to somebody who would answer as the files say, and how
// many of them a form that asks everything would put. Prints a line for each file, then the median.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "socrates/builtin/rules.hpp"
#include "socrates/interview/interview.hpp"
#include "socrates/loader/answers_loader.hpp"

namespace {

using namespace socrates;

/// Questions that were put, answered or not.
std::size_t length_of(const engine::CompiledRules& compiled, const model::Answers& answers) {
  auto interview = interview::Interview::begin(compiled, model::Answers(compiled.rules.questions.size()));
  std::size_t put = 0;
  while (interview && interview->question()) {
    const model::Answer& answer = answers[*interview->question()];
    ++put;
    if (model::is_unknown(answer) || !interview->answer(answer).empty()) interview->skip();
  }
  return put;
}

int measure(const std::vector<std::string>& files) {
  const engine::CompiledRules compiled = builtin::rules();
  const base::Date today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}};
  std::vector<std::size_t> lengths;
  for (const std::string& name : files) {
    std::ifstream file(name, std::ios::binary);
    const base::Source source{name, {std::istreambuf_iterator<char>(file), {}}};
    base::Diagnostics problems;
    const auto loaded = loader::load_answers(source, compiled.rules, today, problems);
    if (!loaded) {
      std::fprintf(stderr, "%s: cannot be read as answers\n", name.c_str());
      return 2;
    }
    lengths.push_back(length_of(compiled, loaded->answers));
    std::printf("%3zu of %zu  %s\n", lengths.back(), compiled.rules.questions.size(), name.c_str());
  }
  std::sort(lengths.begin(), lengths.end());
  std::printf("median %zu, most %zu\n", lengths[lengths.size() / 2], lengths.back());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: questions ANSWERS...\n");
    return 2;
  }
  try {
    return measure({argv + 1, argv + argc});
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "questions: %s\n", problem.what());
    return 2;
  }
}
