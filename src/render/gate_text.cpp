// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "gate_view.hpp"
#include "sentence.hpp"
#include "socrates/render/escape.hpp"
#include "socrates/render/gate.hpp"

namespace socrates::render {
namespace {

class GateTextWriter {
 public:
  GateTextWriter(const GateReport& report, Color color) : report_(report), color_(color) {}

  std::string write() {
    for (const gate::DealVerdict& deal : report_.deals) add(deal);
    if (report_.deals.size() > 1)
      text_ += wrap(prose(fmt::format("All {} deals together: {}.", report_.deals.size(), words_of(report_.verdict))));
    if (is_conditions_no(report_)) text_ += wrap("Under --strict, conditions count as a no.");
    text_ += faint(wrap(prose(origin_of(report_))), color_);
    return std::move(text_);
  }

 private:
  /// `HEAD: verdict`, with the verdict and a part of the head in relief where it fits on a line.
  std::string titled(const std::string& head, std::string_view bold_part, gate::Verdict verdict, Indent indent) {
    const std::string words(words_of(verdict));
    const std::string plain = fmt::format("{}: {}", head, words);
    if (color_ == Color::off || indent.first + width_of(plain) > line_width) return wrap(plain, indent);
    const std::string accented = verdict == gate::Verdict::fail ? red(words, color_) : bold(words, color_);
    return fmt::format("{}{}{}: {}\n", std::string(indent.first, ' '), bold_part.empty() ? "" : bold(bold_part, color_),
                       head.substr(bold_part.size()), accented);
  }

  void add(const gate::DealVerdict& deal) {
    text_ += titled(prose(title_of(deal)), {}, deal.verdict, {0, 2});
    text_ += wrap(prose(date_sentence(deal)), {2, 2});
    for (const gate::RequirementVerdict& requirement : deal.requirements) add(requirement);
    if (deal.requirements.empty()) text_ += wrap("Nothing is asked for.", {2, 2});
    for (const gate::WaiverUse& waiver : deal.waivers) text_ += wrap(prose(sentence_of(waiver)), {2, 4});
    text_ += '\n';
  }

  void add(const gate::RequirementVerdict& requirement) {
    const std::string id = prose(requirement.id);
    text_ += "\n" + titled(id + " " + prose(requirement.asked), id, requirement.verdict, {2, 4});
    if (const std::string sentence = reports_sentence(requirement); !sentence.empty())
      text_ += wrap(prose(sentence), {4, 4});
    std::size_t passed = 0;
    for (const gate::Check& check : requirement.checks) {
      if (check.verdict == gate::CheckVerdict::pass) ++passed;
      if (check.verdict > gate::CheckVerdict::pass) add(check);
    }
    if (passed > 0) text_ += fmt::format("    {} passed\n", counted(passed, "check"));
    add_list("To do", actions_of(requirement.actions));
    if (const std::string sentence = earliest_sentence(requirement); !sentence.empty())
      text_ += wrap(prose(sentence), {4, 4});
    add_list("Until then you may send", requirement.interim);
    add_list("Words for the customer", requirement.replies);
    for (const gate::Other& other : requirement.others)
      text_ += wrap(prose(fmt::format("Not {}: {}", other.report, other.why)), {4, 6});
  }

  void add(const gate::Check& check) {
    text_ += wrap(prose(fmt::format("{} {}: {}", check.id, check.title, check_sentence(check))), {4, 6});
    for (const std::string& figure : check.figures) text_ += wrap(prose(figure), {6, 6});
  }

  void add_list(std::string_view heading, const std::vector<std::string>& items) {
    if (items.empty()) return;
    text_ += fmt::format("    {}\n", heading);
    for (const std::string& item : items) text_ += bullet(prose(item), 6);
  }

  const GateReport& report_;
  Color color_;
  std::string text_;
};

}  // namespace

std::string gate_text(const GateReport& report, Color color) { return GateTextWriter(report, color).write(); }

}  // namespace socrates::render
