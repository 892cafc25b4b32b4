// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace socrates::gate {

/// The name of a framework such that spellings of one name are equal: `ISO/IEC 27001:2022`, `iso_27001:2022` and
/// `ISO27001 (2022)`; `HITRUST CSF` and `hitrust`. An edition stays in it, as one edition does not stand for another.
std::string framework_key(std::string_view name);

/// The key of the name without the edition that it names; none where it names none.
std::optional<std::string> framework_key_without_edition(std::string_view name);

/// The names that a framework held answers to, each as a key: its own, and the one without its edition, which is what
/// somebody asks for who names none.
std::vector<std::string> framework_keys_held(std::string_view name);

}  // namespace socrates::gate
