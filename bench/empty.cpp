// SPDX-License-Identifier: Apache-2.0
// Does nothing. Linked like the program itself, it shows what the start costs before the first line of ours runs.

int main() { return 0; }
