// SPDX-License-Identifier: Apache-2.0
//
// The page is one file that needs nothing beside itself and asks for nothing: its policy forbids every request, and
// lets run the one script whose digest it names. The module and the archive of the rules lie in it as data, packed.

#include "web/page.hpp"

#include <zlib.h>

#include <array>
#include <cstdint>
#include <stdexcept>
#include <utility>

#include "socrates/base/sha256.hpp"
#include "socrates/render/document.hpp"
#include "socrates/render/escape.hpp"
#include "web/parts.hpp"

namespace socrates::web {
namespace {

std::string packed(std::string_view bytes) {
  z_stream stream{};
  constexpr int gzip_window = 15 + 16;
  constexpr int memory_level = 9;
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, memory_level, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::bad_alloc();
  std::string result(deflateBound(&stream, bytes.size()), '\0');
  std::string input(bytes);  // zlib takes what it only reads as what it could write
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(result.data());
  stream.avail_out = static_cast<uInt>(result.size());
  const int status = deflate(&stream, Z_FINISH);
  result.resize(stream.total_out);
  deflateEnd(&stream);
  if (status != Z_STREAM_END) throw std::logic_error("the rules could not be packed");
  return result;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k)
      group = group << 8U | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k) text += i + k > bytes.size() ? '=' : letters[group >> (18 - 6 * k) & 63U];
  }
  return text;
}

/// The digest of a script as a policy names it.
std::string digest(std::string_view script) {
  const std::string hex = base::sha256_hex(script);
  std::string bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2) bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return base64(bytes);
}

}  // namespace

bool has_page() { return true; }

std::string page_of(std::string_view book, std::string_view origin) {
  const std::array<std::pair<std::string_view, std::string>, 7> values{
      {{"script_hash", digest(page_js)},
       {"document_style", std::string(render::document_style())},
       {"page_style", std::string(page_css)},
       {"origin", render::html_safe(origin)},
       {"module", base64(page_module)},
       {"book", base64(packed(book))},
       {"script", std::string(page_js)}}};
  std::string text;
  std::string_view rest = page_html;
  for (const auto& [name, value] : values) {  // in the order in which they stand in the page
    const std::string mark = "@" + std::string(name) + "@";
    const std::size_t at = rest.find(mark);
    if (at == std::string_view::npos) throw std::logic_error("the page has no place for its " + std::string(name));
    text.append(rest.substr(0, at)).append(value);
    rest.remove_prefix(at + mark.size());
  }
  return text.append(rest);
}

}  // namespace socrates::web
