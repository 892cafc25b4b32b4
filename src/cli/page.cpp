// SPDX-License-Identifier: Apache-2.0
#include "web/page.hpp"

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/drafts_folder.hpp"
#include "cli/rules_folder.hpp"
#include "socrates/builtin/book.hpp"
#include "web/session.hpp"

namespace socrates::cli {
namespace {

/// Everything that the page goes by, from a folder or built in; nothing after a report.
std::optional<std::string> archive_of(const std::string& folder, base::Diagnostics& problems) {
  const std::optional<Rules> rules = read_rules(folder, problems);
  const SharedRules acceptance = read_acceptance(folder, problems);
  const SharedRules verdicts = read_readiness_rules(folder, problems);
  const std::optional<model::Engagement> engagement = read_engagement(folder, problems);
  const auto drafts = read_drafts(folder, problems);
  const auto checks = rules ? read_checks(folder, rules->controls(), problems) : std::nullopt;
  if (!rules || !acceptance || !verdicts || !engagement || !drafts || !checks) return std::nullopt;
  return builtin::archived_book({rules->compiled(), *acceptance, *verdicts, rules->criteria(), rules->objectives(),
                                 rules->controls(), *checks, *engagement, *drafts});
}

std::optional<Result> run_page(const Given& /*given*/, const Options& options, base::Diagnostics& problems) {
  if (!web::has_page()) {
    add_usage_problem(problems, "this build of the program holds no page", "scripts/page makes one that does");
    return std::nullopt;
  }
  const std::optional<Rules> rules = read_rules(options.rules, problems);
  const std::optional<std::string> archive = rules ? archive_of(options.rules, problems) : std::nullopt;
  if (!archive) return std::nullopt;
  const model::RuleSet& set = rules->compiled().rules;
  const web::Rules of{rules->compiled(), {rules->controls(), rules->criteria(), rules->objectives()}};
  const std::string origin =
      fmt::format("socrates {}, rules {} {}, sha256 {}.", SOCRATES_VERSION, set.id, set.version, set.sha256);
  return Result{ExitStatus::done, web::page_of(*archive, origin, web::Session(of, options.today).state()), {}};
}

}  // namespace

Command page_command() {
  return {"page", "Write the interview as one offline page, with these rules inside", {}, {}, run_page};
}

}  // namespace socrates::cli
