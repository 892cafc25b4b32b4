// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.hpp"
#include "socrates/render/document.hpp"

namespace socrates::cli {

// What a command prints is a report, and the forms of a report are data: for people those of every document, for
// programs JSON, and what else there is. Help, completion, the check of `--format` and the writing follow from it.

/// A form by its name, and what writes it.
template <class Report>
struct Form {
  std::string_view name;
  std::string (*write)(const Report& report);
};

struct FormForPeople {
  std::string_view name;
  std::string (*write)(const render::Document& document, render::Color color);
};

inline constexpr std::string_view text_form = "text";
inline constexpr std::string_view json_form = "json";
inline constexpr std::string_view markdown_form = "markdown";
inline constexpr std::string_view page_form = "html";

/// The forms of every document. One more is a line here, and every command has it.
inline constexpr FormForPeople forms_for_people[] = {
    {text_form, render::text_of},
    {markdown_form, [](const render::Document& document, render::Color) { return render::markdown_of(document); }},
    {page_form, [](const render::Document& document, render::Color) { return render::html_of(document); }},
};

/// The forms of one kind of report.
template <class Report>
struct Forms {
  render::Document (*document)(const Report& report) = nullptr;  ///< for people; none: nothing is for them
  std::string (*json)(const Report& report) = nullptr;
  std::span<const Form<Report>> others = {};
};

/// The names, the default first.
template <class Report>
std::vector<std::string_view> names_of(const Forms<Report>& forms) {
  std::vector<std::string_view> names;
  if (forms.document != nullptr)
    for (const FormForPeople& form : forms_for_people) names.push_back(form.name);
  if (forms.json != nullptr) names.insert(names.begin() + (names.empty() ? 0 : 1), json_form);
  for (const Form<Report>& form : forms.others) names.push_back(form.name);
  return names;
}

/// The document as a form shows it: text names sources by their keys, and lists them only where that was asked for.
inline render::Document shown(render::Document document, std::string_view form, const Options& options) {
  if (form != text_form || options.sources || document.sources.empty()) return document;
  document.sources.clear();
  document.origin.insert(document.origin.begin(), "In brackets: sources. --sources lists them.");
  return document;
}

/// The report in the form of this name, which is one of them.
template <class Report>
std::string written(const Forms<Report>& forms, const Report& report, std::string_view name, const Options& options,
                    render::Color color) {
  if (forms.json != nullptr && name == json_form) return forms.json(report);
  for (const Form<Report>& form : forms.others)
    if (form.name == name) return form.write(report);
  if (forms.document != nullptr)
    for (const FormForPeople& form : forms_for_people)
      if (form.name == name) return form.write(shown(forms.document(report), name, options), color);
  throw std::logic_error("a form that the report does not have");
}

/// The report as the options ask for it.
template <class Report>
std::string written(const Forms<Report>& forms, const Report& report, const Options& options) {
  return written(forms, report, options.format, options, color_of_result(options));
}

}  // namespace socrates::cli
