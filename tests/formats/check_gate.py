#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""check_gate.py SOCRATES: the forms of the gate, read by readers that are not ours. The examples and a hostile deal go
through every format; each must be well formed, say the verdict that the exit status says, and do nothing."""
import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

SOCRATES = sys.argv[1]
HERE = os.path.dirname(os.path.abspath(__file__))
DEALS = ["examples/deals/bank.json", "examples/deals/pipeline.json", os.path.join(HERE, "hostile_deal.json")]
VERDICTS = {"pass", "pass_with_conditions", "fail", "undecided"}
CHECKS = {"pass", "condition", "fail", "undecided", "not_applicable"}


def run(deal, *arguments):
    done = subprocess.run([SOCRATES, "gate", "--reports", "examples/deals/reports.json", "--today", "2026-11-24",
                           *arguments, deal], capture_output=True, check=False)
    assert done.returncode in (0, 1, 3), (done.returncode, done.stderr)
    return done.returncode, done.stdout


def expect(condition, what):
    if not condition:
        sys.exit("wrong: " + what)


def check_json(deal, strict):
    status, text = run(deal, "--format", "json", *strict)
    document = json.loads(text)
    expect(document["schema"] == "socrates.gate/1" and document["exit"] == status, "json: schema or exit")
    expect(document["verdict"] in VERDICTS, "json: verdict")
    no = {"fail"} | ({"pass_with_conditions"} if strict else set())
    verdicts = [one["verdict"] for one in document["deals"]]
    wanted = 1 if any(v in no for v in verdicts) else 3 if "undecided" in verdicts else 0
    expect(status == wanted, f"json: {verdicts} and exit {status}")
    for one in document["deals"]:
        for requirement in one["requirements"]:
            expect(requirement["verdict"] in VERDICTS, "json: verdict of a requirement")
            expect(all(check["verdict"] in CHECKS for check in requirement["checks"]), "json: verdict of a check")
            expect(requirement["earliest"] is None or re.fullmatch(r"\d{4}-\d\d-\d\d", requirement["earliest"]), "json: date")
    return status


def check_junit(deal, strict, status):
    same, text = run(deal, "--format", "junit", *strict)
    expect(same == status, "junit: exit")
    root = tree.fromstring(text)
    found = 1 if root.findall(".//failure") else 3 if root.findall(".//error") else 0
    expect(found == status, "junit: verdict")
    with tempfile.NamedTemporaryFile(suffix=".xml") as file:
        file.write(text)
        file.flush()
        subprocess.run(["xmllint", "--noout", "--nonet", "--schema", os.path.join(HERE, "junit.xsd"), file.name],
                       check=True, capture_output=True)


def check_github(deal, strict, status):
    same, text = run(deal, "--format", "github", *strict)
    expect(same == status, "github: exit")
    lines = text.decode().splitlines()
    for line in lines[:-1]:
        expect(re.match(r"::(error|warning|notice) (file=[^:,]+,line=\d+,)title=[^:,]*::", line), "github: " + line)
    expect(not lines[-1].startswith("::"), "github: last line")
    errors = any(line.startswith("::error ") for line in lines)
    expect(errors == (status != 0), "github: verdict")


def check_plain(deal, strict, status):
    for form in ("text", "markdown"):
        same, text = run(deal, "--format", form, *strict)
        expect(same == status, form + ": exit")
        expect(not re.search(rb"[\x00-\x09\x0b-\x1f\x7f]", text), form + ": control characters")
    same, text = run(deal, "--format", "markdown", *strict)
    expect(b"<script" not in text and b"@admin" not in text, "markdown: markup of an input")
    with open(deal, "rb") as file:
        given = file.read()
    for link in re.findall(rb"(?<!\\)\]\(<?([^>)]*)", text):  # those of sources
        expect(link.startswith(b"https://") and link not in given, f"markdown: a link of an input, {link}")
    for line in run(deal, *strict)[1].decode().splitlines():
        expect(not line.startswith("::"), "text: a command")


def check_csv(deal, strict, status):
    same, text = run(deal, "--format", "csv", *strict)
    expect(same == status, "csv: exit")
    rows = list(csv.DictReader(io.StringIO(text.decode())))
    expect(len(rows) == len(json.loads(run(deal, "--format", "json", *strict)[1])["deals"]), "csv: a row a deal")
    expect(all(row["verdict"] in VERDICTS for row in rows), "csv: verdict")
    expect(not any(re.match(r"\s*[=+@|%-]", cell) for row in rows for cell in row.values()), "csv: a formula")


def check_chat(deal, strict, status):
    """By the limits that Slack and Teams state, and that nothing is text of a kind that they read for markup."""
    same, text = run(deal, "--format", "slack", *strict)
    expect(same == status, "slack: exit")
    message = json.loads(text)
    blocks = message["blocks"]
    expect(blocks[0]["type"] == "header" and len(blocks[0]["text"]["text"]) <= 150, "slack: header")
    expect(len(blocks) <= 50 and all(len(block["text"]["text"]) <= 3000 for block in blocks), "slack: limits")
    expect(all(block["text"]["type"] == "plain_text" for block in blocks), "slack: plain text")
    expect(not set("<>") & set(message["text"]), "slack: a link or a mention")
    same, text = run(deal, "--format", "teams", *strict)
    expect(same == status and len(text) <= 14_000, "teams: exit and size")
    card = json.loads(text)["attachments"][0]
    expect(card["contentType"] == "application/vnd.microsoft.card.adaptive", "teams: kind of card")
    expect([run["text"] for block in card["content"]["body"] for run in block["inlines"]]
           == [block["text"]["text"] for block in blocks], "teams: says what slack says")


def check_summary(deal, status):
    same, text = run(deal, "--summary", "--format", "json")
    expect(same == status and json.loads(text)["exit"] == status, "summary: exit")
    for row in csv.reader(io.StringIO(run(deal, "--summary", "--format", "csv")[1].decode())):
        expect(len(row) == 7, "csv: columns")
        expect(not any(re.match(r"\s*[=+@|%-]", cell) for cell in row), "csv: a formula")


for path in DEALS:
    for options in ([], ["--strict"]):
        exit_status = check_json(path, options)
        check_junit(path, options, exit_status)
        check_github(path, options, exit_status)
        check_plain(path, options, exit_status)
        check_csv(path, options, exit_status)
        check_chat(path, options, exit_status)
    check_summary(path, run(path)[0])
print("formats: all good")
