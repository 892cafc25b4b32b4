// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
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
using Candidates = std::function<std::vector<std::string>(const Given& given, std::string_view word)>;

Candidates one_of(std::vector<std::string> words);

/// An argument of a command or an option, as data: `program` tells CLI11 of it, and help and completion follow.
struct Argument {
  std::string name;   ///< of an argument by position `ANSWERS`, of an option `--set`
  std::string value;  ///< what stands for its value in the help, such as `ID=VALUE`; empty: an option without a value
  std::string description;
  Times times = Times::once;
  Candidates candidates = {};  ///< none: any value, such as a file, a date or a number
};

/// The value given for an option or argument, or empty.
std::string value_of(const Given& given, std::string_view name);

/// All values given, in order.
std::vector<std::string> values_of(const Given& given, std::string_view name);

bool is_given(const Given& given, std::string_view name);

/// Reports a wrong use of the command line.
void add_usage_problem(base::Diagnostics& problems, std::string message, std::string hint = {});

}  // namespace socrates::cli
