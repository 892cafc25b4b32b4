// SPDX-License-Identifier: Apache-2.0
#include "render/documents/findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "render/readiness_words.hpp"
#include "render/sentence.hpp"

namespace socrates::render {
namespace {

constexpr std::size_t most_names = 12;

class FindingsAuthor {
 public:
  FindingsAuthor(const ReadinessReport& report, const FindingsReport& findings)
      : report_(report), findings_(findings) {}

  Section write() const {
    Section section{"Findings of scanners", {}};
    Entries entries;
    for (const bool contradict : {true, false})
      for (const readiness::FailuresOnControl& on : findings_.confrontation.controls)
        if (on.contradict == contradict) entries.entries.push_back(entry_of(on));
    section.blocks.emplace_back(std::move(entries));
    Items rest;
    if (const auto& muted = findings_.confrontation.muted; !muted.empty()) {
      std::size_t count = 0;
      for (const std::size_t f : muted) count += findings_.findings[f].muted;
      rest.items.push_back(
          {{fmt::format("{} of {} failed and {} set aside in the scanner. An auditor asks who decided "
                        "that, and why.",
                        counted(count, "finding"), names(muted), count == 1 ? "is" : "are")}});
    }
    if (const auto& unknown = findings_.confrontation.unknown; !unknown.empty())
      rest.items.push_back({{fmt::format(
          "{} in no table of checks and {} nothing about a control: {}.",
          unknown.size() == 1 ? std::string("1 check stands") : fmt::format("{} checks stand", unknown.size()),
          unknown.size() == 1 ? "says" : "say", names(unknown))}});
    rest.items.push_back({{"What passes shows a setting on a day. It confirms no answer and improves none."}});
    section.blocks.emplace_back(std::move(rest));
    return section;
  }

 private:
  [[nodiscard]] std::string names(const std::vector<std::size_t>& results) const {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < std::min(results.size(), most_names); ++i)
      ids.push_back(findings_.findings[results[i]].check);
    if (results.size() > most_names) ids.push_back(fmt::format("{} more", results.size() - most_names));
    return listed(ids, "and");
  }

  [[nodiscard]] std::string failed(const readiness::FailedCheck& failure) const {
    const model::CheckResult& result = findings_.findings[failure.result];
    std::string text = fmt::format("{} of check {}: {}", counted(result.failed, "finding"), result.check,
                                   findings_.checks.checks[failure.check].because);
    if (!result.resources.empty()) text += fmt::format(" (such as {})", joined(result.resources, ", "));
    return text;
  }

  [[nodiscard]] Entry entry_of(const readiness::FailuresOnControl& on) const {
    const model::Control& control = report_.catalogue.controls.controls[on.control];
    Entry entry;
    entry.title = control.id + " " + control.title;
    entry.value = {on.contradict ? fmt::format("your answer says {}, findings say otherwise, so it counts as not known",
                                               label_of(on.answered))
                                 : fmt::format("{} by your answer, and findings fail", label_of(on.answered))};
    entry.tone = on.contradict ? Tone::bad : Tone::open;
    for (const readiness::FailedCheck& failure : on.checks) entry.remarks.push_back({failed(failure)});
    return entry;
  }

  const ReadinessReport& report_;
  const FindingsReport& findings_;
};

}  // namespace

std::string contradictions_text(const ReadinessReport& report) {
  if (!report.findings) return {};
  std::vector<std::string> ids;
  for (const readiness::FailuresOnControl& on : report.findings->confrontation.controls)
    if (on.contradict) ids.push_back(report.catalogue.controls.controls[on.control].id);
  if (ids.empty()) return {};
  return fmt::format("Findings of scanners contradict the {} about {}, which {} as not known.",
                     ids.size() == 1 ? "answer" : "answers", listed(ids, "and"), ids.size() == 1 ? "counts" : "count");
}

Section findings_section(const ReadinessReport& report) {
  return report.findings ? FindingsAuthor(report, *report.findings).write() : Section{};
}

}  // namespace socrates::render
