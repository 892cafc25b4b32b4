// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/loader/node.hpp"
#include "socrates/model/about.hpp"
#include "socrates/model/answers.hpp"
#include "socrates/model/control.hpp"
#include "socrates/model/control_answer.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::loader {

/// What an answers file may name: the questions of a rule set, and the controls of a catalogue where there is one. Both
/// must outlive it.
class Answerable {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): a rule set alone is the common case
  Answerable(const model::RuleSet& rules) : rules_(&rules) {}
  Answerable(const model::RuleSet& rules, const model::ControlCatalogue& controls)
      : rules_(&rules), controls_(&controls) {}
  /// With a catalogue that is made only where a name is that of no question.
  using MakeControls = std::function<const model::ControlCatalogue*()>;
  Answerable(const model::RuleSet& rules, MakeControls make_controls)
      : rules_(&rules), make_controls_(std::move(make_controls)) {}

  [[nodiscard]] const model::RuleSet& rules() const { return *rules_; }
  /// Null where there is no catalogue.
  [[nodiscard]] const model::ControlCatalogue* controls() const {
    return make_controls_ ? make_controls_() : controls_;
  }
  /// The controls that have a place among the answers from the beginning.
  [[nodiscard]] std::size_t controls_from_the_beginning() const {
    return controls_ == nullptr ? 0 : controls_->controls.size();
  }

 private:
  const model::RuleSet* rules_;
  const model::ControlCatalogue* controls_ = nullptr;
  MakeControls make_controls_;
};

/// Where something is said: the name under which it is, and what is said of it; sources null where nothing is.
struct StatedAt {
  base::Span name;
  base::Span value;
};

struct LoadedAnswers {
  model::Answers answers;
  std::vector<base::Span> places;       ///< by question: the value that answers it; source null where there is none
  model::ControlAnswers controls = {};  ///< by control of the catalogue; empty without one, or while none of one that
                                        ///< is made on demand is answered
  model::About about = {};
  std::vector<StatedAt> control_places = {};  ///< as many as `controls`
  std::deque<base::Source> lines = {};        ///< of a list whose lines are texts of their own; places point into them
};

/// Every question and every control not known.
LoadedAnswers no_answers(const Answerable& answerable);

/// Reads an answers file (a JSON object of question or control id to value). Dates given in place of a number of months
/// are counted from `today`: months until a date that is past are 0, and more than the range holds are its end. Reports
/// every problem of the file.
std::optional<LoadedAnswers> load_answers(const base::Source& source, const Answerable& answerable, base::Date today,
                                          base::Diagnostics& problems);

/// The same from an object that stands within a larger text, such as the `answers` of a deal.
std::optional<LoadedAnswers> read_answers(const Node& object, const Answerable& answerable, base::Date today,
                                          base::Diagnostics& problems);

/// Lays answers over others, key by key: what is said above counts, also that something is not known (null), and what
/// is left out there stays as it is. A proposal takes the place of a proposal, and of no answer. Places go on pointing
/// where they did.
void lay_over(LoadedAnswers& below, const LoadedAnswers& above);

/// Puts `ID=VALUE` on top of what is there. The value is read by the question's kind: `true|false`, an option, options
/// by commas, a number, a date; `ID=` is the empty list, `ID=null` not known. `assignment.text` is the whole
/// `ID=VALUE`, its name `--set`; it must outlive the places. A date id (`needed_by=2027-03-31`) is taken as in a file
/// and takes the place of the number; a control takes a status. After a report nothing is changed.
void set_answer(const base::Source& assignment, const Answerable& answerable, base::Date today, LoadedAnswers& loaded,
                base::Diagnostics& problems);

}  // namespace socrates::loader
