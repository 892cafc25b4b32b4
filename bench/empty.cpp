// SPDX-License-Identifier: Apache-2.0
// Does nothing. Linked like the program itself, it shows what the start costs before the first line of ours runs;
// linked to nothing of ours, what any program in C++ costs.

int main() { return 0; }
