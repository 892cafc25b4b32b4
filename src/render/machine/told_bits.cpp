// SPDX-License-Identifier: Apache-2.0
#include "render/machine/told_bits.hpp"

#include <algorithm>
#include <cmath>

#include "render/machine/json_form.hpp"

namespace socrates::render {
namespace {

using engine::lane_count;
using engine::Lanes;

template <class Named>
std::vector<std::string> ids_of(const std::vector<Named>& all) {
  std::vector<std::string> ids;
  for (const Named& each : all) ids.push_back(json_text(each.id) + ',');
  return ids;
}

bool has_bit(const Lanes* words, std::size_t bit) {
  return ((words[bit / lane_count] >> (bit % lane_count)) & 1U) != 0;
}

/// Those whose bits, from this one, are set; each with its comma.
std::string chosen(const std::vector<std::string>& ids, const Lanes* bits, std::size_t first_bit) {
  std::string text;
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (has_bit(bits, first_bit + i)) text += ids[i];
  return text;
}

/// `"name":[...],`
void append_list(std::string_view name, const std::string& ids, std::string& text) {
  text += name;
  text += '[';
  text += ids;
  if (!ids.empty()) text.pop_back();
  text += "],";
}

}  // namespace

ToldBits::ToldBits(const model::Decision& decision, std::size_t first_bit)
    : decision_(&decision),
      start_(json_text(decision.id) + ":{\"value\":"),
      value_ids_(ids_of(decision.values)),
      rule_ids_(ids_of(decision.rules)),
      unexplained_(value_ids_.size()),
      possible_(first_bit),
      surely_(possible_ + value_ids_.size()),
      because_(surely_ + value_ids_.size()),
      one_of_(because_ + rule_ids_.size()) {}

std::size_t ToldBits::count(const model::Decision& decision) {
  return 2 * (decision.values.size() + decision.rules.size());
}

/// Any of the rules may apply together; where one value is chosen, only those that give it are told.
double ToldBits::ways(const model::Decision& decision) {
  const auto subsets = [](std::size_t rules) { return std::exp2(static_cast<double>(rules)); };
  if (decision.combine == model::Combine::collect) return subsets(decision.rules.size());
  double ways = 0;
  for (std::size_t v = 0; v < decision.values.size(); ++v)
    ways += subsets(static_cast<std::size_t>(std::count_if(
        decision.rules.begin(), decision.rules.end(), [&](const model::Rule& rule) { return model::gives(rule, v); })));
  return ways;
}

void ToldBits::put(const engine::LaneDecision& lanes, Lanes* bits) {
  Lanes* const surely = bits + surely_;
  for (std::size_t v = 0; v < value_ids_.size(); ++v) {
    bits[possible_ + v] = lanes.possible[v];
    surely[v] = unexplained_[v] = is_set() ? lanes.surely[v] : lanes.possible[v] & lanes.settled;
  }
  for (std::size_t r = 0; r < rule_ids_.size(); ++r) {
    const Lanes reason = bits[because_ + r] = lanes.rule_certain[r] & given_by(r, surely);
    for (const std::size_t v : decision_->rules[r].then) unexplained_[v] &= ~reason;
  }
  for (std::size_t r = 0; r < rule_ids_.size(); ++r)
    bits[one_of_ + r] = lanes.rule_possible[r] & given_by(r, unexplained_.data());
}

Lanes ToldBits::given_by(std::size_t rule, const Lanes* values) const {
  Lanes given = 0;
  for (const std::size_t v : decision_->rules[rule].then) given |= values[v];
  return given;
}

std::string ToldBits::text(const Lanes* bits) const {
  const std::string sure = chosen(value_ids_, bits, surely_);
  const std::string possible = chosen(value_ids_, bits, possible_);
  const std::string some = some_rules(bits);
  std::string text = start_;
  if (!is_set() && sure.empty()) {
    text += "null,";
    append_list("\"possible\":", possible, text);
  } else if (!is_set()) {
    text += sure;
    if (some.empty()) append_list("\"because\":", chosen(rule_ids_, bits, because_), text);
  } else {
    if (sure == possible) {
      append_list("", sure, text);
    } else {
      text += "null,";
      append_list("\"surely\":", sure, text);
      std::string doubtful;
      for (std::size_t v = 0; v < value_ids_.size(); ++v)
        if (has_bit(bits, possible_ + v) && !has_bit(bits, surely_ + v)) doubtful += value_ids_[v];
      append_list("\"maybe\":", doubtful, text);
    }
    append_list("\"because\":", chosen(rule_ids_, bits, because_), text);
  }
  if (!some.empty()) append_list("\"one_of\":", some, text);
  text.back() = '}';
  return text + ',';
}

/// By the values that no rule explains.
std::string ToldBits::some_rules(const Lanes* bits) const {
  std::string text;
  if (chosen(rule_ids_, bits, one_of_).empty()) return text;
  for (std::size_t v = 0; v < value_ids_.size(); ++v)
    if (has_bit(bits, surely_ + v) && giving(v, bits, because_).empty()) text += giving(v, bits, one_of_);
  return text;
}

std::string ToldBits::giving(std::size_t value, const Lanes* bits, std::size_t first_bit) const {
  std::string text;
  for (std::size_t r = 0; r < rule_ids_.size(); ++r)
    if (has_bit(bits, first_bit + r) && model::gives(decision_->rules[r], value)) text += rule_ids_[r];
  return text;
}

}  // namespace socrates::render
