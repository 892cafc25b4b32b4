// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/deals_loader.hpp"

#include <functional>
#include <map>

#include "fields.hpp"
#include "socrates/base/calendar.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;
using model::Deal;
using model::Requirement;

constexpr int most_months_asked = 120;
constexpr int most_days = 3'660;
constexpr std::int64_t most_amount = 1'000'000'000'000;

/// `12-31`: a day of some year.
std::optional<base::YearEnd> field_year_end(const Part& part, Diagnostics& problems) {
  const auto text = field_text(part, problems);
  const auto end = text ? base::parse_year_end(*text) : std::nullopt;
  if (text && !end)
    report(Code::invalid_date, part, fmt::format("'{}' is not a day of the year", shortened(*text)), problems,
           "it is written as MM-DD, such as 12-31");
  return end;
}

/// An amount of money, with at most two digits behind the point.
std::optional<std::int64_t> field_amount(const Part& part, Diagnostics& problems) {
  const Node& node = *part.node;
  const bool is_number = node.kind == Node::Kind::integer || node.kind == Node::Kind::other_number;
  const std::size_t point = std::min(node.text.find('.'), node.text.size());
  std::string digits = node.text.substr(0, point);
  std::string fraction = point < node.text.size() ? node.text.substr(point + 1) : "";
  if (!is_number || digits.empty() || digits.size() > 12 || fraction.size() > 2 ||
      (digits + fraction).find_first_not_of("0123456789") != std::string::npos) {
    report_wrong_field(fmt::format("an amount from 0 to {}, with at most two digits behind the point", most_amount),
                       part, problems);
    return std::nullopt;
  }
  fraction.resize(2, '0');
  return std::stoll(digits + fraction);
}

std::optional<std::string> field_currency(const Part& part, Diagnostics& problems) {
  auto text = field_text(part, problems);
  if (!text) return std::nullopt;
  if (text->size() == 3 && std::all_of(text->begin(), text->end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
    return text;
  report_wrong_field("a currency as three capital letters, such as USD", part, problems);
  return std::nullopt;
}

/// Reads one deal; what it returns is only good where nothing was reported.
class DealReader {
 private:
  template <class Word>
  auto word() {
    return [this](const Part& part) { return field_word<Word>(part, problems_); };
  }
  template <class Word>
  auto words() {
    return [this](const Part& part) { return field_words<Word>(part, problems_); };
  }
  static auto number_of(Diagnostics& problems, int from, int to) {
    return [&problems, from, to](const Part& part) { return field_number(part, from, to, problems); };
  }

 public:
  DealReader(const Answerable& answerable, base::Date today, Diagnostics& problems)
      : answerable_(answerable), today_(today), problems_(problems) {}

  Deal read(const Part& part) {
    Deal deal;
    auto fields = open_fields(part, "a deal, which is an object", problems_);
    if (!fields) return deal;
    fields->optional("$schema", text_);
    deal.id = fields->require("id", text_).value_or("");
    deal.customer = fields->optional("customer", text_).value_or("");
    deal.entity = fields->stated("entity", text_);
    deal.services = fields->stated("services", texts_);
    deal.regions = fields->stated("regions", texts_);
    deal.decision_date = fields->stated("decision_date", date_);
    deal.contract_start = fields->stated("contract_start", date_);
    deal.recurs = fields->stated("recurs", word<model::Recurs>());
    deal.recipient = fields->stated("recipient", word<model::Recipient>());
    deal.nda = fields->stated("nda", word<model::Nda>());
    deal.fiscal_year_end =
        fields->stated("fiscal_year_end", [this](const Part& p) { return field_year_end(p, problems_); });
    deal.fiscal_year_ending = fields->stated("fiscal_year_ending", date_);
    const auto requires_part = fields->find("requires");
    if (requires_part) read_requirements(*requires_part, deal);
    if (const auto promises = fields->find("promises")) read_promises(*promises, deal);
    const auto answers = fields->find("answers");
    if (answers) read_deal_answers(*answers, deal);
    if (!requires_part && !answers)
      report_key(Code::missing_field, part, "both 'requires' and 'answers' are missing", problems_,
                 "say what is asked for under 'requires', or leave it to the rules with \"answers\": {}");
    read_amount(*fields, deal);
    fields->close();
    return deal;
  }

 private:
  void read_amount(Fields& fields, Deal& deal) {
    const auto amount = fields.optional("amount", [this](const Part& p) { return field_amount(p, problems_); });
    const auto currency = fields.optional("currency", [this](const Part& p) { return field_currency(p, problems_); });
    if (amount) deal.amount = model::Amount{*amount, currency.value_or("")};
  }

  void read_deal_answers(const Part& part, Deal& deal) {
    if (part.node->kind == Node::Kind::null) return;
    if (const Node::Member* held = find_member_of(part, "reports_held"))
      problems_.add(Code::reports_held_given, held->key_at, "'reports_held' follows from the reports file",
                    part.path + ".reports_held", "leave it out");
    if (const auto loaded = loader::read_answers(*part.node, answerable_, today_, problems_))
      deal.answers = loaded->answers;
  }

  static const Node::Member* find_member_of(const Part& part, std::string_view key) {
    return part.node->kind == Node::Kind::mapping ? find_member(*part.node, key) : nullptr;
  }

  void read_requirements(const Part& part, Deal& deal) {
    if (part.node->kind != Node::Kind::sequence) return report_wrong_field("a list of requirements", part, problems_);
    std::map<std::string, std::size_t> seen;
    for (const Part& item : items_of(part)) {
      Requirement requirement = read_requirement(item);
      if (requirement.id.empty()) requirement.id = fmt::format("r{}", deal.requirements.size() + 1);
      if (!seen.emplace(requirement.id, 0).second) report_repeated(requirement.id, item, problems_);
      deal.requirements.push_back(std::move(requirement));
    }
  }

  Requirement read_requirement(const Part& part) {
    Requirement r;
    auto fields = open_fields(part, "a requirement, which is an object", problems_);
    if (!fields) return r;
    r.id = fields->optional("id", text_).value_or("");
    r.report = fields->require("report", word<model::Family>()).value_or(model::Family::soc2);
    r.type = fields->stated("type", word<model::ReportType>());
    r.categories = fields->stated("categories", words<model::TrustCategory>());
    r.categories_preferred = fields->stated("categories_preferred", words<model::TrustCategory>());
    r.objectives = fields->stated("objectives", texts_);
    r.period_months_at_least = fields->stated("period_months_at_least", number_of(problems_, 0, most_months_asked));
    r.age_months_at_most = fields->stated("age_months_at_most", number_of(problems_, 0, most_months_asked));
    r.age_days_at_most = fields->stated("age_days_at_most", number_of(problems_, 0, most_days));
    r.age_from = fields->optional("age_from", word<model::AgeFrom>()).value_or(model::AgeFrom::period_end);
    r.opinion = fields->stated("opinion", word<model::Opinion>());
    r.subservice_method = fields->stated("subservice_method", word<model::SubserviceMethod>());
    r.frameworks = fields->stated("frameworks", texts_);
    r.user_entity_controls = fields->stated("user_entity_controls", word<model::UserControlsStand>());
    r.type_1_accepted = fields->stated("type_1_accepted", boolean_);
    r.type_1_accepted_until = fields->stated("type_1_accepted_until", date_);
    r.bridge_letter_accepted = fields->stated("bridge_letter_accepted", boolean_);
    r.auditor_accepts_overlap = fields->stated("auditor_accepts_overlap", boolean_);
    fields->close();
    return r;
  }

  void read_promises(const Part& part, Deal& deal) {
    if (part.node->kind == Node::Kind::null) return;
    if (part.node->kind != Node::Kind::sequence) return report_wrong_field("a list of promises", part, problems_);
    for (const Part& item : items_of(part)) {
      auto fields = open_fields(item, "a promise, which is an object", problems_);
      if (!fields) continue;
      model::Promise promise;
      promise.report = fields->require("report", word<model::Family>()).value_or(model::Family::soc2);
      promise.type = fields->stated("type", word<model::ReportType>());
      promise.by = fields->require("by", date_).value_or(base::Date());
      fields->close();
      deal.promises.push_back(promise);
    }
  }

  const Answerable& answerable_;
  base::Date today_;
  Diagnostics& problems_;
  std::function<std::optional<std::string>(const Part&)> text_ = [this](const Part& p) {
    return field_text(p, problems_);
  };
  std::function<std::optional<std::vector<std::string>>(const Part&)> texts_ = [this](const Part& p) {
    return field_texts(p, problems_);
  };
  std::function<std::optional<base::Date>(const Part&)> date_ = [this](const Part& p) {
    return field_date(p, problems_);
  };
  std::function<std::optional<bool>(const Part&)> boolean_ = [this](const Part& p) {
    return field_boolean(p, problems_);
  };
};

}  // namespace

std::optional<Deal> read_deal(const Node& object, const Answerable& answerable, base::Date today,
                              Diagnostics& problems) {
  const std::size_t before = problems.count();
  Deal deal = DealReader(answerable, today, problems).read(root_part(object));
  if (problems.count() != before) return std::nullopt;
  return deal;
}

std::optional<std::vector<Deal>> load_deals(const base::Source& source, const Answerable& answerable, base::Date today,
                                            Diagnostics& problems) {
  const std::size_t before = problems.count();
  const auto root = read_tree(source, problems);
  if (!root) return std::nullopt;
  DealReader reader(answerable, today, problems);
  std::vector<Deal> deals;
  const Part document = root_part(*root);
  if (root->kind == Node::Kind::sequence) {
    std::map<std::string, std::size_t> seen;
    for (const Part& item : items_of(document)) {
      deals.push_back(reader.read(item));
      if (!deals.back().id.empty() && !seen.emplace(deals.back().id, 0).second)
        report_repeated(deals.back().id, item, problems);
    }
    if (deals.empty()) report(Code::no_deals, document, "the list holds no deal", problems);
  } else {
    deals.push_back(reader.read(document));
  }
  if (problems.count() == before) return deals;
  problems.sort_by_place();
  return std::nullopt;
}

}  // namespace socrates::loader
