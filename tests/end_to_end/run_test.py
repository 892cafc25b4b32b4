#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The runner of the end-to-end cases, run on cases of its own: what passes, what it refuses, and what it writes down."""

import hashlib
import random
import shutil
import subprocess
import sys
import tempfile
import unittest
from datetime import date
from pathlib import Path

sys.dont_write_bytecode = True
import case as cases  # noqa: E402

HERE = Path(__file__).resolve().parent
PROGRAM = """#!/bin/sh
case $1 in
say) shift; printf "$@" ;;
show) shift; cat "$@" ;;
end) exit "$2" ;;
fall) kill -SEGV $$ ;;
esac
"""


class Runner(unittest.TestCase):
    def setUp(self):
        self.top = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.top)
        self.home = self.top / "tests/end_to_end"
        self.folder = self.home / "cases"
        self.folder.mkdir(parents=True)
        for name in ["run", "case.py", "digests.py"]:
            shutil.copy(HERE / name, self.home)
        for name in ["examples", "rules"]:
            (self.top / name).mkdir()
        (self.top / "examples/saas.json").write_text("an example\n")
        (self.top / "program").write_text(PROGRAM)
        (self.top / "program").chmod(0o755)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def run_it(self, *arguments):
        done = subprocess.run([self.home / "run", self.top / "program", *arguments], capture_output=True, text=True,
                              check=False)
        self.assertEqual(done.stderr, "")
        return done.returncode, done.stdout

    def expect(self, status, said, *arguments):
        code, text = self.run_it(*arguments)
        self.assertEqual(code, status, text)
        self.assertIn(said, text)

    def test_what_holds_today_only_is_remarked_where_it_is_written_down(self):
        today = date.today().isoformat()
        self.write("own/dated.case", f"$ socrates say '{today[:8]}%s\\n' {today[8:]}\n")
        self.expect(1, "own/dated: written down, and yet it names today", "--update")
        self.write("own/dated.case", f"$ socrates say '{today[:8]}%s\\n' {today[8:]} --today\n")
        self.run_it("--update")
        self.expect(0, "1 cases, 0 failed")

    def test_what_is_said_passes(self):
        self.write("shared/deal/deal.json", "shared\n")
        self.write("gate/pass.case", "# Why it is here.\n$ socrates show a/deal.json b -\n"
                   "socrates show $EXAMPLES/saas.json rules/own; socrates say no >&2; socrates end 3\n--- stdout\nshared\n"
                   "last\nin\nan example\nown\n--- stderr escaped\nno\\\n--- exit 0\n--- stdin\nin\n"
                   "--- file a/deal.json from deal/deal.json\n--- file b\nlast\n--- file rules/own\nown\n")
        self.expect(1, "gate/pass: it ends with 3 in place of 0")
        self.write("gate/pass.case", (self.folder / "gate/pass.case").read_text().replace("exit 0", "exit 3"))
        self.expect(0, "1 cases, 0 failed")

    def test_digests_of_the_shipped_rules_have_stand_ins_both_ways(self):
        rule = self.top / "rules/selection/one.yaml"
        rule.parent.mkdir()
        rule.write_text("format: 1\n")
        real = hashlib.sha256(b"one.yaml\00010\0format: 1\n").hexdigest()
        word = "[selection]".ljust(64, ".")
        self.write("verify/a.case", f"$ socrates show record; socrates say '{real} {real[:12]}\\n'\n--- stdout\n"
                   f"{word}\n{word} {word[:12]}\n--- exit 0\n--- file record\n{word}\n")
        self.expect(0, "1 cases, 0 failed")
        self.write("verify/a.case", f"$ socrates show record | grep -c {real}\n--- stdout\n1\n--- exit 0\n"
                   f"--- file record\n{word}\n")
        self.expect(0, "1 cases, 0 failed")
        rule.write_text("format: 2\n")
        self.expect(1, "verify/a: it ends with 1 in place of 0")

    def test_every_part_that_is_not_said_is_compared(self):
        self.write("gate/a.case", "$ socrates say 'out\\n'\n--- exit 0\n")
        self.expect(1, "gate/a: stdout differs\n--- expected\n+++ actual\n@@ -0,0 +1 @@\n+out\n")
        self.write("gate/a.case", "$ socrates say 'out\\n' >&2\n--- exit 0\n")
        self.expect(1, "gate/a: stderr differs")
        self.write("gate/a.case", "$ true\n")
        self.expect(1, "gate/a: no exit status is stated: '--- exit 0'\n  command: true\n")

    def test_a_difference_shows_what_cannot_be_seen(self):
        self.write("gate/a.case", "$ socrates say 'a\\r\\n\\033'\n--- stdout\na\n--- exit 0\n")
        self.expect(1, "-a\n+a\\r\n+\\x1B\\\n")

    def test_names_choose_cases(self):
        for name in ["gate/pass", "gate/fail", "plan/pass"]:
            self.write(f"{name}.case", "$ true\n--- exit 0\n")
        for names, count in [([], 3), (["gate"], 2), (["gate/fail"], 1), (["pass"], 2), (["gate", "pass"], 3),
                             ([str(self.folder / "plan/pass.case")], 1)]:
            self.expect(0, f"{count} cases, 0 failed", *names)
        self.expect(1, "pas: there is no such case", "gate", "pas")

    def test_what_is_no_case_is_refused(self):
        self.expect(1, "there is no case")
        self.write("gate/pass.case", "$ true\n--- exit 0\n")
        stranger = self.write("gate_old/command", "true\n")
        self.expect(1, "gate_old/command: not a case; a case is one file, cases/COMMAND/NAME.case")
        stranger.unlink()
        self.write("shared/unused.json", "{}\n")
        self.expect(1, "shared/unused.json: shared by no case")

    def test_a_malformed_case_names_its_line(self):
        for text, said in [
            ("true\n--- exit 0\n", "a.case:1: a case begins with its command: '$ ...'"),
            ("# why\n\n$ true\n--- exit 0\n", "a.case:2: a case begins"),
            ("$ true\n--- exit 0", "a.case: the last line has no end"),
            ("$ true\n--- stdout\n--- a\n--- exit 0\n", "a.case:3: no part begins with '--- a'"),
            ("$ true\n--- exit 0\n--- exit 0\n", "a.case:3: 'exit' stands twice"),
            ("$ true\n--- exit 0\nmore\n", "a.case:2: no text can follow this line"),
            ("$ true\n--- exit 0\n--- file a from b\n", "a.case:3: there is no file"),
            ("$ true\n--- exit 0\n--- file ../a\n", "a.case:3: '../a' is outside of the folder"),
            ("$ true\n--- stdout escaped\n\\q\n--- exit 0\n", "a.case:2: a backslash is written '\\\\'"),
        ]:
            with self.subTest(text=text):
                self.write("gate/a.case", text)
                self.expect(1, said)
        (self.folder / "gate/a.case").write_bytes(b"$ true\n--- exit 0\n--- file a\n\xff\n")
        self.expect(1, "a.case: byte 29: not UTF-8")

    def test_update_writes_down_what_happened(self):
        self.write("shared/a", "1\n")
        path = self.write("gate/a.case", "# Why.\n$ socrates say 'a\\nb'; socrates end 1\n--- file a from a\n--- file b\n2\n")
        self.expect(0, "1 cases, 0 failed", "--update")
        self.assertEqual(path.read_text(), "# Why.\n$ socrates say 'a\\nb'; socrates end 1\n--- stdout escaped\na\nb\\\n"
                         "--- exit 1\n--- file a from a\n--- file b\n2\n")
        self.expect(0, "1 cases, 0 failed")

    def test_update_writes_down_no_crash(self):
        for command in ["socrates fall", "socrates end 70", "socrates end 99", "socrates end 124"]:
            text = f"$ {command}\n--- exit 0\n"
            path = self.write("gate/a.case", text)
            self.expect(1, "gate/a: not written down", "--update")
            self.assertEqual(path.read_text(), text)


class Form(unittest.TestCase):
    def test_any_bytes_are_kept(self):
        pieces = [b"a", b"\\", b"\n", b"\r", b"\t", b"\0", b"\x1b", b"\xff", b"--- exit 0\n", "\u202e\u2028é".encode(), b" ",
                  b", " * 150, b"x" * 300, b"\\n", b"$ ", b"# "]
        chance = random.Random(7)
        folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, folder)
        for _ in range(500):
            one, other, third = (b"".join(chance.choices(pieces, k=chance.randrange(7))) for _ in range(3))
            case = cases.Case("true", "", one, other, 0, cases.Input(third), {"a b": cases.Input(one), "c": cases.Input(b"")})
            (folder / "a.case").write_bytes(cases.written(case).encode())
            self.assertEqual(cases.read_case(folder / "a.case", folder), case)
            self.assertTrue(cases.written(case).replace("\n", "").isprintable())
            self.assertLessEqual(max(map(len, cases.written(case).split("\n"))), cases.LONGEST_LINE)


if __name__ == "__main__":
    unittest.main()
