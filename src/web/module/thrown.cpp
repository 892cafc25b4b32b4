// SPDX-License-Identifier: Apache-2.0
//
// Nothing in the module catches: what the rooms throw is that there is too much work, or a defect of their own. So it
// is compiled without the tables for that, which would be a fourth of it, and whatever is thrown goes to the page, as a
// text. The page then goes on with a new module, as the program would with its next run.

#include <cstdlib>
#include <exception>
#include <string>
#include <typeinfo>

#include "cli/inputs.hpp"
#include "socrates/engine/effort.hpp"
#include "socrates/render/diagnostics.hpp"
#include "socrates/render/escape.hpp"

namespace {

using namespace socrates;

std::string text_of(const std::exception& thrown, const std::type_info& type) {
  if (type != typeid(engine::TooMuchWork))
    return "this is a defect of the page, please report it: " + render::terminal_safe(thrown.what()) + "\n";
  base::Diagnostics problems;
  cli::add_too_much_work(engine::TooMuchWork(thrown.what()), problems);
  return render::diagnostics_text(problems, render::Color::off);
}

}  // namespace

extern "C" {

/// Of the page: takes the text, and does not return.
void socrates_thrown(const char* text, std::size_t size);

void* __cxa_allocate_exception(std::size_t size) { return std::malloc(size); }

/// Everything that is thrown here is a std::exception first of all.
void __cxa_throw(void* thrown, std::type_info* type, void (* /*destroy*/)(void*)) {
  const std::string text = text_of(*static_cast<const std::exception*>(thrown), *type);
  socrates_thrown(text.data(), text.size());
  std::abort();
}
}
