// SPDX-License-Identifier: Apache-2.0
#include "socrates/interview/reply.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "worlds/build.hpp"

namespace socrates::interview {
namespace {

using model::Chosen;
using model::QuestionKind;

constexpr base::Date today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}};

/// Every option is offered.
Offer full_offer(const model::Question& question) {
  Offer offer;
  for (std::size_t option = 0; option < question.options.size(); ++option) {
    offer.options.push_back(OptionState::offered);
    offer.numbered.insert(question.kind == QuestionKind::yes_no ? offer.numbered.begin() : offer.numbered.end(),
                          option);
  }
  offer.may_be_none = true;
  return offer;
}

Reply read(const model::Question& question, const std::string& line) {
  return parse_reply(question, full_offer(question), today, line);
}

Reply choice(std::size_t option) { return model::Answer(model::Choice{option}); }
Reply number(int value, std::string date = {}) { return model::Answer(model::Number{value, std::move(date)}); }

Reply selection(const std::vector<bool>& options) {
  model::Selection selection;
  for (const bool chosen : options) selection.options.push_back(chosen ? Chosen::yes : Chosen::no);
  return model::Answer(selection);
}

std::string reason(const Reply& reply) {
  const auto* misread = std::get_if<Misread>(&reply);
  return misread == nullptr ? "(read)" : misread->reason;
}

const model::Question type = worlds::one("type", {"unspecified", "type_1", "type_2"});
const model::Question promises = worlds::several("promises", {"uptime", "recovery_time", "confidentiality"});

model::Question months() {
  model::Question question = worlds::number("months", 0, 60);
  question.unit = "months";
  question.date = model::DateForm{"needed_by", model::MonthsCount::until};
  return question;
}

TEST_CASE("commands are read in either case and with blanks around them") {
  const std::vector<std::pair<std::string, Command>> cases{{"?", Command::help},    {"help", Command::help},
                                                           {" WHY ", Command::why}, {"back", Command::back},
                                                           {"Skip", Command::skip}, {"quit\r", Command::quit}};
  for (const auto& [line, command] : cases) {
    CAPTURE(line);
    for (const model::Question& question : {worlds::yes_no("a"), type, promises, months()})
      CHECK(read(question, line) == Reply(command));
  }
}

TEST_CASE("an option that is named like a command is reached by its number") {
  const model::Question question = worlds::one("next", {"back", "skip"});
  CHECK(read(question, "skip") == Reply(Command::skip));
  CHECK(read(question, "2") == choice(1));
}

TEST_CASE("enter alone never guesses") {
  for (const std::string line : {"", " ", "\t", "\r"})
    for (const model::Question& question : {worlds::yes_no("a"), type, promises, months()})
      CHECK(reason(read(question, line)).starts_with("please choose: type "));
  CHECK(reason(read(type, "")) == "please choose: type a number from 1 to 3, or skip if you do not know");
}

TEST_CASE("yes and no are read as words, letters and numbers") {
  const model::Question question = worlds::yes_no("a");
  for (const std::string yes : {"yes", "Y", "true", "1"}) CHECK(read(question, yes) == choice(1));
  for (const std::string no : {"no", "N", "False", "2"}) CHECK(read(question, no) == choice(0));
  CHECK(reason(read(question, "maybe")) == "'maybe' is neither yes nor no; type yes or no");
  CHECK(reason(read(question, "0")) == "'0' is neither yes nor no; type yes or no");
  CHECK(reason(read(question, "3")) == "'3' is neither yes nor no; type yes or no");
}

TEST_CASE("one option is read by number and by id") {
  CHECK(read(type, "1") == choice(0));
  CHECK(read(type, "03") == choice(2));
  for (const std::string line : {"type_2", "TYPE_2", "Type 2", "type-2"}) CHECK(read(type, line) == choice(2));
}

TEST_CASE("what names no option is refused with a reason") {
  CHECK(reason(read(type, "4")) == "there is no number '4' here; type a number from 1 to 3");
  CHECK(reason(read(type, "0")) == "there is no number '0' here; type a number from 1 to 3");
  CHECK(reason(read(type, "99999999999999999999")) ==
        "there is no number '99999999999999999999' here; type a number from 1 to 3");
  CHECK(reason(read(type, "type_3")) == "'type_3' is none of the options; did you mean 'type_1'?");
  CHECK(reason(read(type, "-1")) == "'-1' is none of the options; type a number from 1 to 3");
  CHECK(reason(read(type, "1,2")) == "this question takes one answer; type a number from 1 to 3");
}

TEST_CASE("a long reply is quoted in part, and never cut within a character") {
  std::string line;
  for (int i = 0; i < 100; ++i) line += "ä";
  std::string start;
  for (int i = 0; i < 40; ++i) start += "ä";
  CHECK(reason(read(type, line)) == "'" + start + "...' is none of the options; type a number from 1 to 3");
}

TEST_CASE("several options are read by numbers and ids, with commas or blanks") {
  for (const std::string line :
       {"1,3", "1 3", " 3 , 1,", "1, uptime,3", "uptime, confidentiality", "Uptime CONFIDENTIALITY", "1;3"}) {
    CAPTURE(line);
    CHECK(read(promises, line) == selection({true, false, true}));
  }
  CHECK(read(promises, "recovery time") == selection({false, true, false}));
  CHECK(read(promises, "recovery time, 1") == selection({true, true, false}));
}

TEST_CASE("none of several is said by 0 or none, alone") {
  CHECK(read(promises, "0") == selection({false, false, false}));
  CHECK(read(promises, "None") == selection({false, false, false}));
  CHECK(reason(read(promises, "0,1")) == "'0' means none of these, so it cannot be combined");
  for (const std::string none : {"no", "nobody", "nothing", "none of these", "no, thanks"})
    CHECK(read(promises, none) == selection({false, false, false}));
  CHECK(reason(read(promises, "1 none")) == "'none' means none of these, so it cannot be combined");
  CHECK(reason(read(promises, ",")) ==
        "nothing was named; type numbers from 1 to 3, such as 1,3, or 0 for none of these");
}

TEST_CASE("an option that is itself named none is that option") {
  const model::Question question = worlds::several("a", {"none", "some"});
  CHECK(read(question, "none") == selection({true, false}));
  CHECK(read(question, "0") == selection({false, false}));
}

TEST_CASE("one wrong name among several refuses the whole reply") {
  CHECK(reason(read(promises, "1,uptme")) == "'uptme' is none of the options; did you mean 'uptime'?");
  CHECK(reason(read(promises, "1,4")) ==
        "there is no number '4' here; type numbers from 1 to 3, such as 1,3, or 0 for none of these");
}

TEST_CASE("numbers count the options that are offered") {
  Offer offer = full_offer(promises);
  offer.options[0] = OptionState::contradicts;
  offer.numbered = {1, 2};
  CHECK(parse_reply(promises, offer, today, "1") == selection({false, true, false}));
  CHECK(parse_reply(promises, offer, today, "uptime") == selection({true, false, false}));
}

TEST_CASE("what is known of several stays in the reply") {
  Offer offer = full_offer(promises);
  offer.options = {OptionState::chosen, OptionState::refused, OptionState::offered};
  offer.numbered = {2};
  CHECK(parse_reply(promises, offer, today, "0") == selection({true, false, false}));
  CHECK(parse_reply(promises, offer, today, "1") == selection({true, false, true}));
  CHECK(parse_reply(promises, offer, today, "uptime") == selection({true, false, false}));
  CHECK(reason(parse_reply(promises, offer, today, "recovery_time")) ==
        "your earlier answers say no to 'recovery_time'");
}

TEST_CASE("a number is read with or without its unit, within its range") {
  const model::Question plain = worlds::number("size", 0, 60);
  CHECK(read(plain, "0") == number(0));
  CHECK(read(plain, "060") == number(60));
  CHECK(reason(read(months(), "61")) ==
        "'61' is out of range; type a number of months from 0 to 60, or a date such as 2027-03-31");
  CHECK(reason(read(months(), "-1")) ==
        "'-1' is out of range; type a number of months from 0 to 60, or a date such as 2027-03-31");
  CHECK(reason(read(months(), "99999999999")) ==
        "'99999999999' is out of range; type a number of months from 0 to 60, or a date such as 2027-03-31");
  for (const std::string line : {"1.5", "six", "1 2", "+3", "0x3"})
    CHECK(reason(read(months(), line)).find("is not a whole number") != std::string::npos);
}

/// As the shipped rules ask it.
model::Question effect() {
  model::Question question = worlds::one("effect", {"direct", "indirect", "none"});
  question.options[0].label = "yes: what we record ends up in their books";
  question.options[1].label = "partly: they keep their books on systems that we run";
  question.options[2].label = "no: nobody books what we do";
  return question;
}

model::Question askers() {
  model::Question question =
      worlds::several("askers", {"financial_auditors", "finance_team", "internal_audit", "security_team", "regulator"});
  question.options[0].label = "your customers' financial auditors";
  question.options[1].label = "your customers' finance teams";
  question.options[2].label = "your customers' internal audit";
  question.options[3].label = "your customers' security teams";
  question.options[4].label = "a regulator";
  return question;
}

TEST_CASE("yes and no are options whose labels begin so, and a reason behind them is passed over") {
  CHECK(read(effect(), "yes") == choice(0));
  CHECK(read(effect(), "Partly") == choice(1));
  CHECK(read(effect(), "no") == choice(2));
  CHECK(read(worlds::yes_no("a"), "no, we do not") == choice(0));
  CHECK(read(worlds::yes_no("a"), "Yes.") == choice(1));
  CHECK(reason(read(worlds::yes_no("a"), "no idea")).ends_with("is neither yes nor no; type yes or no"));
  CHECK(read(worlds::yes_no("a"), "don't know") == Reply(Command::skip));
}

TEST_CASE("words of a label are read where they fit one option alone") {
  CHECK(read(effect(), "nobody books") == choice(2));
  CHECK(read(askers(), "regulator") == selection({false, false, false, false, true}));
  CHECK(read(askers(), "the security team") == selection({false, false, false, true, false}));
  CHECK(read(askers(), "auditors") == selection({true, false, false, false, false}));
  CHECK(read(askers(), "secur, regul") == selection({false, false, false, true, true}));
  CHECK(read(askers(), "auditors and security teams") == selection({true, false, false, true, false}));
  CHECK(reason(read(askers(), "customers")) == "'customers' could be 1, 2, 3 or 4; type the number");
  CHECK(reason(read(askers(), "finan")) == "'finan' could be 1 or 2; type the number");
  CHECK(reason(read(askers(), "not regulator")).find("is none of the options") != std::string::npos);
  CHECK(reason(read(type, "type")) == "'type' could be 2 or 3; type the number");
}

TEST_CASE("an option that is not offered is meant by its id alone") {
  Offer offer = full_offer(askers());
  offer.options[0] = OptionState::contradicts;
  offer.numbered = {1, 2, 3, 4};
  CHECK(parse_reply(askers(), offer, today, "finan") == selection({false, true, false, false, false}));
  CHECK(parse_reply(askers(), offer, today, "financial_auditors") == selection({true, false, false, false, false}));
}

TEST_CASE("ranges, all and joined numbers are read") {
  for (const std::string line :
       {"1-3", "1 to 3", "1 - 3", "1..3", "1, 2 and 3", "1 2 3", "all", "All of them", "1-2, 3"})
    CHECK(read(promises, line) == selection({true, true, true}));
  CHECK(read(promises, "1 and 3") == selection({true, false, true}));
  CHECK(reason(read(promises, "1-9")).starts_with("there are no numbers '1-9' here; type "));
  CHECK(reason(read(promises, "3-1")).starts_with("there are no numbers '3-1' here; type "));
  CHECK(reason(read(type, "1 and 2")) == "this question takes one answer; type a number from 1 to 3");
}

TEST_CASE("an edit names the answer by its number") {
  CHECK(read(type, "edit 4") == Reply(Edit{4}));
  CHECK(read(months(), " EDIT  12 ") == Reply(Edit{12}));
  CHECK(reason(read(type, "edit")).starts_with("type edit and the number"));
  CHECK(reason(read(type, "edit x")).starts_with("type edit and the number"));
  CHECK(read(type, "review") == Reply(Command::review));
  CHECK(read(type, "repeat") == Reply(Command::repeat));
}

TEST_CASE("months are kept as the day that they mean, and what has a meaning of its own as the number") {
  model::Question question = months();
  question.named = {{60, "no date is set"}};
  CHECK(read(question, "3") == number(3, "2027-02-22"));
  CHECK(read(question, "12 months") == number(12, "2027-11-22"));
  CHECK(read(question, "0") == number(0, "2026-11-22"));
  for (const std::string none : {"60", "no date", "no", "none", "in 60 months"})
    CHECK(read(question, none) == number(60));
  const base::Date end_of_november{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{30}};
  CHECK(parse_reply(question, full_offer(question), end_of_november, "3") == number(3, "2027-02-28"));
  model::Question since = months();
  since.date->months = model::MonthsCount::since;
  CHECK(read(since, "6") == number(6, "2026-05-22"));
  CHECK(read(since, "0") == number(0));
}

TEST_CASE("whatever the day, months that were typed are as many months on that day") {
  for (const model::MonthsCount direction : {model::MonthsCount::until, model::MonthsCount::since}) {
    model::Question question = months();
    question.date->months = direction;
    base::Date day{std::chrono::year{2027}, std::chrono::month{1}, std::chrono::day{1}};
    for (int i = 0; i < 800; ++i, day = base::add_days(day, 1)) {
      for (const int count : {1, 2, 3, 11, 12, 13, 59}) {
        const Reply reply = parse_reply(question, full_offer(question), day, std::to_string(count));
        const auto& answer = std::get<model::Number>(std::get<model::Answer>(reply));
        const base::Date meant = base::parse_date(answer.date).value();
        CHECK(answer.value == count);
        CHECK((direction == model::MonthsCount::until ? base::whole_months(day, meant)
                                                      : base::whole_months(meant, day)) == count);
      }
    }
  }
}

TEST_CASE("days are read as people type them") {
  const std::vector<std::pair<std::string, std::string>> until{
      {"31 March 2027", "2027-03-31"}, {"March 31, 2027", "2027-03-31"},  {"31st of march 2027", "2027-03-31"},
      {"31.3.2027", "2027-03-31"},     {"March 2027", "2027-03-31"},      {"2027-03", "2027-03-31"},
      {"by March", "2027-03-31"},      {"end of Feb 2028", "2028-02-29"}, {"start of March", "2027-03-01"},
      {"Q1 2027", "2027-03-31"},       {"in 3 months", "2027-02-22"},     {"a year", "2027-11-22"},
      {"in 2 weeks", "2026-12-06"},    {"10 days", "2026-12-02"},         {"today", "2026-11-22"},
      {"1 Dec", "2026-12-01"},         {"1 Nov", "2027-11-01"},           {"  15 sept. 2027 ", "2027-09-15"}};
  for (const auto& [line, date] : until) {
    CAPTURE(line);
    const Reply reply = read(months(), line);
    REQUIRE(std::holds_alternative<model::Answer>(reply));
    CHECK(std::get<model::Number>(std::get<model::Answer>(reply)).date == date);
  }
  model::Question question = months();
  question.date->months = model::MonthsCount::since;
  const std::vector<std::pair<std::string, std::string>> since{{"March 2026", "2026-03-01"},
                                                               {"since Q2", "2026-04-01"},
                                                               {"6 months ago", "2026-05-22"},
                                                               {"December", "2025-12-01"}};
  for (const auto& [line, date] : since) {
    CAPTURE(line);
    const Reply reply = read(question, line);
    REQUIRE(std::holds_alternative<model::Answer>(reply));
    CHECK(std::get<model::Number>(std::get<model::Answer>(reply)).date == date);
  }
  for (const std::string line : {"soon", "31 Smarch 2027", "30 February 2027", "03/04/2027", "Q5 2027", "32 March 2027",
                                 "in months", "next", "1.2", "13.13.2027", "287.1.2027"}) {
    CAPTURE(line);
    CHECK(std::holds_alternative<Misread>(read(months(), line)));
  }
}

TEST_CASE("a date is counted in months from today and kept as written") {
  CHECK(read(months(), "2027-03-31") == number(4, "2027-03-31"));
  CHECK(read(months(), "2026-11-22") == number(0, "2026-11-22"));
  CHECK(reason(read(months(), "2027-02-30")) == "'2027-02-30' is not a day of the calendar, such as 2027-03-31");
  model::Question since = months();
  since.date->months = model::MonthsCount::since;
  CHECK(read(since, "2026-01-01") == number(10, "2026-01-01"));
  CHECK(reason(read(since, "2026-02-30")) == "'2026-02-30' is not a day of the calendar, such as 2025-03-31");
  model::Question plain = months();
  plain.date.reset();
  CHECK(reason(read(plain, "2027-03-31")) ==
        "'2027-03-31' is not a whole number; type a number of months from 0 to 60");
}

TEST_CASE("a date on the wrong side of today or beyond the range is asked back") {
  CHECK(reason(read(months(), "2020-01-01")) == "'2020-01-01' has passed; type the day again, or a number of months");
  CHECK(reason(read(months(), "2099-01-01")) ==
        "'2099-01-01' is further away than 60 months; type a number from 0 to 60");
  model::Question since = months();
  since.date->months = model::MonthsCount::since;
  CHECK(reason(read(since, "2027-01-01")) ==
        "'2027-01-01' is in the future; type the day again, or a number of months");
}

}  // namespace
}  // namespace socrates::interview
