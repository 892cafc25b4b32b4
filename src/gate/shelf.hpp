// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which report decides. A company examines the same service year after year, and holds last year's report beside this
// year's. The reader gets the latest one, whatever it says: else a clean report of last year would hide a qualified one
// of this year. Two reports are on the same examination when they share a family and a service; where the services of
// one are not known, they may be.
//
// A Type 1 and a Type 2 need care. A new Type 2 takes the place of every earlier report. A new Type 1 takes that of
// earlier Type 1 reports; it says nothing on how controls worked, so a Type 2 stays what it is beside it, unless the
// opinion of the Type 1 is not clean: then it tells of something that the reader must not miss.
//
// Earlier reports still fill in time: two half-years that touch make a year. The newest decides, and what the earlier
// ones say about their months counts as well.
//
// None of this hangs on what a requirement asks, so a shelf works it out once for each day.

#include <map>
#include <optional>
#include <vector>

#include "gate/bench.hpp"
#include "gate/view.hpp"
#include "socrates/model/inventory.hpp"

namespace socrates::gate {

/// The frameworks that a report names.
struct HeldFrameworks {
  WordSet answered;         ///< the names that somebody may ask for
  WordSet without_edition;  ///< the names without an edition, which may be of any
};

/// What a report held names, as words.
struct ReportWords {
  std::optional<WordSet> objectives;
  std::optional<WordSet> covers;
  std::optional<WordSet> regions;
  std::optional<HeldFrameworks> frameworks;
  HeldFrameworks mapped;
  WordSet alike;  ///< the groups of services under the same controls, of which it covers one
  std::vector<Word> qualified_on;
  std::vector<std::optional<Word>> exceptions_on;
};

/// Earlier reports that extend the period of one without a gap, from the newest to the oldest.
using Chain = std::vector<const model::HeldReport*>;

inline constexpr std::size_t most_chains = 32;

/// An inventory as all requirements of a deal look at it. The inventory must outlive it and stay as it is.
class Shelf {
 public:
  /// `like` names the same in its reports, which are the first ones here, and has to outlive this shelf: what it knows
  /// of names is not worked out again.
  Shelf(const model::Inventory& inventory, Bench& bench, Shelf* like = nullptr);

  [[nodiscard]] const model::Inventory& inventory() const { return inventory_; }
  [[nodiscard]] const ReportWords& words(const model::HeldReport& report) const { return words(number_of(report)); }
  [[nodiscard]] const std::optional<WordSet>& covers(const model::NextReport& next) const {
    return first().next_covers_[static_cast<std::size_t>(&next - inventory_.next.data())];
  }
  /// The groups of services under the same controls, of which it covers one.
  [[nodiscard]] const WordSet& alike(const model::NextReport& next) const {
    return first().next_alike_[static_cast<std::size_t>(&next - inventory_.next.data())];
  }
  [[nodiscard]] std::size_t number_of(const model::HeldReport& report) const {
    return static_cast<std::size_t>(&report - inventory_.reports.data());
  }
  /// The steps of work in which the names were numbered.
  [[nodiscard]] std::size_t work_of_names() const { return work_of_names_; }

  /// A later report, issued by that day, takes the place of this one.
  Maybe is_superseded(const model::HeldReport& report, std::optional<base::Date> day);

  /// The ways in which earlier Type 2 reports on the same examination extend the period of this one; at most
  /// `most_chains`.
  const std::vector<Chain>& chains_before(const model::HeldReport& report, std::optional<base::Date> day);

  /// By service of the deal the first that stands in all reports as it does; empty until somebody looks it up.
  std::vector<std::size_t> first_alike;

 private:
  /// Another report that is on the same examination, or may be.
  struct Partner {
    std::size_t number = 0;
    Maybe is_sure;  ///< true, or not known
  };

  /// What holds on one day, by report, as far as somebody has asked.
  struct Day {
    std::vector<std::optional<Maybe>> superseded;
    std::vector<std::optional<std::vector<Chain>>> chains;
    std::vector<std::optional<std::vector<const model::HeldReport*>>> replaced_by;  ///< at most two
  };

  /// The shelf that all others are like.
  [[nodiscard]] const Shelf& first() const { return like_ == nullptr ? *this : *like_; }
  [[nodiscard]] const ReportWords& words(std::size_t number) const {
    return number < shared_ ? like_->words_[number] : words_[number - shared_];
  }
  Day& on(std::optional<base::Date> day);
  [[nodiscard]] Maybe is_same_examination(std::size_t a, std::size_t b) const;
  /// In the order of the inventory.
  const std::vector<Partner>& partners(std::size_t number);
  bool is_replaced(const model::HeldReport& earlier, const model::HeldReport& newest, std::optional<base::Date> day);

  const model::Inventory& inventory_;
  Bench& bench_;
  Shelf* like_ = nullptr;
  std::size_t shared_ = 0;                                     ///< reports of which the words are those of `like_`
  std::vector<ReportWords> words_;                             ///< by report, from the first on that is not shared
  std::vector<std::optional<WordSet>> next_covers_;            ///< by report to come; of the first shelf only
  std::vector<WordSet> next_alike_;                            ///< likewise
  std::vector<std::optional<std::vector<Partner>>> partners_;  ///< by report, as far as somebody has asked
  std::size_t work_of_names_ = 0;
  std::map<std::optional<base::Date>, Day> days_;
};

/// The first reports of the inventory have the kinds, entities and names of the others, and so have the reports to
/// come.
bool names_the_same(const model::Inventory& inventory, const model::Inventory& others);

/// Issued by that day. A report cannot be issued before the time is over that it speaks of.
Maybe is_issued_by(const model::HeldReport& report, std::optional<base::Date> day);

/// The period of the report and of those that extend it; none where the report has none.
std::optional<model::Period> merged_period(const model::HeldReport& report, const Chain& earlier);

}  // namespace socrates::gate
