// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/base/diagnostic.hpp"

namespace socrates::cli {

enum class Times { once, any };

/// What was given of the arguments and options of a command: by name the values, in order; a flag has none.
/// An option that may be given once has one value, and no value is empty.
using Given = std::map<std::string, std::vector<std::string>, std::less<>>;

/// Every value that may stand for an argument beside what is given, where that is a closed set; at least those that
/// begin with `word`. One that ends in `=` or `:` goes on behind it.
using Candidates = std::vector<std::string> (*)(const Given& given, std::string_view word);

/// Those words, whatever is given.
template <const auto& Words>
std::vector<std::string> one_of(const Given& /*given*/, std::string_view /*word*/) {
  return {std::begin(Words), std::end(Words)};
}

/// An argument of a command or an option, as data: `program` tells CLI11 of it, help and completion follow, and whoever
/// wants to know what was given for it asks by it.
struct Argument {
  std::string_view name;   ///< of an argument by position `ANSWERS`, of an option `--set`
  std::string_view value;  ///< what stands for its value in the help: `ID=VALUE`; empty: an option without a value
  std::string_view description;
  Times times = Times::once;
  Candidates candidates = nullptr;  ///< none: any value, such as a file, a date or a number
};

/// The value given for an option or argument, or empty.
std::string value_of(const Given& given, const Argument& argument);

/// All values given, in order.
std::vector<std::string> values_of(const Given& given, const Argument& argument);

bool is_given(const Given& given, const Argument& argument);

/// The whole number given for an option, in digits; none where it is no such number from `least` to `most`.
std::optional<int> number_of(const Given& given, const Argument& option, int least, int most);

/// Reports a wrong use of the command line.
void add_usage_problem(base::Diagnostics& problems, std::string message, std::string hint = {});

}  // namespace socrates::cli
