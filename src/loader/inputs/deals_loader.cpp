// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/deals_loader.hpp"

#include "loader/kinds.hpp"
#include "loader/text/document_kind.hpp"
#include "loader/text/read_tree.hpp"
#include "socrates/base/calendar.hpp"
#include "socrates/loader/shapes.hpp"

#include "socrates/base/codes.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;
using model::Deal;
using model::Requirement;

/// Each is judged by itself, so there is an end to both.
constexpr std::size_t most_requirements = 50;
constexpr std::size_t most_promises = 100;
constexpr int most_months_asked = 120;
constexpr int most_days = 3'660;
constexpr std::string_view most_amount = "1000000000000";

/// `12-31`: a day of some year.
struct DayOfYearKind {
  using Value = base::YearEnd;
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    const auto found = a_text.read(entry, reader);
    const auto end = found ? base::parse_year_end(*found) : std::nullopt;
    if (found && !end)
      report(Code::invalid_date, entry, fmt::format("'{}' is not a day of the year", shortened(*found)),
             reader.problems, "it is written as MM-DD, such as 12-31");
    return end;
  }
  [[nodiscard]] model::Shape shape() const {
    model::Shape shape = a_text.shape();
    shape.pattern =
        "^((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$";
    return shape;
  }
};

/// An amount of money in hundredths, with at most two digits behind the point.
struct MoneyKind {
  using Value = std::int64_t;
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    const Node& node = *entry.node;
    const bool is_number = node.kind == Node::Kind::integer || node.kind == Node::Kind::other_number;
    const std::size_t point = std::min(node.text.find('.'), node.text.size());
    std::string digits = node.text.substr(0, point);
    std::string fraction = point < node.text.size() ? node.text.substr(point + 1) : "";
    if (!is_number || digits.empty() || digits.size() >= most_amount.size() || fraction.size() > 2 ||
        (digits + fraction).find_first_not_of("0123456789") != std::string::npos) {
      reader.wrong(fmt::format("an amount from 0 to {}, with at most two digits behind the point", most_amount), entry);
      return std::nullopt;
    }
    fraction.resize(2, '0');
    return std::stoll(digits + fraction);
  }
  [[nodiscard]] model::Shape shape() const {
    model::Shape shape;
    shape.kind = model::Shape::Kind::number;
    shape.to = 999'999'999'999;
    return shape;
  }
};

std::optional<std::string> parse_currency(std::string_view word) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (word.size() != 3 || !std::all_of(word.begin(), word.end(), is_capital)) return std::nullopt;
  return std::string(word);
}

struct PutAmount {
  void operator()(Deal& deal, std::int64_t hundredths) const { deal.amount = model::Amount{hundredths, {}}; }
};
/// A currency alone is no amount.
struct PutCurrency {
  void operator()(Deal& deal, std::string currency) const {
    if (deal.amount) deal.amount->currency = std::move(currency);
  }
};

constexpr DayOfYearKind a_day_of_year;
constexpr MoneyKind an_amount;
constexpr TextFormKind<std::string> a_currency{parse_currency, "a currency as three capital letters, such as USD",
                                               "^[A-Z]{3}$"};

constexpr auto requirement_form =
    form<Requirement>(
        "a requirement, which is an object",
        key("id", &Requirement::id, a_text, "A name for it within the deal; r1, r2, ... where it is left out."),
        required("report", &Requirement::report, one_of<model::Family>, "The kind of report that is asked for."),
        key("type", &Requirement::type, one_of<model::ReportType>, "Type 1 or Type 2."),
        key("categories", &Requirement::categories, some_of<model::TrustCategory>,
            "The Trust Services categories that it has to cover."),
        key("categories_preferred", &Requirement::categories_preferred, some_of<model::TrustCategory>,
            "Categories that are welcome and not asked for."),
        key("objectives", &Requirement::objectives, some_names, "The control objectives that a SOC 1 has to cover."),
        key("period_months_at_least", &Requirement::period_months_at_least, a_number(0, most_months_asked),
            "The shortest period that is accepted, in months."),
        key("age_months_at_most", &Requirement::age_months_at_most, a_number(0, most_months_asked),
            "How old the report may be on the day of the decision, in months."),
        key("age_days_at_most", &Requirement::age_days_at_most, a_number(0, most_days),
            "The same in days; given both, each has to hold."),
        key("age_from", &Requirement::age_from, one_of<model::AgeFrom>,
            "Whether the age counts from the end of the period, which is usual, or from the day of issue."),
        key("opinion", &Requirement::opinion, one_of<model::Opinion>, "The worst opinion that is accepted."),
        key("subservice_method", &Requirement::subservice_method, one_of<model::SubserviceMethod>,
            "How the report has to treat subservice organizations; only inclusive asks for anything."),
        key("frameworks", &Requirement::frameworks, some_names, "Other frameworks to which the report has to map."),
        key("user_entity_controls", &Requirement::user_entity_controls, one_of<model::UserControlsStand>,
            "What the buyer says to the complementary user entity controls."),
        key("type_1_accepted", &Requirement::type_1_accepted, true_or_false,
            "Whether a Type 1 will do for the time being."),
        key("type_1_accepted_until", &Requirement::type_1_accepted_until, a_date, "The last day on which it will do."),
        key("bridge_letter_accepted", &Requirement::bridge_letter_accepted, true_or_false,
            "Whether a bridge letter is accepted for the time after the period."),
        key("auditor_accepts_overlap", &Requirement::auditor_accepts_overlap, true_or_false,
            "Whether the customer's auditor takes a short overlap with the fiscal year, in writing."))
        .named("requirement");

constexpr auto promise_form =
    form<model::Promise>("a promise, which is an object",
                         required("report", &model::Promise::report, one_of<model::Family>, "The kind of report."),
                         key("type", &model::Promise::type, one_of<model::ReportType>, "Type 1 or Type 2."),
                         required("by", &model::Promise::by, a_date, "The last day on which the promise is kept."))
        .named("promise");

/// Requirements without an id get one, which no other may have.
void name_requirements(Deal& deal, const Entry& entry, FormReader& reader) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < deal.requirements.size(); ++i) {
    std::string& id = deal.requirements[i].id;
    const bool is_ours = id.empty();
    if (is_ours) id = fmt::format("r{}", i + 1);
    if (!seen.insert(id).second && is_ours) reader.repeated(id, items_of(*find(entry, "requires"))[i]);
  }
}

constexpr auto deal_form =
    form<Deal>(
        "a deal, which is an object", schema_key,
        required("id", &Deal::id, a_text, "The name of the deal, on every result; no other deal of a run has it."),
        key("customer", &Deal::customer, a_text, "Who buys."),
        key("entity", &Deal::entity, a_text, "The legal entity that the report has to name."),
        key("services", &Deal::services, some_names, "The services that the report has to cover."),
        key("regions", &Deal::regions, some_names, "The regions that it has to cover."),
        key("decision_date", &Deal::decision_date, a_date,
            "The day on which the buyer decides; left out: today, and the result says so."),
        key("contract_start", &Deal::contract_start, a_date, "The first day of the contract."),
        key("recurs", &Deal::recurs, one_of<model::Recurs>, "How often the report is to be renewed."),
        key("recipient", &Deal::recipient, one_of<model::Recipient>, "Who gets the report."),
        key("nda", &Deal::nda, one_of<model::Nda>, "How far the non-disclosure agreement is."),
        key("fiscal_year_end", &Deal::fiscal_year_end, a_day_of_year,
            "The last day of the customer's fiscal year, as MM-DD."),
        key("fiscal_year_ending", &Deal::fiscal_year_ending, a_date,
            "The last day of the fiscal year that the report has to cover."),
        never_null("requires", &Deal::requirements,
                   ListKind<decltype(requirement_form)>{requirement_form, Repeats::no_id, "a list of requirements",
                                                        most_requirements, "requirements"},
                   "What is asked for; left out or empty: what the selection rules say for the company."),
        key("promises", &Deal::promises, list_of(promise_form, most_promises, "promises", "a list of promises"),
            "What the contract promises, and by when."),
        key_through("answers", AnythingKind{model::Shape::Kind::map}, Nowhere{},
                    "Answers about this deal on top of those of --answers, as the schema of answers has them, without "
                    "reports_held."),
        key_through("amount", an_amount, PutAmount{},
                    "What the deal is worth, with at most two digits behind the point."),
        key_through("currency", a_currency, PutCurrency{}, "The currency of the amount, as three capital letters."))
        .named("deal")
        .checked(name_requirements)
        .with_one_of("requires", "answers",
                     "say what is asked for under 'requires', or leave it to the rules with \"answers\": {}");

/// Reads deals with what their answers may name.
struct DealKind {
  using Value = Deal;
  const Answerable& answerable;
  base::Date today;

  [[nodiscard]] std::optional<Deal> read(const Entry& entry, FormReader& reader) const {
    auto deal = deal_form.read(entry, reader);
    const auto answers = entry.node->kind == Node::Kind::mapping ? find(entry, "answers") : std::nullopt;
    if (!answers || answers->node->kind == Node::Kind::null) return deal;
    if (const auto held = answers->node->kind == Node::Kind::mapping ? find(*answers, "reports_held") : std::nullopt)
      report_key(Code::reports_held_given, *held, "'reports_held' follows from the reports file", reader.problems,
                 "leave it out");
    const auto loaded = loader::read_answers(*answers->node, answerable, today, reader.problems);
    if (!loaded) return std::nullopt;
    if (deal) deal->answers = loaded->answers;
    return deal;
  }
  [[nodiscard]] model::Shape shape() const { return deal_form.shape(); }
};

}  // namespace

model::Shape shape_of_deal() { return deal_form.shape(); }

std::optional<Deal> read_deal(const Node& object, const Answerable& answerable, base::Date today,
                              Diagnostics& problems) {
  const std::size_t before = problems.count();
  FormReader reader{problems};
  auto deal = DealKind{answerable, today}.read(root_entry(object), reader);
  if (problems.count() != before) return std::nullopt;
  return deal;
}

std::optional<std::vector<Deal>> load_deals(const base::Source& source, const Answerable& answerable, base::Date today,
                                            Diagnostics& problems) {
  const std::size_t before = problems.count();
  const auto root = read_tree(source, problems);
  if (!root || !is_of_kind(DocumentKind::deals, *root, problems)) return std::nullopt;
  const DealKind deal{answerable, today};
  FormReader reader{problems};
  std::vector<Deal> deals;
  const Entry document = root_entry(*root);
  if (root->kind == Node::Kind::sequence) {
    if (auto all = ListKind<DealKind>{deal, Repeats::no_id}.read(document, reader)) deals = *std::move(all);
    if (root->items.empty()) report(Code::no_deals, document, "the list holds no deal", problems);
  } else if (auto one = deal.read(document, reader)) {
    deals.push_back(*std::move(one));
  }
  if (problems.count() == before) return deals;
  problems.sort_by_place();
  return std::nullopt;
}

}  // namespace socrates::loader
