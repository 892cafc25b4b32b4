// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace socrates::base {

/// A text that is never changed, such as the words of a rule. Copies share it; one that lies in the program is used
/// where it lies, as the start of a command would otherwise copy thousands that nobody reads.
class SharedText {
 public:
  SharedText() = default;

  SharedText(std::string text) {
    if (text.empty()) return;
    kept_ = std::make_shared<const std::string>(std::move(text));
    text_ = *kept_;
  }
  SharedText(const char* text) : SharedText(std::string(text)) {}

  SharedText(const SharedText&) = default;
  SharedText& operator=(const SharedText&) = default;
  SharedText(SharedText&& other) noexcept : kept_(std::move(other.kept_)), text_(std::exchange(other.text_, {})) {}
  SharedText& operator=(SharedText&& other) noexcept {
    kept_ = std::move(other.kept_);
    text_ = std::exchange(other.text_, {});
    return *this;
  }
  ~SharedText() = default;

  /// Of a text that outlives all who read it.
  static SharedText in_place(std::string_view text) {
    SharedText result;
    result.text_ = text;
    return result;
  }

  operator std::string_view() const { return text_; }
  operator std::string() const { return std::string(text_); }

  [[nodiscard]] bool empty() const { return text_.empty(); }
  [[nodiscard]] std::size_t size() const { return text_.size(); }

  friend bool operator==(const SharedText& left, const SharedText& right) { return left.text_ == right.text_; }
  friend bool operator==(const SharedText& left, std::string_view right) { return left.text_ == right; }
  friend bool operator==(const SharedText& left, const std::string& right) { return left.text_ == right; }
  friend bool operator==(const SharedText& left, const char* right) { return left.text_ == right; }
  friend std::string operator+(std::string left, const SharedText& right) { return left.append(right.text_); }
  friend std::string operator+(const SharedText& left, std::string_view right) {
    return std::string(left.text_).append(right);
  }

  /// How fmt writes it.
  friend std::string_view format_as(const SharedText& text) { return text.text_; }

 private:
  std::shared_ptr<const std::string> kept_;
  std::string_view text_;
};

}  // namespace socrates::base
