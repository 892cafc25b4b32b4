// SPDX-License-Identifier: Apache-2.0
// The answers that an explanation names, on the examples: alone they are enough, and without any one question they are
// not.
#include "socrates/engine/explanation.hpp"

#include <algorithm>

#include "catch.hpp"
#include "effort.hpp"
#include "shipped.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/loader/answers_loader.hpp"

using namespace socrates;
using test::today;

namespace {

bool fires(const model::Answers& answers, std::size_t d, std::size_t r) {
  const engine::CompiledRules& shipped = test::shipped();
  const auto outcome = engine::evaluate_values(shipped, answers);
  const auto explanations = engine::explain(shipped, answers, *outcome);
  return std::any_of(explanations[d].fired.begin(), explanations[d].fired.end(),
                     [&](const engine::FiredRule& fired) { return fired.rule == r; });
}

void check_fired(const engine::FiredRule& fired, std::size_t d) {
  CHECK(fires(fired.answers, d, fired.rule));
  for (std::size_t q = 0; q < fired.answers.size(); ++q) {
    if (model::is_unknown(fired.answers[q])) continue;
    model::Answers fewer = fired.answers;
    fewer[q] = model::Unknown{};
    CHECK_FALSE(fires(fewer, d, fired.rule));
  }
}

}  // namespace

TEST_CASE("the answers named for the rules of an example make them apply, and each is needed") {
  const engine::CompiledRules& shipped = test::shipped();
  const auto files =
      tests::share_of(std::vector<std::string>{"examples/payroll-processor.json", "examples/saas.json",
                                               "examples/drone-maker.json", "examples/payroll-undecided.json"});
  std::size_t rules = 0;
  for (const std::string& file : files) {
    const base::Source source = test::project_file(file);
    base::Diagnostics problems;
    const auto loaded = loader::load_answers(source, shipped.rules, today, problems);
    REQUIRE(loaded);
    const auto outcome = engine::evaluate(shipped, loaded->answers);
    const auto explanations = engine::explain(shipped, loaded->answers, *outcome);
    for (const std::string id : {"soc1", "soc1_type", "soc2_type"}) {
      const std::size_t d = model::find_decision(shipped.rules, id).value();
      for (const engine::FiredRule& fired : explanations[d].fired) {
        INFO(file << " " << shipped.rules.decisions[d].rules[fired.rule].id);
        check_fired(fired, d);
        ++rules;
      }
    }
  }
  CHECK(rules > 15 * files.size() / 4);
}
