// SPDX-License-Identifier: Apache-2.0
#include "cli/scripted_keys.hpp"

#include <algorithm>
#include <variant>

namespace socrates::cli {

void press(Events& events, KeyKind kind, std::size_t times) {
  for (std::size_t i = 0; i < times; ++i) events.push_back({EventKind::key, {kind, {}}});
}

void press(Events& events, const std::string& text) {
  for (const char letter : text) events.push_back({EventKind::key, {KeyKind::text, std::string(1, letter)}});
}

void go_to_row(Events& events, std::size_t row) {
  press(events, KeyKind::home);
  press(events, KeyKind::down, row);
}

void press_answer(Events& events, const interview::Interview& interview, const model::Answer& answer) {
  const interview::Offer offer = interview.offer();
  const auto row_of = [&](std::size_t option) {
    return static_cast<std::size_t>(std::find(offer.numbered.begin(), offer.numbered.end(), option) -
                                    offer.numbered.begin());
  };
  if (const auto* const number = std::get_if<model::Number>(&answer)) press(events, std::to_string(number->value));
  if (const auto* const choice = std::get_if<model::Choice>(&answer)) go_to_row(events, row_of(choice->option));
  if (const auto* const selection = std::get_if<model::Selection>(&answer)) {
    bool is_any = false;
    for (std::size_t option = 0; option < selection->options.size(); ++option) {
      if (selection->options[option] != model::Chosen::yes) continue;
      go_to_row(events, row_of(option));
      press(events, " ");
      is_any = true;
    }
    if (!is_any) go_to_row(events, offer.numbered.size());
  }
  press(events, KeyKind::enter);
}

}  // namespace socrates::cli
