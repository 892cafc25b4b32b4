// SPDX-License-Identifier: Apache-2.0
//
// Of Mustache there is what a letter needs: {{name}}, {{#name}}...{{/name}}, {{^name}}...{{/name}} and {{! comment}}. A
// tag that opens or closes a section and a comment take their line with them where nothing else stands on it. Names are
// closed: each is one of a table, of the kind that its tag needs, and stands in the section of its list.
#include "socrates/loader/draft_loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "loader/text/text_check.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/sha256.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/base/words.hpp"

namespace socrates::loader {
namespace {

using base::Code;
using model::DraftName;
using model::DraftPart;

constexpr std::string_view tag_start = "{{";
constexpr std::string_view tag_end = "}}";
constexpr std::size_t most_sections = 16;  // within each other

/// What stands between the braces, and where the tag stands, braces included.
struct Tag {
  char sign = ' ';  ///< `#`, `^`, `/`, `!`, or a blank where it is a name alone
  std::string_view name;
  std::size_t start = 0;
  std::size_t end = 0;
};

bool are_blanks(std::string_view text) { return text.find_first_not_of(" \t\r") == std::string_view::npos; }

bool takes_its_line(const Tag& tag) { return tag.sign != ' '; }

class DraftReader {
 public:
  DraftReader(model::DraftKind kind, const base::Source& source, base::Diagnostics& problems)
      : kind_(kind), source_(source), text_(source.text), problems_(problems) {}

  std::vector<DraftPart> read() {
    while (at_ < text_.size()) {
      const std::size_t start = text_.find(tag_start, at_);
      if (start == std::string_view::npos) {
        add_words(at_, text_.size());
        at_ = text_.size();
        break;
      }
      const std::optional<Tag> tag = tag_at(start);
      if (!tag) break;
      take(*tag);
    }
    for (const Open& open : open_)
      report(open.tag, fmt::format("the section '{}' is not closed", open.tag.name),
             fmt::format("write {{{{/{}}}}} where it ends", open.tag.name));
    return std::move(root_);
  }

 private:
  struct Open {
    Tag tag;
    DraftPart part;
    bool is_known = true;
  };

  void report(const Tag& tag, std::string message, std::string hint = {}) {
    problems_.add(Code::template_syntax, {&source_, tag.start, tag.end - tag.start}, std::move(message), {},
                  std::move(hint));
  }

  std::optional<Tag> tag_at(std::size_t start) {
    Tag tag{' ', {}, start, start + tag_start.size()};
    const std::size_t end = text_.find(tag_end, tag.end);
    if (end == std::string_view::npos) {
      report(tag, "a tag is not closed", "close it with }}");
      return std::nullopt;
    }
    std::string_view inside = text_.substr(tag.end, end - tag.end);
    tag.end = end + tag_end.size();
    if (!inside.empty() && std::string_view("#^/!{&>=<$").find(inside.front()) != std::string_view::npos) {
      tag.sign = inside.front();
      inside.remove_prefix(1);
    }
    tag.name = base::trimmed(inside);
    return tag;
  }

  std::vector<DraftPart>& parts() { return open_.empty() ? root_ : open_.back().part.parts; }

  /// Line ends are those of a template as people see it.
  void add_words(std::size_t from, std::size_t to) {
    std::string words(text_.substr(from, to - from));
    std::erase(words, '\r');
    if (words.empty()) return;
    check_blanks(from, to);
    if (!parts().empty() && parts().back().kind == DraftPart::Kind::words)
      parts().back().text += words;
    else
      parts().push_back({DraftPart::Kind::words, std::move(words), {}});
  }

  void check_blanks(std::size_t from, std::size_t to) {
    const std::string_view words = text_.substr(0, to);
    for (std::size_t at = words.find("[BLANK", from); at != std::string_view::npos; at = words.find("[BLANK", at + 1)) {
      const Tag place{' ', {}, at, at + std::string_view("[BLANK").size()};
      if (!words.substr(at).starts_with(model::blank_start))
        report(place, "a blank does not say what belongs there", "write [BLANK: what belongs there]");
      else if (words.find(model::blank_end, at) == std::string_view::npos)
        report(place, "a blank is not closed", "close it with ]; no tag stands in a blank");
    }
  }

  /// The words before the tag, without its line where it takes that with it; and goes on behind it.
  void take_words_before(const Tag& tag) {
    const std::size_t line_end = std::min(text_.find('\n', tag.end), text_.size());
    const std::size_t before = tag.start == 0 ? std::string_view::npos : text_.rfind('\n', tag.start - 1);
    const std::size_t line = before == std::string_view::npos ? 0 : before + 1;
    const bool is_alone = takes_its_line(tag) && line >= at_ && are_blanks(text_.substr(line, tag.start - line)) &&
                          are_blanks(text_.substr(tag.end, line_end - tag.end));
    add_words(at_, is_alone ? line : tag.start);
    at_ = is_alone ? std::min(line_end + 1, text_.size()) : tag.end;
  }

  void take(const Tag& tag) {
    take_words_before(tag);
    switch (tag.sign) {
      case '!':
        return;
      case ' ':
        if (const DraftName* const known = find(tag); known != nullptr && known->kind != DraftName::Kind::text)
          report(tag, fmt::format("'{}' is no text, so it can only open a section", tag.name));
        parts().push_back({DraftPart::Kind::name, std::string(tag.name), {}});
        return;
      case '#':
      case '^':
        return open(tag);
      case '/':
        return close(tag);
      default:
        report(tag, fmt::format("a template has no tag '{}{}'", tag_start, tag.sign),
               "there are {{name}}, {{#name}}, {{^name}}, {{/name}} and {{! comment}}");
    }
  }

  void open(const Tag& tag) {
    const bool is_known = find(tag) != nullptr;
    if (open_.size() == most_sections)
      report(tag, fmt::format("there are more than {} sections within each other", most_sections));
    open_.push_back({tag,
                     {tag.sign == '#' ? DraftPart::Kind::section : DraftPart::Kind::inverse, std::string(tag.name), {}},
                     is_known});
  }

  void close(const Tag& tag) {
    if (open_.empty()) return report(tag, fmt::format("there is no section '{}' to close", tag.name));
    if (open_.back().tag.name != tag.name)
      report(tag, fmt::format("the section '{}' is to be closed first, not '{}'", open_.back().tag.name, tag.name));
    DraftPart part = std::move(open_.back().part);
    open_.pop_back();
    parts().push_back(std::move(part));
  }

  /// The name that the tag means, which is reported where there is none. Nothing more is said of what stands in a
  /// section whose own name is not known.
  const DraftName* find(const Tag& tag) {
    std::vector<std::string_view> lists;
    bool all_known = true;
    for (const Open& open : open_) {
      all_known = all_known && open.is_known;
      if (open.part.kind == DraftPart::Kind::section) lists.emplace_back(open.part.text);
    }
    const DraftName* const found = model::find_draft_name(tag.name, kind_, lists);
    if (found != nullptr || !all_known) return found;
    problems_.add(Code::unknown_draft_name, {&source_, tag.start, tag.end - tag.start},
                  fmt::format("there is no '{}' here", tag.name), {}, hint_for(tag.name, lists));
    return nullptr;
  }

  [[nodiscard]] std::string hint_for(std::string_view name, const std::vector<std::string_view>& lists) const {
    std::vector<std::string> all;
    for (const DraftName& known : model::draft_names()) {
      if (known.name == name && known.is_of_a_bridge && kind_ != model::DraftKind::bridge_letter)
        return "it stands in bridge letters alone";
      if (known.name == name) return fmt::format("it stands in the section {{{{#{}}}}} alone", known.list);
      if (model::find_draft_name(known.name, kind_, lists) != nullptr) all.emplace_back(known.name);
    }
    const std::string near = base::nearest(name, all);
    return near.empty() ? "docs/drafts.md lists all names" : "did you mean '" + near + "'?";
  }

  model::DraftKind kind_;
  const base::Source& source_;
  std::string_view text_;
  base::Diagnostics& problems_;
  std::size_t at_ = 0;
  std::vector<DraftPart> root_;
  std::vector<Open> open_;
};

}  // namespace

std::optional<model::DraftTemplate> load_draft(model::DraftKind kind, const base::Source& source,
                                               base::Diagnostics& problems) {
  const std::size_t before = problems.count();
  if (!check_text(source, Notation::yaml, problems)) return std::nullopt;
  std::vector<DraftPart> parts = DraftReader(kind, source, problems).read();
  if (problems.count() != before) return std::nullopt;
  return model::DraftTemplate{kind, base::sha256_hex(source.text), std::move(parts)};
}

}  // namespace socrates::loader
