// SPDX-License-Identifier: Apache-2.0
//
// Every thread does the same: take the next chunk of lines, work on it, wait until all chunks before it are written,
// write. Taking and writing each have a lock, and a thread has at most one chunk, so that memory is bounded by the
// number of threads, and no queue has to be kept from growing. As chunks are alike, the threads soon stand one behind
// the other and hardly wait.
//
// Where there is too little memory, fewer threads do it: one that gets none for its chunk leaves the chunk to the
// others and ends. Whoever waits for its turn takes a chunk that was left once that is the next one, so that nobody
// waits for a thread that has ended. Only what the last thread has no memory for stays undone.
//
// Whatever else goes wrong in one thread stops all of them: those that wait for their turn give up, and the first
// reason is the one that is told.

#include "cli/batch.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <new>
#include <optional>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "cli/files.hpp"
#include "cli/result_file.hpp"

namespace socrates::cli {
namespace {

constexpr int most_jobs = 256;
constexpr std::size_t kept_from_threads = std::size_t{64} * 1024 * 1024;  // bytes, for work to begin in

class Batch {
 public:
  Batch(int input, ResultFile& output) : chunks_(input), output_(output) {}

  void run(std::size_t jobs, const std::function<LineWork()>& make_work) {
    left_.reserve(2 * jobs);  // a thread has one chunk of its own, and at most one that another has left
    std::vector<std::thread> others;
    others.reserve(jobs);
    Desk own(make_work);  // before others take the memory for it
    start(others, jobs, make_work);
    work_at(own);
    for (std::thread& thread : others) thread.join();
    if (reason_) std::rethrow_exception(reason_);
  }

  [[nodiscard]] const Tally& tally() const { return tally_; }
  /// The input had no line, as far as it was read.
  [[nodiscard]] bool is_empty() const { return tally_.lines() == 0 && !is_stopped_; }
  [[nodiscard]] int input_error() const { return chunks_.error(); }

 private:
  /// What a thread works with.
  struct Desk {
    explicit Desk(const std::function<LineWork()>& make_work) : work(make_work()) {
      chunk.buffer.reserve(LineChunks::usual_size);
      result.reserve(LineChunks::usual_size);
    }

    LineWork work;
    Chunk chunk;
    std::string result;
  };

  /// Starts the other threads, as many as the system gives; some memory is kept from them.
  void start(std::vector<std::thread>& others, std::size_t jobs, const std::function<LineWork()>& make_work) {
    try {
      std::string spare;
      spare.reserve(kept_from_threads);
      while (others.size() + 1 < jobs) others.emplace_back([&] { begin(make_work); });
    } catch (const std::system_error&) {
      return;  // no more threads
    } catch (const std::bad_alloc&) {
      return;
    }
  }

  /// A thread that has no memory to begin with is as good as none.
  void begin(const std::function<LineWork()>& make_work) {
    std::optional<Desk> desk;
    try {
      desk.emplace(make_work);
    } catch (const std::bad_alloc&) {
      return;
    } catch (...) {
      stop();
      return;
    }
    count_in();
    work_at(*desk);
  }

  void work_at(Desk& desk) {
    try {
      while (take(desk.chunk) && work_on(desk.work, desk.chunk, desk.result)) continue;
    } catch (...) {
      stop();
    }
  }

  /// False where this thread has nothing more to do. The only thread tries a chunk twice: the others may just have
  /// ended, and given their memory back.
  bool work_on(const LineWork& work, Chunk& chunk, std::string& result) {
    for (int tries_alone = 0;;) {
      try {
        Tally tally;
        result.clear();
        work(chunk, result, tally);
        return write(work, chunk.number, result, tally);
      } catch (const std::bad_alloc&) {
        result = {};
        if (leave(chunk)) return false;
        if (++tries_alone == 2) throw;
      }
    }
  }

  bool take(Chunk& chunk) {
    if (take_left(chunk)) return true;
    {
      const std::lock_guard<std::mutex> lock(input_);
      if (is_stopped_) return false;
      if (chunks_.next(chunk)) return true;
    }
    return take_left(chunk, Otherwise::leave);
  }

  enum class Otherwise { stay, leave };
  bool take_left(Chunk& chunk, Otherwise otherwise = Otherwise::stay) {
    const std::lock_guard<std::mutex> lock(turn_);
    if (left_.empty()) {
      if (otherwise == Otherwise::leave) --working_;
      return false;
    }
    chunk = std::move(left_.back());
    left_.pop_back();
    return true;
  }

  void count_in() {
    const std::lock_guard<std::mutex> lock(turn_);
    ++working_;
  }

  /// A thread ends with its chunk undone; false where there is no other one to do it.
  bool leave(Chunk& undone) {
    const std::lock_guard<std::mutex> lock(turn_);
    if (working_ == 1) return false;
    --working_;
    left_.push_back(std::move(undone));
    turn_passed_.notify_all();
    return true;
  }

  /// The chunk to be written next, where it is among those that were left.
  std::vector<Chunk>::iterator next_left() {
    return std::find_if(left_.begin(), left_.end(), [&](const Chunk& chunk) { return chunk.number == written_; });
  }

  bool write(const LineWork& work, std::size_t number, const std::string& result, const Tally& tally) {
    std::unique_lock<std::mutex> lock(turn_);
    for (;;) {
      turn_passed_.wait(lock, [&] { return written_ == number || is_stopped_ || next_left() != left_.end(); });
      if (is_stopped_) return false;
      if (written_ == number) return put(result, tally);
      const auto next = next_left();
      Chunk chunk = std::move(*next);
      left_.erase(next);
      lock.unlock();
      std::string text;
      Tally own;
      try {
        work(chunk, text, own);
      } catch (const std::bad_alloc&) {
        lock.lock();
        left_.push_back(std::move(chunk));
        throw;
      }
      lock.lock();
      if (!put(text, own)) return false;
    }
  }

  bool put(const std::string& result, const Tally& tally) {
    is_stopped_ = is_stopped_ || !output_.write(result);
    tally_.add(tally);
    ++written_;
    turn_passed_.notify_all();
    return !is_stopped_;
  }

  void stop() {
    const std::lock_guard<std::mutex> lock(turn_);
    if (!reason_) reason_ = std::current_exception();
    is_stopped_ = true;
    turn_passed_.notify_all();
  }

  std::mutex input_;
  LineChunks chunks_;
  std::mutex turn_;
  std::condition_variable turn_passed_;
  ResultFile& output_;
  std::size_t written_ = 0;  ///< chunks
  Tally tally_;
  std::size_t working_ = 1;  ///< threads
  std::vector<Chunk> left_;  ///< by threads that had no memory for them
  std::atomic<bool> is_stopped_ = false;
  std::exception_ptr reason_;
};

std::optional<std::size_t> jobs_of(const Given& given, base::Diagnostics& problems) {
  if (!is_given(given, jobs_option)) return std::max(1U, std::thread::hardware_concurrency());
  if (const std::optional<int> jobs = number_of(given, jobs_option, 1, most_jobs))
    return static_cast<std::size_t>(*jobs);
  add_usage_problem(problems, fmt::format("option '--jobs' takes a number from 1 to {}, not '{}'", most_jobs,
                                          value_of(given, jobs_option)));
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
  throw std::logic_error("a line of a batch cannot end like this");
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

std::string batch_input_name(const Given& given) {
  const std::string path = value_of(given, records_argument);
  return path.empty() || path == "-" ? "<stdin>" : path;
}

std::optional<Tally> run_batch(const Given& given, const Options& options, const std::function<LineWork()>& make_work,
                               base::Code code_of_nothing, base::Diagnostics& problems, const LastWords& last_words) {
  const std::string path = value_of(given, records_argument);
  const std::optional<std::size_t> jobs = jobs_of(given, problems);
  if (!jobs) return std::nullopt;
  const int input = open_input(path.empty() ? "-" : path, problems);
  if (input < 0) return std::nullopt;
  ResultFile output(options.output);
  Batch batch(input, output);
  const bool is_writable = output.write("");
  if (is_writable) batch.run(*jobs, make_work);
  ::close(input);
  if (batch.input_error() != 0) {
    add_unreadable(problems, batch_input_name(given), batch.input_error());
    return std::nullopt;
  }
  if (is_writable && batch.is_empty() && !is_given(given, allow_empty_option)) {
    base::Diagnostic diagnostic{};
    diagnostic.code = code_of_nothing;
    diagnostic.file = batch_input_name(given);
    diagnostic.message = "the input has no record";
    diagnostic.hint = "check what should have written it; if it may be empty, add --allow-empty";
    problems.add(std::move(diagnostic));
    return std::nullopt;
  }
  if (is_writable && last_words) output.write(last_words(batch.tally()));
  if (!output.finish(problems)) return std::nullopt;
  return batch.tally();
}

}  // namespace socrates::cli
