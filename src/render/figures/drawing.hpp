// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "socrates/render/figures.hpp"

namespace socrates::render {

// The drawings of each figure. Lines of text begin with `indent` blanks.

std::string text_of(const Timeline& timeline, std::size_t indent);
std::string markdown_of(const Timeline& timeline);
std::string html_of(const Timeline& timeline);

std::string text_of(const Coverage& coverage, std::size_t indent);
std::string markdown_of(const Coverage& coverage);
std::string html_of(const Coverage& coverage);

std::string text_of(const CoverageBars& bars, std::size_t indent);
std::string markdown_of(const CoverageBars& bars);
std::string html_of(const CoverageBars& bars);

std::string text_of(const HeatMap& map, std::size_t indent);
std::string markdown_of(const HeatMap& map);
std::string html_of(const HeatMap& map);

}  // namespace socrates::render
