// SPDX-License-Identifier: Apache-2.0
// measure INPUT OUTPUT COMMAND...: runs a command between two files, and prints its processor seconds, its seconds by
// the clock, and its peak memory in KiB, as the system accounts for them. Its messages are thrown away.

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

namespace {

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

[[noreturn]] void run(char** arguments) {
  const int input = open(arguments[1], O_RDONLY);
  const int output = open(arguments[2], O_WRONLY | O_CREAT | O_TRUNC, 0666);
  const int nowhere = open("/dev/null", O_WRONLY);
  if (input < 0 || output < 0 || dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(nowhere, 2) < 0) _exit(126);
  execvp(arguments[3], arguments + 3);
  _exit(127);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: measure INPUT OUTPUT COMMAND...\n", stderr);
    return 2;
  }
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) run(argv);
  int status = 0;
  rusage usage{};
  if (child < 0 || wait4(child, &status, 0, &usage) != child) return 2;
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  std::printf("%.3f %.3f %ld\n", seconds(usage.ru_utime) + seconds(usage.ru_stime), taken.count(), usage.ru_maxrss);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 2;
}
