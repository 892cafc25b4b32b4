// SPDX-License-Identifier: Apache-2.0
#include "cli/files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <thread>

#include "catch.hpp"
#include "cli/place.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/loader/node.hpp"
#include "temporary_folder.hpp"

using namespace socrates;
using cli::TemporaryFolder;

namespace {

base::Code only_code(const base::Diagnostics& problems) {
  REQUIRE(problems.count() == 1);
  return problems.kept().front().code;
}

}  // namespace

TEST_CASE("a file is read whole, with the bytes that it has") {
  const TemporaryFolder folder;
  base::Diagnostics problems;
  for (const std::string& text : {std::string(), std::string("a\0b\r\n", 5), std::string(100'000, 'x')}) {
    const auto source = cli::read_source(folder.write("a", text), problems);
    REQUIRE(source);
    CHECK(source->text == text);
    CHECK(source->name == folder / "a");
  }
  CHECK(problems.empty());
}

TEST_CASE("a file may have as many bytes as the limit and not one more") {
  const TemporaryFolder folder;
  base::Diagnostics problems;
  CHECK(cli::read_source(folder.write("a", std::string(loader::most_bytes, 'x')), problems));
  CHECK(problems.empty());
  CHECK_FALSE(cli::read_source(folder.write("a", std::string(loader::most_bytes + 1, 'x')), problems));
  CHECK(only_code(problems) == base::Code::too_large);
}

TEST_CASE("what is no readable file is told apart") {
  const TemporaryFolder folder;
  const std::pair<std::string, base::Code> cases[] = {
      {folder / "missing", base::Code::unreadable_file},
      {folder.path(), base::Code::not_a_file},
      {"/dev/zero", base::Code::too_large},
  };
  for (const auto& [path, code] : cases) {
    base::Diagnostics problems;
    CHECK_FALSE(cli::read_source(path, problems));
    CHECK(only_code(problems) == code);
    CHECK(problems.kept().front().file == path);
  }
}

TEST_CASE("the rules of a folder are its yaml files in the order of their names") {
  const TemporaryFolder folder;
  for (const char* name : {"b.yaml", "a.yaml", "c.yml", ".d.yaml", "e.yaml~"}) folder.write(name, "");
  base::Diagnostics problems;
  CHECK(cli::yaml_files(folder.path(), problems) == std::vector<std::string>{folder / "a.yaml", folder / "b.yaml"});
  CHECK(problems.empty());
  CHECK_FALSE(cli::yaml_files(folder / "missing", problems));
  CHECK(only_code(problems) == base::Code::unreadable_file);
}

TEST_CASE("a result replaces a file in one step and leaves nothing else behind") {
  const TemporaryFolder folder;
  folder.write("a", "before");
  base::Diagnostics problems;
  CHECK(cli::write_result(folder / "a", "after", problems));
  CHECK(folder.read("a") == "after");
  CHECK(folder.count() == 1);
  CHECK(cli::write_result(folder / "new", "new", problems));
  CHECK(folder.read("new") == "new");
  CHECK(folder.count() == 2);
}

TEST_CASE("a result goes through a symbolic link, which stays") {
  const TemporaryFolder folder;
  folder.write("a", "before");
  std::filesystem::create_symlink("a", folder / "link");
  base::Diagnostics problems;
  CHECK(cli::write_result(folder / "link", "after", problems));
  CHECK(std::filesystem::is_symlink(folder / "link"));
  CHECK(folder.read("a") == "after");
}

TEST_CASE("a result that cannot be written whole is a problem, and no part of it stays") {
  const TemporaryFolder folder;
  for (const std::string& path : {std::string("/dev/full"), folder.path(), folder / "no/such"}) {
    base::Diagnostics problems;
    CHECK_FALSE(cli::write_result(path, "text", problems));
    CHECK(only_code(problems) == base::Code::unwritable_output);
  }
  CHECK(folder.count() == 0);
}

TEST_CASE("what is not ready to be written to is waited for") {
  int ends[2];
  REQUIRE(::pipe2(ends, O_NONBLOCK | O_CLOEXEC) == 0);
  const std::string text(1'000'000, 'x');
  std::string read;
  std::thread reader([&] {
    std::array<char, 4096> bytes{};
    while (read.size() < text.size()) {
      const ssize_t count = ::read(ends[0], bytes.data(), bytes.size());
      if (count > 0) read.append(bytes.data(), static_cast<std::size_t>(count));
    }
  });
  CHECK(cli::write_all(ends[1], text));
  reader.join();
  CHECK((read == text));
  for (const int end : ends) ::close(end);
}

TEST_CASE("a path is followed to where a new file would be") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "sub");
  std::filesystem::create_symlink("sub/new", folder / "link");
  std::filesystem::create_symlink("link", folder / "again");
  std::filesystem::create_symlink("loop", folder / "loop");
  const std::string expected = std::filesystem::canonical(folder.path()).string() + "/sub/new";
  for (const char* name : {"link", "again", "sub/new", "sub/../sub/./new"}) {
    const auto place = cli::follow(folder / name);
    REQUIRE(place);
    CHECK(place->path == expected);
    CHECK_FALSE(place->status);
  }
  CHECK_FALSE(cli::follow(folder / "loop"));
  CHECK_FALSE(cli::follow(folder / "missing/new"));
  const auto standard = cli::follow("/proc/self/fd/1");
  REQUIRE(standard);
  CHECK(standard->own == 1);
}
