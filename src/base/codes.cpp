// SPDX-License-Identifier: Apache-2.0
#include "socrates/base/codes.hpp"

#include <cstddef>
#include <iterator>

namespace socrates::base {

namespace {

constexpr CodeEntry table[] = {
#define SOCRATES_CODE(name, id, summary, help) {Code::name, #name, id, summary, help, Severity::error},
#define SOCRATES_WARNING(name, id, summary, help) {Code::name, #name, id, summary, help, Severity::warning},
#include "socrates/base/codes.def"
#undef SOCRATES_WARNING
#undef SOCRATES_CODE
};

}  // namespace

std::span<const CodeEntry> codes() { return {std::begin(table), std::end(table)}; }

const CodeEntry& entry(Code code) { return table[static_cast<std::size_t>(code)]; }

}  // namespace socrates::base
