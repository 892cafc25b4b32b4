// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/inventory_loader.hpp"

#include <set>

#include "fields.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;
using model::HeldReport;

/// Reads one report; what it returns is only good where nothing was reported.
class ReportReader {
 private:
  template <class Word>
  auto word() {
    return [this](const Part& part) { return field_word<Word>(part, problems_); };
  }
  template <class Word>
  auto words() {
    return [this](const Part& part) { return field_words<Word>(part, problems_); };
  }
  auto text() {
    return [this](const Part& part) { return field_text(part, problems_); };
  }
  auto texts() {
    return [this](const Part& part) { return field_texts(part, problems_); };
  }
  auto date() {
    return [this](const Part& part) { return field_date(part, problems_); };
  }
  auto boolean() {
    return [this](const Part& part) { return field_boolean(part, problems_); };
  }

  template <class Value, class Read>
  std::optional<std::vector<Value>> list(Fields& fields, std::string_view key, Read read) {
    return fields.optional(key, [&](const Part& part) -> std::optional<std::vector<Value>> {
      if (part.node->kind != Node::Kind::sequence) {
        report_wrong_field("a list", part, problems_);
        return std::nullopt;
      }
      std::vector<Value> values;
      for (const Part& item : items_of(part)) values.push_back(read(item));
      return values;
    });
  }

  auto period() {
    return [this](const Part& part) -> std::optional<model::Period> {
      auto fields = open_fields(part, "a period with from and to", problems_);
      if (!fields) return std::nullopt;
      const auto from = fields->require("from", date());
      const auto to = fields->require("to", date());
      fields->close();
      if (!from || !to) return std::nullopt;
      if (*to < *from) {
        report(Code::dates_in_disorder, part, "the period ends before it begins", problems_);
        return std::nullopt;
      }
      return model::Period{*from, *to};
    };
  }

 public:
  explicit ReportReader(Diagnostics& problems) : problems_(problems) {}

  HeldReport held(const Part& part) {
    HeldReport report;
    auto fields = open_fields(part, "a report, which is an object", problems_);
    if (!fields) return report;
    report.id = fields->require("id", text()).value_or("");
    report.report = fields->require("report", word<model::Family>()).value_or(model::Family::soc2);
    report.also = fields->optional("also", words<model::Family>()).value_or(std::vector<model::Family>());
    report.type = fields->optional("type", word<model::ReportType>());
    report.categories = fields->optional("categories", words<model::TrustCategory>());
    report.objectives = fields->optional("objectives", texts());
    report.entity = fields->optional("entity", text());
    report.covers = fields->optional("covers", texts());
    report.regions = fields->optional("regions", texts());
    report.period = fields->optional("period", period());
    report.as_of = fields->optional("as_of", date());
    report.issued = fields->optional("issued", date());
    report.valid_until = fields->optional("valid_until", date());
    report.opinion = fields->optional("opinion", word<model::Opinion>());
    report.qualified_on = fields->optional("qualified_on", texts());
    report.exceptions = list<model::Exception>(*fields, "exceptions", [this](const Part& p) { return exception(p); });
    report.auditor = auditor(*fields);
    report.subservice = fields->optional("subservice", [this](const Part& p) { return subservice(p); });
    report.user_entity_controls = fields->optional("user_entity_controls", word<model::UserControls>());
    report.frameworks = fields->optional("frameworks", texts());
    report.frameworks_mapped = fields->optional("frameworks_mapped", texts()).value_or(std::vector<std::string>());
    report.bridge_letter = fields->optional("bridge_letter", [this](const Part& p) { return bridge_letter(p); });
    if (const auto issued = fields->find("issued")) check_issued(report, *issued);
    if (const auto qualified_on = fields->find("qualified_on"))
      refuse(report.opinion == model::Opinion::unmodified && report.qualified_on && !report.qualified_on->empty(),
             *qualified_on, "an unmodified opinion is qualified on nothing");
    if (const auto subservice = fields->find("subservice"); subservice && report.subservice)
      check_subservice(*report.subservice, *subservice);
    fields->close();
    return report;
  }

  model::NextReport next(const Part& part) {
    model::NextReport report;
    auto fields = open_fields(part, "a report to come, which is an object", problems_);
    if (!fields) return report;
    report.report = fields->require("report", word<model::Family>()).value_or(model::Family::soc2);
    report.type = fields->optional("type", word<model::ReportType>());
    report.categories = fields->optional("categories", words<model::TrustCategory>());
    report.covers = fields->optional("covers", texts());
    report.expected = fields->optional("expected", date());
    report.certain = fields->optional("certain", boolean());
    report.period = fields->optional("period", period());
    if (const auto expected = fields->find("expected"); expected && report.expected && report.period)
      if (*report.expected <= report.period->to)
        loader::report(Code::dates_in_disorder, *expected, "the report is expected before its period is over",
                       problems_, "compare 'expected' with 'period'");
    fields->close();
    return report;
  }

 private:
  void refuse(bool contradicts, const Part& part, std::string_view why) {
    if (contradicts) report(Code::report_contradicts, part, std::string(why), problems_);
  }

  void check_subservice(const model::Subservice& subservice, const Part& part) {
    const bool has_none = subservice.organizations && subservice.organizations->empty();
    const bool has_some = subservice.organizations && !subservice.organizations->empty();
    refuse(subservice.method == model::SubserviceMethod::none && has_some, part,
           "there is no subservice organization, and some are named");
    refuse((subservice.method == model::SubserviceMethod::carve_out ||
            subservice.method == model::SubserviceMethod::inclusive) &&
               has_none,
           part, "subservice organizations are disclosed, and the list of them is empty");
  }

  void check_issued(const HeldReport& held, const Part& part) {
    if (!held.issued) return;
    const bool within_period = held.period && *held.issued <= held.period->to;
    const bool before_as_of = held.as_of && *held.issued < *held.as_of;
    if (within_period || before_as_of)
      report(Code::dates_in_disorder, part, "the report is issued before the time that it speaks of is over", problems_,
             "compare 'issued' with 'period' and 'as_of'");
  }

  model::Exception exception(const Part& part) {
    model::Exception exception;
    auto fields = open_fields(part, "an exception, which is an object", problems_);
    if (!fields) return exception;
    exception.on = fields->optional("on", text());
    exception.severity = fields->optional("severity", word<model::Severity>());
    exception.response = fields->optional("response", boolean());
    fields->close();
    return exception;
  }

  model::Auditor auditor(Fields& of_report) {
    model::Auditor auditor;
    const auto part = of_report.find("auditor");
    if (!part || part->node->kind == Node::Kind::null) return auditor;
    auto fields = open_fields(*part, "an auditor, which is an object", problems_);
    if (!fields) return auditor;
    auditor.firm = fields->optional("firm", text()).value_or("");
    auditor.licensed = fields->optional("licensed", boolean());
    auditor.peer_reviewed = fields->optional("peer_reviewed", boolean());
    fields->close();
    return auditor;
  }

  std::optional<model::Subservice> subservice(const Part& part) {
    auto fields = open_fields(part, "an object with method and organizations", problems_);
    if (!fields) return std::nullopt;
    model::Subservice subservice;
    subservice.method = fields->optional("method", word<model::SubserviceMethod>());
    subservice.organizations = list<model::SubserviceOrganization>(*fields, "organizations",
                                                                   [this](const Part& p) { return organization(p); });
    fields->close();
    return subservice;
  }

  model::SubserviceOrganization organization(const Part& part) {
    model::SubserviceOrganization organization;
    auto fields = open_fields(part, "an organization, which is an object", problems_);
    if (!fields) return organization;
    organization.name = fields->optional("name", text()).value_or("");
    organization.critical = fields->optional("critical", boolean());
    organization.report_held = fields->optional("report_held", boolean());
    fields->close();
    return organization;
  }

  std::optional<model::BridgeLetter> bridge_letter(const Part& part) {
    auto fields = open_fields(part, "a bridge letter, which is an object", problems_);
    if (!fields) return std::nullopt;
    model::BridgeLetter letter;
    letter.from = fields->optional("from", date());
    letter.to = fields->optional("to", date());
    letter.signed_on = fields->optional("signed", date());
    fields->close();
    return letter;
  }

  Diagnostics& problems_;
};

/// Every report is weighed on every day on which one comes, so there is an end to both.
constexpr std::size_t most_reports = 100;
constexpr std::size_t most_next = 24;

enum class Presence { mandatory, optional };

/// The reports that a list holds; none, after a report, where it is no list or too long.
std::vector<Part> reports_under(Fields& fields, const Part& document, std::string_view key, Presence presence,
                                std::size_t most, Diagnostics& problems) {
  const auto part = fields.find(key);
  if (!part) {
    if (presence == Presence::mandatory)
      report_key(Code::missing_field, document, fmt::format("'{}' is missing", key), problems,
                 "an empty list says that no report is held");
    return {};
  }
  if (part->node->kind == Node::Kind::null && presence == Presence::optional) return {};
  if (part->node->kind != Node::Kind::sequence) {
    report_wrong_field("a list", *part, problems);
    return {};
  }
  std::vector<Part> items = items_of(*part);
  if (items.size() <= most) return items;
  report(Code::wrong_field, *part, fmt::format("the list has more than {} reports", most), problems,
         "leave out those that no deal can ask for any more");
  return {};
}

}  // namespace

std::optional<model::Inventory> load_inventory(const base::Source& source, Diagnostics& problems) {
  const std::size_t before = problems.count();
  const auto root = read_tree(source, problems);
  if (!root) return std::nullopt;
  const Part document = root_part(*root);
  model::Inventory inventory;
  if (auto fields = open_fields(document, "an object with 'reports' and 'next'", problems)) {
    ReportReader reader(problems);
    std::set<std::string> seen;
    fields->find("$schema");
    for (const Part& item : reports_under(*fields, document, "reports", Presence::mandatory, most_reports, problems)) {
      inventory.reports.push_back(reader.held(item));
      const std::string& id = inventory.reports.back().id;
      if (!id.empty() && !seen.insert(id).second) report_repeated(id, item, problems);
    }
    for (const Part& item : reports_under(*fields, document, "next", Presence::optional, most_next, problems))
      inventory.next.push_back(reader.next(item));
    fields->close();
  }
  if (problems.count() == before) return inventory;
  problems.sort_by_place();
  return std::nullopt;
}

}  // namespace socrates::loader
