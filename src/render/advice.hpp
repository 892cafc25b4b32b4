// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "socrates/render/recommendation.hpp"

namespace socrates::render {

// A recommendation in the parts that people read it in, the same for a terminal and for Markdown. All texts are those
// of the rules and the answers: whoever prints them makes them harmless first.

struct Reason {
  std::string text;
  std::vector<std::string> sources;  ///< keys
};

/// A reason for a terminal, and behind it what it rests on.
std::string prose_with_sources(const Reason& reason);

/// Something that is said, and why.
struct Claim {
  std::string title;
  std::string value;       ///< may be empty
  bool is_one_of = false;  ///< of the reasons always one applies, but none is sure
  std::vector<Reason> reasons;
  std::vector<std::string> replies;  ///< words to send back
};

struct CategoryLine {
  std::string name;
  std::string level;
  std::string criteria;  ///< empty where the category is not needed
};

struct ReportLine {
  std::string name;
  std::string level;
  std::string type;  ///< empty where there is none
  bool type_is_open = false;
  std::vector<CategoryLine> categories;
};

struct OpenQuestion {
  std::string ask;
  std::string id;
  std::string pass;                  ///< how to give the answer: `--set ID=...`
  std::string choices;               ///< what may stand for the dots
  std::vector<std::string> changes;  ///< the names of what it could still change
};

/// A part with a heading; of the claims and the sentence before them either may be missing.
struct Section {
  std::string heading;
  std::string sentence;
  std::vector<Claim> claims;
};

struct SourceLine {
  std::string key;
  std::string title;
  std::string publisher;
};

struct Advice {
  std::string summary;
  std::vector<ReportLine> reports;
  std::vector<Section> sections;
  std::vector<OpenQuestion> deciding;  ///< open questions that can change what is recommended
  std::vector<OpenQuestion> refining;  ///< the other open questions
  std::vector<Reason> notes;
  std::vector<SourceLine> sources;  ///< all that are named above, in the order of the rules
  std::string origin;               ///< which rules, of which day
  std::string disclaimer;
};

Advice advice(const Recommendation& recommendation);

}  // namespace socrates::render
