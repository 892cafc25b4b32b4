// SPDX-License-Identifier: Apache-2.0
// run_and_tell COMMAND...: runs a command, and says on standard error how long it took, the most memory that it had,
// and its status, which becomes its own.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: run_and_tell COMMAND...\n", stderr);
    return 2;
  }
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    execvp(argv[1], argv + 1);
    _exit(127);
  }
  int status = 0;
  struct rusage usage {};
  if (child < 0 || wait4(child, &status, 0, &usage) != child) {
    std::perror("run_and_tell");
    return 2;
  }
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  const double cpu = static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                     static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
  const int exit_status = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  std::fprintf(stderr, "%.2f s (%.2f s of a processor), %.0f MiB, status %d\n", wall.count(), cpu,
               static_cast<double>(usage.ru_maxrss) / 1024, exit_status);
  return exit_status;
}
