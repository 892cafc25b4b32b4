// SPDX-License-Identifier: Apache-2.0
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "cli/run.hpp"

int main(int argc, char** argv) {
  using socrates::cli::ExitStatus;
  auto status = ExitStatus::defect;
  try {
    status = socrates::cli::run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
  } catch (const std::bad_alloc&) {
    status = socrates::cli::report_out_of_memory();
  } catch (const std::exception& error) {
    socrates::cli::report_defect(error.what());
  }
  return static_cast<int>(status);
}
