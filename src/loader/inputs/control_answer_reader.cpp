// SPDX-License-Identifier: Apache-2.0
#include "loader/inputs/control_answer_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"

namespace socrates::loader {
namespace {

using base::Code;
using base::Diagnostics;
using model::ControlAnswer;
using Kind = Node::Kind;

class ControlReader {
 public:
  ControlReader(std::string_view control, base::Date today, Diagnostics& problems)
      : control_(control), today_(today), problems_(problems) {}

  std::optional<ControlAnswer> read(const Node& node) {
    if (node.kind == Kind::null) return ControlAnswer{};
    if (node.kind == Kind::mapping) return read_object(node);
    ControlAnswer answer;
    return read_status(node, answer) ? std::optional(answer) : std::nullopt;
  }

 private:
  std::optional<ControlAnswer> read_object(const Node& node) {
    ControlAnswer answer;
    bool is_good = true;
    for (const Node::Member& member : node.members) {
      if (member.key == "status") {
        is_good = (member.value.kind == Kind::null || read_status(member.value, answer)) && is_good;
      } else if (member.key == "since") {
        is_good = (member.value.kind == Kind::null || read_since(member.value, answer)) && is_good;
      } else if (member.key == "performed") {
        is_good = (member.value.kind == Kind::null || read_performed(member.value, answer)) && is_good;
      } else if (member.key == "last") {
        is_good = (member.value.kind == Kind::null || read_last(member.value, answer)) && is_good;
      } else if (member.key == "reason") {
        is_good = (member.value.kind == Kind::null || read_reason(member.value, answer)) && is_good;
      } else if (member.key == "proposed") {
        is_good = (member.value.kind == Kind::null || read_proposed(member.value, answer)) && is_good;
      } else {
        add(Code::wrong_answer_type, member.key_at,
            fmt::format("unknown key '{}' in the answer to '{}'", shortened(member.key), control_),
            base::suggestion(member.key, {"status", "since", "performed", "last", "reason", "proposed"}));
        is_good = false;
      }
    }
    const Node::Member* const since = find_member(node, "since");
    if (is_good && answer.since && !model::is_operating(answer.status)) {
      add(Code::misplaced_since, since->value.at,
          fmt::format("'{}' is not operating, so it has no start date", control_),
          "give 'since' only with the status in_place or partial");
      is_good = false;
    }
    is_good = is_good && fits(node, answer);
    if (!is_good) return std::nullopt;
    return answer;
  }

  /// Whether the days on which it was performed fit the status and each other.
  bool fits(const Node& node, const ControlAnswer& answer) {
    if (!answer.performed && !answer.last) return true;
    if (!model::is_operating(answer.status)) {
      add(Code::misplaced_performed, find_member(node, answer.performed ? "performed" : "last")->value.at,
          fmt::format("'{}' is not operating, so it has no day on which it was performed", control_),
          "give 'performed' and 'last' only with the status in_place or partial");
      return false;
    }
    if (!answer.performed || !answer.last) return true;
    if (!answer.performed->empty() && answer.performed->back() == *answer.last) return true;
    add(Code::last_not_latest, find_member(node, "last")->value.at,
        fmt::format("'{}' was performed last on {}, but 'performed' {}", control_, base::to_text(*answer.last),
                    answer.performed->empty() ? "is empty" : "ends with " + base::to_text(answer.performed->back())),
        "leave 'last' out: 'performed' says it");
    return false;
  }

  bool read_status(const Node& node, ControlAnswer& answer) {
    const auto status = status_in(node);
    if (status) answer.status = *status;
    return status.has_value();
  }

  bool read_proposed(const Node& node, ControlAnswer& answer) {
    answer.proposed = status_in(node);
    return answer.proposed.has_value();
  }

  std::optional<model::ControlStatus> status_in(const Node& node) {
    if (node.kind != Kind::string) {
      add(Code::wrong_answer_type, node.at, fmt::format("'{}' takes a status, not {}", control_, describe(node)),
          "write \"in_place\", \"partial\", \"designed\", \"missing\" or \"not_applicable\"");
      return std::nullopt;
    }
    if (const auto status = model::find_status(node.text)) return status;
    std::vector<std::string> ids;
    for (const model::StatusName& name : model::status_names) ids.emplace_back(name.id);
    add(Code::unknown_status, node.at, fmt::format("'{}' has no status '{}'", control_, shortened(node.text)),
        base::suggestion(node.text, ids));
    return std::nullopt;
  }

  std::optional<base::Date> read_date(const Node& node) {
    const auto date = node.kind == Kind::string ? base::parse_date(node.text) : std::nullopt;
    if (!date)
      add(Code::invalid_date, node.at, fmt::format("{} is not a date", describe(node)),
          "write a day of the calendar as YYYY-MM-DD");
    return date;
  }

  /// A day on which it was performed.
  std::optional<base::Date> read_day(const Node& node) {
    const auto date = read_date(node);
    if (!date || *date <= today_) return date;
    add(Code::future_performed, node.at,
        fmt::format("'{}' cannot have been performed on {}, which is after today, {}", control_, node.text,
                    base::to_text(today_)),
        "give only days that are past");
    return std::nullopt;
  }

  bool read_performed(const Node& node, ControlAnswer& answer) {
    if (node.kind != Kind::sequence) {
      add(Code::wrong_answer_type, node.at, fmt::format("'performed' takes a list of dates, not {}", describe(node)),
          "write [\"2026-03-02\", ...], or one date under 'last'");
      return false;
    }
    std::vector<base::Date> days;
    bool is_good = true;
    for (const Node& item : node.items) {
      const auto day = read_day(item);
      if (day) days.push_back(*day);
      is_good = is_good && day;
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    answer.performed = std::move(days);
    return is_good;
  }

  bool read_last(const Node& node, ControlAnswer& answer) {
    answer.last = read_day(node);
    return answer.last.has_value();
  }

  bool read_since(const Node& node, ControlAnswer& answer) {
    const auto date = read_date(node);
    if (!date) return false;
    if (*date > today_) {
      add(Code::future_since, node.at,
          fmt::format("'{}' cannot operate since {}, which is after today, {}", control_, node.text,
                      base::to_text(today_)),
          "use 'designed' for a control that does not operate yet");
      return false;
    }
    answer.since = date;
    return true;
  }

  bool read_reason(const Node& node, ControlAnswer& answer) {
    if (node.kind != Kind::string) {
      add(Code::wrong_answer_type, node.at,
          fmt::format("the reason of '{}' is a text, not {}", control_, describe(node)), {});
      return false;
    }
    answer.reason = node.text;
    return true;
  }

  void add(Code code, base::Span at, std::string message, std::string hint) {
    problems_.add(code, at, std::move(message), std::string(control_), std::move(hint));
  }

  std::string_view control_;
  base::Date today_;
  Diagnostics& problems_;
};

}  // namespace

std::optional<ControlAnswer> read_control_answer(std::string_view control, const Node& node, base::Date today,
                                                 Diagnostics& problems) {
  return ControlReader(control, today, problems).read(node);
}

}  // namespace socrates::loader
