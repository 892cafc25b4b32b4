// SPDX-License-Identifier: Apache-2.0
//
// What a webhook of Slack or Teams takes as a message. Every text goes where the receiver reads no markup: nothing in
// it becomes a link, a mention or a picture.

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "render/gate_words.hpp"
#include "render/machine/json_form.hpp"
#include "render/sentence.hpp"
#include "socrates/base/utf8.hpp"
#include "socrates/base/words.hpp"
#include "socrates/render/escape.hpp"
#include "socrates/render/gate.hpp"
#include "socrates/render/layout.hpp"

namespace socrates::render {
namespace {

/// Slack takes 50 blocks, of 3,000 characters each and some 13,000 in all; Teams some 28 KB, 14 where it counts a
/// character as two bytes. What is above goes without saying: the message counts what it leaves out.
constexpr std::size_t most_deals_told = 20;
constexpr std::size_t most_bytes_of_a_deal = 450;

/// One line that shows what it cannot hold, cut between characters.
std::string cut(std::string_view text, std::size_t bytes) {
  std::string line = terminal_safe(one_line(text));
  std::size_t end = 0;
  for (std::size_t next = 0; next < line.size(); end = next) {
    base::next_code_point(line, next);
    if (next > bytes) return line.substr(0, end) + " ...";
  }
  return line;
}

/// A message: what it comes to, and a paragraph a deal.
struct Message {
  std::string title;
  std::vector<std::string> paragraphs;
};

std::string paragraph_of(const gate::DealVerdict& deal) {
  std::string text = fmt::format("{}: {}.", title_of(deal), words_of(deal.verdict));
  for (const std::string& what : sends_of(deal)) text += fmt::format(" Send {}.", what);
  if (const std::string reason = reason_of(deal); !reason.empty()) text += fmt::format(" {}.", reason);
  if (const std::string day = earliest_of(deal); !day.empty()) text += fmt::format(" At the earliest on {}.", day);
  return cut(text, most_bytes_of_a_deal);
}

Message message_of(const GateReport& report) {
  if (report.deals.empty()) return {std::string(no_deal), {}};
  Message message{fmt::format("Gate: {}", words_of(report.verdict)), {}};
  if (report.deals.size() > 1) message.title += fmt::format(", {} together", counted(report.deals.size(), "deal"));
  const std::vector<const gate::DealVerdict*> deals = worst_first(report.deals);
  const std::size_t told = std::min(deals.size(), most_deals_told);
  for (std::size_t d = 0; d < told; ++d) message.paragraphs.push_back(paragraph_of(*deals[d]));
  if (told < deals.size())
    message.paragraphs.push_back(fmt::format("{} more, none of them worse, are left out here.", deals.size() - told));
  if (is_conditions_no(report)) message.paragraphs.emplace_back("Under --strict, conditions count as a no.");
  return message;
}

/// Of the text that stands in notifications, which Slack reads for markup.
std::string slack_safe(std::string_view text) {
  std::string safe;
  for (const char c : text) safe += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
  return safe;
}

Json slack_text(const std::string& text) { return {{"type", "plain_text"}, {"text", text}, {"emoji", false}}; }

Json teams_text(const std::string& text, bool is_title) {
  Json run{{"type", "TextRun"}, {"text", text}};
  if (is_title) run["weight"] = "Bolder";
  return {{"type", "RichTextBlock"}, {"inlines", Json::array({run})}};
}

}  // namespace

std::string gate_slack(const GateReport& report) {
  const Message message = message_of(report);
  Json blocks = Json::array({{{"type", "header"}, {"text", slack_text(message.title)}}});
  for (const std::string& paragraph : message.paragraphs)
    blocks.push_back({{"type", "section"}, {"text", slack_text(paragraph)}});
  return written({{"text", slack_safe(message.title)}, {"blocks", std::move(blocks)}}, Layout::indented);
}

std::string gate_teams(const GateReport& report) {
  const Message message = message_of(report);
  Json body = Json::array({teams_text(message.title, true)});
  for (const std::string& paragraph : message.paragraphs) body.push_back(teams_text(paragraph, false));
  Json card{{"$schema", "http://adaptivecards.io/schemas/adaptive-card.json"},
            {"type", "AdaptiveCard"},
            {"version", "1.4"},
            {"body", std::move(body)}};
  Json attachment{{"contentType", "application/vnd.microsoft.card.adaptive"}, {"content", std::move(card)}};
  return written({{"type", "message"}, {"attachments", Json::array({std::move(attachment)})}}, Layout::indented);
}

}  // namespace socrates::render
