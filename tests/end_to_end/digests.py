# SPDX-License-Identifier: Apache-2.0
"""Stand-ins for the digests of the shipped rules, so that a case says which rules were used, and stays as it is where
their files change. The digests are counted here once more: what the program prints has to agree with them.
"""

import hashlib
from pathlib import Path

SETS = {"selection": "selection/*.yaml", "acceptance": "acceptance/*.yaml", "readiness": "readiness/*.yaml",
        "controls": "controls/*.yaml", "engagement": "engagement.yaml"}
SHORT = 12  # digits that a report for people shows


def digest(files):
    """The SHA-256 of some files, whatever their folder: of each its name, its length and its bytes, by name."""
    count = hashlib.sha256()
    for file in sorted(files, key=lambda file: file.name):
        text = file.read_bytes()
        count.update(b"%s\0%d\0" % (file.name.encode(), len(text)))
        count.update(text)
    return count.hexdigest()


class StandIns:
    """For each digest a word of the same length, so that lines break where they did."""

    def __init__(self, rules):
        self.pairs = []
        for name, pattern in SETS.items():
            files = list(Path(rules).glob(pattern))
            if files:
                whole = digest(files)
                word = f"[{name}]"
                self.pairs.append((whole.encode(), word.ljust(len(whole), ".").encode()))
                self.pairs.append((whole[:SHORT].encode(), word[:SHORT].ljust(SHORT, ".").encode()))

    def put(self, text):
        for real, word in self.pairs:
            text = text.replace(real, word)
        return text

    def undo(self, text):
        for real, word in self.pairs:
            text = text.replace(word, real)
        return text
