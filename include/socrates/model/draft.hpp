// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace socrates::model {

/// What people send or hand out around a report, drafted from a template.
enum class DraftKind { reply, bridge_letter, status_letter, auditor_rfp, description, memo };

/// Under which names commands and files have them, in the order of the enumeration.
inline constexpr std::array<std::string_view, 6> draft_ids = {"reply",       "bridge-letter", "status-letter",
                                                              "auditor-rfp", "description",   "memo"};

std::string_view id_of(DraftKind kind);

/// A part of a template: words as they are written, line ends included; a name in whose place its text comes; or what
/// is there only under a name, or only where that does not hold.
struct DraftPart {
  enum class Kind { words, name, section, inverse };

  Kind kind = Kind::words;
  std::string text;              ///< the words, or the name
  std::vector<DraftPart> parts;  ///< of a section and of its inverse
  bool operator==(const DraftPart&) const = default;
};

struct DraftTemplate {
  DraftKind kind = DraftKind::reply;
  std::string sha256;  ///< of the file
  std::vector<DraftPart> parts;
  bool operator==(const DraftTemplate&) const = default;
};

/// What stands in words where something is blank: `[BLANK: what it is]`.
inline constexpr std::string_view blank_start = "[BLANK: ";
inline constexpr std::string_view blank_end = "]";

/// A name that templates may use. A section under a text is there where the text is known, one under a list once for
/// each of its elements, and the inverse where there is none.
struct DraftName {
  enum class Kind { text, condition, list };

  std::string_view name;
  Kind kind = Kind::text;
  std::string_view list;        ///< the list in whose sections alone it stands; empty: anywhere
  std::string_view meaning;     ///< of a text what the blank says in its place
  bool is_of_a_bridge = false;  ///< it is there in bridge letters alone
};

/// All names, in the order in which documents list them.
std::span<const DraftName> draft_names();

/// The name as a template of that kind may use it, in sections of these lists; null where it may not.
const DraftName* find_draft_name(std::string_view name, DraftKind kind, std::span<const std::string_view> lists);

}  // namespace socrates::model
