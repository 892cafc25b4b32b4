// SPDX-License-Identifier: Apache-2.0
//
// Margins. The acceptance rules do not compare months with thresholds, as the threshold may be the buyer's, the
// company's or the rules' own. What they see is by how many months something is over the threshold in force, and
// whether the buyer stated it. All counting of months is that of base/date.

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <tuple>

#include "gate/facts.hpp"
#include "gate/fiscal_year.hpp"
#include "gate/shelf.hpp"
#include "socrates/base/calendar.hpp"

namespace socrates::gate {

std::string counted_months(int months) { return fmt::format("{} month{}", months, months == 1 ? "" : "s"); }

namespace {

using base::Date;
using model::HeldReport;
using model::NextReport;
using model::Period;
using model::ReportType;

/// `as the customer states`, `as the policy sets`, `as the rules set`.
std::string whose(const Ask& ask, bool is_stated, Threshold id) {
  if (is_stated) return "as the customer states";
  return is_policy(ask, id) ? "as your policy sets" : "as the rules set";
}

/// Whether the length of a period is to be judged at all.
Maybe period_counts(const Ask& ask, const HeldReport& report) {
  const bool no_length_asked = ask.requirement.period_months_at_least.is_left_out();
  if (no_length_asked && ask.requirement.type.is_given() && ask.requirement.type.value == ReportType::type_1)
    return false;
  if (comes_in_types(report)) {
    if (!report.type) return std::nullopt;
    if (report.type == ReportType::type_1) return false;
    return no_length_asked && ask.requirement.type.is_unknown() ? std::nullopt : Maybe(true);
  }
  return answers(report, model::Family::soc3);
}

void add_length(const Ask& ask, const Candidate& candidate, FactSheet& facts) {
  const Maybe counts = period_counts(ask, *candidate.report);
  facts.say(Fact::period_counts, counts);
  const model::Stated<int>& stated = ask.requirement.period_months_at_least;
  facts.say(Fact::minimum_is_stated, !stated.is_left_out());
  const std::optional<Period> period = merged_period(*candidate.report, candidate.earlier);
  if (!period) return;
  const int length = base::whole_months(period->from, period->to);
  const std::optional<int> minimum = stated.is_given()      ? std::optional(stated.value)
                                     : stated.is_left_out() ? threshold(ask, Threshold::period_months)
                                                            : std::nullopt;
  if (minimum) facts.count(Fact::period_over_minimum_by, length - *minimum);
  if (const auto floor = threshold(ask, Threshold::period_floor_months))
    facts.count(Fact::period_over_floor_by, length - *floor);
  if (counts == false || !facts.is_explained()) return;
  std::string text =
      fmt::format("{} to {} is {}", base::to_text(period->from), base::to_text(period->to), counted_months(length));
  if (minimum)
    text += fmt::format("; at least {}, {}", counted_months(*minimum),
                        whose(ask, stated.is_given(), Threshold::period_months));
  facts.note("g05", std::move(text));
}

/// From where the age counts.
std::optional<Date> basis_of(const Ask& ask, const HeldReport& report) {
  if (ask.requirement.age_from == model::AgeFrom::issued) return report.issued;
  if (is_attestation(report)) return last_day_of(report);
  return report.issued || model::is_examined(report.report) ? report.issued : report.as_of;
}

/// What the day is from which the age counts, in words.
std::string_view basis_words(const Ask& ask, const HeldReport& report) {
  const bool is_issue = ask.requirement.age_from == model::AgeFrom::issued || !is_attestation(report);
  return is_issue ? (report.issued ? "issued" : "as of") : report.period ? "the end of its period" : "as of";
}

/// The greatest age in force: months, days, or both, of which each has to hold.
struct GreatestAge {
  bool is_stated = false;
  bool is_known = true;
  std::optional<int> months;
  std::optional<int> days;
};

GreatestAge greatest_age(const Ask& ask) {
  const model::Stated<int>& months = ask.requirement.age_months_at_most;
  const model::Stated<int>& days = ask.requirement.age_days_at_most;
  GreatestAge greatest;
  greatest.months = months.known();
  greatest.days = days.known();
  greatest.is_stated = !months.is_left_out() || !days.is_left_out();
  if (!greatest.is_stated) greatest.months = threshold(ask, Threshold::age_months);
  greatest.is_known = greatest.months.has_value() || greatest.days.has_value();
  return greatest;
}

/// By how many months the report is over the greatest age on that day; not positive where it is within.
int over_by(const GreatestAge& greatest, Date basis, Date day) {
  const int age = base::months_since(basis, day);
  const bool is_over_days = greatest.days && base::add_days(basis, *greatest.days) < day;
  const int by_months = greatest.months ? age - *greatest.months : -age;
  return is_over_days ? std::max(1, by_months) : greatest.months ? by_months : 0;
}

/// The last day on which the report is within the greatest age.
Date lapse_of(const GreatestAge& greatest, Date basis) {
  if (!greatest.months) return base::add_days(basis, greatest.days.value_or(0));
  const Date by_months = base::add_months(basis, *greatest.months);
  return greatest.days ? std::min(by_months, base::add_days(basis, *greatest.days)) : by_months;
}

std::string limit_text(const Ask& ask, const GreatestAge& greatest) {
  std::string text = "at most ";
  if (greatest.months) text += counted_months(*greatest.months);
  if (greatest.months && greatest.days) text += " and ";
  if (greatest.days) text += fmt::format("{} days", *greatest.days);
  return text + ", " + whose(ask, greatest.is_stated, Threshold::age_months);
}

/// A certificate is good for as long as it says, unless the buyer states a greatest age; what nobody examines, where it
/// says so.
bool goes_by_validity(const Ask& ask, const HeldReport& report) {
  if (is_attestation(report) || greatest_age(ask).is_stated) return false;
  return model::is_examined(report.report) || report.valid_until.has_value();
}

void add_age(const Ask& ask, const HeldReport& report, FactSheet& facts) {
  const GreatestAge greatest = greatest_age(ask);
  facts.say(Fact::maximum_is_stated, greatest.is_stated);
  const bool by_validity = goes_by_validity(ask, report);
  if (report.valid_until && ask.decision) {
    facts.say(Fact::expired, *report.valid_until < *ask.decision);
    if (facts.is_explained()) facts.note("g06", fmt::format("valid until {}", base::to_text(*report.valid_until)));
  } else if (!report.valid_until) {
    facts.say(Fact::expired, by_validity ? std::nullopt : Maybe(false));
  }
  if (by_validity) {
    facts.count(Fact::age_over_maximum_by, 0);
    facts.count(Fact::age_over_fresh_by, 0);
    return;
  }
  const std::optional<Date> basis = basis_of(ask, report);
  if (!basis || !ask.decision) return;
  const int age = base::months_since(*basis, *ask.decision);
  if (greatest.is_known) facts.count(Fact::age_over_maximum_by, over_by(greatest, *basis, *ask.decision));
  if (const auto fresh = threshold(ask, Threshold::age_fresh_months))
    facts.count(Fact::age_over_fresh_by, age - *fresh);
  if (!facts.is_explained()) return;
  std::string text = fmt::format("{} on {}, counted from {} ({})", counted_months(age), base::to_text(*ask.decision),
                                 base::to_text(*basis), basis_words(ask, report));
  if (greatest.is_known) text += "; " + limit_text(ask, greatest);
  facts.note("g06", std::move(text));
}

/// Whether the report would do for the year that ended last, where the one that is running is taken to be meant and it
/// does not do for that one. What was said of the year is said again afterwards by whoever calls.
void judge_other_year(const Ask& ask, const FiscalYear& year, const std::optional<Period>& held,
                      const std::function<void(const FiscalYear&, FactSheet&)>& say, FactSheet& facts) {
  facts.choose(Fact::other_year, "not_judged");
  const auto check = ask.bench.check(year_check);
  if (!year.other || !held || !check) return;
  if (ask.bench.verdicts(facts.allowed())[*check] != CheckVerdict::fail) return;
  FactSheet other = facts;
  say({FiscalYear::Kind::past, *year.other}, other);
  const CheckVerdict verdict = ask.bench.verdicts(other.allowed())[*check];
  const bool meets = verdict == CheckVerdict::pass || verdict == CheckVerdict::condition;
  if (verdict != CheckVerdict::undecided) facts.choose(Fact::other_year, meets ? "meets" : "fails");
  if (meets && facts.is_explained())
    facts.note("g08", fmt::format("it would be enough for the year that ended on {}", base::to_text(year.other->to)));
}

/// Whether a letter holds by itself: none where that is not known.
Maybe is_sound(const Ask& ask, const HeldReport& report, const model::BridgeLetter& letter) {
  if (!letter.signed_on) return false;
  Maybe sound = report.type ? Maybe(report.type == ReportType::type_2) : std::nullopt;
  sound = both(sound, ask.decision ? Maybe(*letter.signed_on <= *ask.decision) : std::nullopt);
  sound = both(sound, letter.to ? Maybe(*letter.to <= *letter.signed_on) : std::nullopt);
  return both(
      sound, letter.from && report.period ? Maybe(*letter.from <= base::add_days(report.period->to, 1)) : std::nullopt);
}

void add_bridge(const Ask& ask, const HeldReport& report, const std::optional<model::BridgeLetter>& held,
                const FiscalYear& year, FactSheet& facts) {
  const model::Requirement& r = ask.requirement;
  if (!r.bridge_letter_accepted.is_unknown()) {
    facts.say(Fact::bridge_accepted, r.bridge_letter_accepted.known().value_or(false));
    facts.say(Fact::bridge_refused, !r.bridge_letter_accepted.known().value_or(true));
  }
  if (!held) {
    facts.choose(Fact::bridge_letter, "none");
    facts.say(Fact::bridge_reaches, false);
    facts.say(Fact::fiscal_gap_bridged, false);
    return;
  }
  const model::BridgeLetter& letter = *held;
  const Maybe sound = is_sound(ask, report, letter);
  if (sound) facts.choose(Fact::bridge_letter, *sound ? "sound" : "unsound");
  const auto slack = threshold(ask, Threshold::bridge_slack_months);
  if (letter.to && facts.is_explained()) facts.word("letter_to", base::to_text(*letter.to));
  if (letter.to && ask.decision && slack) {
    facts.say(Fact::bridge_reaches, *ask.decision <= base::add_months(*letter.to, *slack));
    if (facts.is_explained()) facts.note("g07", fmt::format("the letter covers up to {}", base::to_text(*letter.to)));
  }
  const bool has_year = year.kind == FiscalYear::Kind::past;
  if (has_year)
    facts.say(Fact::fiscal_gap_bridged, both(sound, letter.to ? Maybe(year.year.to <= *letter.to) : std::nullopt));
  else
    facts.say(Fact::fiscal_gap_bridged, year.kind == FiscalYear::Kind::not_known ? std::nullopt : Maybe(false));
}

/// The report in the making that follows on one that is held.
struct Successor {
  enum class State { none, uncertain, certain, not_known };
  State state = State::none;
  std::optional<Date> end;       ///< of its period
  std::optional<Date> expected;  ///< the day of issue
};

/// How sure it is that a report in the making follows on, worst first.
int rank_of(const Successor& successor) {
  switch (successor.state) {
    case Successor::State::none:
      return 0;
    case Successor::State::uncertain:
      return 1;
    case Successor::State::not_known:
      return 2;
    case Successor::State::certain:
      return 3;
  }
  return 0;
}

/// Months after the end of a period: the usual age of a report, and that with the longest time that a letter covers.
struct CycleLimits {
  int cycle = 0;
  int with_letter = 0;
};

/// It begins no later than the day after the period, is over later, and no more than a usual age later: a cycle, and
/// not just some report to come. Where its period is not known, it may be one as long as it is expected within a cycle
/// and the longest time that a letter covers.
Successor as_successor(const NextReport& next, Date end, const CycleLimits& limits) {
  const bool is_certain = next.certain.value_or(false) && next.expected;
  if (next.period) {
    const bool follows_on = next.period->from <= base::add_days(end, 1) && end < next.period->to &&
                            next.period->to <= base::add_months(end, limits.cycle);
    if (!follows_on) return {};
    return {is_certain ? Successor::State::certain : Successor::State::uncertain, next.period->to, next.expected};
  }
  if (!is_certain) return {Successor::State::uncertain, std::nullopt, next.expected};
  if (base::add_months(end, limits.with_letter) < *next.expected) return {};
  return {Successor::State::not_known, std::nullopt, next.expected};
}

/// The surest of all, and of several the one that reaches furthest.
Successor successor_of(Ask& ask, const HeldReport& report) {
  Successor best;
  const auto cycle = threshold(ask, Threshold::age_months);
  const auto limit = threshold(ask, Threshold::bridge_months_at_most);
  if (!report.period || !ask.decision || !cycle || !limit) return best;
  for (const std::size_t number : fitting_next(ask)) {
    const NextReport& next = ask.inventory().next[number];
    const bool is_of_type = !report.type || !has_types(next.report) || next.type == report.type;
    if (!is_of_type || (next.expected && *next.expected < *ask.decision)) continue;
    const Successor one = as_successor(next, report.period->to, {*cycle, *cycle + *limit});
    if (std::pair(rank_of(best), best.end) < std::pair(rank_of(one), one.end)) best = one;
  }
  return best;
}

/// The last day of which a report to come speaks, or else that of its issue: from where its age counts; none where that
/// is not known.
std::optional<Date> basis_of(const Ask& ask, const NextReport& next) {
  if (ask.requirement.age_from == model::AgeFrom::issued || !is_attestation(next.report)) return next.expected;
  if (next.period) return next.period->to;
  return next.type == ReportType::type_1 ? next.expected : std::nullopt;
}

/// A report to come is recent enough on that day. A certificate goes by its validity, which nobody knows yet, unless
/// the buyer states a greatest age.
Maybe is_recent(const Ask& ask, const NextReport& next, Date day) {
  const GreatestAge greatest = greatest_age(ask);
  if (!is_attestation(next.report) && model::is_examined(next.report) && !greatest.is_stated) return true;
  if (!greatest.is_known) return std::nullopt;
  if (const std::optional<Date> basis = basis_of(ask, next)) return over_by(greatest, *basis, day) <= 0;
  // Its period ends before it is issued, if nobody knows when.
  return next.expected && 0 < over_by(greatest, *next.expected, day) ? Maybe(false) : std::nullopt;
}

/// The report in the making is certain to be issued by the decision date, and will be long and recent enough to be sent
/// in place of this one.
Maybe replaces(const Ask& ask, const HeldReport& report, const NextReport& next) {
  const bool is_there = next.certain.value_or(false) && next.expected && *next.expected <= *ask.decision;
  const bool is_of_type = !report.type || !has_types(next.report) || next.type == report.type;
  if (!is_there || !is_of_type) return false;
  if (!is_attestation(next.report) || next.type == ReportType::type_1) {
    const std::optional<Date> held = is_attestation(report) ? last_day_of(report) : report.issued;
    return held ? both(*held < *next.expected, is_recent(ask, next, *ask.decision)) : std::nullopt;
  }
  const std::optional<Date> end = last_day_of(report);
  const Maybe is_newer = next.period && end ? Maybe(*end < next.period->to) : std::nullopt;
  const model::Stated<int>& stated = ask.requirement.period_months_at_least;
  const auto least = stated.is_left_out() ? threshold(ask, Threshold::period_floor_months) : stated.known();
  const Maybe is_long =
      next.period && least ? Maybe(*least <= base::whole_months(next.period->from, next.period->to)) : std::nullopt;
  return both(both(is_newer, is_long), is_recent(ask, next, *ask.decision));
}

/// One of those that are planned will be there on the day of a decision that lies ahead.
void add_replacement(Ask& ask, const HeldReport& report, FactSheet& facts) {
  Maybe any = false;
  if (ask.decision)
    for (const std::size_t number : fitting_next(ask)) {
      const NextReport& next = ask.inventory().next[number];
      const Maybe one = replaces(ask, report, next);
      any = either(any, one);
      if (one != true || !facts.is_explained()) continue;
      facts.word("next_date", base::to_text(*next.expected));
      facts.note("g06", fmt::format("the next report is due on {}, by the decision", base::to_text(*next.expected)));
    }
  facts.say(Fact::next_replaces, any);
}

/// Until when nothing has to stand in for the next report: the end of the period, or that of the one in the making.
Date covered_until(const HeldReport& report, const Successor& successor) {
  const bool runs_on = successor.state == Successor::State::certain && successor.end;
  return runs_on ? std::max(report.period->to, *successor.end) : report.period->to;
}

void add_successor(const Ask& ask, const Successor& successor, FactSheet& facts) {
  constexpr std::string_view ids[] = {"none", "uncertain", "certain"};
  if (successor.state != Successor::State::not_known)
    facts.choose(Fact::successor, ids[static_cast<std::size_t>(successor.state)]);
  facts.say(Fact::successor_reaches, ask.decision && successor.end && *ask.decision <= *successor.end);
  if (!facts.is_explained()) return;
  if (successor.expected) facts.word("next_date", base::to_text(*successor.expected));
  if (successor.state == Successor::State::certain && successor.end)
    facts.note("g06", fmt::format("the next report runs to {} and is due on {}", base::to_text(*successor.end),
                                  base::to_text(*successor.expected)));
}

/// The time that a letter has to cover: to the decision, where the report is too old by itself, else to the end of the
/// fiscal year. By the house's defaults it begins where the report in the making ends, by the buyer's own limit at the
/// end of the period.
void add_gap(const Ask& ask, const HeldReport& report, const FiscalYear& year, const Successor& successor,
             FactSheet& facts) {
  if (!report.period || !ask.decision) return;
  const model::Stated<int>& stated = ask.requirement.bridge_gap_months_at_most;
  if (stated.is_unknown()) return;
  const std::optional<Date> basis = basis_of(ask, report);
  const GreatestAge greatest = greatest_age(ask);
  if (!basis || !greatest.is_known) return;
  const bool is_too_old = over_by(greatest, *basis, *ask.decision) > 0;
  if (!is_too_old && !stated.is_given() && year.kind == FiscalYear::Kind::not_known) return;
  // Where the gap begins is not known while nobody knows the period of the report in the making.
  if (is_too_old && !stated.is_given() && successor.state == Successor::State::not_known) return;
  const bool goes_to_decision = stated.is_given() || is_too_old || year.kind != FiscalYear::Kind::past;
  const Date need = goes_to_decision ? *ask.decision : year.year.to;
  const Date from = stated.is_given() || !is_too_old ? report.period->to : covered_until(report, successor);
  const int gap = base::months_since(from, need);
  const auto usual = stated.is_given() ? stated.known() : threshold(ask, Threshold::bridge_months);
  const auto most = stated.is_given() ? stated.known() : threshold(ask, Threshold::bridge_months_at_most);
  if (usual) facts.count(Fact::bridge_gap_over_usual_by, gap - *usual);
  if (most) facts.count(Fact::bridge_gap_over_limit_by, gap - *most);
  if (!facts.is_explained()) return;
  facts.word("period_end", base::to_text(report.period->to));
  std::string text = fmt::format("from the end of {} to {} it is {}",
                                 from == report.period->to ? "the period" : "the period of the next report",
                                 base::to_text(need), counted_months(gap));
  if (stated.is_given()) text += fmt::format("; at most {}, as the customer states", counted_months(stated.value));
  if (report.bridge_letter || !report.bridge_letters.empty() || stated.is_given()) facts.note("g07", std::move(text));
}

/// A letter that the buyer asks for by itself, from some age on.
void add_letter_asked(const Ask& ask, const HeldReport& report, const std::optional<model::BridgeLetter>& letter,
                      FactSheet& facts) {
  const model::Stated<int>& beyond = ask.requirement.letter_beyond_months;
  if (beyond.is_left_out() || !is_attestation(report)) return facts.choose(Fact::letter_asked, "not_asked");
  const std::optional<Date> end = last_day_of(report);
  if (beyond.is_unknown() || !end || !ask.decision) return;
  const int age = base::months_since(*end, *ask.decision);
  if (facts.is_explained())
    facts.note("g22", fmt::format("the period ended {} before {}; a letter is asked for beyond {}", counted_months(age),
                                  base::to_text(*ask.decision), counted_months(beyond.value)));
  if (age <= beyond.value) return facts.choose(Fact::letter_asked, "not_needed");
  const model::Stated<int>& most = ask.requirement.bridge_gap_months_at_most;
  if (most.is_given() && most.value < age) return facts.choose(Fact::letter_asked, "too_long");
  if (most.is_unknown()) return;
  const auto slack = threshold(ask, Threshold::bridge_slack_months);
  const Maybe reaches =
      letter && letter->to && slack ? Maybe(*ask.decision <= base::add_months(*letter->to, *slack)) : std::nullopt;
  const Maybe is_current = letter ? both(is_sound(ask, report, *letter), reaches) : Maybe(false);
  if (is_current) facts.choose(Fact::letter_asked, *is_current ? "current" : "missing");
}

/// That nothing material has changed, in a letter or in a statement of its own.
void add_change_statement(const Ask& ask, const HeldReport& report, const std::optional<model::BridgeLetter>& letter,
                          FactSheet& facts) {
  const model::Stated<bool>& asked = ask.requirement.no_material_change;
  if (asked.is_left_out() || asked.known() == false) return facts.choose(Fact::change_statement, "not_asked");
  if (asked.is_unknown() && facts.is_explained())
    facts.word("statement", "a statement that nothing material has changed");
  const auto slack = threshold(ask, Threshold::bridge_slack_months);
  const auto usual = threshold(ask, Threshold::bridge_months);
  if (asked.is_unknown() || !ask.decision || !slack || !usual) return;
  const bool has_letter = letter && letter->to && is_sound(ask, report, *letter) == true &&
                          *ask.decision <= base::add_months(*letter->to, *slack);
  if (has_letter) return facts.choose(Fact::change_statement, "current");
  if (!report.no_change_since) return;
  const std::optional<Date> end = last_day_of(report);
  const Date day = *report.no_change_since;
  const bool is_current =
      day <= *ask.decision && (!end || *end <= day) && base::months_since(day, *ask.decision) <= *usual;
  facts.choose(Fact::change_statement, is_current ? "current" : "old");
  if (facts.is_explained()) facts.note("g22", fmt::format("management signed its statement on {}", base::to_text(day)));
}

enum class Arrival { never, too_old, after_start, by_start, by_lapse };

/// How a report to come stands to the day on which the one that is held is too old.
struct Coming {
  Arrival arrival = Arrival::never;
  bool is_certain = false;
  bool is_age_unknown = false;

  [[nodiscard]] auto rank() const {
    const bool is_best = arrival == Arrival::by_lapse && is_certain;
    const bool is_good = arrival == Arrival::by_lapse || arrival == Arrival::by_start;
    return std::make_tuple(is_best, is_good, arrival, is_certain, !is_age_unknown);
  }
};

Coming coming_of(const Ask& ask, const NextReport& next, const std::optional<Date>& lapse) {
  const bool has_date = next.expected.has_value();
  const Date start = ask.deal.contract_start.value;
  const bool is_there = has_date && *next.expected <= start;
  const Maybe recent = is_there && ask.deal.contract_start.is_given() ? is_recent(ask, next, start) : Maybe(true);
  const Arrival arrival = recent == false                                    ? Arrival::too_old
                          : !has_date || (lapse && *next.expected <= *lapse) ? Arrival::by_lapse
                          : is_there                                         ? Arrival::by_start
                                                                             : Arrival::after_start;
  return {arrival, has_date && next.certain.value_or(false), !recent};
}

/// The best of those that are planned.
void add_next(Ask& ask, const std::optional<Date>& lapse, FactSheet& facts) {
  constexpr std::string_view ids[] = {"never", "too_old", "after_start", "by_start", "by_lapse"};
  Coming best;
  bool is_planned = false;
  std::optional<Date> soonest;
  for (const std::size_t number : fitting_next(ask)) {
    const NextReport& next = ask.inventory().next[number];
    const Coming coming = coming_of(ask, next, lapse);
    if (best.rank() < coming.rank()) best = coming;
    if (!next.expected) continue;
    is_planned = true;
    if (!facts.is_explained()) continue;
    facts.note("g15", fmt::format("the next report is planned for {}", base::to_text(*next.expected)));
    if (!soonest || *next.expected < *soonest) soonest = next.expected;
  }
  if (soonest && facts.word("next_date") == nullptr) facts.word("next_date", base::to_text(*soonest));
  facts.say(Fact::next_is_planned, is_planned);
  if (!best.is_age_unknown) facts.choose(Fact::next_arrives, ids[static_cast<std::size_t>(best.arrival)]);
  facts.say(Fact::next_is_certain, best.is_certain);
}

/// What can cover the time from the end of the period to the start of the contract.
void add_until_next(const Ask& ask, const HeldReport& report, const Successor& successor, Date start,
                    FactSheet& facts) {
  const model::Stated<int>& stated = ask.requirement.bridge_gap_months_at_most;
  if (!report.period) return facts.choose(Fact::until_next, "too_long");
  if (stated.is_unknown()) return;
  if (stated.is_given() && stated.value < base::months_since(report.period->to, start))
    return facts.choose(Fact::until_next, "too_long");
  const bool is_within = successor.state == Successor::State::certain && successor.end && start <= *successor.end;
  if (is_within) return facts.choose(Fact::until_next, "in_period");
  const auto most = stated.is_given() ? stated.known() : threshold(ask, Threshold::bridge_months_at_most);
  const Date from = stated.is_given() ? report.period->to : covered_until(report, successor);
  if (most) facts.choose(Fact::until_next, base::months_since(from, start) <= *most ? "letter" : "too_long");
}

void add_start(Ask& ask, const HeldReport& report, const Successor& successor, FactSheet& facts) {
  const model::Stated<Date>& start = ask.deal.contract_start;
  facts.say(Fact::start_is_stated, !start.is_left_out());
  const GreatestAge greatest = greatest_age(ask);
  const std::optional<Date> basis = basis_of(ask, report);
  std::optional<Date> lapse;
  if (goes_by_validity(ask, report))
    lapse = report.valid_until;
  else if (basis && greatest.is_known)
    lapse = report.valid_until ? std::min(*report.valid_until, lapse_of(greatest, *basis)) : lapse_of(greatest, *basis);
  if (start.is_given() && lapse) {
    facts.say(Fact::lapses_before_start, *lapse < start.value);
    if (facts.is_explained())
      facts.note("g15", fmt::format("it is recent enough until {}; the contract starts on {}", base::to_text(*lapse),
                                    base::to_text(start.value)));
  }
  if (start.is_given()) {
    add_until_next(ask, report, successor, start.value, facts);
    if (facts.is_explained()) facts.word("start", base::to_text(start.value));
  }
  add_next(ask, lapse, facts);
}

}  // namespace

void add_time_facts(Ask& ask, const Candidate& candidate, Role role, FactSheet& facts) {
  const HeldReport& report = *candidate.report;
  facts.say(Fact::is_issued, is_issued_by(report, ask.decision));
  facts.say(Fact::is_issued_today, !ask.today || !report.issued || *report.issued <= *ask.today);
  facts.say(Fact::later_issue_held,
            role == Role::fills_in ? Maybe(false) : ask.shelf.is_superseded(report, ask.decision));
  const FiscalYear year = fiscal_year_of(ask);
  const std::optional<model::BridgeLetter> letter = letter_of(report, ask.decision);
  const Successor successor = successor_of(ask, report);
  add_length(ask, candidate, facts);
  add_age(ask, report, facts);
  add_successor(ask, successor, facts);
  add_replacement(ask, report, facts);
  const auto say_of_year = [&](const FiscalYear& of, FactSheet& sheet) {
    add_fiscal_year(ask, candidate, of, sheet);
    add_bridge(ask, report, letter, of, sheet);
    add_gap(ask, report, of, successor, sheet);
  };
  say_of_year(year, facts);
  judge_other_year(ask, year, report.period, say_of_year, facts);
  add_letter_asked(ask, report, letter, facts);
  add_change_statement(ask, report, letter, facts);
  add_renewal(ask, report, facts);
  add_start(ask, report, successor, facts);
  if (!facts.is_explained()) return;
  if (report.issued) facts.word("issued", base::to_text(*report.issued));
  if (report.valid_until) facts.word("valid_until", base::to_text(*report.valid_until));
  if (report.period) facts.word("period_end", base::to_text(report.period->to));
}

}  // namespace socrates::gate
