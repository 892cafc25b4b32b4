// SPDX-License-Identifier: Apache-2.0
#include "likelihoods.hpp"

#include <charconv>
#include <numeric>
#include <utility>

#include "socrates/base/codes.hpp"
#include "socrates/loader/json_reader.hpp"

namespace socrates::bench {

namespace {

using loader::Node;

constexpr base::Code wrong = base::Code::wrong_value;

class Reader {
 public:
  Reader(const model::RuleSet& rules, base::Diagnostics& problems) : rules_(rules), problems_(problems) {}

  std::optional<std::vector<Profile>> read(const Node& document) {
    const std::size_t before = problems_.count();
    const Node* everyone = member(document, "everyone");
    const Node* listed = member(document, "profiles");
    if (everyone == nullptr || listed == nullptr) return std::nullopt;
    std::vector<QuestionLikelihood> common(rules_.questions.size());
    for (const Node::Member& question : everyone->members) {
      member(question.value, "reason");
      if (const Node* percent = member(question.value, "percent")) read_question(question, *percent, common);
    }
    for (std::size_t q = 0; q < common.size(); ++q)
      if (common[q].values.empty())
        problems_.add(wrong, everyone->at, "no likelihood of '" + rules_.questions[q].id + "'");
    std::vector<Profile> profiles;
    for (const Node::Member& profile : listed->members) profiles.push_back(read_profile(profile, common));
    if (problems_.count() != before) return std::nullopt;
    return profiles;
  }

 private:
  const Node* member(const Node& mapping, std::string_view key) {
    const Node::Member* found = loader::find_member(mapping, key);
    if (found == nullptr) problems_.add(wrong, mapping.at, "'" + std::string(key) + "' is missing");
    return found == nullptr ? nullptr : &found->value;
  }

  Profile read_profile(const Node::Member& named, const std::vector<QuestionLikelihood>& common) {
    Profile profile{named.key, 0, common};
    member(named.value, "reason");
    if (const Node* percent = member(named.value, "percent")) profile.percent = static_cast<int>(percent->integer);
    if (const Node* answers = member(named.value, "answers"))
      for (const Node::Member& question : answers->members) read_question(question, question.value, profile.questions);
    return profile;
  }

  void read_question(const Node::Member& named, const Node& percent, std::vector<QuestionLikelihood>& questions) {
    const auto q = model::find_question(rules_, named.key);
    if (!q) {
      problems_.add(wrong, named.key_at, "there is no question '" + named.key + "'");
      return;
    }
    QuestionLikelihood likelihood;
    for (const Node::Member& value : percent.members) {
      const std::optional<int> index = value_of(rules_.questions[*q], value.key);
      if (!index) problems_.add(wrong, value.key_at, "'" + named.key + "' has no value '" + value.key + "'");
      likelihood.values.push_back(index.value_or(0));
      likelihood.percent.push_back(static_cast<int>(value.value.integer));
    }
    const int sum = std::accumulate(likelihood.percent.begin(), likelihood.percent.end(), 0);
    if (rules_.questions[*q].kind != model::QuestionKind::several && sum != 100)
      problems_.add(wrong, percent.at, "the likelihoods of '" + named.key + "' add up to " + std::to_string(sum));
    questions[*q] = std::move(likelihood);
  }

  static std::optional<int> value_of(const model::Question& question, std::string_view key) {
    if (question.kind != model::QuestionKind::number) {
      const auto option = model::find_option(question, key);
      return option ? std::optional<int>(static_cast<int>(*option)) : std::nullopt;
    }
    int number = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), number);
    const bool is_whole = error == std::errc() && end == key.data() + key.size();
    return is_whole && number >= question.from && number <= question.to ? std::optional<int>(number) : std::nullopt;
  }

  const model::RuleSet& rules_;
  base::Diagnostics& problems_;
};

/// An index, by weights that add up to 100.
std::size_t draw_index(const std::vector<int>& percent, worlds::Draw& draw) {
  int left = draw.between(0, 99);
  for (std::size_t i = 0; i < percent.size(); ++i)
    if ((left -= percent[i]) < 0) return i;
  return percent.size() - 1;
}

model::Answer draw_answer(const model::Question& question, const QuestionLikelihood& likelihood, worlds::Draw& draw) {
  if (question.kind == model::QuestionKind::several) {
    model::Selection selection{std::vector<model::Chosen>(question.options.size(), model::Chosen::no)};
    for (std::size_t i = 0; i < likelihood.values.size(); ++i)
      if (draw.chance(static_cast<unsigned>(likelihood.percent[i])))
        selection.options[static_cast<std::size_t>(likelihood.values[i])] = model::Chosen::yes;
    return selection;
  }
  const int value = likelihood.values[draw_index(likelihood.percent, draw)];
  if (question.kind == model::QuestionKind::number) return model::Number{value, {}};
  return model::Choice{static_cast<std::size_t>(value)};
}

}  // namespace

std::optional<std::vector<Profile>> read_likelihoods(const base::Source& source, const model::RuleSet& rules,
                                                     base::Diagnostics& problems) {
  const std::optional<Node> document = loader::read_json(source, problems);
  return document ? Reader(rules, problems).read(*document) : std::nullopt;
}

model::Answers draw_answers(const std::vector<Profile>& profiles, const model::RuleSet& rules, worlds::Draw& draw) {
  std::vector<int> percent;
  for (const Profile& profile : profiles) percent.push_back(profile.percent);
  const Profile& profile = profiles[draw_index(percent, draw)];
  model::Answers answers;
  for (std::size_t q = 0; q < rules.questions.size(); ++q)
    answers.push_back(draw_answer(rules.questions[q], profile.questions[q], draw));
  return answers;
}

}  // namespace socrates::bench
