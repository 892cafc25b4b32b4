// SPDX-License-Identifier: Apache-2.0
//
// Forms to fill in. What a key means is said once: an alternative has the keys of a requirement, so only those that it
// has to have are shown again.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "render/machine/json_form.hpp"
#include "render/machine/shape_words.hpp"
#include "socrates/render/layout.hpp"
#include "socrates/render/shape.hpp"

namespace socrates::render {
namespace {

using TemplateKey = model::Shape::Key;
using TemplateKind = model::Shape::Kind;

constexpr std::size_t template_width = 110;
constexpr std::size_t step_of_indent = 2;

/// Whether the form shows the key filled in: it has to be there, or is the first of those of which one has to be.
bool is_shown(const model::Shape& object, const TemplateKey& key) {
  return key.presence == TemplateKey::Presence::mandatory ||
         (!object.one_of_keys.empty() && object.one_of_keys.front() == key.name);
}

/// The object that the shape is, or is a list of; null where it is none.
const model::Shape* object_in(const model::Shape& shape) {
  if (shape.kind == TemplateKind::object) return &shape;
  return shape.kind == TemplateKind::list ? object_in(shape.of.front()) : nullptr;
}

/// What is filled in comes first, so that a list item begins with it, and objects last, as they are long.
std::vector<const TemplateKey*> in_order_of_telling(const model::Shape& object) {
  std::vector<const TemplateKey*> keys;
  for (const TemplateKey& key : object.keys) keys.push_back(&key);
  const auto rank = [&](const TemplateKey& key) {
    return (object_in(key.shape) != nullptr ? 2 : 0) + (is_shown(object, key) ? 0 : 1);
  };
  std::stable_sort(keys.begin(), keys.end(),
                   [&](const TemplateKey* a, const TemplateKey* b) { return rank(*a) < rank(*b); });
  return keys;
}

/// A value that reads, to be written over.
Json sample_of(const model::Shape& shape) {
  switch (shape.kind) {
    case TemplateKind::text:
    case TemplateKind::text_or_number:
      return "to fill in";
    case TemplateKind::boolean:
      return true;
    case TemplateKind::whole_number:
    case TemplateKind::number:
      return shape.from;
    case TemplateKind::date:
      return "2030-12-31";
    case TemplateKind::word:
      return shape.words.front();
    case TemplateKind::list:
      return Json::array({sample_of(shape.of.front())});
    case TemplateKind::object: {
      Json object = Json::object();
      for (const TemplateKey& key : shape.keys)
        if (is_shown(shape, key)) object[key.name] = sample_of(key.shape);
      return object;
    }
    case TemplateKind::map:
    case TemplateKind::anything:
      break;
  }
  return Json::object();
}

std::string words_for_template(const TemplateKey& key) {
  std::string words = plain_words(key.shape);
  std::erase(words, '`');
  std::string_view presence;
  if (key.presence == TemplateKey::Presence::mandatory) presence = "; required";
  if (key.presence == TemplateKey::Presence::null_tells) presence = "; null: unknown";
  return fmt::format("{} ({}{})", key.says, words, presence);
}

/// What was explained already.
class ExplainedKeys {
 public:
  /// Whether it is told anew: an object that repeats one shows of it only what it has to have.
  bool is_new(const TemplateKey& key) { return seen_.emplace(key.name, key.says).second; }

 private:
  std::set<std::pair<std::string, std::string>> seen_;
};

class YamlTemplate {
 public:
  std::string written(std::string_view about, const model::Shape& shape) {
    comment(about, 0);
    text_ += '\n';
    object(shape, 0, "", false);
    return std::move(text_);
  }

 private:
  void comment(std::string_view words, std::size_t indent) {
    const std::string lead = std::string(indent, ' ') + "# ";
    std::string_view lines = wrapped_ = wrap(words, {}, template_width - lead.size());
    while (!lines.empty()) {
      const std::size_t end = lines.find('\n');
      text_ += lead + std::string(lines.substr(0, end)) + '\n';
      lines.remove_prefix(end + 1);
    }
  }

  /// The line of a key, behind `#` where it is not said; `dash` begins an item of a list.
  void line(std::size_t indent, std::string_view dash, std::string_view words, bool is_said) {
    text_ += fmt::format("{:{}}{}{}{}\n", "", indent, is_said ? "" : "#", dash, words);
  }

  void object(const model::Shape& shape, std::size_t indent, std::string_view dash, bool is_behind) {
    for (const TemplateKey* const key : in_order_of_telling(shape)) {
      const bool is_new = explained_.is_new(*key);
      const bool is_said = is_shown(shape, *key);
      if (!is_new && !is_said) continue;
      if (is_new) comment(words_for_template(*key), indent + dash.size());
      member(*key, indent, dash, is_said && !is_behind, is_said);
      if (!dash.empty()) indent += dash.size();
      dash = "";
    }
  }

  void member(const TemplateKey& key, std::size_t indent, std::string_view dash, bool is_live, bool is_shown_key) {
    const std::size_t inner = indent + dash.size() + step_of_indent;
    if (const model::Shape* const of = object_in(key.shape)) {
      line(indent, dash, key.name + ":", is_live);
      object(*of, inner, key.shape.kind == TemplateKind::list ? "- " : "", !is_live);
    } else if (is_shown_key) {
      line(indent, dash, fmt::format("{}: {}", key.name, sample_of(key.shape).dump()), is_live);
    } else {
      line(indent, dash, key.name + ":", is_live);
    }
  }

  std::string text_;
  std::string wrapped_;
  ExplainedKeys explained_;
};

void explain(const model::Shape& shape, const std::string& path, ExplainedKeys& explained, Json& all) {
  const model::Shape* const object = object_in(shape);
  if (object == nullptr) return;
  const std::string lead = path.empty() ? "" : path + (shape.kind == TemplateKind::list ? "[]." : ".");
  for (const TemplateKey* const key : in_order_of_telling(*object)) {
    if (!explained.is_new(*key) && !is_shown(*object, *key)) continue;
    all[lead + key->name] = words_for_template(*key);
    explain(key->shape, lead + key->name, explained, all);
  }
}

}  // namespace

std::string shape_yaml_template(std::string_view about, const model::Shape& shape) {
  return YamlTemplate().written(about, shape);
}

std::string shape_json_template(std::string_view about, std::string_view explained_under, const model::Shape& shape) {
  Json form = sample_of(shape);
  Json& all = form[std::string(explained_under)]["explained"];
  all["about"] = about;
  ExplainedKeys explained;
  explain(shape, "", explained, all);
  return written(form, Layout::indented);
}

}  // namespace socrates::render
