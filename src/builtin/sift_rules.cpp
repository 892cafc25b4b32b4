// SPDX-License-Identifier: Apache-2.0
// sift_rules NAME: lists the questions of a shipped rule set, an id a line, in an order in which its diagram is small.

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <map>
#include <string>

#include "socrates/builtin/rules.hpp"
#include "socrates/engine/compile.hpp"
#include "socrates/engine/sift.hpp"

using namespace socrates;

int main(int argc, char** argv) {
  try {
    const std::map<std::string, const engine::CompiledRules*> shipped{{"selection", &builtin::selection_rules()},
                                                                      {"acceptance", &builtin::acceptance_rules()}};
    engine::Compilation compilation = engine::compile(shipped.at(argc > 1 ? argv[1] : "selection")->rules);
    engine::CompiledRules& compiled = compilation.compiled.value();
    const std::size_t before = compiled.diagram.nodes.size();
    engine::sift(compiled);
    for (const std::size_t q : engine::order_of(compiled.space))
      std::printf("%s\n", compiled.rules.questions[q].id.c_str());
    std::fprintf(stderr, "%zu nodes, %zu before\n", compiled.diagram.nodes.size(), before);
    return EXIT_SUCCESS;
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "sift_rules: %s\n", problem.what());
    return EXIT_FAILURE;
  }
}
