#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""check_sheets.py SHEET.csv...: what a spreadsheet program makes of sheets. No cell becomes a formula, and each that is a
text there is the text that stands in the file."""
import csv
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
MOST_COPIES = 200  # of what the program writes once for many, such as the empty cells behind a row


def said(paragraph):
    text = paragraph.text or ""
    for part in paragraph:
        if part.tag == TEXT + "s":
            text += " " * int(part.get(TEXT + "c", "1"))
        elif part.tag == TEXT + "tab":
            text += "\t"
        elif part.tag == TEXT + "line-break":
            text += "\n"
        else:
            text += said(part)
        text += part.tail or ""
    return text


def rows_of(path):
    for row in tree.parse(path).getroot().iter(TABLE + "table-row"):
        cells = []
        for cell in row:
            if cell.tag in (TABLE + "table-cell", TABLE + "covered-table-cell"):
                text = "\n".join(said(paragraph) for paragraph in cell.findall(TEXT + "p"))
                copies = min(int(cell.get(TABLE + "number-columns-repeated", "1")), MOST_COPIES)
                cells += [(text, cell.get(OFFICE + "value-type"), cell.get(TABLE + "formula"))] * copies
        yield from [cells] * min(int(row.get(TABLE + "number-rows-repeated", "1")), MOST_COPIES)


wrong = cells_seen = 0
with tempfile.TemporaryDirectory() as work:
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{work}/profile", "--infilter=CSV:44,34,76",
                    "--convert-to", "fods", "--outdir", work, *sys.argv[1:]], check=True, capture_output=True)
    for name in sys.argv[1:]:
        with open(name, newline="", encoding="utf-8") as file:
            known = list(csv.reader(file))
        found = list(rows_of(pathlib.Path(work) / (pathlib.Path(name).stem + ".fods")))
        for number, row in enumerate(known):
            cells = found[number] if number < len(found) else []
            for column, text in enumerate(row):
                cells_seen += 1
                cell, kind, formula = cells[column] if column < len(cells) else ("", None, None)
                if formula is not None or (kind in (None, "string") and cell != text):
                    wrong += 1
                    print(f"{name}:{number + 1}: {text!r} is {cell!r}, formula {formula!r}")
print(f"{len(sys.argv) - 1} sheets, {cells_seen} cells, {wrong} wrong")
sys.exit(0 if len(sys.argv) > 1 and not wrong else 1)
