// SPDX-License-Identifier: Apache-2.0
#include "loader/inputs/cell_values.hpp"

#include "catch.hpp"
#include "socrates/base/date.hpp"

using namespace socrates;
using loader::read_date;
using Kind = model::Shape::Kind;

namespace {

/// The value of a cell as JSON would show it, or how many problems there are.
std::string value(const std::string& text, Kind kind, const std::vector<std::string>& dates = {},
                  std::string_view decimal = {}) {
  const base::Source source{"deals.csv", text};
  base::Diagnostics problems;
  model::Shape shape;
  shape.kind = kind;
  shape.words = {"processing_integrity", "soc2"};
  shape.also = {"SOC 2"};
  shape.of = {model::Shape()};
  shape.of.front().kind = Kind::text;
  const auto node = loader::value_of_cell({text, {&source, 0, text.size()}}, shape, {dates, decimal}, problems);
  CHECK(node.has_value() == problems.empty());
  return node ? loader::dump(*node) : problems.kept().front().message;
}

std::string day(std::string_view form, std::string_view text) {
  const auto date = read_date(form, text);
  return date ? base::to_text(*date) : "none";
}

}  // namespace

TEST_CASE("days are read as their form says, and a time behind them is passed over") {
  CHECK(day("YYYY-MM-DD", "2027-01-14") == "2027-01-14");
  CHECK(day("YYYY-MM-DD", "2027-01-14T23:59:59+02:00") == "2027-01-14");
  CHECK(day("YYYY-MM-DD", "2027-01-14 08:00") == "2027-01-14");
  CHECK(day("MM/DD/YYYY", "1/4/2027") == "2027-01-04");
  CHECK(day("D.M.YYYY", "04.01.2027") == "2027-01-04");
  CHECK(day("M/D/YY", "1/4/27") == "2027-01-04");
  CHECK(day("D MMM YYYY", "4 January 2027") == "2027-01-04");
  CHECK(day("MMM D, YYYY", "Jan 4, 2027") == "2027-01-04");
  CHECK(day("epoch_ms", "1799884800000") == "2027-01-14");
  CHECK(day("epoch_s", "1799884800") == "2027-01-14");
  for (const char* text : {"2027-01-14x", "2027-01-14 ", "2027-02-30", "27-01-14", "14/01/2027", "", "2027-01"})
    CHECK(day("YYYY-MM-DD", text) == "none");
  CHECK(day("MM/DD/YYYY", "13/01/2027") == "none");
  CHECK(day("epoch_ms", "-5") == "none");
  CHECK(day("epoch_ms", "99999999999999999") == "none");
}

TEST_CASE("a form of dates has a year, a month and a day, once each") {
  for (const char* form : {"YYYY-MM-DD", "D.M.YY", "MMM D, YYYY", "epoch_ms", "YYYYMMDD"})
    CHECK(loader::parse_date_form(form) == form);
  for (const char* form : {"", "YYYY-MM", "DD/DD/YYYY", "YYY-MM-DD", "iso", "MM/DD/YYYY HH:MM", "dd.mm.yyyy", "epoch"})
    CHECK_FALSE(loader::parse_date_form(form));
}

TEST_CASE("a day that may be two days is refused, and so is one of no form") {
  CHECK(value("10/02/2026", Kind::date, {"MM/DD/YYYY", "DD/MM/YYYY"}) == "'10/02/2026' is 2026-10-02 or 2026-02-10");
  CHECK(value("25/02/2026", Kind::date, {"MM/DD/YYYY", "DD/MM/YYYY"}) == "\"2026-02-25\"");
  CHECK(value("02/02/2026", Kind::date, {"MM/DD/YYYY", "DD/MM/YYYY"}) == "\"2026-02-02\"");
  CHECK(value("soon", Kind::date) == "'soon' is not a day written as YYYY-MM-DD");
}

TEST_CASE("amounts are read with what people put around them, and never by a guess") {
  CHECK(value("50000", Kind::number) == "50000");
  CHECK(value("$50,000.00", Kind::number) == "50000.00");
  CHECK(value("USD 1,250,000", Kind::number) == "1250000");
  CHECK(value("1.250.000,50 €", Kind::number) == "1250000.50");
  CHECK(value("1'250'000.50", Kind::number) == "1250000.50");
  CHECK(value("12,5", Kind::number) == "12.5");
  CHECK(value("50,000", Kind::number) == "50000");
  CHECK(value("1.234", Kind::number) == "'1.234' may have thousands or cents");
  CHECK(value("1.234", Kind::number, {}, ",") == "1234");
  CHECK(value("33333.333", Kind::number) == "33333.33");
  CHECK(value("1.234", Kind::number, {}, ".") == "1.23");
  CHECK(value("5.0E4", Kind::number) == "50000.00");
  for (const char* text : {"-5", "(500)", "abc", "1,23,4", "12..5", "1,2.3,4"})
    CHECK(value(text, Kind::number) == "\"" + std::string(text) + "\"");  // for the reader of the key to refuse
}

TEST_CASE("yes, no, words and lists are read as people write them") {
  CHECK(value("Yes", Kind::boolean) == "true");
  CHECK(value("FALSE", Kind::boolean) == "false");
  CHECK(value("maybe", Kind::boolean) == "\"maybe\"");
  CHECK(value("12.0", Kind::whole_number) == "12");
  CHECK(value("12.5", Kind::whole_number) == "\"12.5\"");
  CHECK(value("Processing Integrity", Kind::word) == "\"processing_integrity\"");
  CHECK(value("SOC 2", Kind::word) == "\"SOC 2\"");
  CHECK(value("SOC 9", Kind::word) == "\"SOC 9\"");
  CHECK(value("a, b", Kind::list) == R"(["a", "b"])");
  CHECK(value("Acme, Inc; b", Kind::list) == R"(["Acme, Inc", "b"])");
  CHECK(value("Acme, Inc;", Kind::list) == R"(["Acme, Inc"])");
  CHECK(value("none", Kind::list) == "[]");
  for (const Kind kind : {Kind::text, Kind::date, Kind::boolean, Kind::number, Kind::list})
    CHECK(value("?", kind) == "null");
}
