#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Reads calendar files with python3-icalendar, and checks by RFC 5545 what a lenient parser lets pass."""
import datetime
import sys

import icalendar


def problems_of(path):
    with open(path, "rb") as file:
        text = file.read()
    if not text.endswith(b"\r\n") or b"\n" in text.replace(b"\r\n", b""):
        yield "a line does not end with CR LF"
    for line in text.split(b"\r\n"):
        if len(line) > 75:
            yield "a line of more than 75 bytes"
        line.decode("utf-8")
    found = icalendar.Calendar.from_ical(text)
    for key in ("VERSION", "PRODID"):
        if key not in found:
            yield f"no {key}"
    events = found.walk("VEVENT")
    journals = found.walk("VJOURNAL")  # where there is nothing to plan
    if not events and not journals:
        yield "no event and no journal"
    for journal in journals:
        for key in ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION"):
            if key not in journal:
                yield f"a journal without {key}"
    uids = set()
    for event in events:
        if getattr(event, "errors", None):
            yield f"errors: {event.errors}"
        for key in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"):
            if key not in event:
                yield f"an event without {key}"
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        if isinstance(start, datetime.datetime) or isinstance(end, datetime.datetime):
            yield f"{event['UID']}: not a whole day"
        elif end <= start:
            yield f"{event['UID']}: ends before it begins"
        uids.add(str(event["UID"]))
    if len(uids) != len(events):
        yield "a UID stands twice"
    if icalendar.Calendar.from_ical(found.to_ical()) != found:
        yield "written again it is another calendar"


def main():
    wrong = 0
    for path in sys.argv[1:]:
        problems = list(problems_of(path))
        wrong += len(problems)
        for problem in problems:
            print(f"{path}: {problem}")
    print(f"{len(sys.argv) - 1} calendars, {wrong} problems")
    return 0 if len(sys.argv) > 1 and not wrong else 1


sys.exit(main())
