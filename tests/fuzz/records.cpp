// SPDX-License-Identifier: Apache-2.0
// A line of a batch: what the quick reader accepts, the strict one reads as the same answers under the same id.
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include "socrates/builtin/rules.hpp"
#include "socrates/loader/batch_record.hpp"
#include "socrates/loader/quick_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {  // NOLINT: libFuzzer's name
  using namespace socrates;
  static const engine::CompiledRules& compiled = builtin::selection_rules();
  constexpr base::Date today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}};
  static loader::QuickReader reader(compiled.rules, today);
  const base::Source source{"input", std::string(bytes, bytes + count)};
  const std::string padded = source.text + std::string(loader::QuickReader::padding, '\0');
  const std::string_view line = std::string_view(padded).substr(0, count);
  reader.open(line);
  const loader::QuickRecord* const quick = reader.read(line);
  if (quick == nullptr) return 0;
  base::Diagnostics problems;
  std::optional<std::string> id;
  const auto strict = loader::load_batch_record(source, compiled.rules, today, id, problems);
  if (!strict || quick->id != strict->id) __builtin_trap();
  if (quick->answers != model::packed(compiled.rules, strict->answers.answers)) __builtin_trap();
  return 0;
}
