// SPDX-License-Identifier: Apache-2.0
#include "cli/batch.hpp"

#include <atomic>
#include <cstdlib>
#include <map>
#include <mutex>
#include <new>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "catch.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "hostile_records.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/engine/status.hpp"
#include "socrates/loader/batch_record.hpp"
#include "socrates/render/diagnostics.hpp"
#include "socrates/render/recommendation.hpp"
#include "temporary_folder.hpp"

namespace socrates::tests {
namespace {

using cli::ExitStatus;
using nlohmann::json;

/// SOCRATES_RECORDS, for the deep checks, or as many as an ordinary run has time for.
std::size_t record_count() {
  const char* const count = std::getenv("SOCRATES_RECORDS");  // NOLINT(concurrency-mt-unsafe)
  return count == nullptr ? 400 : std::stoul(count);
}

struct Run {
  std::optional<cli::Result> result;
  std::vector<json> lines;
  std::string text;
};

Run run_batch(const cli::TemporaryFolder& folder, const std::string& records, cli::Given given) {
  cli::Options options;
  options.today = base::parse_date("2026-11-24").value();
  options.output = folder / "out.ndjson";
  given["RECORDS"] = {folder.write("in.ndjson", records)};
  base::Diagnostics problems;
  Run run{cli::batch_recommend_command().run(given, options, problems), {}, folder.read("out.ndjson")};
  std::istringstream text(run.text);
  for (std::string line; std::getline(text, line);) run.lines.push_back(json::parse(line));
  return run;
}

/// What the strict reader, the exact evaluation and the renderer of `recommend` say of one line.
struct Single {
  ExitStatus status = ExitStatus::defect;
  json id;
  json result;
  json errors;
};

Single one_by_one(const cli::Rules& rules, const std::string& file, std::size_t number, const std::string& line) {
  const base::Date today = base::parse_date("2026-11-24").value();
  const base::Source source{file, line, number};
  base::Diagnostics problems;
  std::optional<std::string> id;
  const auto record = loader::load_batch_record(source, rules.compiled().rules, today, id, problems);
  Single single;
  if (id) single.id = *id;
  if (record) {
    const model::Answers& answers = record->answers.answers;
    if (const auto outcome = engine::evaluate(rules.compiled(), answers)) {
      single.status = engine::is_decided(rules.compiled().rules, *outcome) ? ExitStatus::done : ExitStatus::undecided;
      single.result = json::parse(
          render::recommendation_json({rules.compiled().rules, answers, *outcome, rules.criteria(), today}));
      return single;
    }
    cli::add_contradictions(rules.compiled(), record->answers, problems);
  }
  single.status = ExitStatus::invalid;
  single.errors = json::parse(render::diagnostics_json(problems))["errors"];
  return single;
}

/// The brief form of a result, made from the full one.
json brief_of(const json& full) {
  json decisions = json::object();
  for (const auto& [id, decision] : full["decisions"].items()) {
    json brief = {{"value", decision["value"]}};
    if (decision.contains("surely")) {
      if (brief["value"].is_null()) brief.update({{"surely", decision["surely"]}, {"maybe", decision["maybe"]}});
    } else if (brief["value"].is_null()) {
      brief["possible"] = decision["possible"];
    }
    std::set<std::string> certain;
    std::set<std::string> one_of;
    for (const json& reason : decision["because"])
      (reason.contains("one_of") ? one_of : certain).insert(reason["rule"].get<std::string>());
    brief["certain"] = certain;
    brief["one_of"] = one_of;
    decisions[id] = brief;
  }
  return {{"status", full["status"]}, {"decisions", decisions}};
}

/// The same form of a brief result: lists of rules as sets.
json as_sets(json brief) {
  for (json& decision : brief["decisions"]) {
    decision["certain"] = decision.value("because", std::set<std::string>());
    decision["one_of"] = decision.value("one_of", std::set<std::string>());
    decision.erase("because");
  }
  return brief;
}

}  // namespace

TEST_CASE("a batch gives for each line what recommend gives for it alone, hostile lines included") {
  const cli::Rules rules = [] {
    base::Diagnostics problems;
    return cli::read_rules("", problems).value();
  }();
  worlds::Draw draw(20261124);
  std::vector<std::string> lines;
  std::string records;
  for (std::size_t i = record_count(); i > 0; --i) {
    lines.push_back(random_record(rules.compiled().rules, draw));
    records += lines.back() + "\n";
  }
  const cli::TemporaryFolder folder;
  const Run full = run_batch(folder, records, {{"--jobs", {"2"}}});
  const Run brief = run_batch(folder, records, {{"--jobs", {"3"}}, {"--brief", {}}});
  REQUIRE(full.result);
  REQUIRE(brief.result);
  REQUIRE(full.lines.size() == lines.size());
  REQUIRE(brief.lines.size() == lines.size());
  ExitStatus strongest = ExitStatus::done;
  std::map<ExitStatus, std::size_t> counts;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    CAPTURE(i, lines[i]);
    const Single single = one_by_one(rules, folder / "in.ndjson", i + 1, lines[i]);
    ++counts[single.status];
    strongest = cli::strongest(strongest, single.status);
    for (const json* line : {&full.lines[i], &brief.lines[i]}) {
      REQUIRE((*line)["line"] == i + 1);
      REQUIRE((*line)["id"] == single.id);
      REQUIRE((*line)["exit"] == static_cast<int>(single.status));
      REQUIRE(line->contains("errors") == (single.status == ExitStatus::invalid));
      if (line->contains("errors")) REQUIRE((*line)["errors"] == single.errors);
    }
    if (single.status == ExitStatus::invalid) continue;
    json whole = single.result;
    whole.erase("sources");  // a line names them by their ids only
    REQUIRE(full.lines[i]["result"] == whole);
    REQUIRE(as_sets(brief.lines[i]["result"]) == brief_of(single.result));
  }
  CHECK(full.result->status == strongest);
  CHECK(brief.result->status == strongest);
  // The test means nothing where one kind of line is rare.
  for (const ExitStatus status : {ExitStatus::done, ExitStatus::undecided, ExitStatus::invalid})
    CHECK(counts[status] * 20 > lines.size());
}

TEST_CASE("a record says of good answers what recommend says of the file with these answers") {
  base::Diagnostics problems;
  const cli::Rules rules = cli::read_rules("", problems).value();
  const cli::TemporaryFolder folder;
  const std::string answers = R"({"offering":["hosted_software"],"requested_by":["security_team"]})";
  const auto answered =
      cli::read_answers(folder.write("a.json", answers), {}, rules, base::parse_date("2026-11-24").value(), problems);
  REQUIRE(answered);
  json expected = json::parse(render::recommendation_json({rules.compiled().rules, answered->answers, answered->outcome,
                                                           rules.criteria(), base::parse_date("2026-11-24").value()}));
  expected.erase("sources");  // a line names them by their ids only
  const Run run = run_batch(folder, R"({"answers":)" + answers + "}", {});
  REQUIRE(run.lines.size() == 1);
  CHECK(run.lines[0]["result"] == expected);
  CHECK(run.lines[0]["id"].is_null());
}

TEST_CASE("the strongest status of all lines is that of the batch") {
  const cli::TemporaryFolder folder;
  const std::string undecided = R"({"answers":{}})";
  CHECK_FALSE(run_batch(folder, "", {}).result);
  CHECK(run_batch(folder, "", {{"--allow-empty", {}}}).result->status == ExitStatus::done);
  CHECK(run_batch(folder, undecided, {}).result->status == ExitStatus::undecided);
  CHECK(run_batch(folder, undecided + "\n\n" + undecided, {}).result->status == ExitStatus::invalid);
}

TEST_CASE("the order of the lines is kept, whatever the number of threads") {
  const cli::TemporaryFolder folder;
  std::string records;
  for (int i = 1; i <= 3000; ++i)
    records += R"({"id":")" + std::to_string(i) + R"(","answers":{"offering":["hosted_software"]}})" +
               std::string(static_cast<std::size_t>(i % 700), ' ') + "\n";
  const Run one = run_batch(folder, records, {{"--brief", {}}, {"--jobs", {"1"}}});
  for (std::size_t i = 0; i < one.lines.size(); ++i) CHECK(one.lines[i]["id"] == std::to_string(i + 1));
  for (const char* jobs : {"2", "7"})
    CHECK(run_batch(folder, records, {{"--brief", {}}, {"--jobs", {jobs}}}).text == one.text);
}

namespace {

/// Copies the lines, and has no memory for some chunks when they are tried first, in whatever thread.
struct Forgetful {
  std::size_t failures = 0;
  std::mutex lock;
  std::set<std::size_t> failed = {};  ///< chunks

  bool fails(std::size_t number) {
    const std::lock_guard<std::mutex> guard(lock);
    return number % 3 != 1 && failed.size() < failures && failed.insert(number).second;
  }

  cli::LineWork work() {
    return [this](const cli::Chunk& chunk, std::string& result, cli::Tally& tally) {
      result += "half a line";
      if (fails(chunk.number)) throw std::bad_alloc();
      result = chunk.text();
      for (std::string_view text = chunk.text(); !text.empty(); cli::take_line(text)) tally.add(ExitStatus::done);
    };
  }
};

}  // namespace

TEST_CASE("a batch comes out whole as long as one thread has memory for each chunk") {
  const cli::TemporaryFolder folder;
  std::string records;
  for (int i = 0; i < 300'000; ++i) records += std::to_string(i) + "\n";
  cli::Options options;
  options.output = folder / "out";
  for (const std::size_t failures : {0U, 1U, 3U, 4U}) {
    Forgetful forgetful{failures, {}};
    base::Diagnostics problems;
    const cli::Given given{{"RECORDS", {folder.write("in", records)}}, {"--jobs", {"5"}}};
    const auto tally = cli::run_batch(
        given, options, [&] { return forgetful.work(); }, base::Code::malformed_batch_record, problems);
    REQUIRE(tally);
    CHECK(tally->done == 300'000);
    CHECK((folder.read("out") == records));
  }
}

TEST_CASE("what no thread has memory for ends the batch, and no file stays") {
  const cli::TemporaryFolder folder;
  cli::Options options;
  options.output = folder / "out";
  const cli::Given given{{"RECORDS", {folder.write("in", std::string(3'000'000, '\n'))}}, {"--jobs", {"3"}}};
  base::Diagnostics problems;
  const auto no_memory = [](const cli::Chunk&, std::string&, cli::Tally&) { throw std::bad_alloc(); };
  CHECK_THROWS_AS(
      cli::run_batch(
          given, options, [&]() -> cli::LineWork { return no_memory; }, base::Code::malformed_batch_record, problems),
      std::bad_alloc);
  CHECK(folder.count() == 1);
}

TEST_CASE("a batch goes on without the threads that have no memory to begin") {
  const cli::TemporaryFolder folder;
  cli::Options options;
  options.output = folder / "out";
  const cli::Given given{{"RECORDS", {folder.write("in", std::string(3'000'000, '\n'))}}, {"--jobs", {"3"}}};
  base::Diagnostics problems;
  std::atomic<int> made = 0;
  const auto only_first = [&]() -> cli::LineWork {
    if (made++ > 0) throw std::bad_alloc();
    return [](const cli::Chunk& chunk, std::string&, cli::Tally& tally) {
      for (std::string_view text = chunk.text(); !text.empty(); cli::take_line(text)) tally.add(ExitStatus::done);
    };
  };
  const auto tally = cli::run_batch(given, options, only_first, base::Code::malformed_batch_record, problems);
  REQUIRE(tally);
  CHECK(tally->done == 3'000'000);
}

}  // namespace socrates::tests
