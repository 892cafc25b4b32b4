// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "socrates/gate/bridge.hpp"
#include "socrates/model/control_answer.hpp"
#include "socrates/model/draft.hpp"
#include "socrates/model/inventory.hpp"
#include "socrates/render/plan.hpp"
#include "socrates/render/recommendation.hpp"

namespace socrates::render {

/// What stands behind the names of a template, or of one element of a list. Texts are as they came.
struct DraftValues {
  std::map<std::string, std::optional<std::string>, std::less<>> texts;  ///< without a value: not known
  std::map<std::string, bool, std::less<>> conditions;
  std::map<std::string, std::vector<DraftValues>, std::less<>> lists;
};

/// What a draft is filled from; all must outlive it.
struct DraftInputs {
  const Recommendation& recommendation;
  const PlanReport* plan = nullptr;             ///< null: no report is called for, or it is open which
  const model::Inventory* inventory = nullptr;  ///< null: nothing is said of the reports held
  const model::Engagement& engagement;
  model::ControlStatus auditor = model::ControlStatus::unknown;  ///< of the control that one is engaged
  std::optional<gate::Bridge> bridge = {};
};

/// A value, or none, for every name that templates of any kind may use; those of bridge letters where there is a
/// bridge.
DraftValues draft_values(const DraftInputs& inputs);

/// Words, or what belongs in a blank.
struct DraftRun {
  std::string words;
  bool is_blank = false;
};

struct DraftBlock {
  enum class Kind { heading, paragraph, item, number, task, rule };

  Kind kind = Kind::paragraph;
  std::size_t level = 1;  ///< of a heading; of a numbered item its number
  std::vector<DraftRun> runs;
};

/// A template filled in.
struct Draft {
  model::DraftKind kind = model::DraftKind::reply;
  base::Date today;
  std::string template_sha256;
  DraftValues values;
  std::vector<DraftBlock> blocks;
  std::vector<std::string> blanks;  ///< what is to be filled in, in the order in which it stands
};

/// What only the letters of the template make is taken for a heading, an item or a blank: values are words, whatever
/// they hold.
Draft fill(const model::DraftTemplate& draft, DraftValues values, base::Date today);

std::string draft_markdown(const Draft& draft);

/// For a terminal or a mail: lines of at most 80 columns.
std::string draft_text(const Draft& draft);

/// The document `socrates.draft/1` (docs/json.md).
std::string draft_json(const Draft& draft);

}  // namespace socrates::render
