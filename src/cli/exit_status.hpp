// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace socrates::cli {

/// What the program tells its caller (docs/exit-status.md).
enum class ExitStatus {
  done = 0,           ///< and where there is a verdict, it is yes
  no = 1,             ///< done, and the verdict is no
  invalid = 2,        ///< could not run: wrong usage, an input that is no good, output that could not be written
  undecided = 3,      ///< what is unknown could change the verdict
  defect = 70,        ///< of the program itself
  interrupted = 130,  ///< at the terminal
};

/// Of the outcomes of several inputs, the one that counts for all: interrupted, defect, invalid, no, undecided, done.
ExitStatus strongest(ExitStatus a, ExitStatus b);

}  // namespace socrates::cli
