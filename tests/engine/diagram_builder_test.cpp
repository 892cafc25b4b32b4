// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/diagram_builder.hpp"

#include <algorithm>

#include "catch.hpp"
#include "diagram_check.hpp"
#include "worlds/draw.hpp"

namespace socrates::tests {
namespace {

using engine::Function;
using engine::Join;

constexpr Function none = engine::no_value;
constexpr Function clash = engine::clashing_values;
constexpr Function impossible = engine::impossible_leaf;

using Table = std::vector<Function>;

/// The function of two three-valued variables with these leaves, row by row.
Function function_of(engine::DiagramBuilder& builder, const Table& table) {
  Function result = 0;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const Function here = builder.join(Join::conjunction, builder.test(0, std::uint64_t{1} << (i / 3), 1, 0),
                                       builder.test(1, std::uint64_t{1} << (i % 3), 1, 0));
    result = builder.join(Join::highest, result, builder.relabel(here, {0, table[i]}));
  }
  return result;
}

Table table_of(const engine::DiagramBuilder& builder, Function f) {
  Table table;
  for (std::size_t a = 0; a < 3; ++a)
    for (std::size_t b = 0; b < 3; ++b) table.push_back(leaf_of(builder.view(), f, {a, b}));
  return table;
}

Table random_table(worlds::Draw& draw, const std::vector<Function>& leaves) {
  Table table(9);
  for (Function& leaf : table) leaf = draw.one_of(leaves);
  return table;
}

/// What the names of the joins promise.
Function expected_leaf(Join how, Function a, Function b) {
  switch (how) {
    case Join::conjunction:
      return a == 1 && b == 1 ? 1 : 0;
    case Join::disjunction:
      return a == 1 || b == 1 ? 1 : 0;
    case Join::highest:
      return a > b ? a : b;
    case Join::agree:
      return a == none ? b : b == none || a == b ? a : clash;
    case Join::where:
      return a == 1 ? b : impossible;
  }
  return 0;
}

struct JoinCase {
  const char* name;
  Join how;
  std::vector<Function> left;
  std::vector<Function> right;
};

const std::vector<JoinCase>& join_cases() {
  static const std::vector<JoinCase> cases{
      {"conjunction", Join::conjunction, {0, 1}, {0, 1}},
      {"disjunction", Join::disjunction, {0, 1}, {0, 1}},
      {"highest", Join::highest, {0, 1, 2, 3, 60}, {0, 1, 2, 3, 60}},
      {"agree", Join::agree, {0, 1, 2, none}, {0, 1, 2, none}},
      {"agree after a clash", Join::agree, {0, 1, none, clash}, {0, 1, none}},
      {"where", Join::where, {0, 1}, {0, 1, 2, none, clash}},
  };
  return cases;
}

}  // namespace

TEST_CASE("a join of two leaves is the leaf that its name promises") {
  engine::Effort effort;
  engine::DiagramBuilder builder({3, 3}, effort);
  for (const auto& [name, how, left, right] : join_cases())
    for (const Function a : left)
      for (const Function b : right) {
        INFO(name << " of " << a << " and " << b);
        CHECK(builder.join(how, a, b) == expected_leaf(how, a, b));
      }
}

TEST_CASE("a join of functions joins their leaves everywhere") {
  worlds::Draw draw(1);
  for (const auto& [name, how, left, right] : join_cases())
    for (int turn = 0; turn < 200; ++turn) {
      engine::Effort effort;
      engine::DiagramBuilder builder({3, 3}, effort);
      const Table a = random_table(draw, left);
      const Table b = random_table(draw, right);
      Table expected;
      for (std::size_t i = 0; i < a.size(); ++i) expected.push_back(expected_leaf(how, a[i], b[i]));
      INFO(name << " turn " << turn);
      const Function f = function_of(builder, a);
      const Function g = function_of(builder, b);
      REQUIRE(table_of(builder, f) == a);
      REQUIRE(table_of(builder, builder.join(how, f, g)) == expected);
    }
}

TEST_CASE("a join with a leaf is right on either side") {
  worlds::Draw draw(2);
  for (const auto& [name, how, left, right] : join_cases())
    for (int turn = 0; turn < 50; ++turn) {
      engine::Effort effort;
      engine::DiagramBuilder builder({3, 3}, effort);
      const Table a = random_table(draw, left);
      const Table b = random_table(draw, right);
      Table on_right;
      Table on_left;
      for (std::size_t i = 0; i < a.size(); ++i) {
        on_right.push_back(expected_leaf(how, a[i], b.front()));
        on_left.push_back(expected_leaf(how, a.front(), b[i]));
      }
      INFO(name << " turn " << turn);
      REQUIRE(table_of(builder, builder.join(how, function_of(builder, a), b.front())) == on_right);
      REQUIRE(table_of(builder, builder.join(how, a.front(), function_of(builder, b))) == on_left);
    }
}

TEST_CASE("equal functions are one node, in whatever way they were made") {
  worlds::Draw draw(3);
  for (int turn = 0; turn < 200; ++turn) {
    engine::Effort effort;
    engine::DiagramBuilder builder({3, 3}, effort);
    const Table table = random_table(draw, {0, 1, 2, none});
    const Function f = function_of(builder, table);
    const Function again = builder.relabel(builder.relabel(f, {5, 6, 7}), {9, 9, 9, 9, 9, 0, 1, 2});
    const Function joined = builder.join(Join::highest, f, builder.test(1, 0, 1, 0));
    REQUIRE(again == f);
    REQUIRE(joined == f);
    REQUIRE(defects(builder.view()).empty());
  }
}

TEST_CASE("a test that holds for all values, or for none, is a leaf") {
  engine::Effort effort;
  engine::DiagramBuilder builder({3, 2}, effort);
  CHECK(builder.test(0, 0b111, 5, 6) == 5);
  CHECK(builder.test(0, 0, 5, 6) == 6);
  CHECK(builder.test(0, 0b101, 5, 5) == 5);
  CHECK(builder.size() == 0);
}

TEST_CASE("a test leads each value to its leaf, and the same test is the same node") {
  engine::Effort effort;
  engine::DiagramBuilder builder({3, 2}, effort);
  const Function f = builder.test(0, 0b101, 5, 6);
  CHECK(leaf_of(builder.view(), f, {0, 0}) == 5);
  CHECK(leaf_of(builder.view(), f, {1, 0}) == 6);
  CHECK(leaf_of(builder.view(), f, {2, 0}) == 5);
  CHECK(builder.test(0, 0b010, 6, 5) == f);
  CHECK(builder.test(1, 0b01, 5, 6) != f);
  CHECK(builder.size() == 2);
}

TEST_CASE("a variable of 64 values is told apart to the last") {
  engine::Effort effort;
  engine::DiagramBuilder builder({64}, effort);
  const Function f = builder.test(0, std::uint64_t{1} << 63U, 1, 0);
  CHECK(leaf_of(builder.view(), f, {63}) == 1);
  CHECK(leaf_of(builder.view(), f, {62}) == 0);
  CHECK(builder.test(0, ~std::uint64_t{0}, 1, 0) == 1);
}

TEST_CASE("relabelling changes the leaves in its table and no other") {
  engine::Effort effort;
  engine::DiagramBuilder builder({3, 3}, effort);
  const Function f = function_of(builder, {0, 1, 2, 3, 4, 5, 0, 1, none});
  CHECK(table_of(builder, builder.relabel(f, {7, 8, 9})) == Table{7, 8, 9, 3, 4, 5, 7, 8, none});
  CHECK(builder.relabel(f, {}) == f);
  CHECK(builder.relabel(4, {1, 1, 1}) == 4);
}

TEST_CASE("a function negated twice is itself, and joins with its negation to a leaf") {
  engine::Effort effort;
  engine::DiagramBuilder builder({3, 3}, effort);
  const Function f = function_of(builder, {0, 1, 0, 1, 1, 0, 0, 0, 1});
  const Function g = builder.negation(f);
  CHECK(g != f);
  CHECK(builder.negation(g) == f);
  CHECK(builder.join(Join::conjunction, f, g) == 0);
  CHECK(builder.join(Join::disjunction, f, g) == 1);
}

TEST_CASE("a diagram that outgrows its limit names it, and is never too large") {
  engine::Effort effort({5, 1'000});
  engine::DiagramBuilder builder(std::vector<std::uint8_t>(12, 2), effort);
  const auto build = [&] {
    Function all = 1;
    for (std::size_t variable = 0; variable < 12; ++variable)
      all = builder.join(Join::conjunction, all, builder.test(variable, 2, 1, 0));
  };
  CHECK_THROWS_WITH(build(), "a decision diagram of more than 5 nodes");
  CHECK(builder.size() == 5);
}

TEST_CASE("a diagram exactly at its limit is built") {
  engine::Effort effort({2, 1'000});
  engine::DiagramBuilder builder({2, 2}, effort);
  const Function a = builder.test(0, 2, 1, 0);
  const Function b = builder.test(1, 2, 1, 0);
  CHECK(a != b);
  CHECK(effort.taken().nodes == 2);
  CHECK(builder.test(0, 2, 1, 0) == a);
  CHECK_THROWS_AS(builder.test(0, 1, 1, 0), engine::TooMuchWork);
}

TEST_CASE("a node of many values counts as several") {
  engine::Effort effort({8, 1'000});
  engine::DiagramBuilder builder({64, 2}, effort);
  builder.test(1, 1, 1, 0);
  CHECK_THROWS_AS(builder.test(0, 1, 1, 0), engine::TooMuchWork);
}

TEST_CASE("more variables than the limit are refused at once") {
  engine::Effort effort;
  const std::vector<std::uint8_t> many(engine::most_variables, 2);
  const engine::DiagramBuilder builder(many, effort);
  CHECK(builder.size() == 0);
  CHECK_THROWS_WITH(engine::DiagramBuilder(std::vector<std::uint8_t>(engine::most_variables + 1, 2), effort),
                    "a decision diagram of more than 5000 variables");
}

}  // namespace socrates::tests
