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
#ifdef SOCRATES_SIMDJSON_FILE
#include <dlfcn.h>
#endif

namespace socrates::loader {

#ifdef SOCRATES_SIMDJSON
namespace {

using Kernel = simdjson::implementation;

/// The code for this processor; null where simdjson is not there.
const Kernel* find_kernel() {
#ifdef SOCRATES_SIMDJSON_FILE
  // Only batches need it, and what every other command would load for it takes longer than the command (decision 104).
  // Its one function that is not inline or virtual is found by its name as compilers mangle it.
  void* const library = dlopen(SOCRATES_SIMDJSON_FILE, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return nullptr;
  using GetKernel = decltype(&simdjson::get_active_implementation);
  const auto get = reinterpret_cast<GetKernel>(dlsym(library, "_ZN8simdjson25get_active_implementationEv"));
  return get == nullptr ? nullptr : &*get();
#else
  return &*simdjson::get_active_implementation();
#endif
}

}  // namespace

class TokenIndex::Parser {
 public:
  const std::uint32_t* index(std::string_view text) {
    static const Kernel* const kernel = find_kernel();
    if (kernel == nullptr || !reaches(*kernel, text.size())) return nullptr;
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    if (stages_->stage1(bytes, text.size(), simdjson::stage1_mode::regular) != simdjson::SUCCESS) return nullptr;
    const std::uint32_t* const offsets = stages_->structural_indexes.get();
    const std::uint32_t* const end = offsets + stages_->n_structural_indexes;
    return end[0] == text.size() && end[1] == text.size() ? offsets : nullptr;
  }

 private:
  bool reaches(const Kernel& kernel, std::size_t size) {
    constexpr std::size_t least_capacity = 4096;
    constexpr std::size_t depth = 1;  // of documents, of which none is made
    if (stages_ && stages_->capacity() >= size) return true;
    const std::size_t capacity = std::max(least_capacity, std::bit_ceil(size));
    return kernel.create_dom_parser_implementation(capacity, depth, stages_) == simdjson::SUCCESS;
  }

  std::unique_ptr<simdjson::internal::dom_parser_implementation> stages_;
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
