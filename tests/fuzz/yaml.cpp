// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <string>

#include "loader/text/yaml_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {  // NOLINT: libFuzzer's name
  const socrates::base::Source source{"input", std::string(bytes, bytes + count)};
  socrates::base::Diagnostics problems;
  const auto node = socrates::loader::read_yaml(source, problems);
  if (!node && problems.empty()) __builtin_trap();
  return 0;
}
