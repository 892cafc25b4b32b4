// SPDX-License-Identifier: Apache-2.0
// The entry of every unit test program under Catch2 2, which has it in its header; Catch2 3 brings a library.
#define CATCH_CONFIG_MAIN
#include "catch.hpp"
