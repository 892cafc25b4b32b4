# SPDX-License-Identifier: Apache-2.0
"""A case of the end-to-end tests: one file, which is read from top to bottom like a terminal.

    # What the case shows, where its name does not say it; may be left out.
    $ socrates gate --reports reports.json deal.json
    --- stdout
    Q-1042, First Bank: yes
    --- stderr
    --- exit 0
    --- stdin
    --- file reports.json from deal/reports.json
    --- file deal.json
    {"id": "Q-1042"}

The command is for sh and may go on for several lines, up to the first part. A part begins with a line `--- ...` and
holds the lines up to the next one, byte for byte. Parts that are empty are left out; `exit` never is. `from NAME`
stands for the file NAME of the folder `shared`. An `escaped` part writes `\\r`, `\\t` and `\\xHH` for bytes that
a reader would not see as they are, `\\\\` for a backslash, and `\\` at the end of a line where the text goes on without
a new line: so it can hold any bytes, and long lines within the width of a screen. run --update writes it where needed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path, PurePosixPath

LONGEST_LINE = 240  # characters of a line that is left whole
FOLDED_LINE = 118  # characters of a line that is not
MEANING = {"\\": b"\\", "r": b"\r", "t": b"\t", "\n": b""}
SHORT = {"\\": "\\\\", "\r": "\\r", "\t": "\\t"}
HEADER = re.compile(r"--- (?:exit (?P<exit>\d+)"
                    r"|(?P<part>stdout|stderr|stdin|file (?P<file>\S.*?))(?P<escaped> escaped| from (?P<source>\S+))?)\n")


class Malformed(ValueError):
    """A file that is not a case, with its place."""


@dataclass
class Input:
    content: bytes
    source: str | None = None  # the name below shared/


@dataclass
class Case:
    command: str
    comment: str = ""
    stdout: bytes = b""
    stderr: bytes = b""
    exit: int | None = None  # None: not stated
    stdin: Input | None = None
    files: dict[str, Input] = field(default_factory=dict)


def needs_escapes(content):
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return True
    lines = text.split("\n")
    return (lines[-1] != "" or any(len(line) > LONGEST_LINE or line.startswith("--- ") for line in lines)
            or any(not character.isprintable() and character != "\n" for character in text))


def shown(character):
    if character.isprintable():
        return SHORT.get(character, character)
    return SHORT.get(character) or "".join(f"\\x{byte:02X}" for byte in character.encode(errors="surrogateescape"))


def escaped_line(line):
    """A line without its end, over as many lines as it takes."""
    rows, row = [], []
    for character in line.decode(errors="surrogateescape"):
        row.append(shown(character))
        if sum(map(len, row)) > FOLDED_LINE:
            breaks = [place for place, piece in enumerate(row, 1) if piece in " ,;/" and place > len(row) // 2]
            end = breaks[-1] if breaks else len(row)
            rows.append("".join(row[:end]))
            row = row[end:]
    rows.append("".join(row))
    rows = rows[:-1] if len(rows) > 1 and rows[-1] == "" else rows
    return "\\\n".join(r"\x2D" + row[1:] if row.startswith("--- ") else row for row in rows)


def escaped(content):
    lines = content.split(b"\n")
    text = "".join(escaped_line(line) + "\n" for line in lines[:-1])
    return text + escaped_line(lines[-1]) + "\\\n" if lines[-1] else text


def unescaped(text, place):
    def meaning(match):
        if match[1] is None:
            raise Malformed(f"{place}: a backslash is written '\\\\'")
        return MEANING[match[1]] if match[1] in MEANING else bytes.fromhex(match[1][1:])

    result, end = b"", 0
    for match in re.finditer(r"\\(\\|r|t|\n|x[0-9A-Fa-f]{2})?", text):
        result += text[end:match.start()].encode() + meaning(match)
        end = match.end()
    return result + text[end:].encode()


def read_case(path, shared):
    """The case of a file; throws Malformed, with the line."""
    try:
        lines = path.read_bytes().decode().split("\n")
    except UnicodeDecodeError as error:
        raise Malformed(f"{path}: byte {error.start}: not UTF-8; write the part escaped") from None
    if lines.pop() != "":
        raise Malformed(f"{path}: the last line has no end")
    starts = [number for number, line in enumerate(lines) if line.startswith("--- ")] + [len(lines)]
    head = lines[:starts[0]]
    comment = list(takewhile(lambda line: line.startswith("#"), head))
    if not "".join(head[len(comment):len(comment) + 1]).startswith("$ "):
        raise Malformed(f"{path}:{len(comment) + 1}: a case begins with its command: '$ ...'")
    case = Case("\n".join(head[len(comment):])[2:], "".join(line + "\n" for line in comment))
    seen = set()
    for start, end in zip(starts, starts[1:]):
        place = f"{path}:{start + 1}"
        header = HEADER.fullmatch(lines[start] + "\n")
        if not header:
            raise Malformed(f"{place}: no part begins with '{lines[start]}'; a text that does is written escaped")
        text = "".join(line + "\n" for line in lines[start + 1:end])
        part = header["part"] or "exit"
        if part in seen:
            raise Malformed(f"{place}: '{part}' stands twice")
        seen.add(part)
        if text and (header["exit"] or header["source"]):
            raise Malformed(f"{place}: no text can follow this line")
        content = unescaped(text, place) if header["escaped"] == " escaped" else text.encode()
        if header["source"]:
            if not (shared / header["source"]).is_file():
                raise Malformed(f"{place}: there is no file '{shared / header['source']}'")
            content = (shared / header["source"]).read_bytes()
        if header["exit"]:
            case.exit = int(header["exit"])
        elif part == "stdin":
            case.stdin = Input(content, header["source"])
        elif header["file"]:
            name = PurePosixPath(header["file"])
            if name.is_absolute() or ".." in name.parts:
                raise Malformed(f"{place}: '{name}' is outside of the folder of the case")
            case.files[header["file"]] = Input(content, header["source"])
        elif header["source"]:
            raise Malformed(f"{place}: what a case prints stands in the case")
        elif part == "stdout":
            case.stdout = content
        else:
            case.stderr = content
    return case


def part_of(header, content):
    return f"--- {header} escaped\n{escaped(content)}" if needs_escapes(content) else f"--- {header}\n{content.decode()}"


def input_of(header, given):
    return f"--- {header} from {given.source}\n" if given.source else part_of(header, given.content)


def written(case):
    """The case as a file, the same for the same case."""
    text = f"{case.comment}$ {case.command}\n"
    text += part_of("stdout", case.stdout) if case.stdout else ""
    text += part_of("stderr", case.stderr) if case.stderr else ""
    text += f"--- exit {case.exit}\n" if case.exit is not None else ""
    text += input_of("stdin", case.stdin) if case.stdin else ""
    return text + "".join(input_of(f"file {name}", given) for name, given in case.files.items())


def lay_down(case, folder, filled=lambda content: content):
    """Writes the inputs of a case, each filled in, into a folder that is there."""
    for name, given in case.files.items():
        path = Path(folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(filled(given.content))
        path.chmod(0o644)


def all_cases(folder):
    """The files of the cases, in order, and what lies among them that belongs to no case."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    shared = folder / "shared"
    cases = [path for path in files if path.suffix == ".case" and len(path.relative_to(folder).parts) == 2]
    strangers = [path for path in files if path not in set(cases) and shared not in path.parents]
    return [path for path in cases if shared not in path.parents], strangers
