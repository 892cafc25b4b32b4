// SPDX-License-Identifier: Apache-2.0
#include "render/gate_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/sentence.hpp"

namespace socrates::render {

namespace {

/// With conditions or without.
bool is_yes(gate::Verdict verdict) {
  return verdict == gate::Verdict::pass || verdict == gate::Verdict::pass_with_conditions;
}

}  // namespace

std::string_view words_of(gate::Verdict verdict) {
  switch (verdict) {
    case gate::Verdict::pass:
      return "yes";
    case gate::Verdict::pass_with_conditions:
      return "yes, with conditions";
    case gate::Verdict::undecided:
      return "cannot tell yet";
    case gate::Verdict::fail:
      return "no";
  }
  return {};
}

std::string_view words_of(gate::CheckVerdict verdict) {
  switch (verdict) {
    case gate::CheckVerdict::not_applicable:
      return "does not apply";
    case gate::CheckVerdict::pass:
      return "passes";
    case gate::CheckVerdict::condition:
      return "condition";
    case gate::CheckVerdict::undecided:
      return "cannot tell yet";
    case gate::CheckVerdict::fail:
      return "fails";
  }
  return {};
}

std::string title_of(const gate::DealVerdict& deal) {
  return deal.customer.empty() ? deal.id : fmt::format("{} ({})", deal.id, deal.customer);
}

std::string date_sentence(const gate::DealVerdict& deal) {
  if (deal.decision_date_is_unknown) return "The deal says that its decision date is unknown.";
  return fmt::format("Judged as of {}{}.", base::to_text(deal.decision_date),
                     deal.decision_date_is_today ? ", today, because the deal names no decision date" : "");
}

std::vector<std::pair<std::string, std::string>> carried_along(const gate::DealVerdict& deal) {
  using Kind = model::Anything::Kind;
  std::vector<std::pair<std::string, std::string>> all;
  if (!deal.meta) return all;
  for (const auto& [name, value] : deal.meta->members) {
    if (value.kind == Kind::text || value.kind == Kind::number) all.emplace_back(name, value.text);
    if (value.kind == Kind::boolean) all.emplace_back(name, value.yes ? "yes" : "no");
  }
  return all;
}

namespace {

/// `, once a non-disclosure agreement is signed`; empty where the reports can go out at once.
std::string wait_of(const gate::RequirementVerdict& requirement) {
  if (!requirement.send_once.empty()) return ", once " + listed(requirement.send_once, "and");
  const bool has_to_wait = std::any_of(requirement.actions.begin(), requirement.actions.end(),
                                       [](const gate::Action& action) { return action.check == "G14"; });
  return has_to_wait ? ", once what G14 asks for is done" : "";
}

/// `, with a bridge letter`; empty where nothing has to come.
std::string with_what(const gate::RequirementVerdict& requirement) {
  return requirement.earliest_by.empty() ? "" : ", with " + requirement.earliest_by;
}

}  // namespace

std::string reports_sentence(const gate::RequirementVerdict& requirement) {
  if (!requirement.met_by.empty())
    return fmt::format("Send {}{}.", listed(requirement.met_by, "and"), wait_of(requirement));
  if (requirement.nearest.empty()) return {};
  return fmt::format("Closest report held, not enough on its own: {}.", listed(requirement.nearest, "and"));
}

std::vector<std::string> alternatives_of(const gate::RequirementVerdict& requirement) {
  std::vector<std::string> lines;
  for (const gate::RequirementVerdict& alternative : requirement.alternatives) {
    std::string line = fmt::format("{}: {}", alternative.asked, words_of(alternative.verdict));
    if (!alternative.met_by.empty())
      line += fmt::format(", with {}{}", listed(alternative.met_by, "and"), wait_of(alternative));
    else if (alternative.earliest && !is_yes(alternative.verdict))
      line += fmt::format("; enough {}from {} on{}",
                          alternative.verdict == gate::Verdict::undecided ? "at the latest " : "",
                          base::to_text(*alternative.earliest), with_what(alternative));
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string check_sentence(const gate::Check& check) {
  std::vector<std::string> reasons;
  for (const gate::Because& because : check.because) reasons.push_back(because.text);
  std::string text(words_of(check.verdict));
  if (check.verdict == gate::CheckVerdict::undecided && !check.unknown.empty())
    text += fmt::format("; not known: {}", joined(check.unknown, " "));
  else if (!reasons.empty())
    text += ", " + joined(reasons, "; ");
  if (!check.waived_by.empty()) text += fmt::format(" (failed; waived with the approval of {})", check.waived_by);
  return text;
}

std::string earliest_sentence(const gate::RequirementVerdict& requirement) {
  if (is_yes(requirement.verdict)) return {};
  const bool is_open = requirement.verdict == gate::Verdict::undecided;
  if (!requirement.earliest) return is_open ? "" : "Nothing planned would meet it.";
  return fmt::format("At the {} on {}{}.", is_open ? "latest" : "earliest", base::to_text(*requirement.earliest),
                     with_what(requirement));
}

namespace {

std::string with_blanks(std::string id) {
  std::replace(id.begin(), id.end(), '_', ' ');
  return id;
}

}  // namespace

std::vector<std::string> actions_of(const std::vector<gate::Action>& actions) {
  std::vector<std::string> lines;
  for (const gate::Action& action : actions)
    lines.push_back(fmt::format("{}: {} ({})", with_blanks(action.who), action.what, action.check));
  return lines;
}

std::vector<std::string> lines_of(const gate::RequirementVerdict& requirement) {
  std::vector<std::string> lines;
  if (const std::string sentence = reports_sentence(requirement); !sentence.empty()) lines.push_back(sentence);
  for (const gate::Check& check : requirement.checks) {
    if (check.verdict <= gate::CheckVerdict::pass) continue;
    lines.push_back(fmt::format("{} {}: {}", check.id, check.title, check_sentence(check)));
    for (const std::string& figure : check.figures) lines.push_back("  " + figure);
  }
  for (const std::string& action : actions_of(requirement.actions)) lines.push_back("To do: " + action);
  if (const std::string sentence = earliest_sentence(requirement); !sentence.empty()) lines.push_back(sentence);
  return lines;
}

std::string sentence_of(const gate::WaiverUse& waiver) {
  const std::string which = waiver.requirement.empty() ? "" : " for " + waiver.requirement;
  const std::string head = fmt::format("Waiver of {}{} by {}", waiver.check, which, waiver.approver);
  switch (waiver.state) {
    case gate::WaiverUse::State::used:
      return fmt::format("{}, valid until {}, is used: {}", head, base::to_text(waiver.expiry),
                         waiver.reason + (waiver.reason.ends_with('.') ? "" : "."));
    case gate::WaiverUse::State::expired:
      return fmt::format("{} expired on {} and does not count.", head, base::to_text(waiver.expiry));
    case gate::WaiverUse::State::idle:
      if (waiver.names_no_requirement) return fmt::format("{} has no effect: the deal has no such requirement.", head);
      if (waiver.is_refused) return fmt::format("{} has no effect: that check fails, and nobody can waive it.", head);
      return fmt::format("{} has no effect: that check does not fail.", head);
  }
  return {};
}

std::string origin_of(const GateReport& report) {
  std::string policy;
  for (const auto& [id, value] : report.thresholds)
    policy += fmt::format("{}{} {}", policy.empty() ? " Set by policy: " : ", ", id, value);
  if (!policy.empty()) policy += ".";
  const auto named = [](const model::RuleSet& rules) {
    return fmt::format("{} {}, sha256 {}", rules.id, rules.version, rules.sha256.substr(0, 12));
  };
  return fmt::format("Rules: {}; {}.{} Today is {}. Not legal or audit advice.", named(report.acceptance),
                     named(report.selection), policy, base::to_text(report.today));
}

bool is_conditions_no(const GateReport& report) {
  if (report.strictness == gate::Strictness::conditions_pass) return false;
  const auto has_condition = [](const gate::RequirementVerdict& requirement) {
    return std::any_of(requirement.checks.begin(), requirement.checks.end(),
                       [](const gate::Check& check) { return check.verdict == gate::CheckVerdict::condition; });
  };
  return std::any_of(report.deals.begin(), report.deals.end(), [&](const gate::DealVerdict& deal) {
    return std::any_of(deal.requirements.begin(), deal.requirements.end(), has_condition);
  });
}

Section strictness_section() { return {"", {Paragraph{{"Under --strict, conditions count as a no."}}}}; }

Tone tone_of(gate::Verdict verdict) {
  switch (verdict) {
    case gate::Verdict::pass:
    case gate::Verdict::pass_with_conditions:
      return Tone::good;
    case gate::Verdict::fail:
      return Tone::bad;
    case gate::Verdict::undecided:
      return Tone::open;
  }
  return Tone::plain;
}

std::string amount_text(std::int64_t hundredths) {
  const std::string whole = std::to_string(hundredths / 100);
  const auto rest = hundredths % 100;
  return rest == 0 ? whole : fmt::format("{}.{:02}", whole, rest);
}

std::string money_text(const gate::Money& money) {
  std::vector<std::string> parts;
  for (const auto& [currency, hundredths] : money)
    parts.push_back(amount_text(hundredths) + (currency.empty() ? "" : " " + currency));
  return joined(parts, ", ");
}

std::string reason_of(const gate::RequirementVerdict& requirement) {
  if (requirement.verdict == gate::Verdict::pass || requirement.checks.empty()) return {};
  return check_sentence(
      *std::max_element(requirement.checks.begin(), requirement.checks.end(),
                        [](const gate::Check& one, const gate::Check& other) { return one.verdict < other.verdict; }));
}

std::string reason_of(const gate::DealVerdict& deal) {
  const auto worst = std::find_if(deal.requirements.begin(), deal.requirements.end(),
                                  [&](const gate::RequirementVerdict& each) { return each.verdict == deal.verdict; });
  if (worst == deal.requirements.end()) return {};
  const std::string reason = reason_of(*worst);
  return reason.empty() ? reason : worst->asked + ": " + reason;
}

std::vector<std::string> reports_to_send(const gate::DealVerdict& deal) {
  std::vector<std::string> reports;
  for (const gate::RequirementVerdict& requirement : deal.requirements)
    for (const std::string& report : requirement.met_by)
      if (!base::names(reports, report)) reports.push_back(report);
  return reports;
}

std::vector<std::string> sends_of(const gate::DealVerdict& deal) {
  std::vector<std::pair<std::string, std::vector<std::string>>> by_wait;
  for (const gate::RequirementVerdict& requirement : deal.requirements) {
    if (requirement.met_by.empty()) continue;
    const std::string wait = wait_of(requirement);
    auto entry = std::find_if(by_wait.begin(), by_wait.end(), [&](const auto& one) { return one.first == wait; });
    if (entry == by_wait.end()) entry = by_wait.insert(by_wait.end(), {wait, {}});
    for (const std::string& report : requirement.met_by)
      if (!base::names(entry->second, report)) entry->second.push_back(report);
  }
  std::vector<std::string> sends;
  for (const auto& [wait, reports] : by_wait) sends.push_back(listed(reports, "and") + wait);
  return sends;
}

std::string earliest_of(const gate::DealVerdict& deal) {
  std::optional<base::Date> latest;
  for (const gate::RequirementVerdict& requirement : deal.requirements) {
    if (is_yes(requirement.verdict)) continue;
    if (!requirement.earliest) return {};
    if (!latest || *latest < *requirement.earliest) latest = requirement.earliest;
  }
  return latest ? base::to_text(*latest) : std::string();
}

std::vector<const gate::DealVerdict*> worst_first(const std::vector<gate::DealVerdict>& deals) {
  std::vector<const gate::DealVerdict*> order;
  for (const gate::DealVerdict& deal : deals) order.push_back(&deal);
  std::stable_sort(order.begin(), order.end(), [](const gate::DealVerdict* one, const gate::DealVerdict* other) {
    return one->verdict > other->verdict;
  });
  return order;
}

}  // namespace socrates::render
