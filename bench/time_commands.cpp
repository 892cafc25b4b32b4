// SPDX-License-Identifier: Apache-2.0
// time_commands COUNT COMMAND... -- COMMAND...: runs the commands in turn, COUNT times each, with their output thrown
// away, and prints median and least of each in milliseconds, then the ratio of the first to each of the others.
//
// The commands take turns so that a machine that slows down slows all of them. The time is that of the whole process as
// its parent sees it, from before the fork to after the wait.

#include <fcntl.h>
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

/// Milliseconds. A command that does not end by itself, or with a status above 3, stops everything.
double time_once(const Command& command) {
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
  if (waitpid(child, &status, 0) != child) fail("waitpid");
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
  if (!WIFEXITED(status) || WEXITSTATUS(status) > 3) {
    std::fprintf(stderr, "%s ended with status %d\n", command[0], WEXITSTATUS(status));
    std::exit(2);
  }
  return taken.count();
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

  std::vector<std::vector<double>> times(commands.size());
  for (const Command& command : commands) time_once(command);  // fills the caches
  for (int round = 0; round < count; ++round)
    for (std::size_t i = 0; i < commands.size(); ++i) times[i].push_back(time_once(commands[i]));

  const double first = median(times[0]);
  for (std::size_t i = 0; i < commands.size(); ++i) {
    const double middle = median(times[i]);
    std::printf("%8.2f ms median  %8.2f ms least  %6.2f times  %s\n", middle,
                *std::min_element(times[i].begin(), times[i].end()), first / middle, commands[i][0]);
  }
}
