// SPDX-License-Identifier: Apache-2.0
// A rule set: what loads without a problem also compiles, or gives findings.
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "socrates/engine/compile.hpp"
#include "socrates/loader/rules_loader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {  // NOLINT: libFuzzer's name
  const socrates::base::Source source{"input", std::string(bytes, bytes + count)};
  socrates::base::Diagnostics problems;
  auto loaded = socrates::loader::load_rules({source}, problems);
  if (loaded.has_value() != problems.empty()) __builtin_trap();
  if (!loaded) return 0;
  const auto compilation = socrates::engine::compile(std::move(loaded->rules));
  if (!compilation.compiled && compilation.findings.empty()) __builtin_trap();
  return 0;
}
