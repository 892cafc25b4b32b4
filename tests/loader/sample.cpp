// SPDX-License-Identifier: Apache-2.0
#include "sample.hpp"

#include <stdexcept>

#include "catch.hpp"
#include "report.hpp"
#include "socrates/loader/rules_loader.hpp"

namespace socrates::tests {

std::string sample_text() {
  return R"(format: 1
id: sample
version: 2026.10
sections: {service: What you do, buyers: Who asks}
sources:
  aicpa: {title: "AT-C section 320", publisher: AICPA}
  paper: {title: A paper, publisher: Someone}
questions:
  offering:
    section: service
    ask: What do you provide?
    help: All that customers use.
    several: {software: Software, service: A service, goods: Goods}
  impact:
    section: service
    ask: Could an error misstate the books of customers?
    one: {direct: "Yes", indirect: Perhaps, none: "No"}
  public:
    section: buyers
    ask: Is a public report wanted?
    yes_no: true
  needed:
    section: buyers
    ask: In how many months is it needed?
    number: {from: 0, to: 60, unit: months, named: {60: no date is set}}
    date: {id: needed_by, months: until}
    can_change: true
  operating:
    ask: For how many months have the controls been operating?
    number: {from: 0, to: 120}
    date: {id: operating_since, months: since}
facts:
  relevant: {impact: [direct, indirect]}
impossible:
  - when: {offering: {none: true}, impact: direct}
    because: nothing is provided, but it has an effect
decisions:
  soc1:
    title: SOC 1 report
    strongest: {not_needed: not needed, optional: optional, required: required}
    otherwise: {because: nothing calls for it, sources: [paper]}
    rules:
      - id: soc1.asked
        when: {relevant: true, offering: [service, software]}
        then: required
        because: customers ask, as you said {impact}
        sources: [paper, aicpa]
        reply: Please see {offering}.
  type:
    exactly_one: [none_at_all, type_1, type_2]
    rules:
      - {id: type.none, when: {soc1: not_needed}, then: none_at_all, because: there is no report, sources: [aicpa]}
      - {id: type.soon, when: {soc1: {at_least: optional}, needed: {at_most: 6}}, then: type_1, because: soon, sources: [aicpa]}
      - {id: type.else, otherwise: type_2, because: there is time, sources: [aicpa]}
  beside:
    collect: {iso_27001: ISO 27001, hipaa: HIPAA}
    rules:
      - id: beside.public
        when: {any: [{public: true}, {not: {offering: {any: true}}}]}
        then: [hipaa, iso_27001]
        because: it is public
        sources: [paper]
notes:
  - {id: note.x, when: {relevant: false, type: [type_2, type_1]}, text: "Mind {needed}.", sources: [paper]}
)";
}

model::RuleSet sample_rules() {
  base::Diagnostics problems;
  const auto loaded = loader::load_rules({{"sample.yaml", sample_text()}}, problems);
  if (!loaded) throw std::logic_error(report_of(problems));
  return loaded->rules;
}

std::string sample_answers() {
  return R"({"$schema": "x", "offering": ["software", "goods"], "impact": "direct", "public": true, "needed": null,
 "needed_by": "2027-03-31", "operating": 12})";
}

std::string problems_beside_sample(const std::string& text) {
  base::Diagnostics problems;
  const auto loaded =
      loader::load_rules({{"sample.yaml", sample_text()}, {"test.yaml", "format: 1\n" + text}}, problems);
  CHECK(loaded.has_value() == problems.empty());
  return report_of(problems);
}

std::string problems_with(const std::string& part, const std::string& replacement) {
  std::string text = sample_text();
  const std::size_t at = text.find(part);
  if (at == std::string::npos || text.find(part, at + 1) != std::string::npos) throw std::logic_error(part);
  text.replace(at, part.size(), replacement);
  base::Diagnostics problems;
  const auto loaded = loader::load_rules({{"sample.yaml", text}}, problems);
  CHECK(loaded.has_value() == problems.empty());
  return report_of(problems);
}

base::Date today() { return base::parse_date("2026-11-22").value(); }

}  // namespace socrates::tests
