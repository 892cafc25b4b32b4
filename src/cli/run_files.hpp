// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/stat.h>

#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/place.hpp"
#include "socrates/base/diagnostic.hpp"

namespace socrates::cli {

enum class Writing {
  replaces,  ///< what is there
  saves,     ///< answers, again and again, also in place of the ones that were read
};

/// An output that takes the place of nothing else that the run reads or writes, as far as is known by now.
struct Claim {
  std::string name;            ///< as it was given; `<stdout>`
  std::optional<Place> place;  ///< none: standard output
  Writing writing = Writing::replaces;
};

/// All files that a run of the program reads and writes. Files come here by being opened, not by being named, so that
/// no command and no option can forget them: an input when it is opened for reading (`open_input`), an output before
/// it is opened for writing (`ResultFile`). One such object lives during a run, and the functions below speak of it;
/// without it, as in a test of one function, nothing is in the way of anything.
class RunFiles {
 public:
  /// The folders among the values given are those that the run may read whole.
  explicit RunFiles(const Given& given);
  RunFiles(const RunFiles&) = delete;
  RunFiles& operator=(const RunFiles&) = delete;
  ~RunFiles();

 private:
  friend void add_input(const std::string& name, const struct stat& status);
  friend std::optional<std::string> folder_around(const std::string& path);
  friend std::optional<Claim> claim_output(const std::string& path, Writing writing, base::Diagnostics& problems);
  friend void add_written(const struct stat& status);
  friend bool is_written(const struct stat& status);

  struct Input {
    std::string name;
    dev_t device;
    ino_t inode;
  };
  struct Output {
    std::string name;
    std::string path;  ///< its place; empty where it is not replaced but written on
    std::optional<struct stat> status;
    Writing writing = Writing::replaces;
  };
  [[nodiscard]] bool is_one(const Output& a, const Output& b) const;
  [[nodiscard]] std::optional<std::string> refusal(const Output& output) const;

  std::vector<std::string> named_;    ///< every value given
  std::vector<std::string> folders_;  ///< those of them that are folders
  std::vector<Input> inputs_;
  std::vector<Output> outputs_;
  std::vector<Input> written_;  ///< what outputs have become
};

/// A file has been opened to be read.
void add_input(const std::string& name, const struct stat& status);

/// The folder given that the path is a part of; none where the path itself was given.
std::optional<std::string> folder_around(const std::string& path);

/// Lays claim to a file for an output (empty or `-`: standard output), before anything happens to it. Nothing, after a
/// report, where it is an input of the run, belongs to a folder given, or is another output, under whatever name.
std::optional<Claim> claim_output(const std::string& path, Writing writing, base::Diagnostics& problems);

/// An output is in its place; and whether the file there is such a one, which only two names for one new file can
/// bring about: `a` and `A`, where the file system takes them for the same.
void add_written(const struct stat& status);
bool is_written(const struct stat& status);

}  // namespace socrates::cli
