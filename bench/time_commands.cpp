// SPDX-License-Identifier: Apache-2.0
// time_commands COUNT COMMAND... -- COMMAND...: runs the commands in turn, COUNT times each, with their output thrown
// away, and prints a line for each: median and least of the milliseconds that passed, and the median of those of the
// processor.
//
// The commands take turns so that a machine that slows down slows all of them. The time is that of the whole process as
// its parent sees it, from before the fork to after the wait.

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using Command = std::vector<char*>;

[[noreturn]] void fail(const std::string& what) {
  std::perror(what.c_str());
  std::exit(2);
}

/// In milliseconds.
struct Times {
  std::vector<double> passed;
  std::vector<double> of_processor;
};

double milliseconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

/// Adds a run. A command that does not end by itself, or with a status above 3, stops everything.
void time_once(const Command& command, Times& times) {
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child < 0) fail("fork");
  if (child == 0) {
    const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (nowhere < 0 || dup2(nowhere, 0) < 0 || dup2(nowhere, 1) < 0 || dup2(nowhere, 2) < 0) _exit(126);
    execvp(command[0], command.data());
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  if (wait4(child, &status, 0, &usage) != child) fail("wait4");
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
  if (!WIFEXITED(status) || WEXITSTATUS(status) > 3) {
    std::fprintf(stderr, "%s ended with status %d\n", command[0], WEXITSTATUS(status));
    std::exit(2);
  }
  times.passed.push_back(taken.count());
  times.of_processor.push_back(milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime));
}

double median(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  const std::size_t middle = times.size() / 2;
  return times.size() % 2 == 1 ? times[middle] : (times[middle - 1] + times[middle]) / 2;
}

std::vector<Command> split(int argc, char** argv) {
  std::vector<Command> commands(1);
  for (int i = 2; i < argc; ++i) {
    if (std::string(argv[i]) == "--") {
      commands.emplace_back();
    } else {
      commands.back().push_back(argv[i]);
    }
  }
  return commands;
}

}  // namespace

int main(int argc, char** argv) {
  const int count = argc > 2 ? std::atoi(argv[1]) : 0;  // NOLINT(cert-err34-c): 0 is an error like any other
  std::vector<Command> commands = split(argc, argv);
  if (count < 1 || std::any_of(commands.begin(), commands.end(), [](const Command& c) { return c.empty(); })) {
    std::fprintf(stderr, "usage: time_commands COUNT COMMAND... [-- COMMAND...]...\n");
    return 2;
  }
  for (Command& command : commands) command.push_back(nullptr);

  Times first;  // they fill the caches
  for (const Command& command : commands) time_once(command, first);
  std::vector<Times> times(commands.size());
  for (int round = 0; round < count; ++round)
    for (std::size_t i = 0; i < commands.size(); ++i) time_once(commands[i], times[i]);

  for (const auto& [passed, of_processor] : times)
    std::printf("%.3f %.3f %.3f\n", median(passed), *std::min_element(passed.begin(), passed.end()),
                median(of_processor));
}
