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
  CHECK(read(months(), "0") == number(0));
  CHECK(read(months(), "060") == number(60));
  CHECK(read(months(), "12 months") == number(12));
  CHECK(reason(read(months(), "61")) ==
        "'61' is out of range; type a number of months from 0 to 60, or a date such as 2027-03-31");
  CHECK(reason(read(months(), "-1")) ==
        "'-1' is out of range; type a number of months from 0 to 60, or a date such as 2027-03-31");
  CHECK(reason(read(months(), "99999999999")) ==
        "'99999999999' is out of range; type a number of months from 0 to 60, or a date such as 2027-03-31");
  for (const std::string line : {"1.5", "six", "1 2", "+3", "0x3"})
    CHECK(reason(read(months(), line)).find("is not a whole number") != std::string::npos);
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
