// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gate/names.hpp"
#include "gate/words.hpp"
#include "socrates/base/date.hpp"
#include "socrates/engine/compiled_rules.hpp"
#include "socrates/gate/gatekeeper.hpp"
#include "socrates/gate/judge.hpp"
#include "socrates/gate/verdict.hpp"
#include "socrates/model/deal.hpp"
#include "socrates/model/inventory.hpp"
#include "socrates/model/policy.hpp"

namespace socrates::gate {

/// Yes, no, or not known.
using Maybe = std::optional<bool>;

Maybe both(Maybe a, Maybe b);
Maybe either(Maybe a, Maybe b);
Maybe negated(Maybe a);

/// With conditions or without.
bool is_yes(Verdict verdict);

/// Whether the request fits the service, as far as the company's profile says.
enum class AskFits { not_judged, fits, looks_wrong };

/// The same with what the selection rules say against it.
struct Fit {
  AskFits fits = AskFits::not_judged;
  std::vector<Because> because;
  std::vector<std::string> replies;
};

class Bench;
class FactSheet;
class Shelf;

/// A framework that is asked for.
struct AskedFramework {
  Word name = 0;
  std::optional<Word> without_edition;  ///< where it is asked for in an edition
};

/// What a deal and one of its requirements name, as words, in their order.
struct AskedWords {
  std::vector<Word> services;
  std::vector<Word> regions;
  std::vector<Word> objectives;
  std::vector<AskedFramework> frameworks;
  std::vector<model::Family> kinds;  ///< all that the deal asks for, in this requirement and in the others
};

AskedWords words_of(const model::Deal& deal, const model::Requirement& requirement, Bench& bench);

/// Names of a deal that no report has, with the one that may be meant.
struct Doubts {
  std::map<std::string, std::string, std::less<>> services;
  std::map<std::string, std::string, std::less<>> regions;
  std::map<std::string, std::string, std::less<>> entities;
};

/// The name that may be meant; null where there is no doubt.
const std::string* meant_by(const std::map<std::string, std::string, std::less<>>& doubts, std::string_view name);

/// The names in an inventory, and in plain letters those that are the same but for case and blanks.
struct KnownNames {
  std::set<std::string> services;
  std::set<std::string> regions;
  std::set<std::string> entities;
  std::set<std::string> plain_services;
  std::set<std::string> plain_regions;
  std::set<std::string> plain_entities;
};

KnownNames known_names(const model::Inventory& inventory);

/// Names of services that are near enough to one of a report to be a slip, and names of regions and entities that are
/// the same but for what nobody means. Only names that no report has, held or to come.
Doubts doubts_of(const model::Deal& deal, const KnownNames& known);

/// What is due later and need not be held now: what becomes of it by the day on which it is due. `not_known` where that
/// day or the report that is to come is not certain.
enum class DueState { not_asked, planned, not_planned, past, not_known };

/// What becomes of the promises in a contract, from the best to the worst.
enum class Fate { kept, in_doubt, late, open, impossible };

/// What was derived for one requirement, and is the same for all days and all its services, by number of the report;
/// under `no_report` what holds without one.
using Sheets = std::unordered_map<std::size_t, FactSheet>;
inline constexpr std::size_t no_report = static_cast<std::size_t>(-1);

/// By report that only fills in time what the checks say to it, where somebody has asked.
using EarlierVerdicts = std::unordered_map<const model::HeldReport*, const std::vector<CheckVerdict>*>;

/// One requirement of a deal before it is held against reports: what all checks of it go by.
struct Ask {
  const model::Deal& deal;
  const model::Requirement& requirement;
  model::Stated<std::vector<std::string>> services;  ///< of the deal, or one of them
  std::optional<base::Date> decision;                ///< none: not known
  Bench& bench;
  Shelf& shelf;
  const model::Policy& policy;
  const RuleBooks& rules;
  Strictness strictness = Strictness::conditions_pass;
  Fit fit;
  std::vector<const model::Waiver*> waivers;  ///< those of this requirement that are in force
  const PlannedReport* planned = nullptr;     ///< may be empty; null: none
  std::shared_ptr<const AskedWords> words = {};
  std::shared_ptr<Sheets> sheets = {};                   ///< of the reports on the shelf
  std::vector<Word> service_words = {};                  ///< of `services`
  std::optional<std::optional<Fate>> fate = {};          ///< of the promises, once it is looked up
  std::optional<std::vector<std::size_t>> fitting = {};  ///< the reports to come that would do, once looked up
  Doubts doubts = {};
  std::vector<std::size_t> doubtful = {};  ///< those of which it is not known, looked up with `fitting`
  DueState due = DueState::not_asked;      ///< only where what may come later is judged by itself
  std::optional<base::Date> due_day = {};
  std::optional<base::Date> due_next = {};  ///< the day of issue of the report that comes by then
  std::optional<base::Date> today = {};     ///< none: no day of issue lies ahead of us
  bool judges_promises = false;  ///< they are judged by themselves, and not with each report that is asked for
  Extent extent = Extent::full;
  EarlierVerdicts earlier = {};  ///< on this day, of these services

  [[nodiscard]] const model::Inventory& inventory() const;
};

/// The same, of one service alone.
Ask part_of(const Ask& ask, std::size_t service);
/// The same on another day, with what is held and what is waived then.
Ask on_day(const Ask& ask, base::Date day, Shelf& shelf, std::shared_ptr<Sheets> sheets);

/// The threshold in force: the policy's, else the default of the rules; none where the rules have no such default.
std::optional<int> threshold(const Ask& ask, Threshold id);

/// Whether the policy rather than the rules sets it.
bool is_policy(const Ask& ask, Threshold id);

/// The families that a report answers.
std::vector<model::Family> families_of(const model::HeldReport& report);
bool answers(const model::HeldReport& report, model::Family family);

/// Families that come as Type 1 and Type 2.
bool has_types(model::Family family);
/// One of its families does.
bool comes_in_types(const model::HeldReport& report);
/// Families in which an auditor gives an opinion on controls, rather than certificates and questionnaires.
bool is_attestation(model::Family family);
bool is_attestation(const model::HeldReport& report);

/// The last day of which the report speaks; none where it is not known.
std::optional<base::Date> last_day_of(const model::HeldReport& report);

/// Equal but for the case of ASCII letters.
bool is_same_word(std::string_view a, std::string_view b);
/// What two equal words have in common.
std::string plain_word(std::string_view word);

/// `a`, `a and b`, `a, b and c`.
std::string listed_words(const std::vector<std::string>& words);

/// The letter of management on the time after the period, as it stands on that day: of several in a row, one over the
/// days that they cover without a break, as far as they hold.
std::optional<model::BridgeLetter> letter_of(const model::HeldReport& report, std::optional<base::Date> day);

/// The same company under two names, as far as the policy says so.
bool is_same_entity(const Ask& ask, std::string_view a, std::string_view b);
/// A service that a report does not name runs under the same controls as one that it does: it is in one of the groups
/// of which the report names one.
bool is_alike_service(const Ask& ask, Word service, const WordSet& groups);

/// A report to come speaks of all services, as far as any are named, by their names or under the same controls.
bool covers_services(const model::NextReport& next, const Ask& ask);

/// A report to come that would meet the requirement as far as its plan says: kind, type, categories and services.
/// Not known where the plan leaves open what would tell.
Maybe would_fit(const model::NextReport& next, const Ask& ask);
/// Those that surely would, by number, in their order.
const std::vector<std::size_t>& fitting_next(Ask& ask);
/// The same as if those would too of which it is not known; none where there are none.
std::optional<Ask> with_doubtful_next(Ask& ask);

}  // namespace socrates::gate
