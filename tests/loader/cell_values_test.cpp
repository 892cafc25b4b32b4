// SPDX-License-Identifier: Apache-2.0
#include "loader/inputs/cell_values.hpp"

#include "catch.hpp"
#include "socrates/base/date.hpp"

using namespace socrates;
using loader::read_date;
using CellShape = model::Shape::Kind;

namespace {

/// The value of a cell as JSON would show it, or how many problems there are.
std::string value_in(const std::string& text, CellShape kind, const std::vector<std::string>& dates = {},
                     std::string_view decimal = {}) {
  const base::Source source{"deals.csv", text};
  base::Diagnostics problems;
  model::Shape shape;
  shape.kind = kind;
  shape.words = {"processing_integrity", "soc2"};
  shape.also = {"SOC 2"};
  shape.of = {model::Shape()};
  shape.of.front().kind = CellShape::text;
  const auto node = loader::value_of_cell({text, {&source, 0, text.size()}}, shape, {dates, decimal}, problems);
  CHECK(node.has_value() == problems.empty());
  return node ? loader::dump(*node) : problems.kept().front().message;
}

std::string day_in(std::string_view form, std::string_view text) {
  const auto date = read_date(form, text);
  return date ? base::to_text(*date) : "none";
}

}  // namespace

TEST_CASE("days are read as their form says, and a time behind them is passed over") {
  CHECK(day_in("YYYY-MM-DD", "2027-01-14") == "2027-01-14");
  CHECK(day_in("YYYY-MM-DD", "2027-01-14T23:59:59+02:00") == "2027-01-14");
  CHECK(day_in("YYYY-MM-DD", "2027-01-14 08:00") == "2027-01-14");
  CHECK(day_in("MM/DD/YYYY", "1/4/2027") == "2027-01-04");
  CHECK(day_in("D.M.YYYY", "04.01.2027") == "2027-01-04");
  CHECK(day_in("M/D/YY", "1/4/27") == "2027-01-04");
  CHECK(day_in("D MMM YYYY", "4 January 2027") == "2027-01-04");
  CHECK(day_in("MMM D, YYYY", "Jan 4, 2027") == "2027-01-04");
  CHECK(day_in("epoch_ms", "1799884800000") == "2027-01-14");
  CHECK(day_in("epoch_s", "1799884800") == "2027-01-14");
  for (const char* text : {"2027-01-14x", "2027-01-14 ", "2027-02-30", "27-01-14", "14/01/2027", "", "2027-01"})
    CHECK(day_in("YYYY-MM-DD", text) == "none");
  CHECK(day_in("MM/DD/YYYY", "13/01/2027") == "none");
  CHECK(day_in("epoch_ms", "-5") == "none");
  CHECK(day_in("epoch_ms", "99999999999999999") == "none");
}

TEST_CASE("a form of dates has a year, a month and a day, once each") {
  for (const char* form : {"YYYY-MM-DD", "D.M.YY", "MMM D, YYYY", "epoch_ms", "YYYYMMDD"})
    CHECK(loader::parse_date_form(form) == form);
  for (const char* form : {"", "YYYY-MM", "DD/DD/YYYY", "YYY-MM-DD", "iso", "MM/DD/YYYY HH:MM", "dd.mm.yyyy", "epoch"})
    CHECK_FALSE(loader::parse_date_form(form));
}

TEST_CASE("a day that may be two days is refused, and so is one of no form") {
  CHECK(value_in("10/02/2026", CellShape::date, {"MM/DD/YYYY", "DD/MM/YYYY"}) ==
        "'10/02/2026' is 2026-10-02 or 2026-02-10");
  CHECK(value_in("25/02/2026", CellShape::date, {"MM/DD/YYYY", "DD/MM/YYYY"}) == "\"2026-02-25\"");
  CHECK(value_in("02/02/2026", CellShape::date, {"MM/DD/YYYY", "DD/MM/YYYY"}) == "\"2026-02-02\"");
  CHECK(value_in("soon", CellShape::date) == "'soon' is not a day written as YYYY-MM-DD");
}

TEST_CASE("amounts are read with what people put around them, and never by a guess") {
  CHECK(value_in("50000", CellShape::number) == "50000");
  CHECK(value_in("$50,000.00", CellShape::number) == "50000.00");
  CHECK(value_in("USD 1,250,000", CellShape::number) == "1250000");
  CHECK(value_in("1.250.000,50 €", CellShape::number) == "1250000.50");
  CHECK(value_in("1'250'000.50", CellShape::number) == "1250000.50");
  CHECK(value_in("12,5", CellShape::number) == "12.5");
  CHECK(value_in("50,000", CellShape::number) == "50000");
  CHECK(value_in("1.234", CellShape::number) == "'1.234' could be thousands or cents");
  CHECK(value_in("1.234", CellShape::number, {}, ",") == "1234");
  CHECK(value_in("33333.333", CellShape::number) == "33333.33");
  CHECK(value_in("1.234", CellShape::number, {}, ".") == "1.23");
  CHECK(value_in("5.0E4", CellShape::number) == "50000.00");
  for (const char* text : {"US$ 50000", "R$50000", "50000 kr", "CHF 50'000", "50000 eur",
                           "50\xe2\x80\xaf"
                           "000 \xe2\x82\xac",
                           "50\xe2\x80\x99"
                           "000",
                           "PLN\xc2\xa0"
                           "50000"})
    CHECK(value_in(text, CellShape::number) == "50000");
  // What scales an amount, takes it below zero or makes two of it, for the reader of the key to refuse.
  for (const char* text : {"-5", "(500)", "abc", "1,23,4", "12..5", "1,2.3,4", "120K", "$1.2M", "120k\xe2\x82\xac",
                           "3 MIO", "5%", "100/yr",
                           "\xe2\x88\x92"
                           "500",
                           "10\xe2\x80\x93"
                           "20",
                           "5 lakh", "10 20/30", "12\xe4\xb8\x87"})
    CHECK(value_in(text, CellShape::number) == "\"" + std::string(text) + "\"");
}

TEST_CASE("yes, no, words and lists are read as people write them") {
  CHECK(value_in("Yes", CellShape::boolean) == "true");
  CHECK(value_in("FALSE", CellShape::boolean) == "false");
  CHECK(value_in("maybe", CellShape::boolean) == "\"maybe\"");
  CHECK(value_in("12.0", CellShape::whole_number) == "12");
  CHECK(value_in("12.5", CellShape::whole_number) == "\"12.5\"");
  CHECK(value_in("Processing Integrity", CellShape::word) == "\"processing_integrity\"");
  CHECK(value_in("SOC 2", CellShape::word) == "\"SOC 2\"");
  CHECK(value_in("SOC 9", CellShape::word) == "\"SOC 9\"");
  CHECK(value_in("a, b", CellShape::list) == R"(["a", "b"])");
  CHECK(value_in("Acme, Inc; b", CellShape::list) == R"(["Acme, Inc", "b"])");
  CHECK(value_in("Acme, Inc;", CellShape::list) == R"(["Acme, Inc"])");
  CHECK(value_in("none", CellShape::list) == "[]");
  for (const CellShape kind :
       {CellShape::text, CellShape::date, CellShape::boolean, CellShape::number, CellShape::list})
    CHECK(value_in("?", kind) == "null");
}
