// SPDX-License-Identifier: Apache-2.0
#include "render/documents/sources.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace socrates::render {
namespace {

/// Walks over a document and keeps the keys that stand behind its texts.
class KeyCollector {
 public:
  std::set<std::string, std::less<>> collect(const Document& document) {
    for (const Paragraph& paragraph : document.lead) add(paragraph.text);
    for (const Section& section : document.sections) add(section);
    return std::move(keys_);
  }

  void operator()(const Paragraph& paragraph) { add(paragraph.text); }
  void operator()(const Items& list) { add(list.items); }
  void operator()(const Entries& entries) {
    for (const Entry& entry : entries.entries) {
      add(entry.value);
      for (const Text& remark : entry.remarks) add(remark);
      for (const Text& reason : entry.reasons) add(reason);
      for (const Fact& fact : entry.facts) add(fact.value);
    }
  }
  template <typename Figure>
  void operator()(const Figure& /*has no sources*/) {}

 private:
  void add(const Text& text) { keys_.insert(text.sources.begin(), text.sources.end()); }

  void add(const std::vector<Item>& items) {
    for (const Item& item : items) {
      add(item.text);
      add(item.items);
    }
  }

  void add(const Section& section) {
    for (const Block& block : section.blocks) std::visit(*this, block);
    for (const Section& below : section.sections) add(below);
  }

  std::set<std::string, std::less<>> keys_;
};

}  // namespace

std::vector<std::string> keys_of(const std::vector<std::size_t>& sources,
                                 const std::vector<model::SourceReference>& known) {
  std::vector<std::string> keys;
  for (const std::size_t source : sources) keys.push_back(known[source].id);
  return keys;
}

void add_keys(const std::vector<std::string>& more, std::vector<std::string>& keys) {
  for (const std::string& key : more)
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
}

Source source_of(const model::SourceReference& source) {
  return {source.id, source.title, source.publisher, source.url, source.section, source.date};
}

Section part_of(std::string heading, const Document& part) {
  Section section{std::move(heading), {}, part.sections};
  for (const Paragraph& paragraph : part.lead) section.blocks.emplace_back(paragraph);
  return section;
}

void add_end_of(const Document& part, Document& whole) {
  const auto add = [](const auto& from, auto& to) {
    for (const auto& one : from)
      if (std::find(to.begin(), to.end(), one) == to.end()) to.push_back(one);
  };
  add(part.sources, whole.sources);
  add(part.origin, whole.origin);
}

void add_named_sources(Document& document, const std::vector<model::SourceReference>& known) {
  const std::set<std::string, std::less<>> keys = KeyCollector().collect(document);
  for (const model::SourceReference& source : known)
    if (keys.contains(source.id)) document.sources.push_back(source_of(source));
}

}  // namespace socrates::render
