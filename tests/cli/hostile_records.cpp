// SPDX-License-Identifier: Apache-2.0
#include "hostile_records.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "socrates/render/answers.hpp"
#include "worlds/random_answers.hpp"

namespace socrates::tests {
namespace {

using worlds::Draw;

const std::vector<std::string>& pieces() {
  static const std::vector<std::string> all = {"{",
                                               "}",
                                               "[",
                                               "]",
                                               ",",
                                               ":",
                                               "\"",
                                               "\\",
                                               " ",
                                               "\t",
                                               "\r",
                                               "0",
                                               "-",
                                               ".",
                                               "e",
                                               "true",
                                               "null",
                                               "\"id\":\"x\",",
                                               "\"answers\":{}",
                                               std::string(1, '\0'),
                                               "\x01",
                                               "\x7f",
                                               "\xc2\x85",
                                               "\xc3\xa9",
                                               "\xff",
                                               "\xef\xbb\xbf",
                                               "\\u0061",
                                               "\\ud800",
                                               "/*",
                                               "NaN",
                                               "'",
                                               "\xf0\x9f\x98\x80",
                                               "{}",
                                               "[]",
                                               "1e9",
                                               "\"\""};
  return all;
}

/// What people and programs get wrong: a text, and what stands there instead.
const std::vector<std::pair<std::string, std::string>>& slips() {
  static const std::vector<std::pair<std::string, std::string>> all = {
      {"true", "\"true\""},
      {"false", "False"},
      {"\"hosted_software\"", "\"hosted software\""},
      {"\"hosted_software\"", "\"hosted_software\",\"hosted_software\""},
      {"\"offering\"", "\"ofering\""},
      {"\"offering\"", "\"offering\":[],\"offering\""},
      {"\"offering\"", "\"offer\\u0069ng\""},
      {"\"offering\"", "\"$schema\":\"x\",\"offering\""},
      {"\"requested_by\":[", "\"requested_by\":{\"has\":["},
      {"\"months_until_needed\":", "\"needed_by\":\"2027-03-31\",\"months_until_needed\":"},
      {"\"months_until_needed\":", "\"needed_by\":null,\"months_until_needed\":"},
      {"\"months_until_needed\":", "\"months_until_needed\":0"},
      {"\"months_until_needed\":", "\"months_until_needed\":-"},
      {"\"controls_operating_months\":", "\"controls_operating_months\":9"},
      {"\"controls_operating_months\":", "\"controls_operating_since\":\"2025-02-29\",\"x\":"},
      {"\"minimum_period_months\":", "\"minimum_period_months\":null,\"minimum_period_months\":"},
      {"\"answers\":", "\"answer\":"},
      {"\"answers\":{", "\"answers\":{},\"answers\":{"},
      {"\"answers\":{", "\"answers\":[{"},
      {"\"id\":", "\"id\":null,\"di\":"},
      {"}}", "}}}"},
      {"}}", "},}"},
      {"}}", "}"},
      {"]", ",]"},
      {",", ", "},
      {":", " : "},
  };
  return all;
}

std::string random_id(Draw& draw) {
  static const std::vector<std::string> ids = {
      "\"id\":\"Q-1042\",",
      "\"id\":\"\",",
      "\"id\":null,",
      "",
      "\"id\":17,",
      "\"id\":\"\\u001b[31m\",",
      "\"id\":\"\xc3\xa9\",",
      "\"id\":\"a\\\"b\",",
      "\"id\":\"a/b <c> & 'd'\",",
      "\"id\":[\"x\"],",
      "\"id\":\"\xe2\x80\xae\",",
      "\"id\":\"\x7f\",",
  };
  return draw.chance(80) ? ids.front() : draw.one_of(ids);
}

/// A date in place of the number that stands in the text.
void put_date(std::string& answers, Draw& draw) {
  const std::string key = "\"months_until_needed\":";
  const std::size_t at = answers.find(key);
  if (at == std::string::npos) return;
  const std::size_t end = answers.find_first_of(",}", at);
  static const std::vector<std::string> dates = {"2027-03-31", "2020-01-01", "2999-12-31", "2027-02-29", "2027-3-1"};
  answers.replace(at, end - at, "\"needed_by\":\"" + draw.one_of(dates) + "\"");
}

void damage_bytes(std::string& line, Draw& draw) {
  for (std::size_t left = 1 + draw.below(3); left > 0; --left) {
    const std::size_t at = draw.below(line.size() + 1);
    const std::size_t length = std::min(draw.below(3), line.size() - at);
    line.replace(at, length, draw.chance(70) ? draw.one_of(pieces()) : std::string());
  }
}

void slip(std::string& line, Draw& draw) {
  const auto& [from, to] = draw.one_of(slips());
  const std::size_t at = line.find(from, draw.chance(50) ? 0 : draw.below(line.size()));
  if (at != std::string::npos) line.replace(at, from.size(), to);
}

}  // namespace

std::string random_record(const model::RuleSet& rules, Draw& draw) {
  const model::Answers answers = draw.chance(60) ? worlds::random_first_answers(rules, rules.questions.size(), draw)
                                                 : worlds::random_answers(rules, draw);
  const auto unknowns = draw.chance(30) ? render::Unknowns::as_null : render::Unknowns::left_out;
  std::string text = render::answers_json(rules, answers, unknowns, render::Lines::one);
  text.pop_back();
  if (draw.chance(10)) put_date(text, draw);
  std::string line = "{" + random_id(draw) + "\"answers\":" + text + "}";
  if (draw.chance(25)) slip(line, draw);
  if (draw.chance(25)) damage_bytes(line, draw);
  if (draw.chance(1)) line = draw.chance(50) ? std::string() : std::string(1000, '[');
  std::erase(line, '\n');
  return line;
}

}  // namespace socrates::tests
