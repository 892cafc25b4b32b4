// SPDX-License-Identifier: Apache-2.0
#include "interview/typed_option.hpp"

#include <algorithm>

#include "socrates/base/words.hpp"

namespace socrates::interview {

namespace {

constexpr std::string_view name_blanks = " \t\r\n\v\f";
constexpr std::size_t shortest_prefix = 2;
constexpr std::size_t shortest_word_start = 3;

using NameWords = std::vector<std::string>;

bool is_part_of_word(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || byte >= 0x80;
}

/// In lower case, without signs and articles.
NameWords name_words(std::string_view text) {
  NameWords words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty() && word != "a" && word != "an" && word != "the") words.push_back(word);
    word.clear();
  };
  for (const char letter : base::lower(text)) {
    if (is_part_of_word(letter))
      word += letter;
    else if (letter != '\'')
      end_word();
  }
  end_word();
  return words;
}

/// `no` of `no: nobody books what we do`.
std::string_view head_of(std::string_view label) { return label.substr(0, label.find_first_of(":,")); }

bool is_full_name(const model::Named& option, std::string_view form) {
  return form == word_form(option.id) || form == word_form(option.label) || form == word_form(head_of(option.label));
}

bool begins_with(const model::Named& option, std::string_view form) {
  return word_form(option.id).starts_with(form) || word_form(option.label).starts_with(form);
}

enum class WordMatch { whole, start };

bool has_words(const model::Named& option, const NameWords& typed, WordMatch match) {
  NameWords words = name_words(option.id);
  for (std::string& word : name_words(option.label)) words.push_back(std::move(word));
  return !typed.empty() && std::all_of(typed.begin(), typed.end(), [&](const std::string& wanted) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      return match == WordMatch::whole ? word == wanted
                                       : wanted.size() >= shortest_word_start && word.starts_with(wanted);
    });
  });
}

template <class Fits>
std::vector<std::size_t> options_where(const model::Question& question, Fits fits) {
  std::vector<std::size_t> options;
  for (std::size_t option = 0; option < question.options.size(); ++option)
    if (fits(option)) options.push_back(option);
  return options;
}

}  // namespace

std::string word_form(std::string_view text) {
  std::string word = base::lower(base::trimmed(text, name_blanks));
  for (char& letter : word)
    if (letter == '-' || name_blanks.find(letter) != std::string_view::npos) letter = '_';
  return word;
}

std::vector<std::size_t> options_meant(const model::Question& question, const Offer& offer, std::string_view text) {
  const std::string form = word_form(text);
  const NameWords typed = name_words(text);
  const auto is_id = [&](std::size_t i) { return form == word_form(question.options[i].id); };
  const auto is_offered = [&](std::size_t i) { return offer.options[i] == OptionState::offered; };
  std::vector<std::size_t> found = options_where(question, is_id);
  const auto look = [&](auto fits) {
    if (found.empty())
      found = options_where(question, [&](std::size_t i) { return is_offered(i) && fits(question.options[i]); });
  };
  look([&](const model::Named& option) { return is_full_name(option, form); });
  const bool is_number = std::none_of(typed.begin(), typed.end(), [](const std::string& word) {
    return word.find_first_not_of("0123456789") != std::string::npos;
  });
  if (is_number || form.size() < shortest_prefix) return found;  // `-1` is no part of `Type 1`
  look([&](const model::Named& option) { return begins_with(option, form); });
  look([&](const model::Named& option) { return has_words(option, typed, WordMatch::whole); });
  look([&](const model::Named& option) { return has_words(option, typed, WordMatch::start); });
  return found;
}

}  // namespace socrates::interview
