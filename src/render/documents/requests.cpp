// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "render/documents/sources.hpp"
#include "render/readiness_words.hpp"
#include "render/request_words.hpp"
#include "render/sentence.hpp"

namespace socrates::render {
namespace {

class RequestAuthor {
 public:
  explicit RequestAuthor(const RequestReport& report) : report_(report), catalogue_(report.catalogue) {}

  Document write() {
    Document document{"What an auditor will ask for", base::to_text(report_.today), {}, {}, {}, {}};
    document.lead.push_back({{lead()}});
    if (report_.list.requests.empty()) return document;
    document.lead.push_back(
        {{"This is a usual list, made from this catalogue: your auditor decides what to ask for, how many items to "
          "sample, and by when."}});
    document.sections.push_back(week_one());
    for (std::size_t group = 0; group < catalogue_.groups.size(); ++group)
      document.sections.push_back({catalogue_.groups[group].label, {entries(group)}});
    document.sections.push_back({"Samples", {samples()}});
    add_named_sources(document, catalogue_.references);
    document.origin = {fmt::format("Catalogue {} {} with {}, as of {}.", catalogue_.id, catalogue_.version,
                                   counted(catalogue_.controls.size(), "control"), base::to_text(report_.today)),
                       "This is a planning aid, not an audit and not legal or audit advice."};
    return document;
  }

 private:
  [[nodiscard]] const model::Control& control(const readiness::Request& request) const {
    return catalogue_.controls[request.control];
  }

  [[nodiscard]] std::string lead() const {
    if (report_.list.requests.empty())
      return "Neither a SOC 1 nor a SOC 2 is recommended, so there is nothing that an auditor would ask for.";
    return fmt::format("By your answers, an auditor can ask about {}, for {} and for {}.",
                       counted(report_.list.requests.size(), "control"),
                       report_.list.policies.size() == 1 ? std::string("1 policy")
                                                         : fmt::format("{} policies", report_.list.policies.size()),
                       counted(report_.list.populations.size(), "list"));
  }

  /// What a company that is examined for the first time has to put together before anything can be tested.
  [[nodiscard]] Section week_one() const {
    Section section{"The first week of fieldwork", {}, {}};
    section.blocks.emplace_back(
        Paragraph{{"No test can begin without these, and a first examination loses its first weeks here."}});
    Items first;
    for (const readiness::Request& request : report_.list.requests)
      if (!control(request).engagement.empty() && request.status != model::ControlStatus::not_applicable)
        first.items.push_back({{control(request).evidence}, {}, control(request).title});
    section.sections.push_back({"About the examination", {std::move(first)}});
    Items policies;
    for (const std::size_t policy : report_.list.policies)
      policies.items.push_back({{catalogue_.policies[policy].label}, {}, {}});
    section.sections.push_back({fmt::format("Policies, approved, with owner, version and latest review: {}",
                                            before_fieldwork(report_.list.before_fieldwork_by)),
                                {std::move(policies)}});
    Table lists{{"List", "How to show that nothing is missing"}, {}};
    for (const std::size_t population : report_.list.populations)
      lists.rows.push_back({catalogue_.populations[population].label, catalogue_.populations[population].complete});
    section.sections.push_back({fmt::format("Populations to draw samples from, each with its query, date and count: {}",
                                            after_period(catalogue_, report_.list.after_period_by)),
                                {std::move(lists)}});
    return section;
  }

  [[nodiscard]] Entries entries(std::size_t group) const {
    Entries list;
    for (const readiness::Request& request : report_.list.requests)
      if (control(request).group == group) list.entries.push_back(entry(request));
    return list;
  }

  [[nodiscard]] Entry entry(const readiness::Request& request) const {
    const model::Control& asked = control(request);
    const RequestWords words = words_of(report_, request);
    std::vector<std::string> reports;
    for (const model::Examination examination : request.reports)
      reports.emplace_back(model::name_of(examination, model::Standard::ssae));
    std::vector<std::string> targets = request.criteria;
    targets.insert(targets.end(), request.objectives.begin(), request.objectives.end());
    std::string serves = listed(reports, "and");
    serves += targets.empty() ? " (the examination as such)" : fmt::format(" ({})", joined(targets, ", "));
    const model::FrequencyNote* const note =
        words.sample.empty() ? nullptr : frequency_note(catalogue_, asked.frequency);
    return {asked.id + " " + asked.title,
            {std::string(label_of(request.status))},
            Tone::plain,
            {},
            {},
            {{"On a day", {words.evidence}},
             {"Over the period", {words.evidence_over_period}},
             {"Policy", {words.policy}},
             {"Drawn from", {words.population}},
             {"Shown to be complete by", {words.complete}},
             {"Sample",
              {note == nullptr ? std::string() : sample(words, *note),
               note == nullptr ? std::vector<std::string>() : keys_of(note->sources, catalogue_.references)}},
             {"Due before fieldwork", {words.before_fieldwork_by}},
             {"Due after the period", {words.after_period_by}},
             {"Owner", {"usually " + catalogue_.owners[asked.owner].label}},
             {"For", {std::move(serves)}}}};
  }

  static std::string sample(const RequestWords& words, const model::FrequencyNote& note) {
    std::string text = fmt::format("{}, {}", words.sample, note.label);
    if (!words.list_sample.empty()) text += fmt::format("; from the population {}", words.list_sample);
    return text;
  }

  /// What the samples of each frequency rest on.
  [[nodiscard]] Items samples() const {
    Items list;
    for (std::size_t f = 0; f < model::frequency_count; ++f) {
      const std::optional<model::FrequencyNote>& note = catalogue_.frequencies[f];
      const auto is_used = [&](const readiness::Request& request) {
        return static_cast<std::size_t>(control(request).frequency) == f;
      };
      if (!note || std::none_of(report_.list.requests.begin(), report_.list.requests.end(), is_used)) continue;
      list.items.push_back({{note->note, keys_of(note->sources, catalogue_.references)}, {}, capitalized(note->label)});
    }
    return list;
  }

  const RequestReport& report_;
  const model::ControlCatalogue& catalogue_;
};

}  // namespace

Document requests_document(const RequestReport& report) { return RequestAuthor(report).write(); }

}  // namespace socrates::render
