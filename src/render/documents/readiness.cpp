// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "render/decision_words.hpp"
#include "render/documents/findings.hpp"
#include "render/documents/open_questions.hpp"
#include "render/documents/sources.hpp"
#include "render/plan_words.hpp"
#include "render/readiness_words.hpp"
#include "render/sentence.hpp"
#include "socrates/model/answer_words.hpp"
#include "socrates/render/readiness.hpp"

namespace socrates::render {
namespace {

using model::ControlStatus;
using model::Examination;
using readiness::Certainty;
using readiness::ReportReadiness;

std::string_view type_of(Examination examination) {
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

bool is_without(const readiness::Target& target) {
  return target.footing == readiness::Footing::none || target.footing == readiness::Footing::not_known;
}

Tone tone_of_answer(readiness::Answer answer) {
  switch (answer) {
    case readiness::Answer::yes:
      return Tone::good;
    case readiness::Answer::no:
      return Tone::bad;
    case readiness::Answer::cannot_tell:
      return Tone::open;
  }
  return Tone::plain;
}

std::vector<std::string> sentences_of(const ReadinessReport& report);

class ReadinessAuthor {
 public:
  explicit ReadinessAuthor(const ReadinessReport& report) : report_(report) {}

  Document write() {
    Document document{"How ready you are", base::to_text(report_.recommendation.today), {}, {}, {}, {}};
    for (std::string& sentence : sentences_of(report_)) document.lead.push_back({{std::move(sentence)}});
    if (std::string about = about_text(report_.recommendation.about); !about.empty())
      document.lead.push_back({{std::move(about)}});
    if (report_.demand.verdict) document.lead.push_back(answer());
    if (std::string text = contradictions_text(report_); !text.empty())
      document.lead.push_back({{std::move(text)}, Tone::bad});
    if (report_.changes) document.sections.push_back({"What changed", {moves()}});
    for (std::size_t i = 0; i < report_.readiness.reports.size(); ++i)
      document.sections.push_back(section_of(report_.readiness.reports[i], report_.verdicts[i]));
    document.sections.push_back({"Open: the scope still depends on",
                                 {open_questions(report_.recommendation, report_.readiness.scope.open_questions)}});
    if (!report_.readiness.reports.empty()) document.sections.push_back(gaps());
    if (report_.plan) document.sections.push_back(part_of("The plan", *report_.plan));
    if (report_.findings) document.sections.push_back(findings_section(report_));
    document.sections.push_back({"Only proposed", {proposed()}});
    document.sections.push_back({"When it was performed", {performed()}});
    document.sections.push_back({"Not applicable, by your answers", {left_out()}});
    document.sections.push_back({"Not known", {Paragraph{{not_known()}}}});
    add_named_sources(document, report_.rules.sources);
    document.origin = {
        origin(), "This rests on your own answers. It is a planning aid, not an audit and not legal or audit advice."};
    if (report_.plan) add_end_of(*report_.plan, document);
    return document;
  }

 private:
  [[nodiscard]] const std::vector<model::Control>& controls() const { return report_.catalogue.controls.controls; }
  [[nodiscard]] const std::string& id(std::size_t control) const { return controls()[control].id; }

  [[nodiscard]] std::vector<std::string> ids(const std::vector<std::size_t>& list) const {
    std::vector<std::string> result;
    for (const std::size_t control : list) result.push_back(id(control));
    return result;
  }

  [[nodiscard]] std::vector<std::string> keys(const std::vector<std::size_t>& sources) const {
    return keys_of(sources, report_.rules.sources);
  }

  [[nodiscard]] std::string heading_of(const ReportReadiness& report) const {
    std::string heading(model::name_of(report.examination, report.standard));
    const auto type = find_view(report_.recommendation, type_of(report.examination));
    if (type && type->outcome->possible.size() == 1 && !can_be(*type, "not_applicable"))
      heading += ", " + label_of(*type);
    if (report.certainty != Certainty::sure) return heading + " (whether it is needed is still open)";
    const auto level = find_view(report_.recommendation, model::id_of(report.examination));
    return level ? fmt::format("{} ({})", heading, label_of(*level)) : heading;
  }

  Section section_of(const ReportReadiness& report, const readiness::Verdict& verdict) {
    CoverageBars bars;
    HeatMap map;
    Items without;
    for (const readiness::Part& part : report.parts) {
      bars.bars.push_back({part.title, part.certainty == report.certainty, measure_of(part.coverage)});
      TargetGroup group{part.title, {}};
      for (const readiness::Target& target : part.targets) {
        group.targets.push_back({target.id, target.label, target.state});
        const bool is_known = target.footing == readiness::Footing::none;
        if (is_without(target))
          without.items.push_back({{is_known ? target.label : target.label + " (not known)"}, {}, target.id});
      }
      if (!group.targets.empty()) map.groups.push_back(std::move(group));
    }
    Items notes;
    for (const std::size_t note : verdict.outcome.notes) {
      const model::Note& said = report_.rules.notes[note];
      notes.items.push_back({{filled(said.text, report_.rules, verdict.facts), keys(said.sources)}});
    }
    const bool is_soc1 = report.examination == Examination::soc1;
    return {heading_of(report),
            {Coverage{measure_of(report.coverage)}, verdicts(report, verdict)},
            {{"Coverage by part", {std::move(bars)}},
             {is_soc1 ? "Control objectives at a glance" : "Criteria at a glance", {std::move(map)}},
             {"Without a control that is known to operate", {std::move(without)}},
             {"Over the period", over_period(report)},
             {"Notes", {std::move(notes)}}}};
  }

  /// By control: what is expected in the period, seen, due and missed.
  [[nodiscard]] std::vector<Block> over_period(const ReportReadiness& report) const {
    if (!report.over) return {};
    const readiness::OverPeriod& over = *report.over;
    Table table{{"Control", "Performed", "Expected", "Seen", "Due", "Missed", "Not known"}, {}};
    Items remarks;
    for (const readiness::ControlOverPeriod& one : over.controls) {
      const model::Control& control = controls()[one.control];
      if (!one.occurrences.empty()) table.rows.push_back(row_of(one));
      for (const readiness::Occurrence& occurrence : one.occurrences)
        if (occurrence.state == readiness::OccurrenceState::missed)
          remarks.items.push_back({{fmt::format("not performed from {}: missed; it cannot be made up within this "
                                                "period, and an auditor may report an exception",
                                                days_of(occurrence.window))},
                                   {},
                                   control.id});
      if (one.late)
        remarks.items.push_back(
            {{fmt::format("has operated only since {}, after the first day", base::to_text(*one.late))},
             {},
             control.id});
      if (one.is_undated)
        remarks.items.push_back({{"has no start date, and the period begins before today"}, {}, control.id});
      if (one.events)
        remarks.items.push_back(
            {{*one.events == 0 ? std::string("no occurrence in the period: nothing to test, and nothing "
                                             "missed; say so to your auditor")
                               : counted(*one.events, "occurrence") + " in the period so far"},
             {},
             control.id});
    }
    return {Paragraph{{fmt::format("From {}.", days_of(over.period))}}, std::move(table), std::move(remarks)};
  }

  static std::string days_of(const readiness::Period& period) {
    return fmt::format("{} to {}", base::to_text(period.from), base::to_text(period.to));
  }

  [[nodiscard]] std::vector<std::string> row_of(const readiness::ControlOverPeriod& one) const {
    const auto count = [&](readiness::OccurrenceState state) {
      return std::to_string(std::count_if(one.occurrences.begin(), one.occurrences.end(),
                                          [&](const readiness::Occurrence& each) { return each.state == state; }));
    };
    const model::Control& control = controls()[one.control];
    return {control.id,
            std::string(model::Ids<model::Frequency>::all[static_cast<std::size_t>(control.frequency)]),
            std::to_string(one.occurrences.size()),
            count(readiness::OccurrenceState::seen),
            count(readiness::OccurrenceState::due),
            count(readiness::OccurrenceState::missed),
            count(readiness::OccurrenceState::not_known)};
  }

  /// What is said of criteria, and not yet of the controls that serve them.
  [[nodiscard]] Items proposed() const {
    const std::vector<std::size_t> controls = proposals(report_);
    if (controls.empty()) return {};
    return items_of({fmt::format(
        "{} proposed by rows about criteria, which do not count as answers: {}. {} as not known. Confirm {}, with ask "
        "--readiness, or in the sheet that readiness --template csv writes.",
        controls.size() == 1 ? "1 control is" : fmt::format("{} controls are", controls.size()),
        listed(ids(controls), "and"), controls.size() == 1 ? "It counts" : "They count",
        controls.size() == 1 ? "it" : "each of them")});
  }

  /// What the days on which controls were performed leave open, each thing once.
  [[nodiscard]] Items performed() const {
    const readiness::Readiness& readiness = report_.readiness;
    Items list;
    if (!readiness.stale.empty())
      list.items.push_back(
          {{fmt::format("{}: last performed longer ago than the frequency allows, so the answer counts as unknown.",
                        listed(ids(readiness.stale), "and"))},
           {},
           "Stale"});
    if (!readiness.not_dated.empty())
      list.items.push_back({{fmt::format("{}: in place for longer than the frequency, but with no day on which it was "
                                         "performed; the program cannot tell whether it operates over a period.",
                                         listed(ids(readiness.not_dated), "and"))},
                            {},
                            "Not dated"});
    if (readiness.without_days > 0)
      list.items.push_back({{fmt::format(
          "For {} you have not said when {} performed. Give the days under performed, or the latest under last.",
          counted(readiness.without_days, "control"), readiness.without_days == 1 ? "it was" : "they were")}});
    if (std::string said = report_.operation ? text_for_readiness(*report_.operation) : ""; !said.empty())
      list.items.push_back({{std::move(said)}, {}, "All controls together"});
    return list;
  }

  /// What is only not known is no reason yet.
  static std::string held_up_label(const readiness::Blockers& blockers) {
    return blockers.open.empty() ? "May be held up by" : "Held up by";
  }
  static std::string without_label(const readiness::WithoutControl& without) {
    return without.open.empty() ? "No control known to operate for" : "No control operates for";
  }

  Entries verdicts(const ReportReadiness& report, const readiness::Verdict& verdict) {
    Entries result;
    for (std::size_t d = 0; d < report_.rules.decisions.size(); ++d) {
      const model::Decision& decision = report_.rules.decisions[d];
      const engine::DecisionOutcome& outcome = verdict.outcome.decisions[d];
      Entry entry{title_of(decision), {label_of(DecisionView{&decision, &outcome})}, tone_of(decision, outcome)};
      for (const engine::Reason& reason : outcome.because) {
        const model::Rule& rule = decision.rules[reason.rule];
        entry.reasons.push_back({"because " + filled(rule.because, report_.rules, verdict.facts), keys(rule.sources)});
      }
      if (decision.id == readiness::type_1_decision)
        entry.facts = {{held_up_label(report.type_1), {held_up_by(report.type_1)}},
                       {without_label(report.without), {without_control(report.without)}},
                       {"When", {type_1_day(report)}}};
      if (decision.id == readiness::window_decision)
        entry.facts = {{held_up_label(report.type_2_window), {held_up_by(report.type_2_window)}},
                       {without_label(report.without), {without_control(report.without)}},
                       {"Due within it", {joined(ids(report.due), ", ")}},
                       {"When", {window_day(report)}}};
      result.entries.push_back(std::move(entry));
    }
    return result;
  }

  [[nodiscard]] std::string held_up_by(const readiness::Blockers& blockers) const {
    std::vector<std::string> all = ids(blockers.open);
    for (const std::string& possible : ids(blockers.possible)) all.push_back(possible + "?");
    return joined(all, ", ");
  }

  /// `CC1.1, CC3.3?`: what is not known with a question mark.
  [[nodiscard]] static std::string without_control(const readiness::WithoutControl& without) {
    std::vector<std::string> all = without.open;
    for (const std::string& possible : without.possible) all.push_back(possible + "?");
    return joined(all, ", ");
  }

  static Tone tone_of(const model::Decision& decision, const engine::DecisionOutcome& outcome) {
    if (outcome.possible.size() != 1) return Tone::open;
    const std::string& value = decision.values[outcome.possible.front()].id;
    if (value == "ready") return Tone::good;
    return value == "cannot_tell" ? Tone::open : Tone::bad;
  }

  [[nodiscard]] std::string days(const model::Weeks& weeks) const {
    const base::Date today = report_.recommendation.today;
    return fmt::format("{} at the earliest, {} likely, {} at the latest", after_weeks(today, weeks.least),
                       after_weeks(today, weeks.likely), after_weeks(today, weeks.most));
  }

  [[nodiscard]] std::string type_1_day(const ReportReadiness& report) const {
    if (readiness::is_clear(report.type_1, report.without)) return {};
    return fmt::format("If you start today and work in parallel, this clears on {} (planning estimate).",
                       days(report.weeks_to_type_1));
  }

  [[nodiscard]] std::string window_day(const ReportReadiness& report) const {
    const readiness::Window& window = report.window;
    const bool is_lost = report.over && (report.over->missed > 0 || report.over->late > 0);
    const std::string_view period = is_lost ? "Another examination period" : "The examination period";
    if (!window.since)
      return fmt::format("If you start today and work in parallel, the period can start on {} (planning estimate).",
                         days(window.weeks));
    if (window.undated == 0)
      return fmt::format("{} can start on {}: everything it needs has operated since then, {} up to today.", period,
                         base::to_text(*window.since),
                         counted(static_cast<std::size_t>(window.months_operated), "full month"));
    return fmt::format("{} can start on {}: {} with no start date count from today.", period,
                       base::to_text(*window.since), counted(window.undated, "control"));
  }

  [[nodiscard]] Paragraph answer() const {
    const ReadinessDemand& demand = report_.demand;
    std::vector<std::string> asked;
    if (demand.min_percent) asked.push_back(fmt::format("a coverage of at least {} %", *demand.min_percent));
    if (demand.ready_for)
      asked.emplace_back(*demand.ready_for == "type_1" ? "nothing that holds up a Type 1"
                                                       : "nothing that holds up the examination period of a Type 2");
    const std::string what = "Asked for: " + listed(asked, "and") + ".";
    if (report_.readiness.reports.empty())
      return {{what + " Nothing is in scope, so nothing holds it up."}, Tone::open};
    const Tone tone = tone_of_answer(*demand.verdict);
    switch (*demand.verdict) {
      case readiness::Answer::yes: {
        const std::string but = reservation();
        return {{fmt::format("{} Yes{}.", what, but)}, but.empty() ? tone : Tone::open};
      }
      case readiness::Answer::no:
        return {{what + " No."}, tone};
      case readiness::Answer::cannot_tell:
        break;
    }
    return {{what + " Cannot tell yet: what is unknown decides it."}, tone};
  }

  /// What a yes leaves standing: a percentage that is reached is not yet a report that can be made.
  [[nodiscard]] std::string reservation() const {
    std::vector<std::string> without;
    for (const ReportReadiness& report : report_.readiness.reports) {
      without.insert(without.end(), report.without.open.begin(), report.without.open.end());
      for (const std::string& possible : report.without.possible) without.push_back(possible + "?");
    }
    if (without.empty()) return {};
    return fmt::format(
        ", the percentage is reached; but that does not make the report possible: no control is known to operate for "
        "{}, and {} holds it up",
        joined(without, ", "), without.size() == 1 ? "that alone" : "each of them alone");
  }

  /// A sentence for each pair of statuses, in the order in which they come first.
  void add_moved(std::string_view how_as_a_rule, const std::vector<readiness::Move>& moves, Items& list) const {
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
      list.items.push_back({{fmt::format("{}, from {} to {}: {}.", how, label_of(statuses.first),
                                         label_of(statuses.second), listed(controls_moved, "and"))}});
    }
  }

  static std::string moved_coverage(const readiness::ReportChange& change) {
    if (change.before && change.after) return fmt::format("coverage was {} %, is {} %", *change.before, *change.after);
    if (change.after) return fmt::format("newly in scope; coverage is {} %", *change.after);
    if (change.before) return fmt::format("no longer in scope; coverage was {} %", *change.before);
    return "no control in scope applies";
  }

  [[nodiscard]] Items moves() const {
    Items list;
    const readiness::Changes& changes = *report_.changes;
    for (const readiness::ReportChange& change : changes.reports) {
      std::string sentence =
          fmt::format("{}: {}", name_in(report_.readiness, change.examination), moved_coverage(change));
      if (!change.closed.empty())
        sentence += fmt::format("; no longer held up by {}", listed(ids(change.closed), "and"));
      if (!change.opened.empty()) sentence += fmt::format("; newly held up by {}", listed(ids(change.opened), "and"));
      list.items.push_back({{sentence + "."}});
    }
    add_moved("Better", changes.better, list);
    add_moved("Worse", changes.worse, list);
    add_moved("Otherwise", changes.other, list);
    if (changes.better.empty() && changes.worse.empty() && changes.other.empty())
      list.items.push_back({{"No control has changed its status."}});
    return list;
  }

  [[nodiscard]] Section gaps() const {
    const readiness::Readiness& readiness = report_.readiness;
    Section section{readiness.gaps.empty() ? "Gaps" : "Gaps, in the order in which to close them",
                    {Paragraph{{work()}}, Paragraph{{shared()}}}};
    Entries entries{{}, Numbering::from_1};
    for (const readiness::Gap& gap : readiness.gaps) entries.entries.push_back(entry_of(gap));
    section.blocks.emplace_back(std::move(entries));
    return section;
  }

  [[nodiscard]] Entry entry_of(const readiness::Gap& gap) const {
    const model::Control& control = controls()[gap.index];
    std::vector<std::string> serves;
    for (const Examination examination : gap.serves) serves.emplace_back(name_in(report_.readiness, examination));
    std::vector<std::string> targets = gap.criteria;
    targets.insert(targets.end(), gap.objectives.begin(), gap.objectives.end());
    std::string served = listed(serves, "and");
    served += targets.empty() ? " (the examination as such)" : fmt::format(" ({})", joined(targets, ", "));
    std::string state(gap.is_stale ? stale_text(gap.index) : label_of(gap.status));
    if (const auto proposed = report_.controls[gap.index].proposed; proposed && is_proposal(gap.index))
      state += fmt::format(" ({} is proposed)", label_of(*proposed));
    if (const std::string_view held = holds_up(gap.blocks); !held.empty()) state += fmt::format("; {}", held);
    if (!gap.first_for.empty()) state += fmt::format("; no control operates for {}", listed(gap.first_for, "and"));
    const Tone tone = gap.blocks == model::Blocks::type_1 || !gap.first_for.empty() ? Tone::bad
                      : gap.blocks != model::Blocks::nothing                        ? Tone::open
                                                                                    : Tone::plain;
    return {gap.control + " " + gap.title,
            {std::move(state)},
            tone,
            {{control.why}},
            {},
            {{"Evidence", {control.evidence}},
             {"Over the period", {control.evidence_over_period}},
             {"In a very small company", {control.small_company}},
             {"Time", {fmt::format("{}, usually by {}", weeks_text(gap.weeks), gap.owner)}},
             {"For", {std::move(served)}},
             {"After", {joined(gap.depends_on, ", ")}}},
            {},
            gap.control};
  }

  [[nodiscard]] bool is_proposal(std::size_t control) const {
    return report_.controls[control].status == model::ControlStatus::unknown;
  }

  /// `stale, as it was performed last on 2021-03-01, and so not known`.
  [[nodiscard]] std::string stale_text(std::size_t control) const {
    const model::ControlAnswer& answer = report_.controls[control];
    std::optional<base::Date> last = answer.last;
    if (!last && answer.performed && !answer.performed->empty()) last = answer.performed->back();
    return last ? fmt::format("stale: last performed on {}, so it counts as unknown", base::to_text(*last))
                : "stale: never performed, so it counts as unknown";
  }

  [[nodiscard]] std::string work() const {
    const readiness::Work& work = report_.readiness.work;
    if (work.gaps == 0) return "Every control in scope is in place or does not apply.";
    return fmt::format(
        "{}: {} weeks one after another (at least {}, at most {}), but much of this work can run in parallel (planning "
        "estimate).",
        counted(work.gaps, "gap"), work.weeks.likely, work.weeks.least, work.weeks.most);
  }

  [[nodiscard]] std::string shared() const {
    const readiness::Shared& shared = report_.readiness.shared;
    if (report_.readiness.reports.size() < 2) return {};
    return fmt::format("SOC 1 and SOC 2 share {} in scope; {} of them are gaps, and their {} weeks count once here.",
                       counted(shared.controls, "control"), shared.work.gaps, shared.work.weeks.likely);
  }

  [[nodiscard]] Items left_out() const {
    Items list;
    for (const std::size_t control : report_.readiness.left_out) {
      const std::string& reason = report_.controls[control].reason;
      list.items.push_back({{reason.empty() ? "no reason given; an auditor will ask" : reason},
                            {},
                            id(control) + " " + controls()[control].title});
    }
    return list;
  }

  [[nodiscard]] std::string not_known() const {
    std::vector<std::string> unknown;
    for (const readiness::Gap& gap : report_.readiness.gaps)
      if (gap.status == ControlStatus::unknown) unknown.push_back(gap.control);
    return joined(unknown, ", ");
  }

  [[nodiscard]] std::string origin() const {
    const model::RuleSet& selection = report_.recommendation.rules;
    return fmt::format("Rules {} {}, readiness rules {} {}, catalogue {} {} with {}, as of {}.", selection.id,
                       selection.version, report_.rules.id, report_.rules.version, report_.catalogue.controls.id,
                       report_.catalogue.controls.version, counted(controls().size(), "control"),
                       base::to_text(report_.recommendation.today));
  }

  const ReadinessReport& report_;
};

/// `; for 8 criteria nothing is in place, and each of them alone holds up a Type 1 and the examination period`.
std::string held_up_without(const ReportReadiness& report) {
  const auto counted_targets = [&](std::size_t count) {
    if (report.examination == Examination::soc1) return counted(count, "objective");
    return fmt::format("{} criteri{}", count, count == 1 ? "on" : "a");
  };
  const std::size_t open = report.without.open.size();
  const std::size_t possible = report.without.possible.size();
  std::string text;
  if (open > 0)
    text += fmt::format("; no control operates for {}, and {} holds up a Type 1 and the examination period",
                        counted_targets(open), open == 1 ? "that alone" : "each of them alone");
  if (possible > 0)
    text += fmt::format("; no control is known to operate for {}, and {} could hold up a Type 1 and the period",
                        counted_targets(possible), possible == 1 ? "that alone" : "each of them alone");
  return text;
}

/// What stands against the period that is looked at, as the end of a sentence; empty where nothing does, or none is.
std::string over_sentence(const ReportReadiness& one) {
  if (!one.over) return {};
  const readiness::OverPeriod& over = *one.over;
  std::vector<std::string> against;
  const auto add = [&](std::size_t count, std::string_view one_text, std::string_view more_text) {
    if (count == 1) against.emplace_back(one_text);
    if (count > 1) against.push_back(fmt::format("{} {}", count, more_text));
  };
  add(over.missed, "1 occurrence is missed and cannot be made up", "occurrences are missed and cannot be made up");
  add(over.late, "1 control began after its first day", "controls began after its first day");
  if (against.empty()) {
    add(over.not_known, "1 occurrence is unknown", "occurrences are unknown");
    add(over.late_possible, "1 control has no start date to show that it operated on its first day",
        "controls have no start date to show that they operated on its first day");
  }
  if (against.empty()) return {};
  return fmt::format("; in the period from {} to {}, {}", base::to_text(over.period.from),
                     base::to_text(over.period.to), listed(against, "and"));
}

/// What holds up the next steps, as the end of a sentence.
std::string holding_sentence(const ReportReadiness& one) {
  if (readiness::is_clear(one.type_2_window, one.without))
    return over_sentence(one).empty() ? "; by your own answers nothing holds up a Type 1 or the examination period"
                                      : "; by your own answers nothing holds up a Type 1";
  const std::size_t type_1 = one.type_1.open.size();
  const std::size_t window = one.type_2_window.open.size();
  if (window == 0) return {};
  if (type_1 > 0)
    return fmt::format("; {} a Type 1, and {} the examination period of a Type 2", holding(type_1), holding(window));
  if (readiness::is_clear(one.type_1, one.without))
    return fmt::format("; nothing holds up a Type 1, but {} the examination period of a Type 2", holding(window));
  return fmt::format("; {} the examination period of a Type 2", holding(window));
}

std::string readiness_sentence(const ReportReadiness& one) {
  std::string sentence(model::name_of(one.examination, one.standard));
  if (one.certainty != Certainty::sure) sentence += ", if it is needed";
  const std::optional<int> percent = readiness::percent(one.coverage);
  sentence += percent ? fmt::format(": {} % of the controls in scope are in place, by weight", *percent)
                      : std::string(": no control in scope applies");
  sentence += held_up_without(one) + holding_sentence(one) + over_sentence(one);
  const bool some_hold = !one.type_2_window.open.empty();
  const std::size_t possible = one.type_2_window.possible.size();
  if (possible > 0)
    sentence += fmt::format("; {} {} it up, but too little is known about {}",
                            counted(possible, some_hold ? "other control" : "control"),
                            some_hold ? "could also hold" : "could hold", possible == 1 ? "it" : "them");
  return sentence + ".";
}

/// One for each report in scope.
std::vector<std::string> sentences_of(const ReadinessReport& report) {
  if (report.readiness.reports.empty())
    return {"Neither a SOC 1 nor a SOC 2 is recommended, so there is nothing to be ready for."};
  std::vector<std::string> sentences;
  for (const ReportReadiness& one : report.readiness.reports) sentences.push_back(readiness_sentence(one));
  return sentences;
}

}  // namespace

std::string summary(const ReadinessReport& report) { return joined(sentences_of(report), " "); }

Document readiness_document(const ReadinessReport& report) { return ReadinessAuthor(report).write(); }

}  // namespace socrates::render
