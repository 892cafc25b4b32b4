// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/deals_loader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "loader/inputs/deals_sheet.hpp"
#include "loader/inputs/rows.hpp"
#include "loader/kinds.hpp"
#include "loader/text/document_kind.hpp"
#include "loader/text/read_tree.hpp"
#include "socrates/base/calendar.hpp"
#include "socrates/loader/shapes.hpp"

#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;
using model::Deal;
using model::Requirement;

/// Each is judged by itself, so there is an end to both.
constexpr std::size_t most_requirements = 50;
constexpr std::size_t most_promises = 100;
constexpr std::size_t most_alternatives = 20;
constexpr std::size_t most_profiles = 500;
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
      reader.wrong(fmt::format("an amount from 0 to {}, with at most two digits after the point", most_amount), entry);
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

/// Where the level goes, once the kind of report is known.
struct PutLevel {
  void operator()(Requirement& /*requirement*/, const std::string& /*level*/) const {}
  void operator()(Requirement& requirement) const { requirement.level_at_least = model::Stated<int>::unknown(); }
};
constexpr Field<LevelKind, PutLevel> level_at_least{
    {"level_at_least",
     model::Shape::Key::Presence::null_tells,
     "The lowest level that is accepted: HITRUST e1, i1, r2; FedRAMP and StateRAMP low, moderate, high; CSA STAR 1, 2; "
     "CMMC 1, 2, 3; TISAX al1, al2, al3; PCI DSS saq, roc.",
     {}},
    a_level,
    {}};

void check_due(model::Due& due, const Entry& entry, FormReader& reader) {
  if (due.by.has_value() == due.months_after_signing.has_value())
    report(Code::request_contradicts, entry, "what is due later needs a day or a number of months", reader.problems,
           "give either 'by' or 'months_after_signing'");
}

constexpr auto due_form =
    form<model::Due>("an object with by or months_after_signing",
                     key("by", &model::Due::by, a_date, "The last day on which it may be delivered."),
                     key("months_after_signing", &model::Due::months_after_signing, a_number(0, most_months_asked),
                         "The same in months after the contract starts; left out: after the decision."))
        .named("due")
        .checked(check_due);

constexpr auto requirement_fields = std::make_tuple(
    key("questionnaire", &Requirement::questionnaire, one_of<model::Questionnaire>,
        "Which questionnaire; left out: any. custom is the buyer's own."),
    level_at_least, key("type", &Requirement::type, one_of<model::ReportType>, "Type 1 or Type 2."),
    key("categories", &Requirement::categories, some_of<model::TrustCategory>,
        "The Trust Services categories that it must cover."),
    key("categories_preferred", &Requirement::categories_preferred, some_of<model::TrustCategory>,
        "Categories that are preferred but not required."),
    key("objectives", &Requirement::objectives, some_names, "The control objectives that a SOC 1 must cover."),
    key("period_months_at_least", &Requirement::period_months_at_least, a_number(0, most_months_asked),
        "The shortest period that is accepted, in months."),
    key("age_months_at_most", &Requirement::age_months_at_most, a_number(0, most_months_asked),
        "How old the report may be on the day of the decision, in months."),
    key("age_days_at_most", &Requirement::age_days_at_most, a_number(0, most_days),
        "The same in days; if both are given, both apply."),
    key("age_from", &Requirement::age_from, one_of<model::AgeFrom>,
        "Whether the age counts from the end of the period, which is usual, or from the day of issue."),
    key("opinion", &Requirement::opinion, one_of<model::Opinion>, "The worst opinion that is accepted."),
    key("subservice_method", &Requirement::subservice_method, one_of<model::SubserviceMethod>,
        "How the report must treat subservice organizations; only inclusive requires anything."),
    key("frameworks", &Requirement::frameworks, some_names, "Other frameworks to which the report must map."),
    key("user_entity_controls", &Requirement::user_entity_controls, one_of<model::UserControlsStand>,
        "Whether the buyer accepts the complementary user entity controls."),
    key("type_1_accepted", &Requirement::type_1_accepted, true_or_false, "Whether a Type 1 is accepted for now."),
    key("type_1_accepted_until", &Requirement::type_1_accepted_until, a_date, "The last day on which it is accepted."),
    key("bridge_letter_accepted", &Requirement::bridge_letter_accepted, true_or_false,
        "Whether a bridge letter is accepted for the time after the period."),
    key("auditor_accepts_overlap", &Requirement::auditor_accepts_overlap, true_or_false,
        "Whether the customer's auditor has accepted a short overlap with the fiscal year in writing."),
    key("due", &Requirement::due, due_form, "Nothing must be held now, only by that day."),
    key("every_months", &Requirement::every_months, a_number(1, most_months_asked),
        "How often it must be renewed over the term, in months; left out: as recurs says."),
    key("fiscal_year_months_at_least", &Requirement::fiscal_year_months_at_least, a_number(1, 12),
        "How many months of the customer's fiscal year the period must cover."),
    key("bridge_gap_months_at_most", &Requirement::bridge_gap_months_at_most, a_number(0, most_months_asked),
        "The longest time that bridge letters may cover, from the end of the period to the decision, in months."),
    key("letter_beyond_months", &Requirement::letter_beyond_months, a_number(0, most_months_asked),
        "A bridge letter is required if the period ended more months ago than this."),
    key("responses", &Requirement::responses, one_of<model::Responses>,
        "The exceptions to which management must respond: all, or those of high severity."),
    key("subservice_reports", &Requirement::subservice_reports, one_of<model::SubserviceReports>,
        "The subservice organizations whose reports must be held and reviewed: all, or the critical ones."),
    key("inclusive_for", &Requirement::inclusive_for, some_names,
        "Subservice organizations that the report must include."),
    key("no_material_change", &Requirement::no_material_change, true_or_false,
        "Whether management must state that nothing material has changed since the period."),
    key("not_judged", &Requirement::not_judged, some_names,
        "What else is required, in your own words: the program does not judge it, and it is always a condition."));

void check_requirement(Requirement& requirement, const Entry& entry, FormReader& reader) {
  if (const auto level = find(entry, "level_at_least"); level && level->node->kind != Node::Kind::null)
    if (const auto place = level_among({requirement.report}, *level, reader)) requirement.level_at_least = *place;
  if (!requirement.questionnaire) return;
  if (requirement.report != model::Family::questionnaire && requirement.report != model::Family::hecvat)
    report(Code::request_contradicts, *find(entry, "questionnaire"), "only a questionnaire has a form", reader.problems,
           "write \"report\": \"questionnaire\"");
  if (*requirement.questionnaire != model::Questionnaire::hecvat) return;
  requirement.report = model::Family::hecvat;  // a HECVAT is a family of its own, however it is written
  requirement.questionnaire = std::nullopt;
}

constexpr auto alternative_form =
    form_of<Requirement>("an alternative, which is an object",
                         std::tuple_cat(std::make_tuple(required("report", &Requirement::report, one_of<model::Family>,
                                                                 "The kind of report that is asked for.")),
                                        requirement_fields))
        .named("alternative")
        .checked(check_requirement);

/// What holds for all alternatives goes to each of them.
void check_alternatives(Requirement& requirement, const Entry& entry, FormReader& reader) {
  if (!find(entry, "any_of")) return check_requirement(requirement, entry, reader);
  for (const Entry& member : members_of(entry))
    if (member.key != "any_of" && member.key != "id" && member.key != "due")
      report_key(Code::request_contradicts, member, fmt::format("'{}' is given beside 'any_of'", shortened(member.key)),
                 reader.problems, "write it into each alternative");
  for (Requirement& alternative : requirement.any_of)
    if (alternative.due.is_left_out()) alternative.due = requirement.due;
}

constexpr auto requirement_form =
    form_of<Requirement>(
        "a requirement, which is an object",
        std::tuple_cat(
            std::make_tuple(
                key("id", &Requirement::id, a_text, "A name for it within the deal; left out: r1, r2, ..."),
                never_null(
                    "any_of", &Requirement::any_of,
                    list_of(alternative_form,
                            {Repeats::allowed, "a list of alternatives", most_alternatives, "alternatives", {}, false}),
                    "Instead of report: requirements without ids, one of which is enough."),
                never_null("report", &Requirement::report, one_of<model::Family>,
                           "The kind of report that is asked for.")),
            requirement_fields))
        .named("requirement")
        .checked(check_alternatives)
        .with_one_of("report", "any_of", "give what is required, or several things, one of which is enough");

constexpr auto promise_form =
    form<model::Promise>("a promise, which is an object",
                         required("report", &model::Promise::report, one_of<model::Family>, "The kind of report."),
                         key("type", &model::Promise::type, one_of<model::ReportType>, "Type 1 or Type 2."),
                         required("by", &model::Promise::by, a_date, "The last day on which the promise is kept."))
        .named("promise");

/// The contract ends after it starts and after the decision on it, and the months of its term and its end say the same.
void check_term(Deal& deal, const Entry& entry, FormReader& reader) {
  const auto ends_before = [&](const model::Stated<base::Date>& day, std::string_view what) {
    if (!deal.contract_end.is_given() || !day.is_given() || deal.contract_end.value >= day.value) return;
    report(Code::request_contradicts, *find(entry, "contract_end"),
           fmt::format("the contract ends before {}, on {}", what, base::to_text(day.value)), reader.problems);
  };
  ends_before(deal.contract_start, "it starts");
  ends_before(deal.decision_date, "the decision");
  if (!deal.term_months.is_given() || !deal.contract_end.is_given() || !deal.contract_start.is_given()) return;
  const base::Date end = base::add_months(deal.contract_start.value, deal.term_months.value);
  if (deal.contract_end.value != end && deal.contract_end.value != base::add_days(end, -1))
    report(Code::request_contradicts, *find(entry, "contract_end"),
           fmt::format("the contract does not end {} months after it starts", deal.term_months.value), reader.problems,
           fmt::format("write {}, or leave one of the two out", base::to_text(base::add_days(end, -1))));
}

struct MetaKind {
  using Value = model::Anything;
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    if (entry.node->kind == Node::Kind::mapping) return anything_of(*entry.node);
    reader.wrong("an object", entry);
    return std::nullopt;
  }
  [[nodiscard]] model::Shape shape() const { return AnythingKind{model::Shape::Kind::map}.shape(); }
};
constexpr MetaKind anything_in_an_object;

constexpr auto deal_form =
    form<Deal>(
        "a deal, which is an object", schema_key,
        required("id", &Deal::id, a_text, "The name of the deal, shown in every result and unique in a run."),
        key("customer", &Deal::customer, a_text, "Who buys."),
        key("entity", &Deal::entity, a_text, "The legal entity that the report must name."),
        key("services", &Deal::services, some_names, "The services that the report must cover."),
        key("regions", &Deal::regions, some_names, "The regions that it must cover."),
        key("decision_date", &Deal::decision_date, a_date,
            "The day on which the buyer decides; left out: today, and the result says so."),
        key("contract_start", &Deal::contract_start, a_date, "The first day of the contract."),
        key("recurs", &Deal::recurs, one_of<model::Recurs>, "How often the report is to be renewed."),
        key("recipient", &Deal::recipient, one_of<model::Recipient>, "Who gets the report."),
        key("nda", &Deal::nda, one_of<model::Nda>, "The state of the non-disclosure agreement."),
        key("fiscal_year_end", &Deal::fiscal_year_end, a_day_of_year,
            "The last day of the customer's fiscal year, as MM-DD."),
        key("fiscal_year_ending", &Deal::fiscal_year_ending, a_date,
            "The last day of the fiscal year that the report must cover."),
        never_null(
            "requires", &Deal::requirements,
            list_of(requirement_form, {Repeats::no_id, "a list of requirements", most_requirements, "requirements"}),
            "What is asked for; left out or empty: what the selection rules say for the company."),
        key("promises", &Deal::promises, list_of(promise_form, most_promises, "promises", "a list of promises"),
            "What the contract promises, and by when."),
        key_through("answers", AnythingKind{model::Shape::Kind::map}, Nowhere{},
                    "Answers about this deal on top of those of --answers, as the schema of answers has them, without "
                    "reports_held."),
        key_through("amount", an_amount, PutAmount{},
                    "The value of the deal, with at most two digits after the point."),
        key_through("currency", a_currency, PutCurrency{}, "The currency of the amount, as three capital letters."),
        key("term_months", &Deal::term_months, a_number(1, most_months_asked),
            "How many months the contract runs; or contract_end."),
        key("contract_end", &Deal::contract_end, a_date, "The last day of the contract; or term_months."),
        never_null("profile", &Deal::profile, a_text,
                   "The name of a profile in the file of --profiles; its requirements come before those of the deal."),
        key("meta", &Deal::meta, anything_in_an_object,
            "Anything for others, such as an owner or a link: it is copied to the results."))
        .named("deal")
        .checked(check_term)
        .with_one_of("requires", "answers",
                     "give what is asked for under 'requires', or leave it to the rules with \"answers\": {}",
                     "profile");

/// The requirements of the profile that the deal names come before its own.
void take_profile(Deal& deal, const model::Profiles* profiles, const Entry& entry, FormReader& reader) {
  if (deal.profile.empty()) return;
  const Entry named = *find(entry, "profile");
  const auto found = profiles == nullptr ? model::Profiles::const_iterator() : profiles->find(deal.profile);
  if (profiles == nullptr || found == profiles->end()) {
    std::vector<std::string> known;
    if (profiles != nullptr)
      for (const auto& [name, requirements] : *profiles) known.push_back(name);
    report(Code::unknown_profile, named, fmt::format("unknown profile '{}'", shortened(deal.profile)), reader.problems,
           known.empty() ? "name the file of your profiles with --profiles" : base::suggestion(deal.profile, known));
    return;
  }
  deal.requirements.insert(deal.requirements.begin(), found->second.begin(), found->second.end());
  if (deal.requirements.size() > most_requirements)
    report(Code::wrong_field, named,
           fmt::format("with its profile the deal has more than {} requirements", most_requirements), reader.problems);
}

/// Requirements without an id get one, which no other may have; alternatives go by the name of what they stand for.
void name_requirements(Deal& deal, const Entry& entry, FormReader& reader) {
  std::set<std::string> seen;
  std::set<std::string> ours;
  const auto own = find(entry, "requires");
  const std::size_t count = own ? own->node->items.size() : 0;
  const std::size_t before = deal.requirements.size() - std::min(count, deal.requirements.size());
  for (std::size_t i = 0; i < deal.requirements.size(); ++i) {
    std::string& id = deal.requirements[i].id;
    const bool is_ours = id.empty();
    if (is_ours) ours.insert(id = fmt::format("r{}", i + 1));
    // Two of the deal's own with one id are reported where they are read.
    if (!seen.insert(id).second && (ours.count(id) > 0 || before > 0))
      reader.repeated(id, i < before ? *find(entry, "profile") : items_of(*own)[i - before]);
    for (Requirement& alternative : deal.requirements[i].any_of) alternative.id = id;
  }
}

/// Reads deals with what their answers may name.
struct DealKind {
  using Value = Deal;
  const Answerable& answerable;
  base::Date today;
  const model::Profiles* profiles = nullptr;  ///< null: there are none

  [[nodiscard]] std::optional<Deal> read(const Entry& entry, FormReader& reader) const {
    const std::size_t before = reader.problems.count();
    auto deal = deal_form.read(entry, reader);
    if (deal && reader.problems.count() == before) {
      take_profile(*deal, profiles, entry, reader);
      name_requirements(*deal, entry, reader);
    }
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

namespace {

struct Profile {
  std::vector<Requirement> requirements;
};

constexpr auto profile_form =
    form<Profile>("a profile, which is an object",
                  required("requires", &Profile::requirements,
                           list_of(requirement_form,
                                   {Repeats::no_id, "a list of requirements", most_requirements, "requirements"}),
                           "What is asked for."),
                  key_through("says", a_text, Nowhere{}, "Whom the profile is for, in one sentence."),
                  key_through("source", a_text, Nowhere{}, "Its source."),
                  key_through("url", a_text, Nowhere{}, "The address of the source."))
        .named("profile");

/// Profiles by their names.
struct ProfilesKind {
  using Value = model::Profiles;
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    if (entry.node->kind != Node::Kind::mapping) {
      reader.wrong("an object with a profile under each name", entry);
      return std::nullopt;
    }
    if (entry.node->members.size() > most_profiles) {
      report(Code::wrong_field, entry, fmt::format("there are more than {} profiles", most_profiles), reader.problems);
      return std::nullopt;
    }
    model::Profiles profiles;
    for (const Entry& member : members_of(entry))
      if (auto profile = profile_form.read(member, reader))
        profiles.emplace(member.key, std::move(profile->requirements));
    return profiles;
  }
  [[nodiscard]] model::Shape shape() const {
    model::Shape shape;
    shape.kind = model::Shape::Kind::map;
    shape.of = {profile_form.shape()};
    return shape;
  }
};

struct ProfilesFile {
  model::Profiles profiles;
};

constexpr auto profiles_form =
    form<ProfilesFile>("an object with 'profiles'", schema_key,
                       required("profiles", &ProfilesFile::profiles, ProfilesKind{},
                                "What each kind of customer asks for, under a name of your own."));

/// The objects of a file, and the texts that hold them where each line is one.
struct DealsTree {
  Node root;
  std::deque<base::Source> lines = {};
};

std::optional<DealsTree> read_deals_tree(const DealsFile& file, const model::RuleSet& rules, Diagnostics& problems) {
  DealsTree tree;
  std::optional<Node> root;
  if (file.columns == nullptr && !is_sheet(file.source)) {
    root = is_lines(file.source) ? std::optional(read_lines(file.source, tree.lines, problems))
                                 : read_tree(file.source, problems);
  } else if (auto rows = read_rows(file.source, file.columns != nullptr ? file.columns->rows : "", problems)) {
    const std::size_t before = problems.count();
    root = deals_of_rows(*rows, file.columns, deal_form.shape(), rules, problems);
    if (root->items.empty() && problems.count() != before) return std::nullopt;
    tree.lines = std::move(rows->sources);
  }
  if (!root) return std::nullopt;
  tree.root = *std::move(root);
  return tree;
}

/// The line of the id of each deal. Ids stand one behind the other in a text, which is gone through once.
std::vector<std::size_t> lines_of_ids(const Node& root) {
  std::vector<std::size_t> lines;
  const base::Source* source = nullptr;
  std::size_t offset = 0;
  std::size_t line = 0;
  const auto add = [&](const Node& deal) {
    const base::Span& at = find_member(deal, "id")->value.at;
    if (at.source != source || at.offset < offset) {
      source = at.source;
      offset = 0;
      line = source->first_line;
    }
    const std::string_view between = std::string_view(source->text).substr(offset, at.offset - offset);
    line += static_cast<std::size_t>(std::count(between.begin(), between.end(), '\n'));
    offset = at.offset;
    lines.push_back(line);
  };
  if (root.kind == Node::Kind::mapping) add(root);
  for (const Node& item : root.items) add(item);
  return lines;
}

}  // namespace

model::Shape shape_of_deal() { return deal_form.shape(); }
model::Shape shape_of_profiles() { return profiles_form.shape(); }

std::optional<model::Profiles> load_profiles(const base::Source& source, Diagnostics& problems) {
  auto file = load(source, DocumentKind::profiles, profiles_form, problems);
  if (!file) return std::nullopt;
  return std::move(file->profiles);
}

std::optional<Deal> read_deal(const Node& object, const Answerable& answerable, base::Date today, Diagnostics& problems,
                              const model::Profiles* profiles) {
  const std::size_t before = problems.count();
  FormReader reader{problems};
  auto deal = DealKind{answerable, today, profiles}.read(root_entry(object), reader);
  if (problems.count() != before) return std::nullopt;
  return deal;
}

std::vector<std::string> columns_of_deals() { return keys_of_deal_rows(shape_of_deal()); }

std::optional<std::vector<model::Anything>> read_deal_objects(const DealsFile& file, const model::RuleSet& rules,
                                                              Diagnostics& problems) {
  const auto tree = read_deals_tree(file, rules, problems);
  if (!tree) return std::nullopt;
  std::vector<model::Anything> objects;
  if (tree->root.kind == Node::Kind::mapping) objects.push_back(anything_of(tree->root));
  for (const Node& item : tree->root.items) objects.push_back(anything_of(item));
  return objects;
}

std::optional<std::vector<Deal>> load_deals(const DealsFile& file, const Answerable& answerable, base::Date today,
                                            Diagnostics& problems, const model::Profiles* profiles,
                                            std::vector<std::size_t>* lines) {
  const std::size_t before = problems.count();
  const auto tree = read_deals_tree(file, answerable.rules(), problems);
  if (!tree || !is_of_kind(DocumentKind::deals, tree->root, problems)) return std::nullopt;
  const DealKind deal{answerable, today, profiles};
  FormReader reader{problems};
  std::vector<Deal> deals;
  const Entry document = root_entry(tree->root);
  if (tree->root.kind == Node::Kind::sequence) {
    if (auto all = list_of(deal, {Repeats::no_id}).read(document, reader)) deals = *std::move(all);
    if (tree->root.items.empty() && !file.may_be_empty)
      report(Code::no_deals, document, "the list holds no deal", problems);
  } else if (auto one = deal.read(document, reader)) {
    deals.push_back(*std::move(one));
  }
  if (problems.count() == before) {
    if (lines != nullptr) *lines = lines_of_ids(tree->root);
    return deals;
  }
  problems.sort_by_place();
  return std::nullopt;
}

}  // namespace socrates::loader
