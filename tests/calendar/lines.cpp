// SPDX-License-Identifier: Apache-2.0
// Prints random cases of date arithmetic with their results, a line each, for scripts/lib/check_calendar.py, which
// works them out by itself. The argument is the number of cases of each kind.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "socrates/base/calendar.hpp"
#include "worlds/draw.hpp"

using namespace socrates;

namespace {

const base::Date first = base::parse_date("1990-01-01").value();

base::Date random_day(worlds::Draw& draw) { return base::add_days(first, draw.between(0, 40'000)); }

base::Date later_day(worlds::Draw& draw, base::Date from) { return base::add_days(from, draw.between(0, 2000)); }

void print(const char* what, const std::string& arguments, const std::string& result) {
  std::printf("%s %s = %s\n", what, arguments.c_str(), result.c_str());
}

void print_cases(worlds::Draw& draw) {
  const base::Date a = random_day(draw);
  const base::Date b = later_day(draw, a);
  const base::Date c = base::add_days(a, draw.between(-800, 800));
  const base::Date d = later_day(draw, c);
  const int months = draw.between(-600, 600);
  const int days = draw.between(-40'000, 40'000);
  const base::Date named = random_day(draw);
  const base::YearEnd end{named.month(), named.day()};
  const std::string year_end = base::to_text(named).substr(5);
  const auto text = [](base::Date date) { return base::to_text(date); };
  print("add_months", text(a) + " " + std::to_string(months), text(base::add_months(a, months)));
  print("whole_months", text(a) + " " + text(b), std::to_string(base::whole_months(a, b)));
  print("months_since", text(a) + " " + text(b), std::to_string(base::months_since(a, b)));
  print("overlap_months", text(a) + " " + text(b) + " " + text(c) + " " + text(d),
        std::to_string(base::overlap_months(a, b, c, d)));
  print("add_days", text(a) + " " + std::to_string(days), text(base::add_days(a, days)));
  print("last_of_month", text(a), text(base::last_of_month(a)));
  const base::Date ends = base::year_end_from(a, end);
  print("year_end_from", text(a) + " " + year_end, text(ends));
  print("year_start", text(ends) + " " + year_end, text(base::year_start(ends)));
  print("year_end_by", text(a) + " " + year_end, text(base::year_end_by(a, end)));
}

}  // namespace

int main(int argc, char** argv) {
  const int count = argc > 1 ? std::atoi(argv[1]) : 100'000;
  worlds::Draw draw(2026);
  for (int i = 0; i < count; ++i) print_cases(draw);
  return EXIT_SUCCESS;
}
