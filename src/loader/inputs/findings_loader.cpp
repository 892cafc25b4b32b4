// SPDX-License-Identifier: Apache-2.0
//
// What a scanner writes is large, and little of it matters here. So nothing is built of it: the reader goes through the
// events of the text, knows at each value under which keys it stands, and keeps what it looks for. A finding is an
// object at the top, in a list at the top, or in the list `findings` of an object at the top.

#include "socrates/loader/findings_loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <tuple>
#include <utility>

#include "loader/inputs/rows.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/words.hpp"
#include "socrates/loader/node.hpp"

namespace socrates::loader {
namespace {

using base::Code;
using base::Diagnostics;
using nlohmann::json;

constexpr std::size_t most_resources = 3;
constexpr std::size_t most_name = 256;

/// What is looked for in a finding, each by the keys that lead to it.
enum class Field { check, neutral_check, outcome, status, scanner, neutral_scanner, resource, neutral_resource };

constexpr std::pair<std::string_view, Field> fields[] = {
    {"metadata.event_code", Field::check},     {"check", Field::neutral_check},
    {"status_code", Field::outcome},           {"status", Field::status},
    {"metadata.product.name", Field::scanner}, {"scanner", Field::neutral_scanner},
    {"resources.uid", Field::resource},        {"resource", Field::neutral_resource},
};

struct FoundOnce {
  std::array<std::string, std::size(fields)> texts;

  std::string& operator[](Field field) { return texts[static_cast<std::size_t>(field)]; }
};

enum class Came { failed, muted, passed, other };

Came came_of(FoundOnce& finding) {
  const bool is_ocsf = !finding[Field::check].empty();
  const std::string outcome = base::lower(is_ocsf ? finding[Field::outcome] : finding[Field::status]);
  if (outcome == "pass" || outcome == "passed") return Came::passed;
  if (outcome != "fail" && outcome != "failed") return Came::other;
  return is_ocsf && base::lower(finding[Field::status]) == "suppressed" ? Came::muted : Came::failed;
}

void keep_finding(FoundOnce& finding, model::Findings& findings) {
  model::CheckResult result;
  const bool is_ocsf = !finding[Field::check].empty();
  result.check = finding[is_ocsf ? Field::check : Field::neutral_check];
  result.scanner = base::lower(finding[is_ocsf ? Field::scanner : Field::neutral_scanner]);
  const auto before = [](const model::CheckResult& one, const model::CheckResult& other) {
    return std::tie(one.scanner, one.check) < std::tie(other.scanner, other.check);
  };
  auto place = std::lower_bound(findings.begin(), findings.end(), result, before);
  if (place == findings.end() || before(result, *place)) place = findings.insert(place, std::move(result));
  switch (came_of(finding)) {
    case Came::failed: {
      ++place->failed;
      std::string& resource = finding[is_ocsf ? Field::resource : Field::neutral_resource];
      if (!resource.empty() && place->resources.size() < most_resources && !base::names(place->resources, resource))
        place->resources.push_back(std::move(resource));
      break;
    }
    case Came::muted:
      ++place->muted;
      break;
    case Came::passed:
      ++place->passed;
      break;
    case Came::other:
      ++place->other;
  }
}

class FindingEvents final : public nlohmann::json_sax<json> {
 public:
  FindingEvents(const base::Source& source, model::Findings& findings, Diagnostics& problems)
      : source_(source), findings_(findings), problems_(problems) {}

  bool null() override { return after_value(); }
  bool boolean(bool) override { return after_value(); }
  bool number_integer(number_integer_t) override { return after_value(); }
  bool number_unsigned(number_unsigned_t) override { return after_value(); }
  bool number_float(number_float_t, const string_t&) override { return after_value(); }
  bool binary(binary_t&) override { return false; }  // not in JSON

  bool string(string_t& value) override {
    if (finding_at_ != 0 && open_.size() >= finding_at_) return take(value);
    if (open_.size() == 1 && open_.back().key == "scanner") scanner_ = value;
    return after_value();
  }

  bool start_object(std::size_t) override { return begin(true); }
  bool start_array(std::size_t) override { return begin(false); }

  bool end_object() override {
    if (open_.size() == finding_at_) {
      finding_at_ = 0;
      end_finding();
    }
    open_.pop_back();
    return true;
  }

  bool end_array() override {
    open_.pop_back();
    return true;
  }

  bool key(string_t& value) override {
    open_.back().key = std::move(value);
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    const std::size_t offset = std::min(position == 0 ? 0 : position - 1, source_.text.size());
    problems_.add(Code::json_syntax, {&source_, offset, 0}, "this is no JSON from here on", {},
                  "write the findings as JSON: prowler ... --output-formats json-ocsf");
    return false;
  }

 private:
  struct Open {
    bool is_object = false;
    std::string key;  ///< that stands, of an object
  };

  bool after_value() { return open_.empty() || stands_for_a_finding() ? refuse() : true; }

  bool begin(bool is_object) {
    if (open_.size() >= most_depth) {
      problems_.add(Code::too_deep, {&source_, 0, 0}, fmt::format("findings are nested deeper than {}", most_depth));
      return false;
    }
    if (!is_object && open_.size() == 1 && open_[0].is_object && open_[0].key == "findings") {
      finding_at_ = 0;  // what is at the top only holds them
      scanner_ = finding_[Field::neutral_scanner];
    }
    const bool is_finding = stands_for_a_finding() || (is_object && open_.empty());
    if (is_finding && !is_object) return refuse();
    open_.push_back({is_object, {}});
    if (is_finding) {
      finding_at_ = open_.size();
      finding_ = {};
    }
    return true;
  }

  /// Whether what comes next is a finding, or what is at the top and may be one.
  [[nodiscard]] bool stands_for_a_finding() const {
    if (open_.size() == 1) return !open_[0].is_object;
    if (open_.size() == 2) return open_[0].is_object && open_[0].key == "findings" && !open_[1].is_object;
    return false;
  }

  bool refuse() {
    problems_.add(Code::wrong_field, {&source_, 0, 0}, fmt::format("finding {} is no object", count_ + 1), {},
                  "expected findings as OCSF has them, or {\"findings\": [{\"check\", \"status\"}]}");
    return false;
  }

  /// The keys from the finding to what stands, lists left out.
  [[nodiscard]] std::string way() const {
    std::string text;
    for (std::size_t i = finding_at_ - 1; i < open_.size(); ++i)
      if (open_[i].is_object) text += (text.empty() ? "" : ".") + open_[i].key;
    return text;
  }

  bool take(std::string& value) {
    constexpr std::size_t deepest = 3;
    if (open_.size() > finding_at_ + deepest) return true;
    const std::string keys = way();
    const auto* const found =
        std::find_if(std::begin(fields), std::end(fields), [&](const auto& field) { return field.first == keys; });
    if (found == std::end(fields)) return true;
    std::string& text = finding_[found->second];
    const bool may_repeat = found->second == Field::resource || found->second == Field::scanner;
    if (!text.empty() && !may_repeat && text != value) {
      problems_.add(Code::duplicate_key, {&source_, 0, 0},
                    fmt::format("finding {} has '{}' twice", count_ + 1, found->first), std::string(found->first));
      return false;
    }
    if (text.empty()) text = value.size() <= most_name ? std::move(value) : value.substr(0, most_name);
    return true;
  }

  void end_finding() {
    ++count_;
    if (finding_[Field::neutral_scanner].empty()) finding_[Field::neutral_scanner] = scanner_;
    if (finding_[Field::check].empty() && finding_[Field::neutral_check].empty()) {
      problems_.add(Code::missing_field, {&source_, 0, 0}, fmt::format("finding {} names no check", count_), {},
                    "OCSF has it under metadata.event_code, a list of findings of our own under check");
      return;
    }
    keep_finding(finding_, findings_);
  }

  const base::Source& source_;
  model::Findings& findings_;
  Diagnostics& problems_;
  std::vector<Open> open_;
  std::size_t finding_at_ = 0;  ///< how many are open where the finding begins; 0: none stands
  FoundOnce finding_;
  std::string scanner_;
  std::size_t count_ = 0;
};

}  // namespace

bool load_findings(const base::Source& source, model::Findings& findings, Diagnostics& problems) {
  const std::size_t before = problems.count();
  if (source.text.size() > most_bytes_of_findings) {
    problems.add(Code::too_large, {&source, 0, 0},
                 fmt::format("findings have more than the {} bytes that are allowed", most_bytes_of_findings));
    return false;
  }
  if (!is_lines(source)) {
    FindingEvents events(source, findings, problems);
    json::sax_parse(source.text, &events);
    return problems.count() == before;
  }
  std::size_t number = source.first_line;
  for (std::size_t start = 0; start < source.text.size(); ++number) {
    const std::size_t end = std::min(source.text.find('\n', start), source.text.size());
    const base::Source line{source.name, source.text.substr(start, end - start), number};
    start = end + 1;
    if (base::trimmed(line.text).empty()) continue;
    FindingEvents events(line, findings, problems);
    json::sax_parse(line.text, &events);
  }
  return problems.count() == before;
}

}  // namespace socrates::loader
