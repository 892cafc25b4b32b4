// SPDX-License-Identifier: Apache-2.0
#include "render/machine/batch_frame.hpp"

#include <array>
#include <charconv>
#include <string_view>

#include "render/machine/json_form.hpp"

namespace socrates::render {
namespace {

using namespace std::string_view_literals;

void append_number(std::size_t number, std::string& text) {
  std::array<char, 20> digits{};
  const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  text.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

}  // namespace

void begin_line(const BatchLine& line, std::string& text) {
  text += R"({"line":)"sv;
  append_number(line.line, text);
  text += R"(,"id":)"sv;
  if (line.id) {
    append_json_text(*line.id, text);
  } else {
    text += "null"sv;
  }
}

void end_line(const BatchLine& line, std::string& text) {
  text += R"(,"exit":)"sv;
  append_number(static_cast<std::size_t>(line.exit), text);
  text += "}\n"sv;
}

}  // namespace socrates::render
