// SPDX-License-Identifier: Apache-2.0
//
// The page is one file that needs nothing beside itself and asks for nothing: its policy forbids every request, and
// lets run the one script whose digest it names. The module and the archive of the rules lie in it as data, packed.

#include "web/page.hpp"

#include <lzma.h>

#include <cstdint>
#include <stdexcept>
#include <utility>

#include "socrates/base/sha256.hpp"
#include "socrates/render/document.hpp"
#include "socrates/render/escape.hpp"
#include "web/parts.hpp"

namespace socrates::web {
namespace {

/// In the format .lzma, which module/unpack.cpp unpacks.
std::string packed(std::string_view bytes) {
  lzma_options_lzma options{};
  lzma_stream stream = LZMA_STREAM_INIT;
  if (lzma_lzma_preset(&options, LZMA_PRESET_DEFAULT | LZMA_PRESET_EXTREME) != 0 ||
      lzma_alone_encoder(&stream, &options) != LZMA_OK)
    throw std::bad_alloc();
  std::string result(bytes.size() + 4096, '\0');  // what does not get smaller is hardly larger
  stream.next_in = reinterpret_cast<const std::uint8_t*>(bytes.data());
  stream.avail_in = bytes.size();
  stream.next_out = reinterpret_cast<std::uint8_t*>(result.data());
  stream.avail_out = result.size();
  const lzma_ret status = lzma_code(&stream, LZMA_FINISH);
  result.resize(result.size() - stream.avail_out);
  lzma_end(&stream);
  if (status != LZMA_STREAM_END) throw std::logic_error("the page could not be packed");
  return result;
}

/// Four bytes in five letters; the last ones filled up with zeros. Base 64 would need a fifteenth more.
std::string base85(std::string_view bytes) {
  constexpr std::string_view letters =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%()*+,-./:;=>?@[]^_`";
  constexpr std::uint32_t base = 85;
  std::string text;
  text.reserve((bytes.size() + 3) / 4 * 5);
  for (std::size_t i = 0; i < bytes.size(); i += 4) {
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 4; ++k)
      group = group << 8U | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::uint32_t weight = base * base * base * base; weight > 0; weight /= base)
      text += letters[group / weight % base];
  }
  return text;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k)
      group = group << 8U | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k) text += i + k > bytes.size() ? '=' : letters[group >> (18 - 6 * k) & 63U];
  }
  return text;
}

/// JSON that can stand in an element of a page: nothing in it ends that.
std::string inert(std::string_view json) {
  std::string text;
  for (const char letter : json) {
    if (letter == '<')
      text += "\\u003c";
    else
      text += letter;
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

std::string page_of(std::string_view book, std::string_view origin, std::string_view first) {
  const std::string script = "'use strict';\n" + std::string(page_js);
  const std::pair<std::string_view, std::string> values[] = {{"script_hash", digest(script)},
                                                             {"document_style", std::string(render::document_style())},
                                                             {"page_style", std::string(page_css)},
                                                             {"origin", render::html_safe(origin)},
                                                             {"first", inert(first)},
                                                             {"script", script},
                                                             {"unpack", base64(page_unpack)},
                                                             {"module_size", std::to_string(page_module.size())},
                                                             {"module", base85(packed(page_module))},
                                                             {"book_size", std::to_string(book.size())},
                                                             {"book", base85(packed(book))}};
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
