// SPDX-License-Identifier: Apache-2.0
//
// simdjson finds the tokens of 64 bytes at a time, and checks the encoding on the way. Its readers of documents begin
// with this too, for one document at a time, and take several times as long to go through what they have found as a
// reader that knows which names can come (decision 103).

#include "loader/text/token_index.hpp"

#include <algorithm>
#include <bit>

#ifdef SOCRATES_SIMDJSON
#include <simdjson.h>
#endif

namespace socrates::loader {

#ifdef SOCRATES_SIMDJSON

class TokenIndex::Parser {
 public:
  const std::uint32_t* index(std::string_view text) {
    constexpr std::size_t least_capacity = 4096;
    if (!parser_.implementation || parser_.implementation->capacity() < text.size()) {
      const std::size_t capacity = std::max(least_capacity, std::bit_ceil(text.size()));
      if (parser_.allocate(capacity) != simdjson::SUCCESS) return nullptr;
    }
    simdjson::internal::dom_parser_implementation& stages = *parser_.implementation;
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    if (stages.stage1(bytes, text.size(), simdjson::stage1_mode::regular) != simdjson::SUCCESS) return nullptr;
    const std::uint32_t* const offsets = stages.structural_indexes.get();
    const std::uint32_t* const end = offsets + stages.n_structural_indexes;
    return end[0] == text.size() && end[1] == text.size() ? offsets : nullptr;
  }

 private:
  simdjson::dom::parser parser_;
};

TokenIndex::TokenIndex() : parser_(std::make_unique<Parser>()) {}

bool TokenIndex::make(std::string_view text) {
  offsets_ = text.size() > longest_text ? nullptr : parser_->index(text);
  return offsets_ != nullptr;
}

#else

class TokenIndex::Parser {};

TokenIndex::TokenIndex() = default;

bool TokenIndex::make(std::string_view /*text*/) { return false; }

#endif

TokenIndex::~TokenIndex() = default;

}  // namespace socrates::loader
