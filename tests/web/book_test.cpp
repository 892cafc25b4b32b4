// SPDX-License-Identifier: Apache-2.0
#include "socrates/builtin/book.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "catch.hpp"
#include "socrates/builtin/drafts.hpp"
#include "socrates/builtin/rules.hpp"

using namespace socrates;

namespace {

std::string shipped_book() {
  return builtin::archived_book({builtin::selection_rules(), builtin::acceptance_rules(), builtin::readiness_rules(),
                                 builtin::criteria(), builtin::objectives(), builtin::controls(), builtin::checks(),
                                 builtin::engagement(), builtin::drafts()});
}

bool is_same(const engine::CompiledRules& a, const engine::CompiledRules& b) {
  return a.rules == b.rules && a.space == b.space && a.roots == b.roots &&
         std::equal(a.diagram.nodes.begin(), a.diagram.nodes.end(), b.diagram.nodes.begin(), b.diagram.nodes.end()) &&
         std::equal(a.diagram.edges.begin(), a.diagram.edges.end(), b.diagram.edges.begin(), b.diagram.edges.end());
}

}  // namespace

TEST_CASE("a book comes back from its archive as it went in") {
  builtin::Book book(shipped_book());
  CHECK(is_same(book.selection(), builtin::selection_rules()));
  CHECK(is_same(book.acceptance(), builtin::acceptance_rules()));
  CHECK(is_same(book.readiness(), builtin::readiness_rules()));
  CHECK(book.criteria() == builtin::criteria());
  CHECK(book.objectives() == builtin::objectives());
  CHECK(book.controls() == builtin::controls());
  CHECK(book.checks() == builtin::checks());
  CHECK(book.engagement() == builtin::engagement());
  CHECK(book.drafts().size() == builtin::drafts().size());
}

TEST_CASE("what is no archive of a book is refused") {
  const std::string whole = shipped_book();
  CHECK_THROWS_AS(builtin::Book(""), std::logic_error);
  CHECK_THROWS_AS(builtin::Book("{}"), std::logic_error);
  CHECK_THROWS_AS(builtin::Book(std::string(1000, '\xff')), std::logic_error);
  CHECK_THROWS_AS(builtin::Book(whole.substr(0, whole.size() - 1)), std::logic_error);
}
