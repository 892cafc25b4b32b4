// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <memory>

#include "cli/batch.hpp"
#include "cli/commands.hpp"
#include "cli/forms.hpp"
#include "cli/gate_inputs.hpp"
#include "cli/plan.hpp"
#include "cli/stale_months.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/words.hpp"
#include "socrates/gate/gatekeeper.hpp"
#include "socrates/loader/deals_loader.hpp"
#include "socrates/loader/json_reader.hpp"
#include "socrates/render/batch.hpp"

namespace socrates::cli {
namespace {

constexpr Argument brief_verdicts_option{"--brief", "", "Print only verdicts and the ids of rules"};

/// What all threads share.
struct GateCommons {
  const GateInputs& inputs;
  const model::Engagement& engagement;
  base::Date today;
  std::string input;
  gate::Strictness strictness;
  render::Extent extent;
};

/// The id of a deal of which perhaps nothing else is good.
std::optional<std::string> id_of(const loader::Node& deal) {
  const loader::Node::Member* const id = loader::find_member(deal, "id");
  if (id == nullptr || id->value.kind != loader::Node::Kind::string) return std::nullopt;
  return id->value.text;
}

/// The work of one thread, which keeps its plans from deal to deal.
class Judging {
 public:
  explicit Judging(const GateCommons& shared)
      : shared_(shared),
        answerable_(shared.inputs.rules.compiled().rules, shared.inputs.rules.controls()),
        gatekeeper_({shared.inputs.inventory, shared.inputs.profile, shared.inputs.policy, shared.inputs.waivers,
                     shared.strictness, planned_reports(shared.inputs, shared.engagement, shared.today)},
                    {shared.inputs.rules.compiled(), *shared.inputs.acceptance, shared.inputs.rules.criteria()},
                    shared.today) {}

  void work(const Chunk& chunk, std::string& result, Tally& tally) {
    std::string_view text = chunk.text();
    for (std::size_t number = chunk.first_line; !text.empty(); ++number)
      judge({shared_.input, std::string(take_line(text)), number}, result, tally);
  }

 private:
  void judge(const base::Source& line, std::string& result, Tally& tally) {
    base::Diagnostics problems;
    const std::optional<loader::Node> node = loader::read_json(line, problems);
    const std::optional<std::string> id = node ? id_of(*node) : std::nullopt;
    // A key that stands twice leaves a node behind, and is a problem all the same.
    const auto deal =
        node ? loader::read_deal(*node, answerable_, shared_.today, problems, &shared_.inputs.profiles) : std::nullopt;
    std::optional<gate::DealVerdict> verdict;
    try {
      if (deal && problems.empty())
        verdict = gatekeeper_.judge(
            *deal, shared_.extent == render::Extent::brief ? gate::Extent::brief : gate::Extent::full, problems);
    } catch (const engine::TooMuchWork& refusal) {
      add_too_much_work(refusal, problems);
    }
    problems.sort_by_place();
    const bool is_judged = verdict && problems.empty();
    const ExitStatus status = is_judged ? status_of(verdict->verdict) : ExitStatus::invalid;
    tally.add(status);
    const render::BatchLine frame{line.first_line, id, static_cast<int>(status)};
    result += is_judged ? render::batch_line(frame, *verdict, shared_.inputs.about, shared_.extent)
                        : render::batch_line(frame, problems);
  }

  const GateCommons& shared_;
  loader::Answerable answerable_;
  gate::Gatekeeper gatekeeper_;
};

/// Standard input is the deals, or some other file.
bool reads_standard_input_once(const Given& given, base::Diagnostics& problems) {
  const std::string records = value_of(given, records_argument);
  std::size_t times = records.empty() || records == "-" ? 1 : 0;
  for (const Argument& option : gate_input_options) times += value_of(given, option) == "-" ? 1 : 0;
  if (times <= 1) return true;
  add_usage_problem(problems, "standard input is named more than once", "without a file, standard input is the deals");
  return false;
}

std::optional<Result> run_batch_gate(const Given& given, const Options& options, base::Diagnostics& problems) {
  if (!reads_standard_input_once(given, problems)) return std::nullopt;
  const std::optional<GateInputs> inputs = read_gate_inputs(given, options, problems);
  const std::optional<model::Engagement> engagement = read_engagement(options.rules, problems);
  if (!inputs || !engagement) return std::nullopt;
  const GateCommons shared{*inputs,
                           *engagement,
                           options.today,
                           batch_input_name(given),
                           strictness_of(given),
                           is_given(given, brief_verdicts_option) ? render::Extent::brief : render::Extent::full};
  const auto make_work = [&shared]() -> LineWork {
    return [judging = std::make_shared<Judging>(shared)](const Chunk& chunk, std::string& result, Tally& tally) {
      judging->work(chunk, result, tally);
    };
  };
  const std::optional<Tally> tally = run_batch(given, options, make_work, base::Code::no_deals, problems);
  if (!tally) return std::nullopt;
  Result result;
  result.status = tally->status();
  result.notes = remarks_on_stale_months(inputs->rules.compiled().rules, inputs->profile, inputs->about, options.today);
  result.notes.push_back(fmt::format("{}: {} yes, {} no, {} undecided, {} with errors",
                                     base::counted(tally->lines(), "deal"), tally->done, tally->no, tally->undecided,
                                     tally->invalid));
  return result;
}

}  // namespace

Command batch_gate_command() {
  return {"batch gate",
          "Judge many deals, one per line",
          {json_form},
          {records_argument, jobs_option, allow_empty_option, reports_option, profile_option, policy_option,
           waivers_option, brief_verdicts_option, strict_option},
          run_batch_gate};
}

}  // namespace socrates::cli
