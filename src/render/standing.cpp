// SPDX-License-Identifier: Apache-2.0
#include "standing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "decision_view.hpp"
#include "open_question.hpp"
#include "sentence.hpp"
#include "socrates/render/answers.hpp"

namespace socrates::render {
namespace {

using model::ControlStatus;
using model::Examination;
using readiness::Certainty;
using readiness::ReportReadiness;

std::string_view decision_of(Examination examination) { return examination == Examination::soc1 ? "soc1" : "soc2"; }

std::string_view type_decision_of(Examination examination) {
  return examination == Examination::soc1 ? "soc1_type" : "soc2_type";
}

Measure measure_of(const readiness::Coverage& coverage) {
  return {readiness::percent(coverage), readiness::percent_if_unknown_in_place(coverage), coverage.counts};
}

/// `1 control holds up`, `2 controls hold up`.
std::string holding(std::size_t count) {
  return count == 1 ? std::string("1 control holds up") : fmt::format("{} controls hold up", count);
}

std::string after_weeks(base::Date today, int weeks) {
  return base::to_text(base::Date{std::chrono::sys_days{today} + std::chrono::days{7 * weeks}});
}

class Builder {
 public:
  explicit Builder(const ReadinessReport& report) : report_(report) {}

  Standing build() {
    for (std::size_t i = 0; i < report_.readiness.reports.size(); ++i)
      result_.reports.push_back(standing_of(report_.readiness.reports[i], report_.verdicts[i]));
    result_.summary = summary();
    add_answer();
    add_moves();
    for (const readiness::Gap& gap : report_.readiness.gaps) result_.gaps.push_back(line_of(gap));
    add_work();
    for (const std::size_t control : report_.readiness.left_out)
      result_.left_out.push_back({id(control), controls()[control].title, report_.controls[control].reason});
    for (const readiness::Gap& gap : report_.readiness.gaps)
      if (gap.status == ControlStatus::unknown) result_.not_known.push_back(gap.control);
    for (const std::size_t question : report_.readiness.scope.open_questions)
      result_.open.push_back(open_question(report_.recommendation, question));
    add_sources();
    add_origin();
    return std::move(result_);
  }

 private:
  [[nodiscard]] const std::vector<model::Control>& controls() const { return report_.catalogue.controls.controls; }
  [[nodiscard]] const std::string& id(std::size_t control) const { return controls()[control].id; }

  [[nodiscard]] std::vector<std::string> ids(const std::vector<std::size_t>& list) const {
    std::vector<std::string> result;
    for (const std::size_t control : list) result.push_back(id(control));
    return result;
  }

  std::vector<std::string> keys(const std::vector<std::size_t>& sources) {
    std::vector<std::string> result;
    for (const std::size_t source : sources) {
      result.push_back(report_.rules.sources[source].id);
      used_sources_.insert(source);
    }
    return result;
  }

  ReportStanding standing_of(const ReportReadiness& report, const readiness::Verdict& verdict) {
    ReportStanding result;
    result.name = name_of(report.examination);
    if (const auto view = find_view(report_.recommendation, type_decision_of(report.examination)))
      if (view->outcome->possible.size() == 1 && !can_be(*view, "not_applicable")) result.type = label_of(*view);
    if (const auto view = find_view(report_.recommendation, decision_of(report.examination)))
      result.level = label_of(*view);
    result.is_sure = report.certainty == Certainty::sure;
    result.measure = measure_of(report.coverage);
    add_verdicts(report, verdict, result);
    for (const readiness::Part& part : report.parts) {
      PartLine line{part.title, part.certainty == report.certainty, measure_of(part.coverage), {}};
      for (const readiness::Target& target : part.targets) {
        line.targets.push_back({target.id, target.label, target.state});
        if (target.state == readiness::TargetState::nothing || target.state == readiness::TargetState::not_known)
          result.without.push_back(line.targets.back());
      }
      result.parts.push_back(std::move(line));
    }
    for (const std::size_t note : verdict.outcome.notes) {
      const model::Note& said = report_.rules.notes[note];
      result.notes.push_back({filled(said.text, report_.rules, verdict.facts), keys(said.sources)});
    }
    return result;
  }

  void add_verdicts(const ReportReadiness& report, const readiness::Verdict& verdict, ReportStanding& result) {
    for (std::size_t d = 0; d < report_.rules.decisions.size(); ++d) {
      const model::Decision& decision = report_.rules.decisions[d];
      const engine::DecisionOutcome& outcome = verdict.outcome.decisions[d];
      VerdictLine line;
      line.title = title_of(decision);
      line.value = label_of(DecisionView{&decision, &outcome});
      line.tone = tone_of(decision, outcome);
      for (const engine::Reason& reason : outcome.because) {
        const model::Rule& rule = decision.rules[reason.rule];
        line.reasons.push_back({filled(rule.because, report_.rules, verdict.facts), keys(rule.sources)});
      }
      const readiness::Blockers* const blockers = decision.id == readiness::type_1_decision   ? &report.type_1
                                                  : decision.id == readiness::window_decision ? &report.type_2_window
                                                                                              : nullptr;
      if (blockers != nullptr) {
        line.blockers = ids(blockers->open);
        for (std::string& possible : ids(blockers->possible)) line.blockers.push_back(possible + "?");
      }
      if (decision.id == readiness::type_1_decision) line.when = type_1_day(report);
      if (decision.id == readiness::window_decision) line.when = window_day(report);
      result.verdicts.push_back(std::move(line));
    }
  }

  static Tone tone_of(const model::Decision& decision, const engine::DecisionOutcome& outcome) {
    if (outcome.possible.size() != 1) return Tone::open;
    const std::string& value = decision.values[outcome.possible.front()].id;
    if (value == "ready") return Tone::good;
    return value == "cannot_tell" ? Tone::open : Tone::bad;
  }

  [[nodiscard]] std::string days(const model::Weeks& weeks) const {
    const base::Date today = report_.recommendation.today;
    return fmt::format("{} at the earliest, {} likely, {} if it goes badly", after_weeks(today, weeks.least),
                       after_weeks(today, weeks.likely), after_weeks(today, weeks.most));
  }

  [[nodiscard]] std::string type_1_day(const ReportReadiness& report) const {
    if (report.type_1.open.empty() && report.type_1.possible.empty()) return {};
    return fmt::format("Work that starts today and is done side by side clears it on {} (planning estimate).",
                       days(report.weeks_to_type_1));
  }

  [[nodiscard]] std::string window_day(const ReportReadiness& report) const {
    const readiness::Window& window = report.window;
    if (!window.since)
      return fmt::format(
          "Work that starts today and is done side by side lets the period start on {} (planning "
          "estimate).",
          days(window.weeks));
    if (window.undated == 0)
      return fmt::format(
          "The observation period can start on {}: everything that it needs has operated since then, "
          "{} up to today.",
          base::to_text(*window.since), counted(static_cast<std::size_t>(window.months_operated), "full month"));
    return fmt::format(
        "The observation period can start on {}: since when {} operate is not said, so they are counted "
        "from today.",
        base::to_text(*window.since), counted(window.undated, "control"));
  }

  [[nodiscard]] std::string summary() const {
    if (result_.reports.empty()) return "No SOC 1 and no SOC 2 is recommended, so there is nothing to be ready for.";
    std::vector<std::string> sentences;
    for (std::size_t i = 0; i < result_.reports.size(); ++i) {
      const ReportStanding& standing = result_.reports[i];
      const ReportReadiness& report = report_.readiness.reports[i];
      std::string sentence = standing.name;
      if (!standing.is_sure) sentence += ", if it is needed";
      sentence += standing.measure.percent ? fmt::format(": {} % of the controls in scope are in place, by weight",
                                                         *standing.measure.percent)
                                           : std::string(": no control in scope applies");
      const std::size_t type_1 = report.type_1.open.size();
      const std::size_t window = report.type_2_window.open.size();
      const std::size_t possible = report.type_2_window.possible.size();
      if (window == 0 && possible == 0)
        sentence += "; there is no blocker for a Type 1 or for the observation period by your own answers";
      else if (window > 0)
        sentence += type_1 == 0 ? fmt::format("; nothing holds up a Type 1, but {} the observation period of a Type 2",
                                              holding(window))
                                : fmt::format("; {} a Type 1, and {} the observation period of a Type 2",
                                              holding(type_1), holding(window));
      if (possible > 0)
        sentence += fmt::format("; {} {} it up, but too little is known of {}",
                                counted(possible, window > 0 ? "other control" : "control"),
                                window > 0 ? "could also hold" : "could hold", possible == 1 ? "it" : "them");
      sentences.push_back(sentence + ".");
    }
    return joined(sentences, " ");
  }

  void add_answer() {
    const ReadinessDemand& demand = report_.demand;
    if (!demand.verdict) return;
    std::vector<std::string> asked;
    if (demand.min_percent) asked.push_back(fmt::format("a coverage of at least {} %", *demand.min_percent));
    if (demand.ready_for)
      asked.emplace_back(*demand.ready_for == "type_1" ? "nothing that holds up a Type 1"
                                                       : "nothing that holds up the observation period of a Type 2");
    const std::string what = listed(asked, "and");
    if (result_.reports.empty()) {
      result_.answer = fmt::format("Asked for: {}. Nothing is in scope, so nothing stands against it.", what);
      return;
    }
    switch (*demand.verdict) {
      case readiness::Answer::yes:
        result_.answer = fmt::format("Asked for: {}. Yes{}.", what, reservation());
        result_.answer_tone = Tone::good;
        break;
      case readiness::Answer::no:
        result_.answer = fmt::format("Asked for: {}. No.", what);
        result_.answer_tone = Tone::bad;
        break;
      case readiness::Answer::cannot_tell:
        result_.answer = fmt::format("Asked for: {}. That cannot be told yet: what is not known decides it.", what);
        result_.answer_tone = Tone::open;
        break;
    }
  }

  /// What a yes leaves standing.
  [[nodiscard]] std::string reservation() const {
    std::size_t without = 0;
    for (const ReportStanding& report : result_.reports) without += report.without.size();
    if (without == 0) return {};
    return fmt::format(", by your own answers; but for {} nothing is in place, and {} can qualify the opinion",
                       without == 1 ? "one criterion or objective" : fmt::format("{} criteria or objectives", without),
                       without == 1 ? "it" : "each of them");
  }

  /// A sentence for each pair of statuses, in the order in which they come first.
  void add_moved(std::string_view how_as_a_rule, const std::vector<readiness::Move>& moves) {
    using Statuses = std::pair<ControlStatus, ControlStatus>;
    std::vector<std::pair<Statuses, std::vector<std::string>>> groups;
    for (const readiness::Move& move : moves) {
      const Statuses statuses{move.from, move.to};
      auto group =
          std::find_if(groups.begin(), groups.end(), [&](const auto& known) { return known.first == statuses; });
      if (group == groups.end()) group = groups.insert(groups.end(), {statuses, {}});
      group->second.push_back(id(move.control));
    }
    for (const auto& [statuses, controls_moved] : groups) {
      const std::string_view how = statuses.first == ControlStatus::unknown ? "Found out" : how_as_a_rule;
      result_.moves.push_back(fmt::format("{}, from {} to {}: {}.", how, label_of(statuses.first),
                                          label_of(statuses.second), listed(controls_moved, "and")));
    }
  }

  static std::string moved_coverage(const readiness::ReportChange& change) {
    if (change.before && change.after) return fmt::format("coverage was {} %, is {} %", *change.before, *change.after);
    if (change.after) return fmt::format("newly in scope; coverage is {} %", *change.after);
    if (change.before) return fmt::format("no longer in scope; coverage was {} %", *change.before);
    return "no control in scope applies";
  }

  void add_moves() {
    if (report_.changes == nullptr) return;
    result_.compares = true;
    const readiness::Changes& changes = *report_.changes;
    for (const readiness::ReportChange& change : changes.reports) {
      std::string sentence = fmt::format("{}: {}", name_of(change.examination), moved_coverage(change));
      if (!change.closed.empty())
        sentence += fmt::format("; no longer held up by {}", listed(ids(change.closed), "and"));
      if (!change.opened.empty()) sentence += fmt::format("; newly held up by {}", listed(ids(change.opened), "and"));
      result_.moves.push_back(sentence + ".");
    }
    add_moved("Better", changes.better);
    add_moved("Worse", changes.worse);
    add_moved("Otherwise", changes.other);
    if (changes.better.empty() && changes.worse.empty() && changes.other.empty())
      result_.moves.emplace_back("No control has another status than before.");
  }

  [[nodiscard]] GapLine line_of(const readiness::Gap& gap) const {
    const model::Control& control = controls()[gap.index];
    std::vector<std::string> serves;
    for (const Examination examination : gap.serves) serves.emplace_back(name_of(examination));
    std::vector<std::string> targets = gap.criteria;
    targets.insert(targets.end(), gap.objectives.begin(), gap.objectives.end());
    std::string served = listed(serves, "and");
    served += targets.empty() ? " (the examination as such)" : fmt::format(" ({})", joined(targets, ", "));
    return {gap.control,
            gap.title,
            std::string(label_of(gap.status)),
            std::string(holds_up(gap.blocks)),
            served,
            weeks_text(gap.weeks),
            gap.owner,
            joined(gap.depends_on, ", "),
            control.why,
            control.evidence};
  }

  void add_work() {
    const readiness::Work& work = report_.readiness.work;
    const readiness::Shared& shared = report_.readiness.shared;
    if (work.gaps == 0) {
      result_.work = result_.reports.empty() ? "" : "Every control in scope is in place or does not apply.";
    } else {
      result_.work = fmt::format(
          "{}; one after another {} weeks of elapsed time (at least {}, at most {}), much of which can run side by "
          "side (planning estimate).",
          counted(work.gaps, "gap"), work.weeks.likely, work.weeks.least, work.weeks.most);
    }
    if (report_.readiness.reports.size() < 2) return;
    result_.shared =
        fmt::format("SOC 1 and SOC 2 share {} in scope; {} of them are gaps, and their {} weeks are counted once here.",
                    counted(shared.controls, "control"), shared.work.gaps, shared.work.weeks.likely);
  }

  void add_sources() {
    for (const std::size_t source : used_sources_) {
      const model::SourceReference& reference = report_.rules.sources[source];
      result_.sources.push_back({reference.id, reference.title, reference.publisher});
    }
  }

  void add_origin() {
    const model::RuleSet& selection = report_.recommendation.rules;
    result_.origin = fmt::format("Rules {} {}, readiness rules {} {}, catalogue {} {} with {}, as of {}.", selection.id,
                                 selection.version, report_.rules.id, report_.rules.version,
                                 report_.catalogue.controls.id, report_.catalogue.controls.version,
                                 counted(controls().size(), "control"), base::to_text(report_.recommendation.today));
    result_.disclaimer =
        "This rests on your own answers and is a planning aid, not an audit and not legal or audit advice.";
  }

  const ReadinessReport& report_;
  Standing result_;
  std::set<std::size_t> used_sources_;
};

}  // namespace

Standing standing(const ReadinessReport& report) { return Builder(report).build(); }

}  // namespace socrates::render
