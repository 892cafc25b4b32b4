// SPDX-License-Identifier: Apache-2.0
//
// Every thread does the same: take the next chunk of lines, work on it, wait until all chunks before it are written,
// write. Taking and writing each have a lock, and a thread has at most one chunk, so that memory is bounded by the
// number of threads, and no queue has to be kept from growing. As chunks are alike, the threads soon stand one behind
// the other and hardly wait.
//
// Whatever goes wrong in one thread stops all of them: those that wait for their turn give up, and the first reason is
// the one that is told.

#include "socrates/cli/batch.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

#include "socrates/cli/files.hpp"
#include "socrates/cli/result_file.hpp"

namespace socrates::cli {
namespace {

constexpr std::size_t most_jobs = 256;

class Batch {
 public:
  Batch(int input, ResultFile& output) : chunks_(input), output_(output) {}

  void run(std::size_t jobs, const std::function<LineWork()>& make_work) {
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < jobs; ++i) others.emplace_back([&] { work_until_end(make_work); });
    work_until_end(make_work);
    for (std::thread& thread : others) thread.join();
    if (defect_) std::rethrow_exception(defect_);
  }

  [[nodiscard]] const Tally& tally() const { return tally_; }
  [[nodiscard]] int input_error() const { return chunks_.error(); }

 private:
  void work_until_end(const std::function<LineWork()>& make_work) {
    try {
      const LineWork work = make_work();
      Chunk chunk;
      std::string result;
      while (take(chunk)) {
        result.clear();
        Tally tally;
        work(chunk, result, tally);
        if (!write(chunk.number, result, tally)) return;
      }
    } catch (...) {
      const std::lock_guard<std::mutex> lock(turn_);
      if (!defect_) defect_ = std::current_exception();
      is_stopped_ = true;
      turn_passed_.notify_all();
    }
  }

  bool take(Chunk& chunk) {
    const std::lock_guard<std::mutex> lock(input_);
    return !is_stopped_ && chunks_.next(chunk);
  }

  bool write(std::size_t number, const std::string& result, const Tally& tally) {
    std::unique_lock<std::mutex> lock(turn_);
    turn_passed_.wait(lock, [&] { return written_ == number || is_stopped_; });
    if (is_stopped_) return false;
    is_stopped_ = !output_.write(result);
    tally_.add(tally);
    ++written_;
    turn_passed_.notify_all();
    return !is_stopped_;
  }

  std::mutex input_;
  LineChunks chunks_;
  std::mutex turn_;
  std::condition_variable turn_passed_;
  ResultFile& output_;
  std::size_t written_ = 0;  ///< chunks
  Tally tally_;
  std::atomic<bool> is_stopped_ = false;
  std::exception_ptr defect_;
};

std::optional<std::size_t> jobs_of(const Given& given, base::Diagnostics& problems) {
  if (!is_given(given, "--jobs")) return std::max(1U, std::thread::hardware_concurrency());
  const std::string value = value_of(given, "--jobs");
  std::size_t jobs = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), jobs);
  if (error == std::errc() && end == value.data() + value.size() && jobs >= 1 && jobs <= most_jobs) return jobs;
  add_usage_problem(problems, fmt::format("option '--jobs' takes a number from 1 to {}, not '{}'", most_jobs, value));
  return std::nullopt;
}

}  // namespace

void Tally::add(ExitStatus status) {
  switch (status) {
    case ExitStatus::done:
      ++done;
      return;
    case ExitStatus::no:
      ++no;
      return;
    case ExitStatus::undecided:
      ++undecided;
      return;
    case ExitStatus::invalid:
      ++invalid;
      return;
    case ExitStatus::defect:
    case ExitStatus::interrupted:
      break;
  }
  throw std::logic_error("a line of a batch cannot end so");
}

void Tally::add(const Tally& other) {
  done += other.done;
  no += other.no;
  undecided += other.undecided;
  invalid += other.invalid;
}

ExitStatus Tally::status() const {
  ExitStatus status = ExitStatus::done;
  if (undecided > 0) status = strongest(status, ExitStatus::undecided);
  if (no > 0) status = strongest(status, ExitStatus::no);
  if (invalid > 0) status = strongest(status, ExitStatus::invalid);
  return status;
}

std::vector<Argument> batch_arguments() {
  return {{"RECORDS", "[RECORDS]", "Records as JSON, one a line; without, or with -, standard input"},
          {"--jobs", "N", "Work in so many threads; by default one for each processor"}};
}

std::string batch_input_name(const Given& given) {
  const std::string path = value_of(given, "RECORDS");
  return path.empty() || path == "-" ? "<stdin>" : path;
}

std::optional<Tally> run_batch(const Given& given, const Options& options, const std::function<LineWork()>& make_work,
                               base::Diagnostics& problems) {
  const std::string path = value_of(given, "RECORDS");
  const std::optional<std::size_t> jobs = jobs_of(given, problems);
  if (!jobs || !spares_input(path, options.output, problems)) return std::nullopt;
  const bool is_standard = path.empty() || path == "-";
  const int input = is_standard ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (input < 0) {
    add_unreadable(problems, path, errno);
    return std::nullopt;
  }
  ResultFile output(options.output);
  Batch batch(input, output);
  if (output.write("")) batch.run(*jobs, make_work);
  if (!is_standard) ::close(input);
  if (batch.input_error() != 0) {
    add_unreadable(problems, batch_input_name(given), batch.input_error());
    return std::nullopt;
  }
  if (!output.finish(problems)) return std::nullopt;
  return batch.tally();
}

}  // namespace socrates::cli
